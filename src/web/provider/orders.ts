/** An order as the provider reads it: its content and where it stands, and never more than stands in the order. */
import { fullName } from '../../casework/people.ts'
import { OrderState } from '../../casework/projections.ts'
import { OrderContent } from '../../domain/case/order/events.ts'
import type { CaseId, PartId, PersonId, UserId } from '../../domain/identity.ts'
import { isOpenOn, type Obligation, type Task } from '../../domain/standard/obligation.ts'
import { type CalendarDay, latest } from '../../domain/time/calendar-day.ts'
import { addWorkingDays } from '../../domain/time/working-days.ts'
import type { OrderEntry } from '../../store/cases.ts'
import type { Person } from '../../store/persons.ts'

export type Order = {
  readonly orderId: PartId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly sentOn: CalendarDay
  readonly content: OrderContent
  readonly state: OrderState
}

/** Throws when the row is not what casework projects: a row of another shape is a bug. */
export const orderOf = ({ orderId, caseId, personId, sentOn, content, state }: OrderEntry): Order => ({
  orderId,
  caseId,
  personId,
  sentOn,
  content: OrderContent.parse(content),
  state: OrderState.parse(state),
})

export const isAnswered = ({ state }: Order): boolean =>
  state.status === 'accepted' || state.status === 'started'

/** Asked by us and answered by the municipality, and we have not said yes or no since. */
export const hasAnswerToRead = (order: Order): boolean =>
  !isAnswered(order) &&
  order.state.questions.length > 0 &&
  order.state.questions.every((q) => q.answer !== undefined)

export const startsWithin = (order: Order, today: CalendarDay, workingDays: number): boolean =>
  order.state.status === 'accepted' &&
  order.state.startOn !== undefined &&
  order.state.startOn <= addWorkingDays(today, workingDays)

/** Said yes to, and the one who was appointed no longer works here: the person has nobody to turn to (K2.3-3). */
export const lacksContactPerson = (order: Order, colleagues: ReadonlySet<UserId>): boolean =>
  (order.state.status === 'accepted' || order.state.status === 'started') &&
  (order.state.contactPerson === undefined || !colleagues.has(order.state.contactPerson))

/** The earliest start that the decision allows, seen from today. */
export const earliestStart = ({ content }: Order, today: CalendarDay): CalendarDay =>
  latest(content.startOn, today)

/** What the obligations say that the provider owes in this order on the day, the nearest date first. */
export function owedIn(
  obligations: readonly Obligation[],
  today: CalendarDay,
): readonly (Obligation & { readonly task: Task })[] {
  const seen = new Set<Task>()
  return obligations
    .filter((o) => o.actor === 'provider' && isOpenOn(o, today))
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
    .flatMap((o) => {
      if (o.task === undefined || seen.has(o.task)) return []
      seen.add(o.task)
      return [{ ...o, task: o.task }]
    })
}

/** Whether its time has come: nobody starts who has not been said yes to. */
export const isDoable = (task: Task, { state }: Order): boolean =>
  task !== 'startPlacement' || state.status === 'accepted'

export const orderHref = ({ orderId }: Pick<Order, 'orderId'>, more = ''): string =>
  `/tilbud/bestillinger/${orderId}${more}`

/** Under the person's own address at the place. */
export const personHref = ({ orderId }: Pick<Order, 'orderId'>, more = ''): string =>
  `/tilbud/borgere/${orderId}${more}`

export const messagesHref = ({ orderId }: Pick<Order, 'orderId'>): string =>
  `/tilbud/borgere/${orderId}/beskeder`

/** Where the provider does it: under the order's own address, in the thread with the person, or at the trip. */
export const placeOfTask = (task: Task, order: Order): string => {
  if (task === 'answerMessage') return messagesHref(order)
  if (task === 'writeDailyNote' || task === 'workWithGoal') return personHref(order, '/note')
  if (task === 'offerActivity' || task === 'considerSkills' || task === 'giveHealthSupport')
    return personHref(order, '/aktiviteter')
  if (task === 'makeInterventionPlan') return personHref(order, '/indsatsplan')
  if (task === 'sendStatusReport') return personHref(order, '/statusrapport')
  if (task === 'followGoal') return personHref(order, '/maal')
  if (task === 'appointContactPerson') return orderHref(order, '/kontaktperson')
  if (task === 'settlePurchase') return '/tilbud/ture'
  if (task === 'makeSchedule') return scheduleHref(order)
  if (task === 'startPlacement' && order.state.status === 'accepted') return orderHref(order, '/start')
  return orderHref(order)
}

export const scheduleHref = ({ orderId }: Pick<Order, 'orderId'>): string =>
  `/tilbud/borgere/${orderId}/ugeskema`

export const nameOf = (people: readonly Person[], personId: PersonId): string | undefined => {
  const person = people.find((p) => p.personId === personId)
  return person && fullName(person)
}
