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
