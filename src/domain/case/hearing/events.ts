import { z } from 'zod'
import { DocumentHash, LetterId, PartId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

export const hearingEvents = {
  /** The party hearing (FVL § 19): the adverse facts, put to the citizen paragraph by paragraph. */
  hearingSent: z.object({
    hearingId: PartId,
    letterId: LetterId,
    paragraphs: z.array(z.string().min(1)).min(1),
    /** The day the answer is asked for, counted as if delivered on the day of sending; receipt may move it later. */
    answerBy: CalendarDay,
  }),
  hearingAnswered: z.object({
    hearingId: PartId,
    by: z.enum(['citizen', 'representative']),
    channel: z.enum(['web', 'phone', 'letter', 'email', 'inPerson']),
    answers: z.array(z.object({ paragraph: z.int(), agrees: z.boolean(), inWords: z.string().optional() })),
    remark: z.string().optional(),
    attachments: z.array(DocumentHash).default([]),
  }),
} as const
