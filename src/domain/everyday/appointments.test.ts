import { describe, expect, test } from 'vitest'
import { asKaren, asPia, karen, part } from '../../../test/support/case-story.ts'
import type { AttendanceFact } from '../attendance/fact.ts'
import type { OfferFact } from '../attendance/offer.ts'
import { CaseId, ProviderId } from '../identity.ts'
import { getDay, weekday } from '../time/calendar-day.ts'
import { appointmentsOf, type GoingTo, type Scheduled } from './appointments.ts'

const kaerhoej = ProviderId.parse('kaerhoej')
const noerrevang = ProviderId.parse('noerrevang')
const caseId = CaseId.parse('00000000-0000-4000-8000-000000000077')
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const full: Scheduled = { part: 'full', starts: '09:00', ends: '15:00' }
const on =
  (days: Readonly<Record<number, readonly Scheduled[]>>): GoingTo['scheduled'] =>
  (day) =>
    days[weekday(day)] ?? []
/** Monday and Wednesday at Kærhøj, with a ride. */
const first: GoingTo = {
  orderId: part('order'),
  providerId: kaerhoej,
  transport: true,
  from: getDay('2027-01-04'),
  scheduled: on({ 1: [full], 3: [full] }),
}
/** Wednesday, Thursday and Friday afternoons at Nørrevang. */
const second: GoingTo = {
  orderId: part('second'),
  providerId: noerrevang,
  transport: false,
  from: getDay('2027-01-04'),
  scheduled: on({
    3: [{ part: 'afternoon', starts: '15:30', ends: '17:00' }],
    4: [
      { part: 'afternoon', starts: '12:30', ends: '15:00' },
      { part: 'morning', starts: '08:00', ends: '11:00' },
    ],
  }),
}
const week = { from: getDay('2027-01-11'), to: getDay('2027-01-17') }
const nothing = { attendance: [], offers: [] }

const fact = (
  n: number,
  day: string,
  more: Partial<AttendanceFact> & Pick<AttendanceFact, 'kind'>,
): AttendanceFact => ({
  factId: uuid(n),
  orderId: part('order'),
  providerId: kaerhoej,
  caseId,
  personId: karen,
  day: getDay(day),
  at: `${day}T06:${String(n).padStart(2, '0')}:00Z`,
  recordedAt: `${day}T06:${String(n).padStart(2, '0')}:00Z`,
  recordedOn: getDay(day),
  actor: asKaren,
  confirmed: true,
  skewSeconds: 0,
  ...(more.kind === 'cancelled' && { reason: 'illness' as const, saidBy: 'citizen' as const }),
  ...more,
})
const offer = (day: string, kind: OfferFact['kind'], more: Partial<OfferFact> = {}): OfferFact => ({
  factId: uuid(900),
  providerId: kaerhoej,
  day: getDay(day),
  kind,
  reason: 'Vandskade',
  at: `${day}T05:00:00Z`,
  recordedAt: `${day}T05:00:00Z`,
  actor: asPia,
  ...more,
})
const lines = (...given: Parameters<typeof appointmentsOf>) =>
  appointmentsOf(...given).map((a) => `${a.day} ${a.starts} ${a.providerId} ${a.part}: ${a.becomes.state}`)

test('two places and split days stand in the order of the clock', () => {
  expect(lines([second, first], week, nothing)).toEqual([
    '2027-01-11 09:00 kaerhoej full: planned',
    '2027-01-13 09:00 kaerhoej full: planned',
    '2027-01-13 15:30 noerrevang afternoon: planned',
    '2027-01-14 08:00 noerrevang morning: planned',
    '2027-01-14 12:30 noerrevang afternoon: planned',
  ])
})

test('nothing before the first day and nothing after the last', () => {
  const between = { ...first, from: getDay('2027-01-12'), to: getDay('2027-01-18') }
  expect(lines([between], { from: getDay('2027-01-11'), to: getDay('2027-01-31') }, nothing)).toEqual([
    '2027-01-13 09:00 kaerhoej full: planned',
    '2027-01-18 09:00 kaerhoej full: planned',
  ])
})

