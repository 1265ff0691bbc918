/** Days and amounts in a letter's words. */
import { type CalendarDay, weekday } from '../domain/time/calendar-day.ts'
import type { LetterLanguage } from './letter-content.ts'

const months: Record<LetterLanguage, readonly string[]> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const weekdays: Record<LetterLanguage, readonly string[]> = {
  da: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}

/** `25. december 2026` or `25 December 2026`. */
export function dayInWords(day: CalendarDay, language: LetterLanguage = 'da'): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = months[language][(month ?? 1) - 1] ?? ''
  return language === 'da' ? `${date}. ${name} ${year}` : `${date} ${name} ${year}`
}

/** `fredag den 25. december 2026` or `Friday 25 December 2026`. */
export function weekdayInWords(day: CalendarDay, language: LetterLanguage = 'da'): string {
  const name = weekdays[language][weekday(day) - 1] ?? ''
  return language === 'da' ? `${name} den ${dayInWords(day, 'da')}` : `${name} ${dayInWords(day, 'en')}`
}

/** A number as Danish writes it: `4,5`. */
export const amountInWords = (amount: number, language: LetterLanguage = 'da'): string =>
  language === 'da' ? String(amount).replace('.', ',') : String(amount)
