import { z } from 'zod'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { currentProceeding } from '../case-file.ts'
import { defineCommand, newLetter, text } from '../command.ts'
import { refuseIfDecided } from '../lifetime.ts'
import { processingDeadline } from '../processing.ts'
import { recipientsOn } from '../recipients.ts'

export const delayCommands = {
  /**
   * The written notice with a new, concrete date (K2.1-2, K2.1-3, RSL § 3 stk. 2). Late, it can still be sent and counts
   * as a breach; the new date is watched like the first.
   */
  issueDelayNotice: defineCommand({
    schema: z.object({ newDate: CalendarDay, reason: text }),
    invalidatedBy: ['delayNoticeIssued', 'decisionMade', 'applicationWithdrawn'],
    decide: (file, { newDate, reason }, context) => {
      const refused = refuseIfDecided(file)
      if (refused) return refused
      const proceeding = currentProceeding(file)
      const formerDate =
        proceeding.delayNotices.at(-1)?.newDate ??
        processingDeadline(proceeding, context.terms.parameters).due
      if (newDate <= context.today) return refuse('dateInPast', { field: 'newDate' })
      if (newDate <= formerDate) return refuse('dateBeforeFormer', { field: 'newDate' })
      const letterId = newLetter(context)
      const recipients = recipientsOn(file, context.today, 'delayNotice')
      return {
        events: [{ type: 'delayNoticeIssued', payload: { letterId, formerDate, newDate, reason } }],
        letters: [{ kind: 'delayNotice', letterId, recipients, formerDate, newDate, reason }],
      }
    },
  }),
} as const
