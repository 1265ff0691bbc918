import { expect, test } from 'vitest'
import { asKaren, asPia, karen, noerrevang, part } from '../../../../test/support/case-story.ts'
import type { AttendanceFact } from '../../attendance/fact.ts'
import type { OfferFact, OfferKind } from '../../attendance/offer.ts'
import { CaseId } from '../../identity.ts'
import { getDay } from '../../time/calendar-day.ts'
import { expectedDaysOf } from './days.ts'

let ids = 0
const uuid = (): string => {
  ids += 1
  return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
}
const said = (
  day: string,
  at: string,
  more: Pick<AttendanceFact, 'kind'> & Partial<AttendanceFact>,
): AttendanceFact => ({
  factId: uuid(),
  orderId: part('order'),
  caseId: CaseId.parse('00000000-0000-4000-8000-000000000099'),
  personId: karen,
  providerId: noerrevang,
  day: getDay(day),
  at,
  confirmed: true,
  actor: asPia,
  skewSeconds: 0,
  recordedAt: at,
  recordedOn: getDay(day),
  ...more,
})
const offer = (day: string, kind: OfferKind, groupId?: string): OfferFact => ({
  factId: uuid(),
  providerId: noerrevang,
  day: getDay(day),
  kind,
  reason: 'Kursus',
  at: `${day}T06:00:00.000Z`,
  recordedAt: `${day}T06:00:00.000Z`,
  actor: asPia,
  ...(groupId && { groupId }),
})
const ill = { kind: 'cancelled', reason: 'illness', saidBy: 'citizen', actor: asKaren } as const

test('said the evening before is beforehand, and just after midnight in Copenhagen is not', () => {
  const days = expectedDaysOf(
    [
      said('2027-02-02', '2027-02-01T22:30:00.000Z', ill),
      said('2027-02-03', '2027-02-02T23:30:00.000Z', ill),
    ],
    [],
  )
  expect(days.map((d) => d.toldBeforehand)).toEqual([true, false])
  expect(days.map((d) => [d.outcome, d.reason])).toEqual([
    ['cancelled', 'illness'],
    ['cancelled', 'illness'],
  ])
})

test('a closed offer, also of one group, staff shortage and a holiday are never her absence', () => {
  const noShow = (day: string) => said(day, `${day}T09:00:00.000Z`, { kind: 'noShow' })
  const days = expectedDaysOf(
    ['2027-02-01', '2027-02-02', '2027-02-03', '2027-03-25', '2027-02-05'].map(noShow),
    [
      offer('2027-02-01', 'closed'),
      offer('2027-02-02', 'staffShortage', uuid()),
      offer('2027-02-03', 'closed'),
      { ...offer('2027-02-03', 'reopened'), at: '2027-02-03T07:00:00.000Z' },
    ],
  )
  expect(days.map((d) => [d.day, d.outcome])).toEqual([
    ['2027-02-01', 'offerClosed'],
    ['2027-02-02', 'offerClosed'],
    ['2027-02-03', 'noShow'],
    ['2027-02-05', 'noShow'],
    ['2027-03-25', 'offerClosed'],
  ])
})

test('what contradicts, and a ride that did not come, is not known or not hers', () => {
  const days = expectedDaysOf(
    [
      said('2027-02-01', '2027-02-01T08:00:00.000Z', { kind: 'arrived' }),
      said('2027-02-01', '2027-02-01T09:00:00.000Z', { kind: 'noShow' }),
      said('2027-02-02', '2027-02-02T09:00:00.000Z', { kind: 'late', lateBy: 'transport' }),
      said('2027-02-02', '2027-02-02T10:00:00.000Z', { kind: 'noShow' }),
    ],
    [],
  )
  expect(days.map((d) => d.outcome)).toEqual(['unknown', 'transportFailed'])
})
