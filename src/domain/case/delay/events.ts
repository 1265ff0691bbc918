import { z } from 'zod'
import { LetterId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

export const delayEvents = {
  /** The written notice that the deadline cannot be kept, with a concrete date and a reason (K2.1-2, K2.1-3). */
  delayNoticeIssued: z.object({
    letterId: LetterId,
    formerDate: CalendarDay,
    newDate: CalendarDay,
    reason: z.string().min(1),
  }),
} as const
