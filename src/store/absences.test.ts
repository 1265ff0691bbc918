import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyDayOfFacts } from '../../test/support/attendance.ts'
import { placeSomebody } from '../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asCitizen, asCommand, asProvider, newPerson } from '../../test/support/scopes.ts'
import { dayOf } from '../domain/attendance/day.ts'
import type { AttendanceFact } from '../domain/attendance/fact.ts'
import { type OfferFact, type OfferKind, offerOn, outcomeOf } from '../domain/attendance/offer.ts'
import { ProviderId } from '../domain/identity.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { absencesOf, sumAttendance } from './absences.ts'
import { addAttendance, addOfferFacts, attendanceOfDay, offerFacts, startedPlacements } from './attendance.ts'
import { read, write } from './connection.ts'
import { startDemoClock } from './demo-clock.ts'
import { sql } from './sql.ts'

let db: FreshDatabase
const day = getDay('2026-11-25')
beforeAll(async () => {
  db = await freshDatabase()
  await write(db.app, asCommand(), (tx) => startDemoClock(tx, day))
})
afterAll(() => db.drop())

const offer = (providerId: string, kind: OfferKind, minute: number, on = day): OfferFact => ({
  factId: randomUUID(),
  providerId: ProviderId.parse(providerId),
  day: on,
  kind,
  reason: 'Vandskade',
  at: new Date(Date.parse('2026-11-25T05:00:00.000Z') + minute * 60_000).toISOString(),
  recordedAt: '2026-11-25T05:00:00.000Z',
  actor: { kind: 'system', name: 'test' },
})

