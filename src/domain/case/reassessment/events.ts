import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { channels } from '../application/events.ts'
import { Applied } from '../application/wishes.ts'

const text = z.string().trim().min(1)

/** What led to a running placement being looked at anew (K2.3-5). */
export const reassessmentCauses = [
  'citizen',
  'followUp',
  'deviation',
  'deliveryProblem',
  'changeRequest',
  'absence',
  'complaint',
  'movedMunicipality',
  'authority',
] as const
export type ReassessmentCause = (typeof reassessmentCauses)[number]

/** What the citizen asks for instead of what they have, by any channel: an application like the first (K2.1-1). */
export const AskedInstead = z.object({
  channel: z.enum(channels),
  by: z.enum(['citizen', 'representative']),
  /** What they have, with what they want otherwise: what is given is measured against it. */
  applied: Applied,
  /** They ask for the place to end. */
  end: z.boolean().default(false),
})
export type AskedInstead = z.infer<typeof AskedInstead>

/** How a reassessment ends without a decision: nothing changes, or the citizen took their wish back. */
export const conclusions = ['unchanged', 'takenBack'] as const

export const reassessmentEvents = {
  /** A new run on a running placement; what the last decision granted stands until a new decision takes effect (K2.3-5). */
  reassessmentOpened: z.object({
    cause: z.enum(reassessmentCauses),
    /** The report, the follow-up, the pattern that led to it. */
    about: PartId.optional(),
    because: text,
    asked: AskedInstead.optional(),
  }),
  /** Looked at, and nothing changes: the decision in force stands as it is, and no new one is made. */
  reassessmentConcluded: z.object({ conclusion: z.enum(conclusions), because: text }),
} as const
