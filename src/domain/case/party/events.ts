import { z } from 'zod'
import { DocumentHash, PartId, PersonId, UnitId, UserId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

export const representativeTypes = [
  'guardianPersonal',
  'guardianFinancial',
  'guardianBoth',
  'guardianIncapacity',
  'coGuardian',
  'lastingPower',
  'partyRepresentative',
  'digitalPowerOfAttorney',
  'companion',
  'relativeReadOnly',
] as const
export type RepresentativeType = (typeof representativeTypes)[number]

/**
 * What a representative may do. A companion may do nothing alone and is not listed with any of these. `readPlan`, `pay` and
 * `receivePaymentLetters` are the small parts of `read`, `write` and `receiveLetters`, for whoever has not all of it.
 */
export const representationScopes = [
  'read',
  'readPlan',
  'write',
  'pay',
  'apply',
  'consent',
  'complain',
  'receiveLetters',
  'receivePaymentLetters',
] as const
export type RepresentationScope = (typeof representationScopes)[number]

export const partyEvents = {
  caseAssigned: z.object({ unit: UnitId, userId: UserId.optional() }),
  representativeRegistered: z.object({
    representationId: PartId,
    personId: PersonId,
    type: z.enum(representativeTypes),
    scopes: z.array(z.enum(representationScopes)),
    from: CalendarDay,
    to: CalendarDay.optional(),
    document: DocumentHash.optional(),
    /** Where the power stands in somebody else's register: the digital power of attorney's own id. */
    reference: z.string().min(1).optional(),
    /** Seen and found in order as it was registered, and on what. Absent: nobody acts on it until it is verified. */
    verified: z.string().min(1).optional(),
  }),
  /** Somebody looked at the power and found it in order: on what, and what they saw. */
  representativeVerified: z.object({
    representationId: PartId,
    how: z.string().min(1),
    document: DocumentHash.optional(),
  }),
  /** Looked at, and not enough to act on. */
  representativeRejected: z.object({ representationId: PartId, reason: z.string().min(1) }),
  /** It ends soon, and somebody has asked whether it goes on: what was found. */
  representationEndConsidered: z.object({ representationId: PartId, outcome: z.string().min(1) }),
  representativeRevoked: z.object({ representationId: PartId, reason: z.string().min(1) }),
  /** What the citizen needs in order to take part (RSL § 4): interpreter, easy language, time, a companion. */
  participationPlanned: z.object({ needs: z.string().min(1), agreed: z.string().min(1) }),
  /** The person has died (from the CPR register): letters and reminders stop and obligations fall away. */
  deathRegistered: z.object({ diedOn: CalendarDay }),
} as const
