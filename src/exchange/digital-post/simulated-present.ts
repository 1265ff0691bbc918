/** The simulated world's present: the demonstration's day, at the hour it really is. */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'

/** The instant on `today` in Copenhagen with the time of day of `real`. In production, where today is today, `real`. */
export function presentOn(today: CalendarDay, real: Date): Date {
  const clock = Temporal.Instant.fromEpochMilliseconds(real.getTime()).toZonedDateTimeISO('Europe/Copenhagen')
  const moved = Temporal.PlainDate.from(today).toZonedDateTime({
    timeZone: 'Europe/Copenhagen',
    plainTime: clock.toPlainTime(),
  })
  return new Date(moved.epochMilliseconds)
}