describe('the outcomes of days', () => {
  test('are summed up in SQL as the pure rules have them, whatever was recorded', async () => {
    let serial = 0
    const anyOffers = fc.array(
      fc.tuple(fc.constantFrom<OfferKind>('closed', 'staffShortage', 'reopened'), fc.nat(100)),
      { maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(anyDayOfFacts, anyOffers, async (drawn, offersDrawn) => {
        // A provider of its own for each try, and ids too: shrinking tries the same facts again.
        const provider = `sted-${++serial}`
        const placed = await placeSomebody(db.app, { provider })
        const ids = new Map(drawn.map((f) => [f.factId, randomUUID()]))
        const own = (id: string | undefined) => ids.get(id ?? '') ?? randomUUID()
        const facts = drawn.map(
          (f): AttendanceFact => ({
            ...f,
            ...placed,
            providerId: ProviderId.parse(provider),
            factId: own(f.factId),
            ...(f.refersTo && { refersTo: own(f.refersTo) }),
            ...(f.setsAside && { setsAside: f.setsAside.map(own) }),
          }),
        )
        const offers = offersDrawn.map(([kind, minute]) => offer(provider, kind, minute))
        const rows = await write(db.app, asCommand(), async (tx) => {
          expect((await addAttendance(tx, facts)).size).toBe(facts.length)
          expect((await addAttendance(tx, facts)).size).toBe(0)
          await addOfferFacts(tx, offers)
          expect(await attendanceOfDay(tx, ProviderId.parse(provider), day)).toHaveLength(facts.length)
          expect(await offerFacts(tx, ProviderId.parse(provider), day, day)).toHaveLength(offers.length)
          const between = { from: day, to: day }
          return [
            await absencesOf(tx, { caseId: placed.caseId }, between),
            await absencesOf(tx, { orderId: placed.orderId }, between),
            await absencesOf(tx, { provider: ProviderId.parse(provider) }, between),
          ]
        })
        const made = dayOf(facts)
        const expected = [
          {
            orderId: placed.orderId,
            day,
            outcome: outcomeOf(made, offerOn(day, offers)),
            reason: made.reason ?? null,
            factIds: made.holding.map((f) => f.factId),
          },
        ]
        for (const row of rows) expect(row).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('know holidays, weekends and closing days, and whom nobody expected', async () => {
    const provider = ProviderId.parse('julested')
    const placed = await placeSomebody(db.app, { provider })
    const free = await placeSomebody(db.app, { provider, givenName: 'Bo', weekdays: [] })
    const came = (orderId: typeof placed.orderId, on: typeof day): AttendanceFact => ({
      ...(orderId === placed.orderId ? placed : free),
      factId: randomUUID(),
      providerId: provider,
      day: on,
      kind: 'arrived',
      at: `${on}T08:00:00.000Z`,
      skewSeconds: 0,
      recordedAt: `${on}T08:00:00.000Z`,
      recordedOn: on,
      actor: { kind: 'system', name: 'test' },
      confirmed: true,
    })
    const saturday = getDay('2026-12-19')
    const [days, sums] = await write(db.app, asCommand(), async (tx) => {
      await addAttendance(tx, [
        came(placed.orderId, getDay('2026-12-21')),
        came(placed.orderId, saturday),
        came(free.orderId, getDay('2026-12-21')),
      ])
      await addOfferFacts(tx, [
        offer(provider, 'closed', 0, getDay('2026-12-23')),
        // Open on Christmas Eve all the same.
        offer(provider, 'reopened', 0, getDay('2026-12-24')),
      ])
      const between = { from: saturday, to: getDay('2026-12-27') }
      return [
        await absencesOf(tx, { orderId: placed.orderId }, between),
        await sumAttendance(tx, provider, between),
      ]
    })
    expect(days.map((d) => `${d.day} ${d.outcome}`)).toEqual([
      '2026-12-21 came',
      '2026-12-22 unknown',
      '2026-12-23 offerClosed',
      '2026-12-24 unknown',
      '2026-12-25 offerClosed',
    ])
    const zero = { cancelled: 0, noShow: 0, transportFailed: 0 }
    expect(sums).toMatchObject([
      { givenName: 'Asta', expected: 5, came: 1, extra: 1, offerClosed: 2, unknown: 2, ...zero },
      { givenName: 'Bo', expected: 0, came: 0, extra: 1, offerClosed: 0, unknown: 0, ...zero },
    ])
  })
})

describe('attendance', () => {
  test('is seen by the person’s own side and the provider that recorded it, and by nobody else', async () => {
    const placed = await placeSomebody(db.app, { provider: 'jels' })
    await write(db.app, asCommand(), (tx) =>
      tx.run(sql`
        insert into attendance_fact (municipality, fact_id, provider_id, order_id, case_id, person_id, day, kind, at,
          skew_seconds, recorded_at, recorded_on, actor, confirmed)
        values (${tx.scope.municipality}, ${randomUUID()}, 'jels', ${placed.orderId}, ${placed.caseId},
          ${placed.personId}, ${day}, 'arrived', now(), 0, now(), ${day}, '{"kind": "system", "name": "test"}', true)`),
    )
    const count = (scope: Parameters<typeof read>[1]) =>
      read(db.app, scope, async (tx) => (await attendanceOfDay(tx, ProviderId.parse('jels'), day)).length)
    expect(await count(asProvider('jels'))).toBe(1)
    expect(await count(asProvider('kaerhoej'))).toBe(0)
    expect(await count(asCitizen(placed.personId))).toBe(1)
    expect(await count(asCitizen(newPerson()))).toBe(0)
    expect(await read(db.app, asCommand(), (tx) => startedPlacements(tx, placed.caseId))).toHaveLength(1)
  })

  test('is added to and read: nothing is changed, and nothing taken away', async () => {
    for (const change of [
      sql`update attendance_fact set kind = 'left'`,
      sql`delete from attendance_fact`,
      sql`update offer_fact set kind = 'closed'`,
      sql`delete from offer_fact`,
    ])
      await expect(write(db.app, asCommand(), (tx) => tx.run(change))).rejects.toThrow(/permission denied/)
    await expect(
      write(db.app, asProvider('jels'), (tx) => addOfferFacts(tx, [offer('jels', 'closed', 0)])),
    ).rejects.toThrow(/row-level security/)
  })
})
