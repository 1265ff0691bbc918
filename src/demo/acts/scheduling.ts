/** The week of whoever has begun at a place: as many days as were granted, from the first day on. */

import { openThreads } from '../../domain/case/message/thread.ts'
import type { ScheduleDay } from '../../domain/case/schedule/events.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { lastWorkingDay } from '../../domain/time/working-days.ts'
import { inGroup } from '../groups.ts'
import { asStaff, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'

/** Monday, Wednesday and so on before the days between: fewer days are spread over the week. */
const weekdays = [1, 3, 5, 2, 4] as const

/** Whole days, and a morning for half a one. */
function weekOf(daysPerWeek: number): readonly ScheduleDay[] {
  const whole = Math.floor(daysPerWeek)
  return weekdays
    .slice(0, Math.ceil(daysPerWeek))
    .map(
      (weekday, index): ScheduleDay =>
        index < whole
          ? { weekday, part: 'full', starts: '09:00', ends: '14:30' }
          : { weekday, part: 'morning', starts: '09:00', ends: '12:00' },
    )
    .sort((a, b) => a.weekday - b.weekday)
}

/** Tried twice: for those who have been there a while, and for whoever has just begun. */
export function schedulingActs({ anchor, cast, place }: Scene): readonly Act[] {
  const [first] = cast.workersAt(place.provider)
  return [14, 1].map(
    (ago): Act => ({
      day: lastWorkingDay(addDays(anchor, -ago)),
      stage: 'started',
      by: asStaff(first),
      does: async ({ look, today }) => {
        const file = await look()
        const order = openThreads(file, today).at(-1)
        if (order?.started === undefined || order.schedules.length > 0 || file.died || file.closed)
          return undefined
        const { orderId, content, started } = order
        const days = inGroup(cast, order, weekOf(content.daysPerWeek))
        return { type: 'setWeeklySchedule', input: { orderId, from: started.on, days } }
      },
    }),
  )
}
