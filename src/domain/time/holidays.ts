/** Danish holidays by the church year (law.md § 2.6), and the days that are kept free beside them. */
import { addDays, type CalendarDay, getDay, weekday, yearOf } from './calendar-day.ts'
import type { NonWorkingReason } from './deadline.ts'

/** Easter Sunday of the Gregorian year (Meeus, Jones and Butcher). */
export function easterSunday(year: number): CalendarDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1
  return getDay(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
}

/** Great Prayer Day was a holiday for the last time in 2023. */
const lastGreatPrayerDay = 2023

export type Holiday = { readonly day: CalendarDay; readonly name: string }

/** The public holidays of a year, in order of date. Names are Danish: they are shown as they are. */
export function publicHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year)
  const moving: readonly (readonly [number, string])[] = [
    [-3, 'Skærtorsdag'],
    [-2, 'Langfredag'],
    [0, 'Påskedag'],
    [1, '2. påskedag'],
    ...(year <= lastGreatPrayerDay ? [[26, 'Store bededag'] as const] : []),
    [39, 'Kristi himmelfartsdag'],
    [49, 'Pinsedag'],
    [50, '2. pinsedag'],
  ]
  return [
    { day: getDay(`${year}-01-01`), name: 'Nytårsdag' },
    ...moving.map(([offset, name]) => ({ day: addDays(easter, offset), name })),
    { day: getDay(`${year}-12-25`), name: 'Juledag' },
    { day: getDay(`${year}-12-26`), name: '2. juledag' },
  ].sort((x, y) => x.day.localeCompare(y.day))
}

const holidaysByYear = new Map<number, ReadonlySet<CalendarDay>>()

function isPublicHoliday(day: CalendarDay): boolean {
  const year = yearOf(day)
  const known = holidaysByYear.get(year) ?? new Set(publicHolidays(year).map((h) => h.day))
  holidaysByYear.set(year, known)
  return known.has(day)
}

// Periods are counted day by day, over the same few years again and again.
const reasonsByDay = new Map<CalendarDay, NonWorkingReason | undefined>()

/** Why no work is done on a day; undefined on a working day. The Friday after Ascension is for citizens' periods only. */
export function findNonWorkingReason(day: CalendarDay): NonWorkingReason | undefined {
  if (!reasonsByDay.has(day)) reasonsByDay.set(day, nonWorkingReason(day))
  return reasonsByDay.get(day)
}

function nonWorkingReason(day: CalendarDay): NonWorkingReason | undefined {
  const weekdayNumber = weekday(day)
  if (weekdayNumber === 6) return 'saturday'
  if (weekdayNumber === 7) return 'sunday'
  if (isPublicHoliday(day)) return 'publicHoliday'
  const monthAndDay = day.slice(5)
  if (monthAndDay === '06-05') return 'constitutionDay'
  if (monthAndDay === '12-24') return 'christmasEve'
  if (monthAndDay === '12-31') return 'newYearsEve'
  return undefined
}

export const isFridayAfterAscension = (day: CalendarDay): boolean =>
  addDays(easterSunday(yearOf(day)), 40) === day
