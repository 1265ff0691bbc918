import { z } from 'zod'
import { DocumentHash, LetterId, PartId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

export const informationSources = [
  'citizen',
  'doctor',
  'hospital',
  'residence',
  'currentOffer',
  'jobCentre',
  'otherAuthority',
  'relative',
] as const
export type InformationSource = (typeof informationSources)[number]

export const informationTopics = [
  'functioning',
  'diagnosis',
  'everydayLife',
  'currentOffer',
  'housing',
  'work',
  'other',
] as const

/** Letters to the one who is asked: somebody with no mailbox in our Digital Post, so that a person sends them. */
export const sourceLetterKinds = ['sourceRequest', 'sourceReminder'] as const
export type SourceLetterKind = (typeof sourceLetterKinds)[number]

export const sourceLetterWays = ['securePost', 'paper', 'handedOver'] as const

export const informationEvents = {
  /** Consent to fetch information (RSL § 11 a): from whom, about what, until when; withdrawable at once. */
  consentGiven: z.object({
    consentId: PartId,
    source: z.enum(informationSources),
    purpose: z.string().min(1),
    form: z.enum(['web', 'oral', 'written']),
    by: z.enum(['citizen', 'representative']),
    until: CalendarDay.optional(),
  }),
  consentRefused: z.object({ source: z.enum(informationSources), form: z.enum(['web', 'oral', 'written']) }),
  consentWithdrawn: z.object({ consentId: PartId }),
  informationRequested: z.object({
    requestId: PartId,
    source: z.enum(informationSources),
    topic: z.enum(informationTopics),
    what: z.string().min(1),
    answerBy: CalendarDay,
    consentId: PartId.optional(),
    /** The ground for asking without consent, where the law has one. */
    withoutConsent: z.string().optional(),
    /** Whether the case waits on the answer. Never so of a diagnosis (K2.2a-2). */
    mandatory: z.boolean().default(false),
    letterId: LetterId.optional(),
  }),
  sourceReminded: z.object({ requestId: PartId, answerBy: CalendarDay }),
  /** The letter to the source itself: its inputs as printed, and its bytes, by hash. */
  sourceLetterWritten: z.object({
    letterId: LetterId,
    requestId: PartId,
    kind: z.enum(sourceLetterKinds),
    inputs: DocumentHash,
    document: DocumentHash,
    renderer: z.string(),
  }),
  /** Somebody sent it; `occurredOn` is the day. */
  sourceLetterSent: z.object({ letterId: LetterId, how: z.enum(sourceLetterWays) }),
  informationReceived: z.object({
    requestId: PartId.optional(),
    source: z.enum(informationSources),
    summary: z.string().min(1),
    document: DocumentHash.optional(),
    /** Adverse and essential, and the citizen cannot be presumed to know that we have it: calls for a hearing. */
    adverse: z.boolean().default(false),
  }),
  /** The officialprincip (RSL § 10): the case is informed well enough, and why. */
  caseSufficientlyInformed: z.object({ reason: z.string().min(1) }),
  privacyNoticeGiven: z.object({
    article: z.enum(['13', '14']),
    how: z.string(),
    letterId: LetterId.optional(),
  }),
} as const
