/**
 * One placement, several orders: a reassessment changes the order, and who was at the place goes on being there. Everything
 * stays where it was written; what holds is read over all orders of the placement.
 */
import type { PartId } from '../../identity.ts'
import { type CalendarDay, latest } from '../../time/calendar-day.ts'
import type { CaseFile, Order } from '../case-file.ts'
import { daysIn, followsGrant, type Schedule, scheduleOn, validSchedules } from '../schedule/scheduled.ts'

/** The orders that one goes on from, the earliest first, and itself last. */
export const ordersUpTo = (order: Order): readonly Order[] =>
  order.continues ? [...ordersUpTo(order.continues), order] : [order]

/** The order that goes on from one, or from one that does: itself when none has. */
export function latestOf(file: CaseFile, order: Order): Order {
  const next = file.orders.find((o) => o.continues?.seq === order.seq)
  return next ? latestOf(file, next) : order
}

/** Which order of the placement the provider holds on a day: what was begun under a former one is ended under it. */
export function holderOn(file: CaseFile, order: Order, day: CalendarDay): PartId {
  const next = file.orders.find((o) => o.continues?.seq === order.seq)
  return next?.started && next.started.on <= day ? holderOn(file, next, day) : order.orderId
}

/** The weeks that hold from the day an order takes over, with those set since: none is cut, whatever was granted. */
function schedulesOf(order: Order): Order['schedules'] {
  const { continues, started, schedules } = order
  if (continues === undefined || started === undefined) return schedules
  const carried = validSchedules({ schedules: schedulesOf(continues) })
    .filter(({ to }) => to === undefined || to >= started.on)
    .map(({ schedule, from }) => ({ ...schedule, from: latest(from, started.on) }))
  return [...carried, ...schedules]
}

/** An order with the everyday life that it goes on with, from the first day at the place. Where it goes on from none, itself. */
export function continuedOrder(order: Order): Order {
  if (order.continues === undefined) return order
  const orders = ordersUpTo(order)
  return {
    ...order,
    started: orders[0]?.started,
    contactPersons: orders.flatMap((o) => o.contactPersons),
    dailyNotes: orders.flatMap((o) => o.dailyNotes),
    participations: orders.flatMap((o) => o.participations),
    declinedActivities: orders.flatMap((o) => o.declinedActivities),
    noSharedActivity: orders.flatMap((o) => o.noSharedActivity),
    setAside: orders.flatMap((o) => o.setAside),
    schedules: schedulesOf(order),
    plans: orders.flatMap((o) => o.plans),
    followed: orders.flatMap((o) => o.followed),
    followUpWishes: orders.flatMap((o) => o.followUpWishes),
    meetings: orders.flatMap((o) => o.meetings),
    rides: orders.flatMap((o) => o.rides),
  }
}

/**
 * The week that an order goes on with on the day it takes over, where it does not follow what is granted now: more days, or
 * fewer for a reason that was given of another grant.
 */
export function carriedThatMisfits(order: Order): Schedule | undefined {
  const { continues, started, content } = order
  if (continues === undefined || started === undefined) return undefined
  const carried = scheduleOn({ schedules: schedulesOf(continues) }, started.on)
  if (carried === undefined || daysIn(carried.days) === content.daysPerWeek) return undefined
  const sameGrant = continues.content.daysPerWeek === content.daysPerWeek
  return sameGrant && followsGrant(carried, order) ? undefined : carried
}
