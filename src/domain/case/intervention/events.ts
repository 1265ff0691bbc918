import { z } from 'zod'
import { PartId, UserId } from '../../identity.ts'
import { moods } from '../documentation/events.ts'

const text = z.string().trim().min(1)

/** Who does it: somebody at the place, or whoever is named in words. */
export const Responsible = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), userId: UserId }),
  z.object({ kind: z.literal('inWords'), who: text }),
])
export type Responsible = z.infer<typeof Responsible>

/** One way towards a goal: a sub-goal, how it is worked with, and who does it. */
export const PlanPart = z.object({ goalId: PartId, subGoal: text, method: text, responsible: Responsible })
export type PlanPart = z.infer<typeof PlanPart>

/**
 * What the citizen says of a goal themselves, beside the provider's level and never mixed with it (K2.3-3). Not wanting to
 * say is an answer, and counts against nobody.
 */
export const Voice = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('said'), mood: z.enum(moods).optional(), words: text.optional() })
    .refine(({ mood, words }) => mood !== undefined || words !== undefined, 'something was said'),
  z.object({ kind: z.literal('declined') }),
])
export type Voice = z.infer<typeof Voice>

export const interventionEvents = {
  /** How the place works with the goals of the order (K2.2a-7). A later one replaces it wholly. */
  interventionPlanMade: z.object({
    planId: PartId,
    orderId: PartId,
    parts: z.array(PlanPart).min(1),
    /** How the person can take part in company and make relations (K2.0-5). */
    community: text.optional(),
    /** How the activities are part of daily life (K2.0-10). */
    dailyLife: text.optional(),
    /** Why it was changed. */
    because: text.optional(),
  }),
  /** A goal followed (K2.3-3): by the place with a level and the citizen's voice, or by the citizen with their voice alone. */
  goalFollowed: z.object({
    goalId: PartId,
    orderId: PartId,
    /** Goal attainment: 0 is as hoped, −2 much less, 2 much more. The provider's; a citizen gives none. */
    level: z.int().min(-2).max(2).optional(),
    words: text.optional(),
    voice: Voice,
  }),
} as const
