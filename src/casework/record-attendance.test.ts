/** The same bad network as `src/domain/attendance/network.test.ts`, against the real table: fewer evenings, the same promise. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/app.ts'
import { anyEvening, live } from '../../test/support/attendance-network.ts'
import { placeSomebody } from '../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asCommand, newUser, vejen } from '../../test/support/scopes.ts'
import { dayOf } from '../domain/attendance/day.ts'
import { ProviderId } from '../domain/identity.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { attendanceOfOrders } from '../store/attendance.ts'
import { read } from '../store/connection.ts'
import type { Asking } from './perform.ts'
import { recordAttendance } from './record-attendance.ts'

let database: FreshDatabase
let app: TestApp
beforeAll(async () => {
  database = await freshDatabase()
  app = openTestApp({ database, routes: [] })
})
afterAll(() => database.drop())

const userId = newUser()
const asking: Asking = {
  municipality: vejen,
  today: getDay('2026-11-25'),
  subject: { roles: ['providerStaff'], userId, provider: ProviderId.parse('kaerhoej') },
  actor: { kind: 'staff', userId, role: 'providerStaff' },
}

test('nothing is lost and nothing doubled, and the day is that of a perfect network', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvening, async (evening) => {
      /** With ids of its own, in the same order: shrinking tries the same evening again. */
      const after = async (mishaps: typeof evening.mishaps) => {
        const { orderId } = await placeSomebody(database.app)
        const ids = new Map<string, string>()
        const own = (id: string) => {
          const known = ids.get(id) ?? `${id.slice(0, 24)}${randomUUID().slice(24)}`
          ids.set(id, known)
          return known
        }
        await live({ ...evening, mishaps }, async ({ facts, clock, now }) => {
          const house = { ...app.house, now: () => now }
          const given = facts.map((f) => ({
            ...f,
            orderId,
            factId: own(f.factId),
            ...(f.refersTo && { refersTo: own(f.refersTo) }),
            ...(f.setsAside && { setsAside: f.setsAside.map(own) }),
          }))
          const answers = await recordAttendance(house, asking, given, { deviceId: randomUUID(), clock })
          return answers.map(({ outcome }, index) => ({ factId: facts[index]?.factId ?? '', outcome }))
        })
        const from = getDay('2026-11-01')
        const stored = await read(database.app, asCommand(), (tx) =>
          attendanceOfOrders(tx, [orderId], from, getDay('2026-12-31')),
        )
        const drawn = new Map([...ids].map(([id, mine]) => [mine, id]))
        const { state, contradictions } = dayOf(stored)
        const names = (of: typeof stored) => of.map((f) => drawn.get(f.factId) ?? '').sort()
        return { ids: names(stored), days: stored.map((f) => f.day), state, torn: names(contradictions) }
      }
      const [bad, perfect] = [await after(evening.mishaps), await after([])]
      expect(bad).toEqual(perfect)
      expect(bad.ids).toEqual(evening.tablets.flatMap((t) => t.facts.map((f) => f.factId)).sort())
      expect(new Set(bad.days)).toEqual(new Set(['2026-11-25']))
    }),
    { numRuns: 15 },
  )
}, 120_000)
