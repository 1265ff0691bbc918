/** Whether anything can still be done in a case. A closed case takes notes and letters' receipts, and no decisions. */
import { type Refusal, refuse } from '../refusal.ts'
import { type CalendarDay, latest } from '../time/calendar-day.ts'
import { type CaseFile, currentProceeding, type Order } from './case-file.ts'

/** Casework towards a decision has stopped: withdrawn, dead, moved or closed. */
export function refuseIfOver(file: CaseFile): Refusal | undefined {
  if (file.withdrawn) return refuse('caseWithdrawn')
  return refuseIfFinished(file)
}

/** What leads up to the decision of the run comes before it. A remand, or a provider's “cannot”, opens another run. */
export function refuseIfDecided(file: CaseFile): Refusal | undefined {
  return refuseIfOver(file) ?? (currentProceeding(file).decision ? refuse('alreadyDecided') : undefined)
}

/** The case as such is finished: death, change of acting municipality or closing. */
export function refuseIfFinished(file: CaseFile): Refusal | undefined {
  if (file.died) return refuse('personDied')
  if (file.closed || file.movedAway) return refuse('caseIsClosed')
  return undefined
}

/** The day on which the case ended, if it has: withdrawn, dead, moved or closed. */
export const endedOn = (file: CaseFile): CalendarDay | undefined =>
  file.withdrawn?.on ?? file.died?.diedOn ?? file.movedAway?.effectiveOn ?? file.closed?.on

/** The first day on which an order is no concern of its provider's: said no to, replaced by another, ended, or the case over. */
export function orderClosedOn(file: CaseFile, order: Order): CalendarDay | undefined {
  const days = [orderReplacedOn(file, order), endedOn(file)].filter((day) => day !== undefined)
  return days.sort()[0]
}

/**
 * The day on which another order, a no, or a decision that ends the place took this one's place; the case itself may go on.
 * Who has begun keeps the place until the new one takes over on the day agreed, and never before the decision takes effect.
 */
export function orderReplacedOn(file: CaseFile, order: Order): CalendarDay | undefined {
  if (order.declined) return order.declined.on
  const later = file.orders.filter((o) => o.seq > order.seq)
  if (!order.started) return later[0]?.on
  const ended = endingDecision(file, order)?.record.effectiveOn
  return [...later.map(takesOverOn), ended].filter((day) => day !== undefined).sort()[0]
}

/** The day agreed on, of an order that was said yes to. */
export const takesOverOn = ({ accepted, declined, on }: Order): CalendarDay | undefined =>
  accepted && !declined ? latest(on, accepted.startOn) : undefined

/** The order that one takes over from without a break: begun, at the same provider, and held until that very day. */
export function formerOrder(file: CaseFile, order: Order): Order | undefined {
  const former = file.orders.findLast((o) => o.seq < order.seq && o.started)
  if (former === undefined || former.content.provider !== order.content.provider) return undefined
  const over = takesOverOn(order)
  return over !== undefined && orderReplacedOn(file, former) === over ? former : undefined
}

/** The decision that the running place ends, on the day it takes effect. */
const endingDecision = (file: CaseFile, order: Order) =>
  file.proceedings.find(
    ({ trigger, decision }) =>
      trigger.kind === 'reassessment' &&
      decision &&
      decision.seq > order.seq &&
      decision.record.outcome === 'REFUSED',
  )?.decision

/** What is written about a day of an order must be about one on which the provider held it. */
export function refuseIfNotHeld(file: CaseFile, order: Order, day: CalendarDay): Refusal | undefined {
  const closedOn = orderClosedOn(file, order)
  if (closedOn === undefined || day < closedOn) return undefined
  return refuseIfOver(file) ?? refuse('orderNotOpen')
}
