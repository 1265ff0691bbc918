import { z } from 'zod'
import { UnitId, UserId } from '../../identity.ts'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { defineCommand, newPart, only, text } from '../command.ts'
import { refuseIfFinished } from '../lifetime.ts'
import { isInForce } from '../recipients.ts'
import { partyEvents, type RepresentationScope, type RepresentativeType } from './events.ts'

/** The most that each kind of representative may do; what was agreed may be less, never more (FVL § 8). */
export const widestScopes: Record<RepresentativeType, readonly RepresentationScope[]> = {
  guardianPersonal: ['read', 'write', 'apply', 'consent', 'complain', 'receiveLetters'],
  guardianFinancial: ['read', 'receiveLetters'],
  guardianBoth: ['read', 'write', 'apply', 'consent', 'complain', 'receiveLetters'],
  coGuardian: ['read', 'receiveLetters'],
  partyRepresentative: ['read', 'write', 'apply', 'consent', 'complain', 'receiveLetters'],
  digitalPowerOfAttorney: ['read', 'write', 'apply', 'complain', 'receiveLetters'],
  companion: [],
  relativeReadOnly: ['read'],
}

/** Appointed by the Agency of Family Law, which alone ends it: nobody who has a guardian ends that themselves. */
export const isGuardian = (type: RepresentativeType): boolean =>
  type === 'guardianPersonal' ||
  type === 'guardianFinancial' ||
  type === 'guardianBoth' ||
  type === 'coGuardian'

export const partyCommands = {
  assignCase: defineCommand({
    schema: z.object({ unit: UnitId, userId: UserId.optional() }),
    invalidatedBy: ['caseAssigned'],
    decide: (_file, payload) => only({ type: 'caseAssigned', payload }),
  }),
  registerRepresentative: defineCommand({
    schema: partyEvents.representativeRegistered.omit({ representationId: true }),
    invalidatedBy: [],
    decide: (file, input, context) => {
      if (input.to !== undefined && input.to < input.from) return refuse('dateBeforeFormer', { field: 'to' })
      const widest = widestScopes[input.type]
      if (input.scopes.some((scope) => !widest.includes(scope))) return refuse('noScope', { field: 'scopes' })
      const payload = { ...input, representationId: newPart(context) }
      return refuseIfFinished(file) ?? only({ type: 'representativeRegistered', payload })
    },
  }),
  /** By staff, or by the citizen for whom somebody acts; from this day on the other can do nothing more. */
  revokeRepresentative: defineCommand({
    schema: partyEvents.representativeRevoked,
    invalidatedBy: ['representativeRevoked'],
    decide: (file, payload, { today, actor }) => {
      const found = file.representations.find((r) => r.representationId === payload.representationId)
      if (!found) return refuse('notFound')
      if (actor.kind === 'citizen' && isGuardian(found.type)) return refuse('guardianStays')
      return isInForce(found, today)
        ? only({ type: 'representativeRevoked', payload })
        : refuse('alreadyDone')
    },
  }),
  planParticipation: defineCommand({
    schema: z.object({ needs: text, agreed: text }),
    invalidatedBy: [],
    decide: (file, payload) => refuseIfFinished(file) ?? only({ type: 'participationPlanned', payload }),
  }),
  registerDeath: defineCommand({
    schema: z.object({ diedOn: CalendarDay }),
    invalidatedBy: ['deathRegistered'],
    decide: (file, payload, { today }) => {
      if (file.died) return refuse('alreadyDone')
      if (payload.diedOn > today) return refuse('dateInFuture', { field: 'diedOn' })
      return only({ type: 'deathRegistered', payload, occurredOn: payload.diedOn })
    },
  }),
} as const
