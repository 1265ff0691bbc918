/** The provider's lists: what it owes, the orders that wait for an answer, and the people placed there. */
import type { Child } from 'hono/jsx'
import { mayEver } from '../../domain/access/permissions.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { addWorkingDays } from '../../domain/time/working-days.ts'
import { read } from '../../store/connection.ts'
import { unreadAtProvider } from '../../store/messages.ts'
import { plainDay, shortDay } from '../i18n/dates.ts'
import { markerOfDate } from '../i18n/deadline-marker.ts'
import { taskNames } from '../i18n/tasks.ts'
import { payWords } from '../own-payment/staff-words.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Alert, StatusMarker, Table, Tabs } from '../ui/parts.tsx'
import {
  hasAnswerToRead,
  isAnswered,
  isDoable,
  lacksContactPerson,
  nameOf,
  type Order,
  orderHref,
  personHref,
  placeOfTask,
  startsWithin,
} from './orders.ts'
import { isPressing } from './pressing.ts'
import { type Desk, providerName, readDesk, soonDays, userName } from './read-orders.ts'
import { providerWords, statusWords } from './words.ts'

const daNumber = new Intl.NumberFormat('da-DK')
const enNumber = new Intl.NumberFormat('en-GB')

/** “3” or “3 dage, 15 timer” */
export function extentInWords({ content }: Order, { language }: Pick<PageContext, 'language'>): string {
  const number = (n: number) => (language === 'en' ? enNumber : daNumber).format(n)
  const { daysPerWeek, hoursPerWeek } = content
  return hoursPerWeek === undefined
    ? number(daysPerWeek)
    : providerWords(language).daysAndHours(number(daysPerWeek), number(hoursPerWeek))
}

export const ProviderTabs = ({
  c,
  current,
}: {
  readonly c: PageContext
  readonly current:
    | ''
    | '/bestillinger'
    | '/borgere'
    | '/overblik'
    | '/aktiviteter'
    | '/ture'
    | '/beskeder'
    | '/uge'
    | '/grupper'
    | '/pladser'
}) => {
  const t = providerWords(c.language)
  const tabs = [
    ['', t.home],
    ['/bestillinger', t.orders],
    ['/borgere', t.people],
    ['/uge', t.week],
    ['/overblik', t.notesAndGoals],
    ['/aktiviteter', t.activities],
    ['/beskeder', t.messages],
    ['/ture', payWords(c.language).outings],
    ...(mayEver('changeGroups', c.asking.subject) ? ([['/grupper', t.groups]] as const) : []),
    ...(mayEver('setPlaces', c.asking.subject) ? ([['/pladser', t.places]] as const) : []),
  ] as const
  return (
    <Tabs
      label={t.pages}
      tabs={tabs.map(([path, text]) => ({ href: `/tilbud${path}`, text, current: path === current }))}
    />
  )
}

const linked = (c: PageContext, desk: Desk, order: Order, href = orderHref(order)): Child => (
  <a href={href}>{nameOf(desk.people, order.personId) ?? providerWords(c.language).unknownPerson}</a>
)

/** The first day that matters: it came, it is agreed, or it is wanted. */
export function startOf({ state, content }: Order, { language }: Pick<PageContext, 'language'>) {
  const t = providerWords(language)
  const day = (label: string, value: CalendarDay) => ({ label, value: plainDay(value, language) })
  if (state.startedOn) return day(t.startedOn, state.startedOn)
  return state.startOn ? day(t.agreed, state.startOn) : day(t.wanted, content.startOn)
}

const startInWords = (order: Order, c: Pick<PageContext, 'language'>): string => {
  const { label, value } = startOf(order, c)
  return `${label}: ${value}`
}

