/** The papers from the asking to the fetching, as each person; and who may not. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Who } from '../../../../test/support/app.ts'
import { type Desk, dayFields, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { givePower } from '../../../../test/support/town-powers.ts'
import { papersOf } from '../../../domain/case/access-request/papers.ts'
import { readingText, readPdf } from '../../../letters/pdf/read-pdf.ts'

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk()
  await givePower(t.test, t.town, t.town.stranger, 'relativeReadOnly', ['read'])
  await desk.done(t.at('/noter'), {
    kind: 'phoneCall',
    with: 'citizen',
    text: 'Naboen Grete ringede om støjen.',
  })
})
afterAll(() => t.database.drop())

const own = (rest = '') => `/borger/sag/${t.town.caseNumber}/aktindsigt${rest}`
const post = async (who: Who, path: string, fields: Record<string, string>) => {
  const { cookie, csrf } = await t.test.logIn(who)
  return t.test.post(path, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)
}
const get = async (who: Who, path: string) => t.test.get(path, (await t.test.logIn(who)).cookie)
const citizen = () => ({ person: t.town.citizen })

it('asks which, keeps what was typed, and takes the request', async () => {
  expect((await get(citizen(), '/borger/aktindsigt')).headers.get('location')).toBe(own())
  const unsaid = await post(citizen(), own(), { what: 'Lægens brev' })
  expect(unsaid.status).toBe(422)
  const text = await unsaid.text()
  expect(text).toContain('Vælg, om du vil se hele sagen eller bestemte ting.')
  expect(text).toContain('Lægens brev')
  expect((await post(citizen(), own(), { whole: 'no' })).status).toBe(422)
  expect((await post(citizen(), own(), { whole: 'yes', data: 'yes' })).status).toBe(303)
  expect(await (await get(citizen(), own())).text()).toContain('Du får svar senest')
  expect((await t.file()).accessRequests).toMatchObject([
    { rights: ['fileAccess', 'dataProtection'], whole: true },
  ])
})

it('is answered paper by paper: what is left out has its reason and is in no file', async () => {
  const requestId = (await t.file()).accessRequests[0]?.requestId ?? ''
  const listed = await desk.get(t.at('/aktindsigt'))
  expect(listed.text).toContain(t.at(`/aktindsigt/svar/${requestId}`))
  const note = papersOf(await t.file()).find((p) => p.text.some((line) => line.includes('Grete')))
  const key = note?.key ?? ''
  const path = t.at(`/aktindsigt/svar/${requestId}`)
  const unsaid = await desk.send(path, { [key]: 'leave' })
  expect([unsaid.status, unsaid.text.includes('Skriv både begrundelsen')]).toEqual([422, true])
  await desk.done(path, {
    [key]: 'leave',
    [`ground.${key}`]: 'otherPersons',
    [`because.${key}`]: 'Det handler om naboen.',
    [`openness.${key}`]: 'Det kan ikke skilles ad.',
  })
  const file = await t.file()
  const answered = file.accessRequests[0]?.answered
  expect(answered?.left.map((l) => [l.key, l.ground])).toEqual([[key, 'otherPersons']])
  expect(answered?.given).toHaveLength(papersOf(file).filter((p) => p.seq < (answered?.seq ?? 0)).length - 1)
  expect(file.letters.map((l) => l.kind)).toContain('accessAnswer')

  const page = await (await get(citizen(), own())).text()
  expect(page).toContain('Noget er holdt ude. I brevet står hvorfor, og hvordan du klager.')
  const pdf = await get(citizen(), own(`/${requestId}/fil`))
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const words = readingText(await readPdf(new Uint8Array(await pdf.arrayBuffer())))
  expect(words).toContain('Liste over papirerne')
  expect(words).not.toContain('Grete')
  const json = await (await get(citizen(), own(`/${requestId}/data`))).text()
  const data = JSON.parse(json)
  expect(data.format).toBe('hverdag-access/1')
  expect(data.papers.map((p: { key: string }) => p.key)).toEqual(answered?.given)
  expect(json).not.toContain('Grete')
})

it('is fetched by the citizen and who may write for them, and by nobody else', async () => {
  const requestId = (await t.file()).accessRequests[0]?.requestId
  const path = own(`/${requestId}/fil`)
  const guardian = { person: t.town.guardian, actingFor: t.town.citizen }
  const relative = { person: t.town.stranger, actingFor: t.town.citizen }
  expect((await get(guardian, path)).status).toBe(200)
  // With the right to read alone one sees how far it is, and gets no papers.
  expect((await get(relative, own())).status).toBe(200)
  expect(await (await get(relative, own())).text()).not.toContain('/fil"')
  expect((await get(relative, path)).status).toBe(403)
  expect((await post(relative, own(), { whole: 'yes' })).status).toBe(403)
  expect((await get({ person: t.town.stranger }, path)).status).not.toBe(200)
})

it('what is wrong stands beside the paper, and is answered', async () => {
  expect((await post(citizen(), own('/forkert'), { wrong: ' ' })).status).toBe(422)
  const [first] = papersOf(await t.file())
  const said = await post(citizen(), own('/forkert'), { key: first?.key ?? '', wrong: 'Jeg bor ikke alene.' })
  expect(said.status).toBe(303)
  const correctionId = (await t.file()).corrections[0]?.correctionId ?? ''
  await desk.done(t.at('/aktindsigt/rettelse'), {
    correctionId,
    outcome: 'agreed',
    answer: 'Det har du ret i.',
  })
  expect(await (await get(citizen(), own('/forkert'))).text()).toContain('Vores svar: Det har du ret i.')
})

it('a question about a look goes to the leader, not to the caseworker', async () => {
  const path = `/borger/sag/${t.town.caseNumber}/opslag`
  const seen = await (await get(citizen(), '/borger/hvem-har-set')).text()
  expect(seen).toContain(`${path}?om=`)
  expect((await post(citizen(), path, { look: 'Sagsbehandler i går', words: 'Hvorfor?' })).status).toBe(303)
  const questionId = (await t.file()).lookQuestions[0]?.questionId ?? ''
  expect((await desk.get(t.at('/opslag'))).status).toBe(403)
  const leader = await t.desk(t.town.manager)
  await leader.done(t.at('/opslag'), { questionId, justified: 'yes', answer: 'Hun afløste den dag.' })
  expect(await (await get(citizen(), path)).text()).toContain('Hun afløste den dag.')
})

it('a request by phone, and a letter that it takes longer', async () => {
  await desk.done(t.at('/aktindsigt/ny'), { channel: 'phone', whole: 'yes', rights: ['fileAccess'] })
  const requestId = (await t.file()).accessRequests[1]?.requestId ?? ''
  const refused = await desk.send(t.at('/aktindsigt/laengere-tid'), { requestId, because: 'Mange papirer' })
  expect(refused.status).toBe(422)
  await desk.done(t.at('/aktindsigt/laengere-tid'), {
    requestId,
    because: 'Mange papirer',
    ...dayFields('expectedOn', '2099-12-01'),
  })
  expect((await t.file()).accessRequests[1]?.delays).toMatchObject([{ expectedOn: '2099-12-01' }])
})
