/** Working days: Monday to Friday without public holidays, 5 June, 24 and 31 December. */
import { addDays, type CalendarDay } from './calendar-day.ts'
import { findNonWorkingReason } from './holidays.ts'

export const isWorkingDay = (day: CalendarDay): boolean => findNonWorkingReason(day) === undefined

/** The working day that lies `amount` working days after a day, which is not itself counted. Negative counts back. */
export function addWorkingDays(day: CalendarDay, amount: number): CalendarDay {
  const step = amount < 0 ? -1 : 1
  let left = Math.abs(amount)
  let at = day
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** The latest working day on or before a day. */
export function lastWorkingDay(day: CalendarDay): CalendarDay {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, -1)
  return at
}
