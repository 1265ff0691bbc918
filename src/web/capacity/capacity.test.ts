/** Capacity on its pages: sums and nobody's name, places told by who may, and the sentence that it is no reason to refuse. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { placeSomebody } from '../../../test/support/placement.ts'
import { asSystem, vejen } from '../../../test/support/scopes.ts'
import { ProviderId, type UserId } from '../../domain/identity.ts'
import { placesOfProvider } from '../../store/capacity.ts'
import { read } from '../../store/connection.ts'

let work: TownAtWork
const noon = new Date('2026-11-25T11:00:00Z')
const kaerhoej = ProviderId.parse('kaerhoej')

beforeAll(async () => {
  work = await openTown(() => noon)
  await placeSomebody(work.database.app, { givenName: 'Asta' })
  await placeSomebody(work.database.app, { givenName: 'Bo', weekdays: [1, 2] })
})
afterAll(() => work.database.drop())

async function at(userId: UserId) {
  const { cookie, csrf } = await work.test.logIn(userId)
  const told = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
  return {
    get: async (path: string) => told(await work.test.get(path, cookie)),
    post: async (path: string, fields: Record<string, string>) =>
      told(await work.test.post(path, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)),
  }
}
const from = (day: string, month = '11') => ({
  'validFrom-d': day,
  'validFrom-m': month,
  'validFrom-y': '2026',
})
const places = (n: string, more: Record<string, string> = {}) => ({
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`places${day}`, day > 5 ? '0' : n])),
  ...from('25'),
  ...more,
})
const known = () => read(work.test.house.db, asSystem(vejen), (tx) => placesOfProvider(tx, kaerhoej))
/** The cells of the row that begins with this. */
const rowOf = (html: string, first: string): readonly string[] => {
  const row = html.split('<tr>').find((part) => part.replace(/<[^>]+>/g, '').startsWith(first))
  return [...(row ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell)
}

test('the page says that it is never a reason to refuse, and shows sums and nobody’s name', async () => {
  const { status, text } = await (await at(work.town.caseworker)).get('/myndighed/kapacitet')
  expect(status).toBe(200)
  expect(text).toContain('De er aldrig en grund til afslag')
  expect(rowOf(text, 'Kærhøj').slice(0, 3)).toEqual([
    '2, pladser ikke oplyst',
    '2, pladser ikke oplyst',
    '1, pladser ikke oplyst',
  ])
  // The town's other citizen has a grant and an order that nobody has answered.
  expect(rowOf(text, 'Alle').slice(0, 2)).toEqual(['1', '0'])
  expect(text).toContain('Ingen er begyndt i perioden')
  for (const name of ['Asta', ' Eng', 'Bo ', 'Prøve']) expect(text).not.toContain(name)
})

test('the lead tells their own provider’s places, and the whole municipality reads them', async () => {
  const lead = await at(work.town.lead)
  expect((await lead.get('/tilbud/pladser')).text).toContain('Ingen har oplyst, hvor mange pladser der er')
  expect((await lead.post('/tilbud/pladser', places('1'))).status).toBe(303)
  const own = await lead.get('/tilbud/pladser')
  expect(rowOf(own.text, '23. november 2026').slice(0, 3)).toEqual(['3', '7', '0'])
  expect(rowOf(own.text, '30. november 2026').slice(0, 3)).toEqual(['5', '7', '1 mere end der er plads til'])
  const { text } = await (await at(work.town.caseworker)).get('/myndighed/kapacitet')
  expect(rowOf(text, 'Kærhøj').slice(0, 3)).toEqual([
    '2, pladser ikke oplyst',
    '2, pladser ikke oplyst',
    '1 af 1',
  ])
})

test('the manager tells them from a later day on; what was told before stands', async () => {
  const manager = await at(work.town.manager)
  const path = '/myndighed/kapacitet/kaerhoej'
  expect((await manager.post(path, places('12', from('30')))).status).toBe(303)
  // Told in the same instant, for the clock here stands still.
  expect((await known()).map((v) => [v.validFrom, v.places[0]]).sort()).toEqual([
    ['2026-11-25', 1],
    ['2026-11-30', 12],
  ])
  const { text } = await manager.get(path)
  expect(rowOf(text, '30. november 2026')).toContain('60')
  expect(text).toContain('25. november 2026, gælder nu')
})

test('what is wrong is said at its field, and what was typed is kept', async () => {
  const lead = await at(work.town.lead)
  const wrong = await lead.post('/tilbud/pladser', places('3', { places2: 'mange', 'validFrom-d': '' }))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('href="#f-places2"')
  expect(wrong.text).toContain('value="mange"')
  expect(wrong.text).toContain('Skriv en dag')
  const before = await lead.post('/tilbud/pladser', places('3', from('24')))
  expect(before.status).toBe(422)
  expect(before.text).toContain('href="#f-validFrom"')
  expect(await known()).toHaveLength(2)
})

test('nobody else may tell them, and there is no page of a provider that is not', async () => {
  expect((await (await at(work.town.provider)).post('/tilbud/pladser', places('9'))).status).toBe(403)
  const caseworker = await at(work.town.caseworker)
  expect((await caseworker.post('/myndighed/kapacitet/kaerhoej', places('9'))).status).toBe(403)
  expect((await caseworker.get('/myndighed/kapacitet/kaerhoej')).text).not.toContain('Gem pladserne')
  expect((await caseworker.get('/myndighed/kapacitet/ingen')).status).toBe(404)
  expect(await known()).toHaveLength(2)
})
