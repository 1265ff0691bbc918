/**
 * A day in Denmark. A value type: an ISO text (`2026-11-24`) under a brand, so that it compares with `<`,
 * serialises as itself and cannot be confused with other text. Counting days is arithmetic on midnights in UTC, for a page
 * counts some thousand of them; months and time zones are temporal-polyfill's.
 */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

export const CalendarDay = z.iso.date('not a day').brand('CalendarDay')
export type CalendarDay = z.infer<typeof CalendarDay>

/** The day that `text` (`yyyy-mm-dd`) names, or undefined where there is no such day. */
export function findDay(text: string): CalendarDay | undefined {
  const parsed = CalendarDay.safeParse(text)
  return parsed.success ? parsed.data : undefined
}

/** The day that `text` names. Throws where there is no such day: for literals and for stored values. */
export function getDay(text: string): CalendarDay {
  return CalendarDay.parse(text)
}

const plain = (day: CalendarDay): Temporal.PlainDate => Temporal.PlainDate.from(day)
const back = (date: Temporal.PlainDate): CalendarDay => date.toString() as CalendarDay

const millisADay = 86_400_000
const midnight = (day: CalendarDay): number => Date.parse(day)

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(midnight(day) + days * millisADay).toISOString().slice(0, 10) as CalendarDay

/** Months clamp to the month's last day: 31 August + 6 months = 28 or 29 February. */
export const addMonths = (day: CalendarDay, months: number): CalendarDay => back(plain(day).add({ months }))

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  (midnight(to) - midnight(from)) / millisADay

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: CalendarDay): number => new Date(midnight(day)).getUTCDay() || 7

/** The Monday of its week. */
export const mondayOf = (day: CalendarDay): CalendarDay => addDays(day, 1 - weekday(day))

export const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4))

export const earliest = (a: CalendarDay, b: CalendarDay): CalendarDay => (a <= b ? a : b)
export const latest = (a: CalendarDay, b: CalendarDay): CalendarDay => (a >= b ? a : b)

/** Completed years on `day` of someone born on `born`. Born 29 February: the birthday is 1 March in other years. */
export function ageOn(born: CalendarDay, day: CalendarDay): number {
  const years = yearOf(day) - yearOf(born)
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** The day it is in Copenhagen at an instant. The edge calls this once; the domain is told the day. */
export function copenhagenDay(instant: Date): CalendarDay {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Europe/Copenhagen')
    .toPlainDate()
    .toString() as CalendarDay
}
