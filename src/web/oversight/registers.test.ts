/** The registers as the leader fills them in: what is missing is told at its field, and late needs its reason. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, dayFields, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'

let t: TownAtWork
let leader: Desk
const today = () => copenhagenDay(t.test.house.now())
beforeAll(async () => {
  t = await openTown()
  leader = await t.desk(t.town.manager)
})
afterAll(() => t.database.drop())

const here = '/ledelse/registre'

it('a breach is recorded to the minute, and told late only with its reason', async () => {
  expect((await leader.get(here)).text).toContain('Ingen brud er registreret.')
  const known = { source: 'staff', what: 'Forkert kuvert', affected: 'Én borger' }
  const noTime = await leader.send(`${here}/brud`, {
    ...known,
    ...dayFields('knownAt', addDays(today(), -5)),
  })
  expect([noTime.status, noTime.text.includes('Skriv et klokkeslæt som 14:30.')]).toEqual([422, true])
  const list = await leader.done(`${here}/brud`, {
    ...known,
    ...dayFields('knownAt', addDays(today(), -5)),
    'knownAt-t': '08:00',
  })
  expect(list.text).toContain('Forkert kuvert (Én borger)')
  const told = /brud\/anmeldt\?om=([0-9a-f-]+)/.exec(list.text)?.[0] ?? ''
  const fields = {
    reference: 'DT-1',
    ...dayFields('notifiedAt', addDays(today(), -1)),
    'notifiedAt-t': '09:00',
  }
  const late = await leader.send(`${here}/${told}`, fields, `${here}/brud/anmeldt`)
  expect([late.status, late.text.includes('De 72 timer er gået.')]).toEqual([422, true])
  const done = await leader.done(
    `${here}/${told}`,
    { ...fields, lateBecause: 'Weekend' },
    `${here}/brud/anmeldt`,
  )
  expect(done.text).toContain('(for sent)')
})

it('a concern is dealt with, and a month is reported once', async () => {
  const list = await leader.done(`${here}/bekymring`, { about: 'place', words: 'For få på arbejde.' })
  const handle = /bekymring\/haandteret\?om=([0-9a-f-]+)/.exec(list.text)?.[0] ?? ''
  const done = await leader.done(
    `${here}/${handle}`,
    { passedTo: 'Socialtilsynet', done: 'Ringet op.' },
    `${here}/bekymring/haandteret`,
  )
  expect(done.text).toContain('Socialtilsynet: Ringet op.')
  const sent = { month: '2026-01', receipt: 'DST-1', ...dayFields('sentOn', '2026-02-10') }
  expect((await leader.done(`${here}/statistik`, sent)).text).toContain('2026-01')
  expect((await leader.send(`${here}/statistik`, sent)).status).toBe(422)
})

it('is the leader’s: a caseworker is not let in', async () => {
  const desk = await t.desk()
  expect((await desk.get(here)).status).toBe(403)
})
