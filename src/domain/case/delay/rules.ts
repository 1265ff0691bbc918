import { z } from 'zod'
import { caseRule, dueBy, metBy } from '../../standard/rule.ts'
import { addDays, latest } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { dispatchOf, hasProcessingTime, processingDeadline, supersededBy } from '../processing.ts'
import { neededUntil } from '../reassessment/standing.ts'

const none = z.object({})

/**
 * The written notice before the deadline, when it cannot be kept (K2.1-2). It comes up some days ahead, falls away when
 * the decision goes out, and counts as a breach from the day after the deadline.
 */
export const noticeBefore = caseRule(none, (file, _, { parameters }) =>
  file.proceedings.filter(hasProcessingTime).map((proceeding) => {
    const { trigger, decision, delayNotices } = proceeding
    const deadline = processingDeadline(proceeding, parameters)
    const first = delayNotices[0]
    const decided = decision && dispatchOf(file, decision.letterId)
    return {
      about: `notice-${trigger.seq}`,
      triggeredOn: trigger.on,
      arisesOn: latest(trigger.on, addDays(deadline.due, -Math.max(0, ...parameters.delayNoticeWarnDays))),
      ...dueBy(deadline),
      ...metBy(first && dispatchOf(file, first.letterId), trigger.seq, ...(first ? [first.seq] : [])),
      ...supersededBy(file, proceeding),
      ...(decided && { voidOn: decided.on, voidReason: 'decided' as const }),
      ...neededUntil(proceeding),
      task: 'notifyDelay' as const,
    }
  }),
)

/** The new date is watched like the first (K2.1-3): decide by it, or give notice again before it. */
export const newDateKept = caseRule(none, (file, _, { parameters }) =>
  file.proceedings.flatMap((proceeding) => {
    const { trigger, decision, delayNotices } = proceeding
    return delayNotices.map((notice, index) => {
      const next = delayNotices[index + 1]
      const replaced = next && dispatchOf(file, next.letterId)
      return {
        about: `new-date-${notice.seq}`,
        triggeredOn: trigger.on,
        arisesOn: notice.on,
        ...dueBy(deadlineFor('NEW_EXPECTED_DATE', notice.newDate, { parameters })),
        ...metBy(decision && dispatchOf(file, decision.letterId), notice.seq),
        ...supersededBy(file, proceeding),
        ...neededUntil(proceeding),
        ...(replaced && { voidOn: replaced.on, voidReason: 'superseded' as const }),
        task: 'decideByNewDate' as const,
      }
    })
  }),
)
