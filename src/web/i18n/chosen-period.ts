/** The periods that a page with figures can be asked about, and how its address says each. */
import { addDays, type CalendarDay, getDay } from '../../domain/time/calendar-day.ts'
import { defineMessages } from './messages.ts'

export const periods = ['year', 'quarter', 'thisYear', 'lastYear', 'all'] as const
export type PeriodName = (typeof periods)[number]

export const periodSlugs = {
  year: '12-maaneder',
  quarter: '3-maaneder',
  thisYear: 'i-aar',
  lastYear: 'sidste-aar',
  all: 'alle',
} as const satisfies Record<PeriodName, string>

export const periodWords = defineMessages({
  da: {
    periods: 'Periode',
    quarter: 'Seneste 3 måneder',
    year: 'Seneste 12 måneder',
    thisYear: 'I år',
    lastYear: 'Sidste år',
    all: 'Alle',
  },
  en: {
    periods: 'Period',
    quarter: 'The latest 3 months',
    year: 'The latest 12 months',
    thisYear: 'This year',
    lastYear: 'Last year',
    all: 'All',
  },
})

/** The period that the address names, else the latest year. */
export const periodIn = (query: URLSearchParams): PeriodName =>
  periods.find((name) => periodSlugs[name] === query.get('periode')) ?? 'year'

export function periodOf(
  name: PeriodName,
  today: CalendarDay,
): { readonly from: CalendarDay; readonly to: CalendarDay } {
  const year = Number(today.slice(0, 4))
  switch (name) {
    case 'quarter':
      return { from: addDays(today, -91), to: today }
    case 'year':
      return { from: addDays(today, -364), to: today }
    case 'thisYear':
      return { from: getDay(`${year}-01-01`), to: today }
    case 'lastYear':
      return { from: getDay(`${year - 1}-01-01`), to: getDay(`${year - 1}-12-31`) }
    case 'all':
      return { from: getDay('2000-01-01'), to: today }
  }
}
