/** About whom nothing has been written for long, whose goals are not touched, what is due: the obligations, longest first. */
import type { Task } from '../../domain/standard/obligation.ts'
import { type CalendarDay, daysBetween } from '../../domain/time/calendar-day.ts'
import type { WorklistEntry } from '../../store/worklist.ts'
import { shortDay } from '../i18n/dates.ts'
import { markerOfDate } from '../i18n/deadline-marker.ts'
import { defineMessages } from '../i18n/messages.ts'
import { taskNames } from '../i18n/tasks.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { reportFigureWords } from '../reports/words.ts'
import { Alert, LinkButton, StatusMarker, Table } from '../ui/parts.tsx'
import { ProviderTabs } from './lists.tsx'
import { noteWords } from './note-words.ts'
import { nameOf, type Order, personHref, placeOfTask } from './orders.ts'
import { isEveryday } from './pressing.ts'
import { readDesk, soonDays } from './read-orders.ts'
import { providerWords } from './words.ts'

const words = defineMessages({
  da: {
    title: 'Noter og mål',
    text: 'Den, der er gået længst om, står øverst. Tallene tælles ud af noterne og gemmes ingen steder.',
    person: 'Borger',
    silent: 'Uden note',
    days: (n: number) => (n === 1 ? '1 dag' : `${n} dage`),
    since: (day: string) => `siden ${day}`,
    goals: 'Mål uden note',
    goalsLate: (late: number, all: number, days: number) =>
      `${late} af ${all} for længe, længst ${days} dage`,
    goalsFine: 'Ingen for længe',
    other: 'Andet, der skal gøres',
    nothing: 'Intet',
    nobody: 'Ingen borgere er startet endnu.',
    saved: 'Noterne er gemt.',
  },
  en: {
    title: 'Notes and goals',
    text: 'Whoever has waited longest stands first. The figures are counted from the notes and stored nowhere.',
    person: 'Person',
    silent: 'Without a note',
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    since: (day: string) => `since ${day}`,
    goals: 'Goals without a note',
    goalsLate: (late: number, all: number, days: number) =>
      `${late} of ${all} for too long, at most ${days} days`,
    goalsFine: 'None for too long',
    other: 'Other things to do',
    nothing: 'Nothing',
    nobody: 'Nobody has started yet.',
    saved: 'The notes are saved.',
  },
})

type Entry = Pick<WorklistEntry, 'caseId' | 'task' | 'arisesOn' | 'dueOn'>

export type OverviewRow = {
  readonly order: Order
  /** The last day that something was written, or the first day. */
  readonly silentSince: CalendarDay
  readonly silentDays: number
  readonly dueOn: CalendarDay | undefined
  readonly goals: { readonly all: number; readonly late: number; readonly longest: number }
  readonly others: readonly { readonly task: Task; readonly dueOn: CalendarDay | undefined }[]
}

/** Presenter: one row for each person who has started, whoever has been silent about longest first. */
export function overviewOf(
  orders: readonly Order[],
  owed: readonly Entry[],
  today: CalendarDay,
): readonly OverviewRow[] {
  return orders
    .filter((o) => o.state.status === 'started')
    .map((order): OverviewRow => {
      const own = owed.filter((entry) => entry.caseId === order.caseId)
      const note = own.find((entry) => entry.task === 'writeDailyNote')
      const silentSince = note?.arisesOn ?? today
      const goals = own.filter((entry) => entry.task === 'workWithGoal')
      const late = goals.filter((entry) => entry.dueOn !== null && entry.dueOn < today)
      const others = new Map<Task, CalendarDay | undefined>()
      for (const { task, dueOn } of own)
        if (
          task !== null &&
          task !== 'writeDailyNote' &&
          task !== 'workWithGoal' &&
          isEveryday(task) &&
          !others.has(task)
        )
          others.set(task, dueOn ?? undefined)
      return {
        order,
        silentSince,
        silentDays: daysBetween(silentSince, today),
        dueOn: note?.dueOn ?? undefined,
        goals: {
          all: goals.length,
          late: late.length,
          longest: Math.max(0, ...late.map((entry) => daysBetween(entry.arisesOn, today))),
        },
        others: [...others].map(([task, dueOn]) => ({ task, dueOn })),
      }
    })
    .sort((a, b) => b.silentDays - a.silentDays || a.order.orderId.localeCompare(b.order.orderId))
}

export async function showOverview(c: PageContext): Promise<Response> {
  const t = words(c.language)
  const n = noteWords(c.language)
  const desk = await readDesk(c, 'provider.overview')
  const soon = soonDays(c)
  const name = (order: Order) =>
    nameOf(desk.people, order.personId) ?? providerWords(c.language).unknownPerson
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <ProviderTabs c={c} current="/overblik" />
      {c.query.has('gemt') && (
        <Alert kind="success">
          <p>{t.saved}</p>
        </Alert>
      )}
      <p>{t.text}</p>
      <div class="hv-actions">
        <LinkButton href="/tilbud/note">{n.writeMany}</LinkButton>
        <LinkButton href="/tilbud/meldinger" look="secondary">
          {reportFigureWords(c.language).ownTitle}
        </LinkButton>
      </div>
      <Table
        caption={t.title}
        rows={overviewOf(desk.orders, desk.owed, c.today)}
        empty={<p>{t.nobody}</p>}
        columns={[
          {
            heading: t.person,
            title: t.person,
            cell: ({ order }) => <a href={personHref(order, '/noter')}>{name(order)}</a>,
          },
          {
            heading: t.silent,
            title: t.silent,
            sorted: 'descending',
            cell: ({ silentDays, silentSince, dueOn, order }) => (
              <>
                {`${t.days(silentDays)}, ${t.since(shortDay(silentSince, c.language))} `}
                <StatusMarker marker={markerOfDate(dueOn, c.today, soon, c.language)} />{' '}
                <a href={personHref(order, '/note')}>
                  {n.writeNote}
                  <span class="sr-only"> {name(order)}</span>
                </a>
              </>
            ),
          },
          {
            heading: t.goals,
            title: t.goals,
            cell: ({ goals }) =>
              goals.late > 0 ? t.goalsLate(goals.late, goals.all, goals.longest) : t.goalsFine,
          },
          {
            heading: t.other,
            title: t.other,
            cell: ({ others, order }) =>
              others.length === 0 ? (
                t.nothing
              ) : (
                <ul class="nobullet-list">
                  {others.map(({ task, dueOn }) => (
                    <li>
                      <a href={placeOfTask(task, order)}>
                        {taskNames(c.language)[task]}
                        <span class="sr-only"> {name(order)}</span>
                      </a>{' '}
                      <StatusMarker marker={markerOfDate(dueOn, c.today, soon, c.language)} />
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>,
  )
}
