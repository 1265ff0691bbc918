/** Times on the clock in Denmark (`08:30`), and the instants that they are on a day. */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from './calendar-day.ts'

/**
 * The instant, in milliseconds, at which the clock in Copenhagen shows this time that day. A time that is skipped when
 * summer time begins is an hour later; one that comes twice when it ends is the first.
 */
export const copenhagenInstant = (day: CalendarDay, time: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: 'Europe/Copenhagen',
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds

/** What the clock in Copenhagen shows at an instant (ISO 8601). */
export const copenhagenTime = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/Copenhagen')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

const minutesADay = 24 * 60

/** So many minutes later on the clock (earlier, where negative), never past the day's ends. */
export function shiftTime(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const shifted = Math.min(Math.max(hour * 60 + minute + minutes, 0), minutesADay - 1)
  return `${String(Math.floor(shifted / 60)).padStart(2, '0')}:${String(shifted % 60).padStart(2, '0')}`
}
