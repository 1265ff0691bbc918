import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay, latest } from '../../time/calendar-day.ts'
import type { CaseFile, Order } from '../case-file.ts'
import { defineCommand, only, text } from '../command.ts'
import { orderClosedOn, refuseIfFinished } from '../lifetime.ts'
import { continuedOrder } from '../order/continued.ts'
import { ScheduleDay } from './events.ts'
import { daysIn } from './scheduled.ts'

/** The order that the provider carries out: said yes to, and no other in its place. */
export function findHeldOrder(file: CaseFile, orderId: PartId, today: CalendarDay): Order | Refusal {
  const order = file.orders.find((o) => o.orderId === orderId)
  if (order === undefined) return refuse('notFound')
  const finished = refuseIfFinished(file)
  if (finished) return finished
  const closedOn = orderClosedOn(file, order)
  if (closedOn !== undefined && closedOn <= today) return refuse('orderNotOpen')
  return order.accepted ? order : refuse('orderNotAccepted')
}

/** Two times on one weekday go beside each other only as a morning and an afternoon. */
function overlap(days: readonly ScheduleDay[]): boolean {
  return days.some((day, index) =>
    days
      .slice(index + 1)
      .some(
        (other) =>
          other.weekday === day.weekday &&
          (other.part === day.part ||
            other.part === 'full' ||
            day.part === 'full' ||
            (other.starts < day.ends && day.starts < other.ends)),
      ),
  )
}

/** The day from which a schedule can be set: the first from the first day on, a later one never back in time. */
export function scheduleFromEarliest(order: Order, today: CalendarDay): CalendarDay {
  const first = order.started?.on ?? order.accepted?.startOn ?? today
  return continuedOrder(order).schedules.length === 0 ? first : latest(first, today)
}

export const scheduleCommands = {
  /**
   * The person's week (K2.0-6): half days and split weeks as they need (K2.0-7). Fewer days than were granted is
   * explained; more takes a new decision and is refused.
   */
  setWeeklySchedule: defineCommand({
    schema: z.object({
      orderId: PartId,
      from: CalendarDay,
      days: z.array(ScheduleDay).min(1),
      because: text.optional(),
    }),
    invalidatedBy: ['weeklyScheduleSet', 'orderSent', 'orderDeclined'],
    decide: (file, payload, context) => {
      const order = findHeldOrder(file, payload.orderId, context.today)
      if ('refused' in order) return order
      const { from, days, because } = payload
      const earliest = scheduleFromEarliest(order, context.today)
      if (from < earliest)
        return refuse(earliest > context.today ? 'startBeforeDecision' : 'dateInPast', { field: 'from' })
      if (days.some(({ starts, ends }) => starts >= ends))
        return refuse('endsBeforeItStarts', { field: 'days' })
      if (overlap(days)) return refuse('timesOverlap', { field: 'days' })
      const extent = daysIn(days)
      if (extent > order.content.daysPerWeek) return refuse('moreThanOrdered', { field: 'days' })
      if (extent < order.content.daysPerWeek && because === undefined)
        return refuse('fewerThanOrdered', { field: 'because' })
      return only({ type: 'weeklyScheduleSet', payload })
    },
  }),
} as const
