import { z } from 'zod'
import { caseRule, dueInWorkingDays, metBy, statedBy } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import { orderClosedOn } from '../lifetime.ts'
import { daysIn } from './scheduled.ts'

/** Whoever has begun gets a structured everyday life (K2.0-6): a weekly schedule, within days of the first day. */
export const weekScheduled = caseRule(z.object({}), (file, _, { parameters }) =>
  file.orders.flatMap((order) => {
    const { started } = order
    if (started === undefined) return []
    const over = orderClosedOn(file, order)
    const [first] = order.schedules
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

/** The week takes the shape that the person's own needs gave the grant (K2.0-7): no more than it, and less only with a reason. */
export const weekFollowsGrant = caseRule(z.object({}), (file) =>
  file.orders.flatMap((order) =>
    order.schedules.map((schedule) => {
      const extent = daysIn(schedule.days)
      const { daysPerWeek } = order.content
      const holds = extent === daysPerWeek || (extent < daysPerWeek && (schedule.because ?? '').trim() !== '')
      return { ...statedBy(schedule, `extent-${schedule.seq}`, holds, order.seq), actor: 'provider' as const }
    }),
  ),
)