export async function home(c: PageContext): Promise<Response> {
  const t = providerWords(c.language)
  const [desk, unread] = await Promise.all([
    readDesk(c, 'provider.home'),
    read(c.house.db, c.scope, unreadAtProvider),
  ])
  const staff = new Set(desk.colleagues.map((u) => u.userId))
  const soonBy = addWorkingDays(c.today, soonDays(c))
  const orderOfCase = new Map(desk.orders.map((o) => [o.caseId, o]))
  const owed = desk.owed.flatMap((entry) => {
    const order = orderOfCase.get(entry.caseId)
    return order && entry.task && isDoable(entry.task, order) && isPressing(entry, soonBy)
      ? [{ ...entry, task: entry.task, order }]
      : []
  })
  const numbers = [
    {
      text: t.newOrders,
      href: '/tilbud/bestillinger',
      value: desk.orders.filter((o) => !isAnswered(o)).length,
    },
    { text: t.answered, href: '/tilbud/bestillinger', value: desk.orders.filter(hasAnswerToRead).length },
    {
      text: t.startsSoon,
      href: '/tilbud/borgere',
      value: desk.orders.filter((o) => startsWithin(o, c.today, soonDays(c))).length,
    },
    {
      text: t.noContact,
      href: '/tilbud/borgere',
      value: desk.orders.filter((o) => lacksContactPerson(o, staff)).length,
    },
    { text: t.newMessages, href: '/tilbud/beskeder', value: unread },
  ]
  return html(
    c,
    t.home,
    <>
      <h1>{providerName(c) ?? t.home}</h1>
      <ProviderTabs c={c} current="" />
      <ul class="hv-numbers no-max-width">
        {numbers.map(({ href, text, value }) => (
          <li>
            <a href={href}>
              <strong>{value}</strong>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2>{t.weOwe}</h2>
      <Table
        caption={t.weOwe}
        rows={owed}
        empty={<p>{t.oweNothing}</p>}
        columns={[
          {
            heading: t.citizen,
            title: t.citizen,
            cell: ({ order, task }) => linked(c, desk, order, placeOfTask(task, order)),
          },
          { heading: t.task, title: t.task, cell: ({ task }) => taskNames(c.language)[task] },
          {
            heading: t.deadline,
            title: t.deadline,
            sorted: 'ascending',
            cell: ({ dueOn }) => (
              <>
                {dueOn && `${shortDay(dueOn, c.language)} `}
                <StatusMarker marker={markerOfDate(dueOn ?? undefined, c.today, soonDays(c), c.language)} />
              </>
            ),
          },
        ]}
      />
    </>,
  )
}

export async function orderList(c: PageContext): Promise<Response> {
  const t = providerWords(c.language)
  const desk = await readDesk(c, 'provider.orders')
  const due = new Map(desk.owed.flatMap((o) => (o.task === 'answerOrder' ? [[o.caseId, o.dueOn]] : [])))
  const waiting = desk.orders.filter((o) => !isAnswered(o))
  return html(
    c,
    t.orders,
    <>
      <h1>{t.newOrders}</h1>
      <ProviderTabs c={c} current="/bestillinger" />
      {c.query.get('svar') === 'kan-ikke' && <Alert kind="success">{t.declined}</Alert>}
      <Table
        caption={t.newOrders}
        rows={waiting}
        empty={<p>{t.noOrders}</p>}
        columns={[
          { heading: t.citizen, title: t.citizen, cell: (o) => linked(c, desk, o) },
          {
            heading: t.status,
            title: t.status,
            cell: (o) => (hasAnswerToRead(o) ? t.answered : statusWords(c.language)[o.state.status]),
          },
          { heading: t.days, title: t.days, cell: (o) => extentInWords(o, c) },
          { heading: t.start, title: t.start, cell: (o) => startInWords(o, c) },
          {
            heading: t.answerBy,
            title: t.answerBy,
            cell: (o) => {
              const day = due.get(o.caseId) ?? undefined
              return (
                <>
                  {day && `${shortDay(day, c.language)} `}
                  <StatusMarker marker={markerOfDate(day, c.today, soonDays(c), c.language)} />
                </>
              )
            },
          },
        ]}
      />
    </>,
  )
}

export async function peopleList(c: PageContext): Promise<Response> {
  const t = providerWords(c.language)
  const desk = await readDesk(c, 'provider.people')
  const placed = desk.orders.filter(isAnswered)
  const staff = new Set(desk.colleagues.map((u) => u.userId))
  return html(
    c,
    t.people,
    <>
      <h1>{t.people}</h1>
      <ProviderTabs c={c} current="/borgere" />
      <Table
        caption={t.people}
        rows={placed}
        empty={<p>{t.noPeople}</p>}
        columns={[
          {
            heading: t.citizen,
            title: t.citizen,
            // Before the first day there is the order and no everyday life yet.
            cell: (o) => linked(c, desk, o, o.state.startedOn ? personHref(o) : orderHref(o)),
          },
          {
            heading: t.contactPerson,
            title: t.contactPerson,
            cell: (o) =>
              lacksContactPerson(o, staff) ? (
                <a href={orderHref(o, '/kontaktperson')}>
                  <strong>{t.noContact}</strong>
                </a>
              ) : (
                userName(desk.colleagues, o.state.contactPerson)
              ),
          },
          {
            heading: t.substitute,
            title: t.substitute,
            cell: (o) => userName(desk.colleagues, o.state.substitute) ?? t.none,
          },
          { heading: t.days, title: t.days, cell: (o) => extentInWords(o, c) },
          {
            heading: t.transport,
            title: t.transport,
            cell: (o) => (o.content.transport ? t.yes : t.no),
          },
          { heading: t.start, title: t.start, cell: (o) => startInWords(o, c) },
        ]}
      />
    </>,
  )
}
