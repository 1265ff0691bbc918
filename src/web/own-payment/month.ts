/** A month in a query: `?maaned=2026-11`; without one, or with something else, the month of today. */
import { addDays, addMonths, type CalendarDay, findDay, getDay } from '../../domain/time/calendar-day.ts'
import type { PageContext } from '../platform/context.ts'

export type Month = {
  /** `YYYY-MM`. */
  readonly name: string
  readonly from: CalendarDay
  /** The last day, included. */
  readonly to: CalendarDay
  readonly before: string
  readonly after: string
}

export function monthOf(today: CalendarDay, asked: string | null): Month {
  const from =
    (asked !== null && /^\d{4}-\d{2}$/.test(asked) ? findDay(`${asked}-01`) : undefined) ??
    getDay(`${today.slice(0, 7)}-01`)
  const next = addMonths(from, 1)
  return {
    name: from.slice(0, 7),
    from,
    to: addDays(next, -1),
    before: addMonths(from, -1).slice(0, 7),
    after: next.slice(0, 7),
  }
}

export const monthAsked = ({ today, query }: PageContext): Month => monthOf(today, query.get('maaned'))

const danish = new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const english = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const monthInWords = ({ from }: Month, language: PageContext['language']): string =>
  (language === 'en' ? english : danish).format(new Date(from))
