/** Supervision’s pages, each a link; and the periods that they look at. */
import { addDays, type CalendarDay, getDay } from '../../domain/time/calendar-day.ts'
import type { PageContext } from '../platform/context.ts'
import { Tabs } from '../ui/parts.tsx'
import { supervisionWords } from './words.ts'

export const SupervisionTabs = ({
  c,
  current,
}: {
  readonly c: PageContext
  readonly current: '' | '/log' | '/kaede' | '/afvigelser'
}) => {
  const t = supervisionWords(c.language)
  const tabs = [
    ['', t.sample],
    ['/log', t.log],
    ['/kaede', t.chain],
    ['/afvigelser', t.deviations],
  ] as const
  return (
    <Tabs
      label={t.pages}
      tabs={tabs.map(([path, text]) => ({ href: `/tilsyn${path}`, text, current: path === current }))}
    />
  )
}

const days = { week: 6, month: 29, year: 364 } as const
export const periodSlugs = { week: '7-dage', month: '30-dage', year: '12-maaneder', all: 'alle' } as const
export type PeriodName = keyof typeof periodSlugs
export const periodNames = Object.keys(periodSlugs) as readonly PeriodName[]

export const periodAsked = (slug: string | null | undefined, otherwise: PeriodName): PeriodName =>
  periodNames.find((name) => periodSlugs[name] === slug) ?? otherwise

export const daysOf = (name: PeriodName, today: CalendarDay) => ({
  from: name === 'all' ? getDay('2000-01-01') : addDays(today, -days[name]),
  to: today,
})

/** The same as an option of a form. */
export const periodOptions = (c: PageContext) =>
  periodNames.map((name) => ({ value: periodSlugs[name], label: supervisionWords(c.language).periods[name] }))
