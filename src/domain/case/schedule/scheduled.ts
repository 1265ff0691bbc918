/** Which day of the week a person is expected at the provider: what the schedules of an order come to. */
import { addDays, type CalendarDay, weekday as weekdayOf } from '../../time/calendar-day.ts'
import type { Order } from '../case-file.ts'
import type { ScheduleDay } from './events.ts'

type Schedules = Pick<Order, 'schedules'>
export type Schedule = Order['schedules'][number]

export type ValidSchedule = {
  readonly schedule: Schedule
  readonly from: CalendarDay
  /** The last day, included; absent while nothing has replaced it. */
  readonly to?: CalendarDay
}

/** Each schedule with the days it holds. One that was replaced before it began holds none, and is not there. */
export const validSchedules = ({ schedules }: Schedules): readonly ValidSchedule[] =>
  schedules.flatMap((schedule, index) => {
    const [next] = schedules
      .slice(index + 1)
      .map((later) => later.from)
      .sort()
    if (next === undefined) return [{ schedule, from: schedule.from }]
    return next > schedule.from ? [{ schedule, from: schedule.from, to: addDays(next, -1) }] : []
  })

/** The schedule that holds on a day. */
export const scheduleOn = (order: Schedules, day: CalendarDay): Schedule | undefined =>
  order.schedules.findLast((schedule) => schedule.from <= day)

/** When the person is expected on that day, if at all, earliest first. Says nothing of holidays and closing days. */
export const scheduledOn = (order: Schedules, day: CalendarDay): readonly ScheduleDay[] =>
  (scheduleOn(order, day)?.days ?? [])
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .sort((a, b) => a.starts.localeCompare(b.starts))

/** How much of the week it is, in whole days: a half day counts half (K2.0-7). */
export const daysIn = (days: readonly Pick<ScheduleDay, 'part'>[]): number =>
  days.reduce((sum, { part }) => sum + (part === 'full' ? 1 : 0.5), 0)

/** No more days than the order grants, and fewer only with a reason. */
export function followsGrant({ days, because }: Schedule, { content }: Pick<Order, 'content'>): boolean {
  const extent = daysIn(days)
  return extent === content.daysPerWeek || (extent < content.daysPerWeek && (because ?? '').trim() !== '')
}
