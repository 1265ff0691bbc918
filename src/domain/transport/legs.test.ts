import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDayOfFacts, fact } from '../../../test/support/attendance.ts'
import { dayOf } from '../attendance/day.ts'
import type { AttendanceFact } from '../attendance/fact.ts'
import type { OfferFact } from '../attendance/offer.ts'
import { getDay } from '../time/calendar-day.ts'
import { copenhagenInstant } from '../time/time-of-day.ts'
import { cancelBy, type Leg, legKey, legsOf, type RideDay } from './legs.ts'

const { orderId, personId, providerId } = fact('arrived')
const wednesday = getDay('2026-11-25')
const ride = (more: Partial<RideDay> = {}): RideDay => ({
  orderId,
  personId,
  providerId,
  day: wednesday,
  granted: true,
  times: [{ part: 'full', starts: '09:00', ends: '15:00' }],
  ...more,
})
const halves = [
  { part: 'afternoon', starts: '12:30', ends: '15:00' },
  { part: 'morning', starts: '08:30', ends: '11:30' },
] as const
const terms = { cancelMinutes: 120, windowMinutes: 30 }
const nothing = { attendance: [], offers: [] }
/** Known to the house at a time in winter's Denmark. */
const saidAt = (time: string, more: Partial<AttendanceFact> = {}) => {
  const at = `2026-11-${time}:00.000+01:00`
  const recordedOn = getDay(at.slice(0, 10))
  return fact('cancelled', {
    at,
    recordedAt: at,
    recordedOn,
    reason: 'illness',
    saidBy: 'residence',
    ...more,
  })
}
const closed = (more: Partial<OfferFact> = {}): OfferFact => ({
  factId: '00000000-0000-4000-8000-000000000001',
  providerId,
  day: wednesday,
  kind: 'closed',
  reason: 'Kursus',
  at: '2026-11-20T08:00:00.000Z',
  recordedAt: '2026-11-20T08:00:00.000Z',
  actor: { kind: 'system', name: 'test' },
  ...more,
})
const states = (legs: readonly Leg[]) => legs.map((l) => `${l.direction} ${l.part} ${l.state}`)
const given = (...attendance: readonly AttendanceFact[]) =>
  states(legsOf(ride(), { attendance, offers: [] }, terms))

test('a whole day is a ride there and a ride home, each with its window', () => {
  const needs = { wheelchair: true, companion: false, aids: 'Rollator' }
  expect(legsOf(ride({ needs }), nothing, terms)).toMatchObject([
    { direction: 'there', from: 'home', to: 'offer', earliest: '08:30', latest: '09:00', needs },
    { direction: 'home', from: 'offer', to: 'home', earliest: '15:00', latest: '15:30', needs },
  ])
})

test('two half days at one place are one ride there and one home', () => {
  expect(states(legsOf(ride({ times: halves }), nothing, terms))).toEqual([
    'there morning planned',
    'home afternoon planned',
  ])
})

test('said off for the morning, the ride is for the afternoon, and the first one is told of', () => {
  const attendance = [saidAt('25T06:00', { part: 'morning' })]
  expect(states(legsOf(ride({ times: halves }), { attendance, offers: [] }, terms))).toEqual([
    'there morning cancelled',
    'there afternoon planned',
    'home afternoon planned',
  ])
})

describe('said off', () => {
  test.each([
    ['the evening before', '24T20:00', 'cancelled', 'cancelled'],
    ['at the very deadline of the ride there', '25T06:30', 'cancelled', 'cancelled'],
    ['a minute after it', '25T06:31', 'wasted', 'cancelled'],
    ['at the deadline of the ride home', '25T13:00', 'wasted', 'cancelled'],
    ['a minute after that', '25T13:01', 'wasted', 'wasted'],
  ])('%s', (_, time, there, home) => {
    expect(given(saidAt(time))).toEqual([`there full ${there}`, `home full ${home}`])
  })

  test('twice is the same: the first word counts', () => {
    expect(given(saidAt('25T06:00'), saidAt('25T08:00'))).toEqual(given(saidAt('25T06:00')))
  })

  test('and taken back, the rides are there again', () => {
    const off = saidAt('25T06:00')
    expect(given(off, fact('undone', { refersTo: off.factId }))).toEqual(given())
  })

  test('on a tablet without a net it counts from when the house knew', () => {
    const late = saidAt('25T06:00', { recordedAt: '2026-11-25T08:00:00.000Z' })
    expect(given(late)[0]).toBe('there full wasted')
  })

  test('in a demonstration whose clock is elsewhere it counts on the product’s day', () => {
    const day = getDay('2027-02-03')
    const off = saidAt('25T06:00', { day, recordedOn: day })
    expect(states(legsOf(ride({ day }), { attendance: [off], offers: [] }, terms))).toEqual([
      'there full cancelled',
      'home full cancelled',
    ])
  })

  test('by nobody, the ride there was wasted, and the one home is taken off', () => {
    const noShow = fact('noShow', { recordedAt: '2026-11-25T09:00:00.000Z' })
    expect(given(noShow)).toEqual(['there full wasted', 'home full cancelled'])
  })
})

