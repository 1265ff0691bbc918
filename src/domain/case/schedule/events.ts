import { z } from 'zod'
import { dayParts } from '../../attendance/fact.ts'
import { GroupId, PartId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

/** A time of day, `08:30`, in Denmark. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One time in the week when the person is expected. */
export const ScheduleDay = z.object({
  /** ISO: 1 is Monday, 7 Sunday. */
  weekday: z.int().min(1).max(7),
  part: z.enum(dayParts),
  starts: TimeOfDay,
  ends: TimeOfDay,
  /** One of the provider's groups. */
  group: GroupId.optional(),
})
export type ScheduleDay = z.infer<typeof ScheduleDay>

export const scheduleEvents = {
  /** The person's week at this provider, from a day on (K2.0-6, K2.0-7). A later one replaces it from its own day. */
  weeklyScheduleSet: z.object({
    orderId: PartId,
    from: CalendarDay,
    days: z.array(ScheduleDay).min(1),
    /** Why it is fewer days than the order grants, or why it was changed. */
    because: z.string().optional(),
  }),
} as const
