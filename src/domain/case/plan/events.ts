import { z } from 'zod'
import { LetterId, PartId } from '../../identity.ts'
import { skillDomains } from '../../vocabulary/skill-domain.ts'

const text = z.string().trim().min(1)

export const Goal = z.object({
  goalId: PartId,
  text,
  citizensWords: z.string().optional(),
  /** Keep up or improve (K2.0-4), and whether of skills or of living conditions. */
  aim: z.enum(['maintain', 'improve', 'limitLoss']),
  towards: z.enum(['personalSkills', 'livingConditions']),
  domain: z.enum(skillDomains).optional(),
  /** FFB's level of functioning (0 none reduced … 4 wholly), now and as it is aimed at. */
  levelNow: z.int().min(0).max(4).optional(),
  levelAimed: z.int().min(0).max(4).optional(),
})
export type Goal = z.infer<typeof Goal>

export const planEvents = {
  /** The formal offer of a § 141 plan (SEL § 141 stk. 2). */
  actionPlanOffered: z.object({ how: text, letterId: LetterId.optional() }),
  actionPlanAnswered: z.object({ answer: z.enum(['yes', 'no', 'later']), how: text }),
  actionPlanMade: z.object({
    purpose: text,
    intervention: text,
    expectedDuration: text,
    otherMatters: text,
    goals: z.array(Goal).min(1),
  }),
  goalsSet: z.object({ goals: z.array(Goal).min(1) }),
} as const
