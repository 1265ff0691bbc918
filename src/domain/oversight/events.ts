/** What the municipality keeps watch over, in its own stream: breaches, concerns, samples of the log and of cases, reports. */
import { z } from 'zod'
import { CaseId, PartId, ProviderId } from '../identity.ts'

const text = z.string().trim().min(1)
const instant = z.iso.datetime()

export const breachSources = ['citizen', 'logReview', 'staff', 'outside'] as const
export const breachRisks = ['unlikely', 'risk', 'highRisk'] as const

export const concernAbouts = ['place', 'treatment', 'confidentiality', 'otherNeeds', 'other'] as const
export const lookFindings = ['asExpected', 'unclear', 'notJustified'] as const

/** What the leader looks for in a case of the sample: the steps that decisions are most often overturned for. */
export const reviewQuestions = [
  'informed',
  'citizenHeard',
  'hearing',
  'reasons',
  'deadline',
  'complaintGuidance',
  'planOffered',
  'followedUp',
] as const
export const reviewAnswers = ['yes', 'no', 'notRelevant'] as const

/** A month that statistics are about, `2026-11`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const oversightEvents = {
  /** Entered in the register; no names and no numbers. The 72 hours run from the instant it was known (GDPR art. 33). */
  breachRecorded: z.object({
    breachId: PartId,
    knownAt: instant,
    source: z.enum(breachSources),
    what: text,
    /** Whom it concerns, and how many. */
    affected: text,
  }),
  breachAssessed: z.object({ breachId: PartId, risk: z.enum(breachRisks), because: text }),
  /** Told to Datatilsynet, at an instant; later than 72 hours, with why (GDPR art. 33 stk. 1). */
  breachNotified: z.object({
    breachId: PartId,
    notifiedAt: instant,
    reference: text,
    lateBecause: text.optional(),
  }),
  /** Not told, because it is unlikely that it is a risk to anybody. */
  breachNotNotified: z.object({ breachId: PartId, because: text }),
  /** Whether those concerned were told, and how, or why not (GDPR art. 34). */
  affectedInformed: z.object({ breachId: PartId, told: z.boolean(), words: text }),

  /** Something worrying that somebody saw, at a place or in our own work (SEL § 148 stk. 3). */
  concernRecorded: z.object({
    concernId: PartId,
    about: z.enum(concernAbouts),
    provider: ProviderId.optional(),
    words: text,
  }),
  concernHandled: z.object({ concernId: PartId, passedTo: text, done: text }),

  /** A sample of the log, drawn by chance from a seed and kept: the same seed and the same log give the same sample. */
  logReviewDrawn: z.object({
    reviewId: PartId,
    from: z.iso.date(),
    to: z.iso.date(),
    seed: text,
    population: z.int().nonnegative(),
    sample: z.array(z.uuid()),
  }),
  logLookReviewed: z.object({
    reviewId: PartId,
    entryId: z.uuid(),
    finding: z.enum(lookFindings),
    words: text.optional(),
  }),
  logReviewConcluded: z.object({ reviewId: PartId, conclusion: text }),

  caseReviewDrawn: z.object({
    reviewId: PartId,
    seed: text,
    population: z.int().nonnegative(),
    cases: z.array(CaseId),
  }),
  caseReviewed: z.object({
    reviewId: PartId,
    caseId: CaseId,
    answers: z.partialRecord(z.enum(reviewQuestions), z.enum(reviewAnswers)),
    remark: text.optional(),
  }),
  caseReviewConcluded: z.object({ reviewId: PartId, findings: text, followUp: text }),

  /** The month's figures were sent to Danmarks Statistik; `occurredOn` is the day. */
  statisticsSent: z.object({ month: Month, receipt: text }),
  /** The council treated the year's map of overturned decisions (RSL § 79 b). */
  councilMapTreated: z.object({ year: z.int(), actionPlan: z.boolean(), because: text }),
} as const
