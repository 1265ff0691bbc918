import { z } from 'zod'
import { DocumentHash } from '../../identity.ts'
import { findTargetGroup, findTheme } from '../../vocabulary/ffb.ts'
import { OtherPossibilities, TargetGroupAnswer } from '../decision/record.ts'

const text = z.string().trim().min(1)

/** What an answer rests on, with where in the case it stands: documents by hash, notes by their event's `seq`. */
export const Evidence = z.object({
  text,
  documents: z.array(DocumentHash).default([]),
  notes: z.array(z.int().positive()).default([]),
})

/**
 * One VUM/FFB theme: the citizen's words – observation – assessment – level 0 (no reduction) to 4 (complete). Theme,
 * sub-themes and target groups are FFB codes (`vocabulary/ffb.ts`). A level belongs to the themes of Aktivitet og
 * deltagelse alone; FFB gives the others none.
 */
export const AssessedTheme = z
  .object({
    theme: z.string().refine((code) => findTheme(code) !== undefined, 'no theme of FFB'),
    subthemes: z.array(z.string()).default([]),
    citizensWords: z.string().optional(),
    observation: z.string().optional(),
    assessment: text,
    level: z.int().min(0).max(4).optional(),
  })
  .superRefine(({ theme, subthemes, level }, context) => {
    const found = findTheme(theme)
    if (found === undefined) return
    if (subthemes.some((code) => found.subthemes.every((own) => own.code !== code)))
      context.addIssue({ code: 'custom', message: 'a sub-theme of another theme', path: ['subthemes'] })
    if ((found.area === 'activity') !== (level !== undefined))
      context.addIssue({
        code: 'custom',
        message: 'a level where FFB has one, and only there',
        path: ['level'],
      })
  })
export type AssessedTheme = z.infer<typeof AssessedTheme>

export const TargetGroupAssessment = z.object({
  ...TargetGroupAnswer.shape,
  evidenceA: z.array(Evidence).min(1),
  evidenceB: z.array(Evidence).min(1),
  /** Serious social problems in the sense of SEL § 141 stk. 2, a judgement of its own. */
  seriousSocialProblems: z.boolean().default(false),
  /** The primary first, then the secondary ones. */
  targetGroups: z
    .array(z.string().refine((code) => findTargetGroup(code) !== undefined, 'no target group of FFB'))
    .default([]),
  themes: z.array(AssessedTheme).default([]),
  /** Needs and resources, apart from each other; goals are set by themselves (K2.0-8). */
  needs: z.string().optional(),
  resources: z.string().optional(),
})
export type TargetGroupAssessment = z.infer<typeof TargetGroupAssessment>

export const assessmentEvents = {
  targetGroupAssessed: TargetGroupAssessment,
  otherPossibilitiesConsidered: z.object({
    possibilities: OtherPossibilities,
    /** Why § 104 and not protected work with pay under § 103, or the other way round. */
    boundary103: text.optional(),
  }),
} as const