test('nowhere to go is no appointment', () => {
  expect(appointmentsOf([], week, nothing)).toEqual([])
})

describe('what becomes of a day', () => {
  const monday = { from: getDay('2027-01-11'), to: getDay('2027-01-11') }
  const of = (attendance: readonly AttendanceFact[], offers: readonly OfferFact[] = []) =>
    appointmentsOf([first], monday, { attendance, offers })[0]?.becomes

  test('said off: with its reason and the fact that an undoing refers to', () => {
    expect(of([fact(1, '2027-01-11', { kind: 'cancelled' })])).toEqual({
      state: 'cancelled',
      reason: 'illness',
      factIds: [uuid(1)],
    })
  })
  test('said off and taken back, it is planned again', () => {
    const off = fact(1, '2027-01-11', { kind: 'cancelled' })
    expect(of([off, fact(2, '2027-01-11', { kind: 'undone', refersTo: uuid(1) })])).toEqual({
      state: 'planned',
    })
  })
  test('said off another day, or for another place, it is planned', () => {
    expect(of([fact(1, '2027-01-13', { kind: 'cancelled' })])).toEqual({ state: 'planned' })
    expect(of([fact(1, '2027-01-11', { kind: 'cancelled', orderId: part('second') })])).toEqual({
      state: 'planned',
    })
  })
  test('here, and gone home', () => {
    const arrived = fact(1, '2027-01-11', { kind: 'arrived', actor: asPia })
    expect(of([arrived])).toEqual({ state: 'here' })
    expect(of([arrived, fact(2, '2027-01-11', { kind: 'left', actor: asPia })])).toEqual({ state: 'gone' })
  })
  test('what contradicts itself is said to nobody: the day is planned until a person has settled it', () => {
    const here = fact(1, '2027-01-11', { kind: 'arrived', actor: asPia })
    const not = fact(2, '2027-01-11', { kind: 'noShow', actor: asPia })
    expect(of([here, not])).toEqual({ state: 'planned' })
  })
  test('closed by the provider, with its reason; open again, it is planned', () => {
    const closed = offer('2027-01-11', 'closed')
    expect(of([], [closed])).toEqual({ state: 'closed', because: 'closed', words: 'Vandskade' })
    const open = offer('2027-01-11', 'reopened', { factId: uuid(901), at: '2027-01-11T05:30:00Z' })
    expect(of([], [closed, open])).toEqual({ state: 'planned' })
  })
  test('closed at another provider, or for another group, it is planned', () => {
    expect(of([], [offer('2027-01-11', 'closed', { providerId: noerrevang })])).toEqual({ state: 'planned' })
    expect(of([], [offer('2027-01-11', 'staffShortage', { groupId: uuid(5) })])).toEqual({ state: 'planned' })
  })
  test('a holiday is closed without anybody saying so', () => {
    const day = getDay('2027-01-01')
    const early = { ...first, from: getDay('2026-12-01'), scheduled: on({ 5: [full] }) }
    expect(appointmentsOf([early], { from: day, to: day }, nothing)[0]?.becomes).toMatchObject({
      state: 'closed',
      because: 'holiday',
    })
  })
  test('closed and there all the same, one is there', () => {
    const arrived = fact(1, '2027-01-11', { kind: 'arrived', actor: asPia })
    expect(of([arrived], [offer('2027-01-11', 'closed')])).toEqual({ state: 'here' })
  })
})

test('a morning said off leaves the afternoon, and the whole day says off both', () => {
  const thursday = { from: getDay('2027-01-14'), to: getDay('2027-01-14') }
  const off = (more: Partial<AttendanceFact>) =>
    fact(1, '2027-01-14', { kind: 'cancelled', orderId: part('second'), providerId: noerrevang, ...more })
  const states = (attendance: readonly AttendanceFact[]) =>
    appointmentsOf([second], thursday, { attendance, offers: [] }).map((a) => a.becomes.state)
  expect(states([off({ part: 'morning' })])).toEqual(['cancelled', 'planned'])
  expect(states([off({})])).toEqual(['cancelled', 'cancelled'])
  expect(states([off({ part: 'full' })])).toEqual(['cancelled', 'cancelled'])
})
