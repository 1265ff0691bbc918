/** What was ordered beside what was given: goals and kinds of skills, each with activities now and notes of four weeks. */
import type { Everyday } from '../../casework/read-everyday.ts'
import type { OrderContent } from '../../domain/case/order/events.ts'
import { addDays, type CalendarDay } from '../../domain/time/calendar-day.ts'
import { skillDomains } from '../../domain/vocabulary/skill-domain.ts'
import type { Language } from '../i18n/messages.ts'
import { SummaryList, Table } from '../ui/parts.tsx'
import { domainNames, everydayWords } from './words.ts'

const recentDays = 28

export type Given = {
  readonly what: string
  readonly activities: readonly string[]
  readonly notes: number
  readonly setAside?: string | undefined
}

/** Presenter, pure: the goals first, then the four kinds of skills, then health. */
export function orderedAndGiven(
  everyday: Everyday,
  today: CalendarDay,
  language: Language,
): readonly Given[] {
  const t = everydayWords(language)
  const from = addDays(today, -recentDays)
  const recent = everyday.dailyNotes.filter((n) => n.on > from && n.on <= today)
  const going = everyday.participations.filter((p) => p.on <= today && (!p.left || p.left.on > today))
  return [
    ...everyday.goals.map((goal) => ({
      what: goal.text,
      activities: going
        .filter((p) => goal.domain !== undefined && p.activity.domains.includes(goal.domain))
        .map((p) => p.activity.name),
      notes: recent.filter((n) => n.goals.includes(goal.goalId)).length,
    })),
    ...skillDomains.map((domain) => ({
      what: domainNames(language)[domain],
      activities: going.filter((p) => p.activity.domains.includes(domain)).map((p) => p.activity.name),
      notes: recent.filter((n) => n.domains.includes(domain)).length,
      setAside: everyday.setAside.find((s) => s.domain === domain)?.because,
    })),
    {
      what: t.health,
      activities: going.filter((p) => p.activity.health).map((p) => p.activity.name),
      notes: recent.filter((n) => n.health).length,
    },
  ]
}

export function OrderedAndGiven({
  everyday,
  content,
  today,
  language,
}: {
  readonly everyday: Everyday
  readonly content: Pick<OrderContent, 'daysPerWeek' | 'purpose' | 'intervention'>
  readonly today: CalendarDay
  readonly language: Language
}) {
  const t = everydayWords(language)
  return (
    <>
      <h2>{t.ordered}</h2>
      <p>{t.orderedText}</p>
      <SummaryList
        language={language}
        rows={[
          { label: t.purpose, value: content.purpose },
          { label: t.intervention, value: content.intervention },
          { label: t.daysPerWeek, value: String(content.daysPerWeek) },
        ]}
      />
      <Table
        caption={t.ordered}
        rows={orderedAndGiven(everyday, today, language)}
        empty={<p>{t.none}</p>}
        columns={[
          { heading: t.what, title: t.what, cell: ({ what }) => what },
          {
            heading: t.inActivities,
            title: t.inActivities,
            cell: ({ activities, setAside }) =>
              activities.length > 0 ? activities.join(', ') : setAside ? t.setAside(setAside) : t.none,
          },
          { heading: t.inNotes, title: t.inNotes, cell: ({ notes }) => String(notes) },
        ]}
      />
    </>
  )
}
