import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseId, PartId, PersonId, ProviderId, UserId } from '../identity.ts'
import { isRefusal } from '../refusal.ts'
import { addDays, copenhagenDay, getDay } from '../time/calendar-day.ts'
import { admit, type Ground, type Placement } from './admit.ts'
import type { NewAttendance } from './fact.ts'

const providerId = ProviderId.parse('kaerhoej')
const placement: Placement = {
  caseId: CaseId.parse(randomUUID()),
  personId: PersonId.parse(randomUUID()),
  providerId,
  startedOn: getDay('2026-01-05'),
}
const ground = (now: string, more: Partial<Ground> = {}): Ground => ({
  today: copenhagenDay(new Date(now)),
  now: new Date(now),
  lockDays: 7,
  skewSeconds: 0,
  recorder: { kind: 'provider', providerId },
  actor: { kind: 'staff', userId: UserId.parse(randomUUID()), role: 'providerStaff' },
  ...more,
})
const arrived = (day: string, at: string, more: Partial<NewAttendance> = {}): NewAttendance => ({
  factId: randomUUID(),
  orderId: PartId.parse(randomUUID()),
  day: getDay(day),
  kind: 'arrived',
  at,
  confirmed: true,
  ...more,
})
const dayOf = (taken: ReturnType<typeof admit>) => (isRefusal(taken) ? taken.code : taken.fact.day)

describe('summer and winter time', () => {
  test('the day is Denmark’s, on both sides of the hour that comes twice and of the one that is left out', () => {
    // 25 October 2026: 02:30 comes twice, at 00:30 and 01:30 UTC. 29 March: 02:30 does not come at all.
    for (const [day, at] of [
      ['2026-10-24', '2026-10-24T21:59:59.000Z'],
      ['2026-10-25', '2026-10-24T22:00:00.000Z'],
      ['2026-10-25', '2026-10-25T00:30:00.000Z'],
      ['2026-10-25', '2026-10-25T01:30:00.000Z'],
      ['2026-10-25', '2026-10-25T22:59:59.000Z'],
      ['2026-10-26', '2026-10-25T23:00:00.000Z'],
      ['2026-03-28', '2026-03-28T22:59:59.000Z'],
      ['2026-03-29', '2026-03-28T23:00:00.000Z'],
      ['2026-03-29', '2026-03-29T21:59:59.000Z'],
      ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ] as const) {
      expect(copenhagenDay(new Date(at))).toBe(day)
      expect(dayOf(admit(arrived(day, at), placement, ground(at)))).toBe(day)
    }
  })

  test('a clock that still shows the other time is an hour wrong, and moves the day only where that hour does', () => {
    const hour = 3600
    // The tablet did not put its clock back: at 23:30 it shows 00:30 of the day after, and said so of what it recorded.
    const late = ground('2026-10-25T22:30:00.000Z', { skewSeconds: hour })
    expect(dayOf(admit(arrived('2026-10-26', '2026-10-25T23:30:00.000Z'), placement, late))).toBe(
      '2026-10-25',
    )
    // At noon the day is the same by both.
    const noon = ground('2026-10-25T11:00:00.000Z', { skewSeconds: hour })
    const taken = admit(arrived('2026-10-25', '2026-10-25T12:00:00.000Z'), placement, noon)
    expect(dayOf(taken)).toBe('2026-10-25')
    expect(taken).toMatchObject({ told: ['clockWrong'] })
  })

  test('a week’s lock is a week of days, also over the night that is an hour longer', () => {
    const now = '2026-10-30T09:00:00.000Z'
    expect(dayOf(admit(arrived('2026-10-23', now), placement, ground(now)))).toBe('2026-10-23')
    expect(dayOf(admit(arrived('2026-10-22', now), placement, ground(now)))).toBe('dayIsLocked')
    expect(dayOf(admit(arrived('2026-10-22', now, { text: 'Glemt' }), placement, ground(now)))).toBe(
      '2026-10-22',
    )
  })
})

test('what was recorded at its own time counts on its own day, however wrong the clock', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 364 * 24 * 60 }),
      fc.integer({ min: -10 * 86_400, max: 10 * 86_400 }).filter((s) => Math.abs(s) >= 300),
      (minute, skewSeconds) => {
        const real = new Date(Date.parse('2026-01-06T00:00:00Z') + minute * 60_000)
        const shown = new Date(real.getTime() + skewSeconds * 1000)
        const recorded = arrived(copenhagenDay(shown), shown.toISOString())
        expect(dayOf(admit(recorded, placement, ground(real.toISOString(), { skewSeconds })))).toBe(
          copenhagenDay(real),
        )
      },
    ),
  )
})

test('nobody comes before the first day, nor ahead of time, and after the end it is kept and told', () => {
  const now = '2026-11-25T09:00:00.000Z'
  const tomorrow = addDays(getDay('2026-11-25'), 1)
  expect(dayOf(admit(arrived('2026-01-04', now), placement, ground(now)))).toBe('placementNotStarted')
  expect(dayOf(admit(arrived(tomorrow, now), placement, ground(now)))).toBe('dateInFuture')
  expect(dayOf(admit(arrived('2026-11-25', now), undefined, ground(now)))).toBe('notPlacedHere')
  const over = { ...placement, closedOn: getDay('2026-11-24') }
  expect(admit(arrived('2026-11-25', now), over, ground(now))).toMatchObject({ told: ['placementOver'] })
})
