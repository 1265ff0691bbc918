import { z } from 'zod'
import { DocumentHash, LetterId, PartId, PersonId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { channels } from '../application/events.ts'

const text = z.string().trim().min(1)

/** Who complained. Somebody without power is written down as such, and the citizen is asked to stand by it (RSL § 60). */
export const Complainant = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('citizen') }),
  z.object({ kind: z.literal('representative'), personId: PersonId }),
  z.object({ kind: z.literal('other'), relation: text, personId: PersonId.optional() }),
])
export type Complainant = z.infer<typeof Complainant>

/** What came of looking again (RSL § 66): the complaint is upheld in full, in part, or not. */
export const reassessmentOutcomes = ['full', 'part', 'notUpheld'] as const
export type ReassessmentOutcome = (typeof reassessmentOutcomes)[number]

/** What the Appeals Board answers (RSL § 68): stadfæstet, ændret, ophævet, hjemvist, delvist omgjort, afvist, bortfaldet. */
export const boardResults = [
  'upheld',
  'changed',
  'annulled',
  'remanded',
  'partly',
  'dismissed',
  'lapsed',
] as const
export type BoardResult = (typeof boardResults)[number]

/** Those that say the decision was wrong: each is tied to the step that failed. */
export const reversals = [
  'changed',
  'annulled',
  'remanded',
  'partly',
] as const satisfies readonly BoardResult[]
export type Reversal = (typeof reversals)[number]

/** The step that failed. New facts are nobody's fault. */
export const reversalCauses = [
  'information',
  'reasons',
  'hearing',
  'legalBasis',
  'assessment',
  'newFacts',
] as const
export type ReversalCause = (typeof reversalCauses)[number]

export const waysToTheBoard = ['digitalPost', 'secureMail', 'paper'] as const

const about = { complaintId: PartId }

/**
 * What failed, as whoever records the reversal says it: the step, and the clause of the standard or the law that it
 * concerns, of those that the standard proposes for that step. Without a clause it is none of them.
 */
const failed = { cause: z.enum(reversalCauses).optional(), clause: text.optional() }

export const complaintEvents = {
  /** A complaint over a decision, in any channel, with or without reasons. `occurredOn` is the day it was received. */
  complaintReceived: z.object({
    ...about,
    decisionId: PartId,
    channel: z.enum(channels),
    by: Complainant,
    words: text.optional(),
    wish: text.optional(),
    /** They would rather say it: somebody calls them. It is a complaint all the same. */
    callBack: z.object({ phone: text, when: text.optional() }).optional(),
    attachments: z.array(z.object({ hash: DocumentHash, name: z.string() })).default([]),
    letterId: LetterId,
  }),
  /** More that was said about it: the call back, a later letter, a second complaint over the same decision. */
  complaintSupplemented: z.object({
    ...about,
    channel: z.enum(channels),
    by: Complainant,
    words: text,
    attachments: z.array(z.object({ hash: DocumentHash, name: z.string() })).default([]),
  }),
  /** The citizen stands by what somebody without power sent in. */
  complaintConfirmed: z.object({ ...about, how: text }),
  complaintWithdrawn: z.object({ ...about, by: Complainant, how: text, inWords: text.optional() }),
  /** A complaint has no suspensive effect (RSL § 72); whoever waits with the decision all the same says why. */
  decisionPostponed: z.object({ ...about, postponed: z.boolean(), because: text }),
  /** The case looked at again, in a document of its own and with new reasons (K2.2a-14, RSL § 66). */
  complaintReassessed: z.object({
    ...about,
    outcome: z.enum(reassessmentOutcomes),
    reasons: text,
    /** What they are given right in, and what not, when it is a part. */
    upheldIn: text.optional(),
    /** Why somebody else than whoever decided has looked at it. */
    insteadBecause: text.optional(),
    ...failed,
    letterId: LetterId,
  }),
  /** It takes longer than the four weeks: the citizen is told in writing why, and until when. */
  complaintDelayTold: z.object({ ...about, letterId: LetterId, newDate: CalendarDay, reason: text }),
  /** To be handed to the Appeals Board; the citizen gets a copy of the letter (K2.2a-15). */
  complaintForwarded: z.object({ ...about, letterId: LetterId }),
  /** The covering letter and the one ordered file with everything, as they were written. */
  complaintBundled: z.object({
    ...about,
    letter: DocumentHash,
    inputs: DocumentHash,
    bundle: DocumentHash,
    pages: z.int().positive(),
    contents: z.array(z.object({ title: z.string(), from: z.int().positive(), to: z.int().positive() })),
    renderer: z.string(),
  }),
  /** Handed over to the Appeals Board, which is what meets the four weeks. */
  complaintSent: z.object({ ...about, how: z.enum(waysToTheBoard) }),
  /** The Appeals Board's answer. A reversal says what failed. */
  complaintResultReceived: z
    .object({
      ...about,
      result: z.enum(boardResults),
      ...failed,
      reference: text,
      words: text,
      document: DocumentHash.optional(),
    })
    .refine(({ result, cause }) => cause !== undefined || !isReversal(result), { path: ['cause'] }),
  complaintResultCarriedOut: z.object({ ...about, how: text }),
} as const

export function isReversal(result: BoardResult): result is Reversal {
  return reversals.some((one) => one === result)
}
