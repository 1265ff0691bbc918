/**
 * CPR numbers by the register's own rule: ten digits and a real date, the century told by the seventh digit and the year.
 * Never modulo 11: numbers have been given out without it since 2007.
 */
import { type CalendarDay, findDay } from '../time/calendar-day.ts'

/** The ten digits of what was typed, with or without the hyphen and spaces; undefined when it is no CPR number. */
export function findCpr(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, '')
  return /^\d{10}$/.test(digits) && birthDateOf(digits) !== undefined ? digits : undefined
}

/** The birth date that a CPR number holds; undefined when there is no such day. */
export function birthDateOf(cpr: string): CalendarDay | undefined {
  const [day, month, year, seventh] = [cpr.slice(0, 2), cpr.slice(2, 4), cpr.slice(4, 6), Number(cpr[6])]
  return findDay(`${century(seventh, Number(year))}${year}-${month}-${day}`)
}

function century(seventh: number, year: number): 18 | 19 | 20 {
  if (seventh <= 3) return 19
  if (seventh === 4 || seventh === 9) return year <= 36 ? 20 : 19
  return year <= 57 ? 20 : 18
}

/** “010203-1234” */
export const formatCpr = (cpr: string): string => `${cpr.slice(0, 6)}-${cpr.slice(6)}`
