/**
 * When absence is repeated (K1.2-4, A1): so often in a rolling period, or present less than half of it. It is a reason to
 * talk, never a sanction: what is found here ends nothing and shortens nothing. Only the person's own cancellations and
 * no-shows count; a closed offer, a late ride and what nobody knows never do.
 */
import { z } from 'zod'
import { absenceReasons } from '../../attendance/fact.ts'
import type { Outcome } from '../../attendance/offer.ts'
import { addDays, CalendarDay, daysBetween } from '../../time/calendar-day.ts'

export const dayOutcomes = [
  'came',
  'cancelled',
  'noShow',
  'offerClosed',
  'transportFailed',
  'unknown',
] as const satisfies readonly Outcome[]

/** What became of a day on which somebody was expected. */
export const ExpectedDay = z.object({
  day: CalendarDay,
  outcome: z.enum(dayOutcomes),
  reason: z.enum(absenceReasons).optional(),
  /** Said on a day before the day itself. */
  toldBeforehand: z.boolean().optional(),
})
export type ExpectedDay = z.infer<typeof ExpectedDay>

export const absenceKinds = ['cancelled', 'noShow'] as const

/** An absence that counts: the coded facts, and no free text. */
export const CountedAbsence = z.object({
  day: CalendarDay,
  kind: z.enum(absenceKinds),
  reason: z.enum(absenceReasons).optional(),
})
export type CountedAbsence = z.infer<typeof CountedAbsence>

/** What the standard calls repeated absence. Its own words give no number: every value is an assumption to confirm. */
export const AbsenceThreshold = z.object({
  /** So many absences in the period. */
  count: z.int().positive(),
  /** The rolling period. */
  weeks: z.int().positive(),
  /** Or present on less than this share of the days, once the person has been expected for the whole period. */
  attendanceBelowPercent: z.int().min(0).max(100),
  /** The share says nothing of fewer days than this. */
  minimumExpectedDays: z.int().positive(),
  /** Reasons that never count. */
  neverCounts: z.array(z.enum(absenceReasons)),
  /** Reasons that do not count when they were told beforehand: it is planned, and not repeated absence. */
  plannedDoesNotCount: z.array(z.enum(absenceReasons)),
})
export type AbsenceThreshold = z.infer<typeof AbsenceThreshold>

export const patternBases = ['count', 'share'] as const

export type FoundPattern = {
  /** The period it was found in, first and last day. */
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly basis: (typeof patternBases)[number]
  /** Days in the period that count: the offer took place and it is known whether the person came. */
  readonly expected: number
  readonly came: number
  readonly absences: readonly CountedAbsence[]
}

type Counted = { readonly day: CalendarDay; readonly absence: CountedAbsence | undefined }

const isAbsence = (outcome: Outcome): outcome is CountedAbsence['kind'] =>
  outcome === 'cancelled' || outcome === 'noShow'

/** Told apart: planned absence, and reasons that are nobody's choice. A no-show has told nothing beforehand. */
function isApart({ outcome, reason, toldBeforehand }: ExpectedDay, threshold: AbsenceThreshold): boolean {
  if (outcome !== 'cancelled' || reason === undefined) return false
  if (threshold.neverCounts.includes(reason)) return true
  return toldBeforehand === true && threshold.plannedDoesNotCount.includes(reason)
}

/** Each day once. Of several statements about one day, the one that is kindest to the person holds. */
function countedDays(days: readonly ExpectedDay[], threshold: AbsenceThreshold): readonly Counted[] {
  const apart = new Set<CalendarDay>()
  const counted = new Map<CalendarDay, Counted>()
  const inOrder = days.toSorted(
    (a, b) =>
      a.day.localeCompare(b.day) ||
      a.outcome.localeCompare(b.outcome) ||
      (a.reason ?? '').localeCompare(b.reason ?? ''),
  )
  for (const one of inOrder) {
    const { day, outcome, reason } = one
    if (isApart(one, threshold)) apart.add(day)
    if (outcome === 'came') counted.set(day, { day, absence: undefined })
    else if (isAbsence(outcome) && !counted.has(day))
      counted.set(day, { day, absence: { day, kind: outcome, ...(reason && { reason }) } })
  }
  return [...counted.values()].filter(({ day, absence }) => absence === undefined || !apart.has(day))
}

/**
 * The first pattern of repeated absence in these days, or undefined. Independent of their order and of saying the same
 * thing twice. `settledUntil`: what lies on or before that day was part of an earlier dialogue and is not counted again.
 */
export function findAbsencePattern(
  days: readonly ExpectedDay[],
  threshold: AbsenceThreshold,
  settledUntil?: CalendarDay,
): FoundPattern | undefined {
  const counted = countedDays(
    days.filter(({ day }) => settledUntil === undefined || day > settledUntil),
    threshold,
  )
  const [first] = counted
  if (first === undefined) return undefined
  for (const { day: to, absence } of counted) {
    if (absence === undefined) continue
    const from = addDays(to, 1 - threshold.weeks * 7)
    const within = counted.filter(({ day }) => day >= from && day <= to)
    const absences = within.flatMap((one) => one.absence ?? [])
    const expected = within.length
    const came = expected - absences.length
    const found = { from, to, expected, came, absences }
    if (absences.length >= threshold.count) return { ...found, basis: 'count' }
    // Expected in the period's first week already: somebody who has just begun is not measured by a share.
    const wholePeriod = daysBetween(first.day, to) >= (threshold.weeks - 1) * 7
    const below = came * 100 < expected * threshold.attendanceBelowPercent
    if (wholePeriod && expected >= threshold.minimumExpectedDays && below) return { ...found, basis: 'share' }
  }
  return undefined
}

/** Fewer absences than this make no pattern, whatever else is known. */
export function fewestAbsences(threshold: AbsenceThreshold): number {
  const { count, minimumExpectedDays: days, attendanceBelowPercent } = threshold
  const fewestByShare = days - Math.ceil((days * attendanceBelowPercent) / 100) + 1
  return Math.min(count, fewestByShare)
}
