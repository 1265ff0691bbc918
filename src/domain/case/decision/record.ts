/**
 * The decision as it is written. A draft has holes; `issueDecision` in `gate.ts` is the only way from a draft to an
 * issued decision, and it lists every hole. The outcome is never among the fields: it is computed.
 */
import { z } from 'zod'
import { DocumentHash, PartId, ProviderId, UserId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { ReducedExtentReason } from '../../vocabulary/reduced-extent-reason.ts'
import { Applied } from '../application/wishes.ts'
import { elements, outcomes } from './comparison.ts'

const text = z.string().trim().min(1)

export const legalBases = ['SEL-104', 'SEL-105', 'SEL-141', 'SEL-103', 'RSL-5', 'RSL-9', 'RSL-11-b'] as const

/** A fact that the decision rests on, with where it stands in the file. */
export const ReliedOnFact = z.object({ text, source: text, documents: z.array(DocumentHash).default([]) })
export type ReliedOnFact = z.infer<typeof ReliedOnFact>

export const HearingReference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heard'), hearingId: PartId }),
  z.object({ kind: z.literal('omitted'), because: text }),
])
export type HearingReference = z.infer<typeof HearingReference>

/** What was weighed under RSL § 5; "none, because …" is an answer. */
export const OtherPossibilities = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('considered'),
    items: z.array(z.object({ paragraph: text, result: text })).min(1),
  }),
  z.object({ kind: z.literal('none'), because: text }),
])
export type OtherPossibilities = z.infer<typeof OtherPossibilities>

/** What the caseworker writes. Every part may be missing while it is being written. */
export const DecisionDraft = z.object({
  place: z.enum(['granted', 'refused']).optional(),
  daysPerWeek: z.number().min(0.5).max(7).optional(),
  hoursPerWeek: z.number().min(0.5).max(60).optional(),
  /** Below full time: a reason of the citizen's own. No code for capacity or economy exists (K2.0-2). */
  reducedExtentReason: ReducedExtentReason.optional(),
  /** The individual assessment behind the extent, also behind full time (K2.0-3). */
  extentAssessment: text.optional(),
  /** The day and manner in which the citizen said yes to more than applied for. */
  agreedToMore: z.object({ on: CalendarDay, how: text }).optional(),
  provider: ProviderId.optional(),
  providersConsidered: z.array(z.object({ provider: ProviderId, why: text })).default([]),
  providerReason: text.optional(),
  /** The answer to a wish for another place: there is no free choice, yet the wish is answered (K2.1-4). */
  wishAnswer: text.optional(),
  transport: z.boolean().optional(),
  transportReason: text.optional(),
  startOn: CalendarDay.optional(),
  endOn: CalendarDay.optional(),
  purpose: text.optional(),
  intervention: text.optional(),
  legalBasis: z.array(z.enum(legalBases)).default([]),
  considerations: text.optional(),
  facts: z.array(ReliedOnFact).default([]),
  citizensView: text.optional(),
  citizensViewWeighed: text.optional(),
  hearing: HearingReference.optional(),
  otherPossibilities: OtherPossibilities.optional(),
  /** Proposals of other support; its absence warns and never blocks (K2.2a-10). */
  alternatives: text.optional(),
  effectiveOn: CalendarDay.optional(),
  contact: UserId.optional(),
  /** The citizen's own text in easy language, approved by the caseworker; generated from the record when absent. */
  easyReadWhy: text.optional(),
})
export type DecisionDraft = z.infer<typeof DecisionDraft>

export const Ground = z.enum(['physical', 'mental', 'social'])
export type Ground = z.infer<typeof Ground>

/** The answers to the target-group criteria A and B as they stood when the decision was made. */
export const TargetGroupAnswer = z.object({
  criterionA: z.object({ answer: z.boolean(), grounds: z.array(Ground), reasons: text }),
  criterionB: z.object({ answer: z.boolean(), reasons: text }),
})
export type TargetGroupAnswer = z.infer<typeof TargetGroupAnswer>

const Comparison = z.object({
  element: z.enum(elements),
  applied: z.union([z.string(), z.number(), z.boolean()]).optional(),
  granted: z.union([z.string(), z.number(), z.boolean()]).optional(),
  unfavourable: z.boolean(),
})

/** What every issued decision states. */
const Stated = z.object({
  decisionId: PartId,
  applied: Applied,
  /** A running placement was looked at anew: what the person had, and whether they asked for something else. */
  change: z.object({ before: Applied, asked: z.boolean(), end: z.boolean() }).optional(),
  comparison: z.array(Comparison).readonly(),
  targetGroup: TargetGroupAnswer,
  legalBasis: z.array(z.enum(legalBases)).min(1),
  facts: z.array(ReliedOnFact),
  effectiveOn: CalendarDay,
  contact: UserId,
  alternatives: text.optional(),
  easyReadWhy: text.optional(),
})

/** What a decision that is not a full grant must state besides (law.md § 2.2: the letter gate). */
const Reasoned = z.object({
  considerations: text,
  facts: z.array(ReliedOnFact).min(1),
  citizensView: text,
  citizensViewWeighed: text,
  hearing: HearingReference,
  otherPossibilities: OtherPossibilities,
  /** To whom, how, four weeks, also orally. It cannot be left out of anything less than a full grant. */
  complaintGuidance: z.literal(true),
  /** What a refusal of § 104 refused: the concrete intervention applied for and the purpose it would have had. */
  purpose: text,
  intervention: text,
})

/** What a decision that grants a place states about it. */
const GrantedPlace = z.object({
  daysPerWeek: z.number(),
  hoursPerWeek: z.number().optional(),
  reducedExtentReason: ReducedExtentReason.optional(),
  extentAssessment: text,
  agreedToMore: z.object({ on: CalendarDay, how: text }).optional(),
  provider: ProviderId,
  serviceArea: z.enum(['handicap', 'socialPsychiatry']),
  providersConsidered: z.array(z.object({ provider: ProviderId, why: text })),
  providerReason: text,
  wishAnswer: text.optional(),
  transport: z.boolean(),
  transportBasis: z.enum(['right', 'individual']),
  transportReason: text.optional(),
  startOn: CalendarDay,
  endOn: CalendarDay.optional(),
  purpose: text,
  intervention: text,
  /** The duty to report changes (RSL § 11 stk. 2) goes with every grant. */
  changeDuty: z.literal(true),
})
export type GrantedPlace = z.infer<typeof GrantedPlace>

export const DecisionRecord = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal(outcomes[0]),
    ...Stated.shape,
    place: GrantedPlace,
    considerations: text.optional(),
    citizensView: text.optional(),
    citizensViewWeighed: text.optional(),
    hearing: HearingReference.optional(),
    otherPossibilities: OtherPossibilities.optional(),
  }),
  z.object({ outcome: z.literal(outcomes[1]), ...Stated.shape, ...Reasoned.shape, place: GrantedPlace }),
  z.object({ outcome: z.literal(outcomes[2]), ...Stated.shape, ...Reasoned.shape }),
])
export type DecisionRecord = z.infer<typeof DecisionRecord>
