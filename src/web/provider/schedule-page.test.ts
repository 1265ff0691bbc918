/** The week at a provider is made on its page, and the citizen and the day's list go by it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { asProvider, vejen } from '../../../test/support/scopes.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { ProviderId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay, weekday } from '../../domain/time/calendar-day.ts'
import { read } from '../../store/connection.ts'
import { expectedOn, withoutSchedule } from '../../store/schedules.ts'
import { scheduleHref } from './orders.ts'

let work: TownAtWork
let placed: Placed
let today: CalendarDay
const kaerhoej = ProviderId.parse('kaerhoej')

async function providerDoes(command: CaseCommand, on = today): Promise<void> {
  const userId = work.town.provider
  const done = await perform(
    work.test.house,
    {
      municipality: vejen,
      today: on,
      subject: { roles: ['providerStaff'], userId, provider: kaerhoej },
      actor: { kind: 'staff', userId, role: 'providerStaff' },
    },
    { caseId: placed.caseId, commandId: randomUUID(), command },
  )
  if (isRefusal(done) || isConflict(done)) throw new Error(JSON.stringify(done))
}

async function pia() {
  const { cookie, csrf } = await work.test.logIn(work.town.provider)
  const told = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
  return {
    get: async () => told(await work.test.get(scheduleHref(placed), cookie)),
    post: async (fields: Record<string, string>) =>
      told(
        await work.test.post(
          scheduleHref(placed),
          { _csrf: csrf, _command: randomUUID(), ...fields },
          cookie,
        ),
      ),
  }
}

const dateFields = (day: CalendarDay) => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { 'from-d': d, 'from-m': m, 'from-y': y }
}
/** Three whole days, as was granted. */
const week = (more: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].flatMap((n) => [
      [`part${n}`, n <= 3 ? 'full' : ''],
      [`starts${n}`, '08:30'],
      [`ends${n}`, '14:30'],
    ]),
  ),
  ...dateFields(addDays(today, 14)),
  ...more,
})

beforeAll(async () => {
  work = await openTown()
  today = copenhagenDay(work.test.house.now())
  placed = await placeCitizen(work.test.house, { caseworker: work.town.caseworker })
})
afterAll(() => work.database.drop())

it('is there when the provider has said yes', async () => {
  expect((await (await pia()).get()).status).toBe(404)
  await providerDoes({
    type: 'acceptOrder',
    input: { orderId: placed.orderId, startOn: addDays(today, 14), contactPerson: work.town.provider },
  })
  const { status, text } = await (await pia()).get()
  expect(status).toBe(200)
  expect(text).toContain('Bevilget: 3 dage om ugen')
  expect(text).toContain('Der er ikke noget ugeskema endnu')
})

it('says at the field what is wrong, and keeps what was typed', async () => {
  const at = await pia()
  const wrong = await at.post(week({ starts1: 'halv ni', ends2: '08:00' }))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Skriv klokkeslættet som 08:30.')
  expect(wrong.text).toContain('value="halv ni"')
  expect(wrong.text).toContain('Tiden skal slutte, efter at den begynder.')
  const more = await at.post(week({ part4: 'full' }))
  expect(more.status).toBe(422)
  expect(more.text).toContain('flere dage end bevilget')
  // The summary's link leads to a place on the page.
  expect(more.text).toContain('href="#f-days"')
  expect(more.text).toContain('id="f-days"')
  const fewer = await at.post(week({ part3: '' }))
  expect(fewer.text).toContain('færre dage end bevilget')
  const none = await at.post(week({ part1: '', part2: '', part3: '' }))
  expect(none.text).toContain('Vælg mindst én dag.')
})

it('makes the days that the person is expected on', async () => {
  const at = await pia()
  const saved = await at.post(
    week({ part3: 'morning', ends3: '11:30', part4: 'afternoon', starts4: '12:00' }),
  )
  expect(saved.status).toBe(303)
  expect((await at.get()).text).toContain('Det nuværende ugeskema gælder fra')
  const start = addDays(today, 14)
  const scope = asProvider('kaerhoej')
  const rows = await read(work.database.app, scope, (tx) => expectedOn(tx, { day: start }))
  expect(rows).toEqual([])
  await providerDoes({ type: 'startPlacement', input: { orderId: placed.orderId, startedOn: start } }, start)
  for (let n = 0; n < 7; n += 1) {
    const day = addDays(start, n)
    const expected = await read(work.database.app, scope, (tx) => expectedOn(tx, { day }))
    const parts = { 1: ['full'], 2: ['full'], 3: ['morning'], 4: ['afternoon'] }[weekday(day)] ?? []
    expect(expected.map((row) => row.part)).toEqual(parts)
    expect(await read(work.database.app, scope, (tx) => withoutSchedule(tx, { day }))).toEqual([])
  }
})
