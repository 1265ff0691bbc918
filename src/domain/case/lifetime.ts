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
  const later = file.orders.slice(file.orders.indexOf(order) + 1)
  if (!order.started) return later[0]?.on
  const next = later.find((o) => o.accepted && !o.declined)
  const replaced = next?.accepted && latest(next.on, next.accepted.startOn)
  const ended = endingDecision(file, order)?.record.effectiveOn
  return [replaced, ended].filter((day) => day !== undefined).sort()[0]
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