describe('summer and winter time', () => {
  test.each([
    ['the night that summer time begins', '2026-03-29', '2026-03-28T18:00:00.000Z'],
    ['the night that it ends', '2026-10-25', '2026-10-24T19:00:00.000Z'],
    ['any other night of summer', '2026-06-10', '2026-06-09T18:00:00.000Z'],
  ])('twelve real hours before eight o’clock, %s', (_, day, instant) => {
    expect(new Date(cancelBy(getDay(day), '08:00', 720)).toISOString()).toBe(instant)
  })

  test('a time that is skipped is an hour later, one that comes twice is the first', () => {
    expect(new Date(copenhagenInstant(getDay('2026-03-29'), '02:30')).toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    )
    expect(new Date(copenhagenInstant(getDay('2026-10-25'), '02:30')).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    )
  })
})

describe('there is no ride', () => {
  test('on a day that is closed, said or by holiday, and there is one again where it was reopened', () => {
    const on = (day: string, ...offers: readonly OfferFact[]) =>
      legsOf(ride({ day: getDay(day) }), { attendance: [], offers }, terms)
    expect(on('2026-11-25', closed())).toEqual([])
    expect(on('2026-12-25')).toEqual([])
    expect(on('2026-12-25', closed({ day: getDay('2026-12-25'), kind: 'reopened' }))).toHaveLength(2)
  })

  test('for the group that is closed, and for the other there is', () => {
    const group = '00000000-0000-4000-8000-000000000009'
    const at = (of: string) =>
      legsOf(
        ride({ times: [{ part: 'full', starts: '09:00', ends: '15:00', group: of }] }),
        { attendance: [], offers: [closed({ groupId: group })] },
        terms,
      )
    expect(at(group)).toEqual([])
    expect(at('00000000-0000-4000-8000-000000000008')).toHaveLength(2)
  })

  test('without the right, whatever else is known', () => {
    fc.assert(
      fc.property(anyDayOfFacts, (attendance) => {
        expect(legsOf(ride({ granted: false }), { attendance, offers: [] }, terms)).toEqual([])
      }),
    )
  })
})

describe('whatever was recorded about the day', () => {
  const anyTimes = fc.constantFrom(ride().times, halves, [halves[0]], [])
  const anyTerms = fc.record({
    cancelMinutes: fc.integer({ min: 0, max: 2000 }),
    windowMinutes: fc.integer({ min: 5, max: 180 }),
  })

  test('no ride stands twice, each is between home and the offer, and nobody who is there is left without one', () => {
    fc.assert(
      fc.property(anyDayOfFacts, anyTimes, anyTerms, (attendance, times, some) => {
        const legs = legsOf(ride({ times }), { attendance, offers: [] }, some)
        expect(new Set(legs.map(legKey)).size).toBe(legs.length)
        for (const leg of legs) {
          expect([leg.from, leg.to].toSorted()).toEqual(['home', 'offer'])
          expect(leg.earliest <= leg.latest).toBe(true)
        }
        const { state } = dayOf(attendance)
        if (times.length > 0 && (state === 'here' || state === 'gone'))
          expect(legs.some((l) => l.direction === 'home' && l.state === 'planned')).toBe(true)
      }),
    )
  })

  test('the same facts in any order and twice over give the same rides', () => {
    const shuffled = anyDayOfFacts.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
      ),
    )
    fc.assert(
      fc.property(shuffled, anyTimes, ([facts, again], times) => {
        const legs = (attendance: readonly AttendanceFact[]) =>
          legsOf(ride({ times }), { attendance, offers: [] }, terms)
        expect(legs(again)).toEqual(legs(facts))
      }),
    )
  })

  test('a longer notice never makes a wasted ride a cancelled one', () => {
    fc.assert(
      fc.property(anyDayOfFacts, anyTimes, fc.nat(2000), (attendance, times, more) => {
        const at = (cancelMinutes: number) =>
          legsOf(ride({ times }), { attendance, offers: [] }, { ...terms, cancelMinutes })
        const longer = at(terms.cancelMinutes + more)
        at(terms.cancelMinutes).forEach((leg, i) => {
          if (leg.state === 'wasted') expect(longer[i]?.state).toBe('wasted')
        })
      }),
    )
  })
})
