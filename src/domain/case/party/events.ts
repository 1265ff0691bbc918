import { z } from 'zod'
import { DocumentHash, PartId, PersonId, UnitId, UserId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

export const representativeTypes = [
  'guardianPersonal',
  'guardianFinancial',
  'guardianBoth',
  'coGuardian',
  'partyRepresentative',
  'digitalPowerOfAttorney',
  'companion',
  'relativeReadOnly',
] as const
export type RepresentativeType = (typeof representativeTypes)[number]

/** What a representative may do. A companion may do nothing alone and is not listed with any of these. */
export const representationScopes = [
  'read',
  'write',
  'apply',
  'consent',
  'complain',
  'receiveLetters',
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
    verified: z.string().min(1),
  }),
  representativeRevoked: z.object({ representationId: PartId, reason: z.string().min(1) }),
  /** What the citizen needs in order to take part (RSL § 4): interpreter, easy language, time, a companion. */
  participationPlanned: z.object({ needs: z.string().min(1), agreed: z.string().min(1) }),
  /** The person has died (from the CPR register): letters and reminders stop and obligations fall away. */
  deathRegistered: z.object({ diedOn: CalendarDay }),
} as const
