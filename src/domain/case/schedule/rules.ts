import { z } from 'zod'
import { caseRule, dueInWorkingDays, metBy, type ObligationDraft, statedBy } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import type { CaseFile, Order } from '../case-file.ts'
import { orderClosedOn } from '../lifetime.ts'
import { carriedThatMisfits } from '../order/continued.ts'
import { placements } from '../placement-rounds.ts'
import { followsGrant } from './scheduled.ts'

/** Whoever has begun gets a structured everyday life (K2.0-6): a weekly schedule, within days of the first day. */
export const weekScheduled = caseRule(z.object({}), (file, _, { parameters }) =>
  placements(file).map(({ order, orders, started }) => {
    const over = orderClosedOn(file, orders.at(-1) ?? order)
    const [first] = orders.flatMap((o) => o.schedules)
    // Made before the first day is as good as made on it.
    const met = first && { seq: first.seq, on: latest(first.on, started.on) }
    return {
      about: `week-${started.seq}`,
      triggeredOn: started.on,
      arisesOn: started.on,
      actor: 'provider' as const,
      towards: 'citizen' as const,
      ...dueInWorkingDays(started.on, parameters.scheduleWorkingDays),
      ...metBy(met, started.seq),
      ...(over !== undefined && { voidOn: over, voidReason: 'superseded' as const }),
      task: 'makeSchedule' as const,
    }
  }),
)

/**
 * The week takes the shape that the person's own needs gave the grant (K2.0-7): no more than it, and less only with a reason.
 * A week that goes on under a new order and does not follow it is never cut by itself: the place makes another.
 */
export const weekFollowsGrant = caseRule(z.object({}), (file, _, { parameters }) =>
  file.orders.flatMap((order) => [
    ...order.schedules.map((schedule) => ({
      ...statedBy(schedule, `extent-${schedule.seq}`, followsGrant(schedule, order), order.seq),
      actor: 'provider' as const,
    })),
    ...carriedWeek(file, order, parameters.scheduleWorkingDays),
  ]),
)

function carriedWeek(file: CaseFile, order: Order, within: number): readonly ObligationDraft[] {
  const { started } = order
  const carried = carriedThatMisfits(order)
  if (started === undefined || carried === undefined) return []
  const over = orderClosedOn(file, order)
  const [made] = order.schedules
  return [
    {
      about: `extent-carried-${order.seq}`,
      triggeredOn: started.on,
      arisesOn: started.on,
      actor: 'provider',
      ...dueInWorkingDays(started.on, within),
      ...metBy(made && { seq: made.seq, on: latest(made.on, started.on) }, order.seq, carried.seq),
      ...(over !== undefined && { voidOn: over, voidReason: 'superseded' as const }),
      task: 'makeSchedule',
    },
  ]
}
