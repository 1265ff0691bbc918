import { z } from 'zod'
import { DocumentHash, MunicipalityCode, PersonId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { Applied } from './wishes.ts'

export const channels = ['web', 'phone', 'letter', 'email', 'inPerson'] as const
export type Channel = (typeof channels)[number]
export const isOral = (channel: Channel): boolean => channel === 'phone' || channel === 'inPerson'

/** Who sent the application, when it was not the citizen alone. A helper without power still starts the clock. */
export const Applicant = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('representative'), personId: PersonId }),
  z.object({ kind: z.literal('helper'), personId: PersonId.optional(), relation: z.string() }),
])
export type Applicant = z.infer<typeof Applicant>

/** The citizen's own words, question by question. Nothing here is required, diagnoses least of all (K2.2a-2). */
export const ApplicationAnswers = z.object({
  difficulties: z.array(z.string()).default([]),
  difficultiesInWords: z.string().optional(),
  wishes: z.array(z.string()).default([]),
  wishesInWords: z.string().optional(),
  diagnosis: z.enum(['yes', 'no', 'ratherNotSay']).optional(),
  diagnosisInWords: z.string().optional(),
  /** A wish only; the formal offer of a § 141 plan and its answer are the caseworker's to record. */
  planWish: z.enum(['yes', 'no', 'later']).optional(),
  contactBy: z.enum(['phone', 'digitalPost', 'letter', 'email']).optional(),
  doNotCallBefore: z.string().optional(),
  interpreter: z.string().optional(),
})
export type ApplicationAnswers = z.infer<typeof ApplicationAnswers>

export const closingReasons = ['withdrawn', 'death', 'moved', 'refused', 'ended'] as const
export type ClosingReason = (typeof closingReasons)[number]

export const applicationEvents = {
  applicationReceived: z.object({
    personId: PersonId,
    caseNumber: z.string(),
    channel: z.enum(channels),
    applicant: Applicant,
    applied: Applied,
    answers: ApplicationAnswers,
    attachments: z.array(z.object({ hash: DocumentHash, name: z.string() })).default([]),
    /** The birth date the age rules were read from, a copy of the register's at receipt. */
    bornOn: CalendarDay,
  }),
  /** A relative's application without power: the citizen stands by it. Until then no consent is valid. */
  applicationConfirmed: z.object({ how: z.string() }),
  /** A change before the decision: who, how and in whose words (law.md § 2.5). */
  applicationChanged: z.object({
    applied: Applied,
    changedBy: z.enum(['citizen', 'representative']),
    how: z.string().min(1),
    inWords: z.string().min(1),
  }),
  applicationWithdrawn: z.object({
    by: z.enum(['citizen', 'representative']),
    how: z.string(),
    inWords: z.string().optional(),
  }),
  municipalityRecorded: z.object({
    resident: MunicipalityCode,
    acting: MunicipalityCode,
    paying: MunicipalityCode,
    basis: z.string(),
    /** The municipalities disagree who is acting; help goes on meanwhile (RSL § 9 a). */
    disputed: z.boolean().default(false),
  }),
  /** Guidance on another authority's or another law's help (FVL § 7), with where it was forwarded. */
  guidanceGiven: z.object({ about: z.string(), forwardedTo: z.string().optional(), how: z.string() }),
  actingMunicipalityChanged: z.object({ to: MunicipalityCode, effectiveOn: CalendarDay, basis: z.string() }),
  /** The Appeals Board sent the case back: the deadline runs anew from its receipt (RSL § 3 a). */
  remandReceived: z.object({ reference: z.string(), whatToInform: z.string() }),
  caseClosed: z.object({ reason: z.enum(closingReasons) }),
} as const
