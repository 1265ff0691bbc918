import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorsIn, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'

let t: TownAtWork
beforeAll(async () => {
  t = await openTown()
})
afterAll(() => t.database.drop())
const page = () => t.at('/anden-hjaelp')
const boundary103 = 'Du kan ikke arbejde på særlige vilkår, fordi du har brug for støtte hele dagen.'

it('asks whether anything was considered, and always for the boundary to protected work', async () => {
  const refused = await (await t.desk()).send(page(), { because: 'noget' })
  expect(errorsIn(refused.text)).toEqual([
    'f-boundary103: Skriv, hvorfor det er § 104 og ikke § 103.',
    'f-kind: Vælg, om andre muligheder er overvejet, eller om ingen er relevante.',
  ])
})
it('takes “none, because” as an answer', async () => {
  const desk = await t.desk()
  await desk.done(page(), { kind: 'none', because: 'Du har alt det, du har brug for.', boundary103 })
  expect((await t.file()).proceedings[0]?.otherPossibilities).toMatchObject({
    possibilities: { kind: 'none', because: 'Du har alt det, du har brug for.' },
    boundary103,
  })
})
it('takes each possibility with its result, § 103 among them, and shows them again', async () => {
  const desk = await t.desk()
  const empty = await desk.send(page(), { kind: 'considered', boundary103 })
  expect(errorsIn(empty.text)[0]).toContain('Skriv resultatet for mindst én mulighed')
  await desk.done(page(), { kind: 'considered', 'help-sel85': 'Du har støtte i hjemmet.', boundary103 })
  expect((await t.file()).proceedings[0]?.otherPossibilities?.possibilities).toEqual({
    kind: 'considered',
    items: [
      { paragraph: 'Serviceloven § 85 om socialpædagogisk støtte', result: 'Du har støtte i hjemmet.' },
      { paragraph: 'Serviceloven § 103 om beskyttet beskæftigelse', result: boundary103 },
    ],
  })
  const again = (await desk.get(page())).text
  expect(again).toContain('Du har støtte i hjemmet.')
  expect(again).toMatch(/value="considered" checked/)
})
