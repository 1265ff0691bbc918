import { z } from 'zod'
import { DocumentHash } from '../../identity.ts'
import { OtherPossibilities, TargetGroupAnswer } from '../decision/record.ts'

const text = z.string().trim().min(1)

export const Evidence = z.object({ text, documents: z.array(DocumentHash).default([]) })

/** One VUM/FFB theme: the citizen's words – observation – assessment – level 0 (no problem) to 4 (complete). */
export const AssessedTheme = z.object({
  theme: z.string(),
  citizensWords: z.string().optional(),
  observation: z.string().optional(),
  assessment: text,
  level: z.int().min(0).max(4),
})

export const TargetGroupAssessment = z.object({
  ...TargetGroupAnswer.shape,
  evidenceA: z.array(Evidence).min(1),
  evidenceB: z.array(Evidence).min(1),
  /** Serious social problems in the sense of SEL § 141 stk. 2, a judgement of its own. */
  seriousSocialProblems: z.boolean().default(false),
  targetGroups: z.array(z.string()).default([]),
  themes: z.array(AssessedTheme).default([]),
  /** Needs and resources, apart from each other; goals are set by themselves (K2.0-8). */
  needs: z.string().optional(),
  resources: z.string().optional(),
})
export type TargetGroupAssessment = z.infer<typeof TargetGroupAssessment>

export const assessmentEvents = {
  targetGroupAssessed: TargetGroupAssessment,
  otherPossibilitiesConsidered: z.object({ possibilities: OtherPossibilities }),
} as const
