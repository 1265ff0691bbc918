/** The second pair of eyes, where the standard asks for one: the author can never approve. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorsIn, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { grantFields, readyToDecide } from '../../../../test/support/deciding.ts'
import { vejen } from '../../../../test/support/scopes.ts'
import { copenhagenDay } from '../../../domain/time/calendar-day.ts'

let t: TownAtWork
const page = () => t.at('/afgoerelse')
const grant = () => grantFields(t.town, copenhagenDay(t.test.house.now()))

beforeAll(async () => {
  t = await openTown()
  const { municipalities } = t.test.house
  const municipality = municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  // The same municipality, but for one parameter of its standard.
  Map.prototype.set.call(municipalities, vejen, {
    ...municipality,
    versions: municipality.versions.map((version) => ({
      ...version,
      terms: { ...version.terms, parameters: { ...version.terms.parameters, secondPairOfEyes: true } },
    })),
  })
  await readyToDecide(t.test.house, t.town)
})
afterAll(() => t.database.drop())

it('takes an incomplete proposal no more than an incomplete letter', async () => {
  const answer = await (await t.desk()).send(page(), { ...grant(), purpose: '', do: 'send' })
  expect([answer.status, answer.text.includes('Skriv formålet med indsatsen.')]).toEqual([422, true])
})
it('is proposed and not sent, and its author is not offered to approve it', async () => {
  const desk = await t.desk()
  const review = await desk.send(page(), { ...grant(), do: 'review' })
  expect(review.text).toContain('Send til godkendelse')
  const shown = await desk.done(page(), { ...grant(), do: 'send' })
  expect(shown.text).toContain('Du har selv skrevet forslaget.')
  expect(shown.text).not.toContain('Godkend, underskriv og send')
  expect((await t.file()).letters.filter((l) => l.kind === 'decision')).toEqual([])
})
it('cannot be approved or returned by its author, also by a raw post', async () => {
  const { cookie, csrf } = await t.test.logIn(t.town.caseworker)
  for (const [where, more] of [
    ['godkend', {}],
    ['send-tilbage', { remark: 'Ret det.' }],
  ] as const) {
    const answer = await t.test.post(t.at(`/afgoerelse/${where}`), { _csrf: csrf, ...more }, cookie)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Du har selv skrevet forslaget. En anden skal godkende det.')
  }
  expect((await t.file()).proceedings[0]?.decision).toBeUndefined()
})
it('is read by another, as a page and as a file, and returned with a remark', async () => {
  const desk = await t.desk(t.town.manager)
  const { text } = await desk.get(page())
  expect(text).toContain('Du får en plads på Kærhøj 5 dage om ugen')
  const { cookie } = await t.test.logIn(t.town.manager)
  expect((await t.test.get(t.at('/afgoerelse/udkast.pdf?forslag'), cookie)).status).toBe(200)
  const empty = await desk.send(page(), {}, t.at('/afgoerelse/send-tilbage'))
  expect([empty.status, errorsIn(empty.text).length]).toEqual([422, 1])
  await desk.done(page(), { remark: 'Skriv mere om indsatsen.' }, t.at('/afgoerelse/send-tilbage'))
  const author = (await (await t.desk()).get(page())).text
  expect(author).toContain('Lis Krogh har sendt forslaget tilbage')
  expect(author).toContain('Skriv mere om indsatsen.')
  expect(author, 'the draft is there to be corrected').toContain(
    'At du får en fast hverdag sammen med andre.',
  )
})
it('is issued as it was read, when another approves it', async () => {
  await (await t.desk()).done(page(), { ...grant(), purpose: 'At du trives.', do: 'send' })
  const approved = await (await t.desk(t.town.manager)).done(page(), {}, t.at('/afgoerelse/godkend'))
  expect(approved.text).toContain('Dette er helt medhold.')
  const { decision, approved: by } = (await t.file()).proceedings[0] ?? {}
  expect(decision?.record).toMatchObject({ outcome: 'GRANTED', place: { purpose: 'At du trives.' } })
  expect(by?.actor).toMatchObject({ userId: t.town.manager })
})
