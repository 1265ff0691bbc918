import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../test/support/app.ts'
import { placeSomebody } from '../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asCommand } from '../../test/support/scopes.ts'
import { dayOf } from '../domain/attendance/day.ts'
import { ProviderId } from '../domain/identity.ts'
import { addDays, getDay } from '../domain/time/calendar-day.ts'
import { absencesOf } from '../store/absences.ts'
import { attendanceOfDay, offerFacts } from '../store/attendance.ts'
import { read } from '../store/connection.ts'
import { attend } from './attendance.ts'
import { vejenCast } from './cast.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('six weeks at a place: one who often did not come, one contradiction, one closing day; made twice it is the same', async () => {
  const app = openTestApp({ database, routes: [] })
  const provider = ProviderId.parse('kaerhoej')
  for (const givenName of ['Asta', 'Bo', 'Carl']) await placeSomebody(database.app, { givenName })
  const anchor = getDay('2026-11-25')
  await attend(app.house, vejenCast(), anchor, 'seed')
  await attend(app.house, vejenCast(), anchor, 'seed')
  const between = { from: addDays(anchor, -42), to: addDays(anchor, -1) }
  const { days, last, offers } = await read(database.app, asCommand(), async (tx) => ({
    days: await absencesOf(tx, { provider }, between),
    last: await attendanceOfDay(tx, provider, addDays(anchor, -1)),
    offers: await offerFacts(tx, provider, anchor, addDays(anchor, 30)),
  }))
  const missed = new Map<string, number>()
  for (const { orderId, outcome } of days)
    if (outcome === 'noShow' || outcome === 'cancelled') missed.set(orderId, (missed.get(orderId) ?? 0) + 1)
  expect(Math.max(...missed.values())).toBeGreaterThan(3)
  expect(days.filter((d) => d.outcome === 'unknown')).toHaveLength(1)
  const torn = [...new Set(last.map((f) => f.orderId))].filter(
    (id) => dayOf(last.filter((f) => f.orderId === id)).state === 'unknown',
  )
  expect(torn).toHaveLength(1)
  expect(offers).toHaveLength(1)
})
