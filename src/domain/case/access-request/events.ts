import { z } from 'zod'
import { DocumentHash, LetterId, PartId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { channels } from '../application/events.ts'

const text = z.string().trim().min(1)

/** As a party one may see the papers (FVL §§ 9–16); as the one registered, what is registered (GDPR art. 15). */
export const accessRights = ['fileAccess', 'dataProtection'] as const
export type AccessRight = (typeof accessRights)[number]

/** Why a paper, or a part of it, may be left out. Which rule it is stands in the caseworker's own reason. */
export const exemptionGrounds = ['internalWork', 'otherPersons', 'otherInterests'] as const
export type ExemptionGround = (typeof exemptionGrounds)[number]

/** One paper left out: why, and what speaks for giving it all the same (meroffentlighed, OFL § 14). */
export const LeftOut = z.object({
  key: text,
  title: text,
  ground: z.enum(exemptionGrounds),
  because: text,
  openness: text,
})
export type LeftOut = z.infer<typeof LeftOut>

export const correctionOutcomes = ['agreed', 'partly', 'disagreed'] as const

export const accessRequestEvents = {
  /** Somebody asks to see the case, whole or in part, in any channel. `occurredOn` is the day it was received. */
  accessRequested: z.object({
    requestId: PartId,
    rights: z.array(z.enum(accessRights)).min(1),
    whole: z.boolean(),
    /** Which parts, in their own words. */
    what: text.optional(),
    channel: z.enum(channels),
  }),
  /** In writing: why it takes longer, and when it comes (FVL § 16 stk. 2, GDPR art. 12 stk. 3). */
  accessDelayTold: z.object({
    requestId: PartId,
    letterId: LetterId,
    because: text,
    expectedOn: CalendarDay,
  }),
  /**
   * The answer: what was given, as one ordered file, and what was not, each with its reason. Left out in whole or part it
   * is a decision, with reasons and complaint guidance. `data` is the same for machines.
   */
  accessAnswered: z.object({
    requestId: PartId,
    letterId: LetterId,
    given: z.array(text),
    left: z.array(LeftOut),
    file: DocumentHash.optional(),
    data: DocumentHash.optional(),
  }),
  /** What the citizen says is wrong in a paper. It stands beside the paper from then on; nothing is overwritten. */
  correctionRequested: z.object({
    correctionId: PartId,
    /** The paper, by its key in the list of the case's papers; none when it is about the case as a whole. */
    key: text.optional(),
    wrong: text,
  }),
  correctionAnswered: z.object({
    correctionId: PartId,
    outcome: z.enum(correctionOutcomes),
    answer: text,
  }),
  /** A question about a look at the case, from the citizen's own log. */
  lookQuestioned: z.object({ questionId: PartId, look: text, words: text }),
  /** Answered by the leader, who says whether the look had a ground. */
  lookQuestionAnswered: z.object({ questionId: PartId, justified: z.boolean(), answer: text }),
} as const
