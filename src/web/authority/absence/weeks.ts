/** Attendance week by week, as a caseworker reads it. Pure, and tried without a browser. */
import type { ExpectedDay } from '../../../domain/case/absence/pattern.ts'
import { type CalendarDay, mondayOf } from '../../../domain/time/calendar-day.ts'

export type Week = {
  readonly monday: CalendarDay
  readonly came: number
  readonly cancelled: number
  readonly noShow: number
  /** Closed, no ride, or not known. */
  readonly notCounted: number
}

/** The weeks in which anything is recorded, the latest first. */
export function weeksOf(days: readonly ExpectedDay[]): readonly Week[] {
  const mondays = [...new Set(days.map(({ day }) => mondayOf(day)))].sort().reverse()
  return mondays.map((monday) => {
    const own = days.filter(({ day }) => mondayOf(day) === monday)
    const count = (...outcomes: readonly ExpectedDay['outcome'][]): number =>
      own.filter(({ outcome }) => outcomes.includes(outcome)).length
    return {
      monday,
      came: count('came'),
      cancelled: count('cancelled'),
      noShow: count('noShow'),
      notCounted: count('offerClosed', 'transportFailed', 'unknown'),
    }
  })
}
