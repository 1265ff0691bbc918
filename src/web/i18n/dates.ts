/** Days in words. Citizens get the weekday and the month's name; lists get the short form. */
import { addDays, type CalendarDay, getDay } from '../../domain/time/calendar-day.ts'
import type { Language } from './messages.ts'

const locale = (language: Language): string => (language === 'en' ? 'en-GB' : 'da-DK')
const formats = new Map<string, Intl.DateTimeFormat>()

function format(day: CalendarDay, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale(language)} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', ...options })
  formats.set(key, known)
  return known.format(new Date(`${day}T12:00:00Z`))
}

/** “fredag den 25. december 2026” */
export const longDay = (day: CalendarDay, language: Language): string =>
  format(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** “25. december 2026” */
export const plainDay = (day: CalendarDay, language: Language): string =>
  format(day, language, { day: 'numeric', month: 'long', year: 'numeric' })

/** “fre. 25.12.2026”, for tables. */
export const shortDay = (day: CalendarDay, language: Language): string =>
  `${format(day, language, { weekday: 'short' })} ${format(day, language, { day: '2-digit', month: '2-digit', year: 'numeric' })}`

/** “Mandag”, of an ISO weekday: 1 is Monday, 7 Sunday. */
export function weekdayName(weekday: number, language: Language): string {
  const name = format(addDays(aMonday, weekday - 1), language, { weekday: 'long' })
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

const aMonday = getDay('2026-01-05')

const times = new Map<string, Intl.DateTimeFormat>()

/** The clock in Denmark at an instant: “10.14”. */
export function timeOfDay(instant: string, language: Language): string {
  const known =
    times.get(locale(language)) ??
    new Intl.DateTimeFormat(locale(language), {
      timeZone: 'Europe/Copenhagen',
      hour: '2-digit',
      minute: '2-digit',
    })
  times.set(locale(language), known)
  return known.format(new Date(instant))
}

const instants = new Map<string, Intl.DateTimeFormat>()

/** An instant on the clock in Denmark: “24.11.2026 10.14”. */
export function dayAndTime(instant: string, language: Language): string {
  const known =
    instants.get(locale(language)) ??
    new Intl.DateTimeFormat(locale(language), {
      timeZone: 'Europe/Copenhagen',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
  instants.set(locale(language), known)
  return known.format(new Date(instant))
}
