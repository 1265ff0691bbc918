import { z } from 'zod'
import { DocumentHash, PartId, PersonId, UnitId, UserId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Representation } from '../case-file.ts'
import { defineCommand, newPart, only, text } from '../command.ts'
import type { NewCaseEvent } from '../events.ts'
import { refuseIfFinished } from '../lifetime.ts'
import { awaitsVerification, scopesWithin } from '../recipients.ts'
import { partyEvents, type RepresentationScope, type RepresentativeType } from './events.ts'
import { findRegistered } from './evolve.ts'

const full = ['read', 'write', 'apply', 'consent', 'complain', 'receiveLetters'] as const

/**
 * The most that each kind of representative may do; what was agreed may be less, never more (FVL § 8). Whoever is guardian in
 * financial matters (VML § 5, also with loss of legal capacity, § 6) settles what is paid and gets the letters about it, and
 * says nothing about the place. A co-guardian (§ 7) acts together with the citizen: see `bindsAlone`. What a guardian's and a
 * lasting power reach, a lawyer has not confirmed; the caseworker may register less.
 */
export const widestScopes: Record<RepresentativeType, readonly RepresentationScope[]> = {
  guardianPersonal: full,
  guardianFinancial: ['pay', 'receivePaymentLetters'],
  guardianBoth: full,
  guardianIncapacity: ['pay', 'receivePaymentLetters'],
  coGuardian: ['read', 'complain', 'receiveLetters'],
  lastingPower: full,
  partyRepresentative: full,
  digitalPowerOfAttorney: ['read', 'write', 'apply', 'complain', 'receiveLetters'],
  companion: [],
  relativeReadOnly: ['read'],
}

/** Appointed by the Agency of Family Law, which alone ends it: nobody who has a guardian ends that themselves. */
export const isGuardian = (type: RepresentativeType): boolean => type in appointed

const appointed = {
  guardianPersonal: true,
  guardianFinancial: true,
  guardianBoth: true,
  guardianIncapacity: true,
  coGuardian: true,
} as const

/**
 * What somebody else has appointed rests on that paper. A party representative's power can be said by the citizen, and is
 * written down (FVL § 8 lets the authority ask for it in writing, and does not make it do so).
 */
export const needsDocument = (type: RepresentativeType): boolean =>
  isGuardian(type) || type === 'lastingPower'

/** What the citizen gives by themselves on the web: to look on, at once; to act for them, when the municipality has seen it. */
export const givenByCitizen = ['relativeReadOnly', 'partyRepresentative'] as const

const refuseUnfit = (
  file: CaseFile,
  { type, scopes, from, to, personId }: Pick<Representation, 'type' | 'scopes' | 'from' | 'to' | 'personId'>,
): Refusal | undefined => {
  if (personId === file.personId) return refuse('invalid', { field: 'personId' })
  if (to !== undefined && to < from) return refuse('dateBeforeFormer', { field: 'to' })
  const widest = scopesWithin(widestScopes[type])
  if (scopes.some((scope) => !widest.includes(scope))) return refuse('noScope', { field: 'scopes' })
  return refuseIfFinished(file)
}

/** The paper stands in the register of documents too (OFL § 15). */
const paperOf = (document: DocumentHash | undefined, party: string): readonly NewCaseEvent[] =>
  document === undefined
    ? []
    : [
        {
          type: 'documentRegistered',
          payload: { document, direction: 'received', subject: 'Fuldmagt eller beskikkelse', party },
        },
      ]

export const partyCommands = {
  assignCase: defineCommand({
    schema: z.object({ unit: UnitId, userId: UserId.optional() }),
    invalidatedBy: ['caseAssigned'],
    decide: (_file, payload) => only({ type: 'caseAssigned', payload }),
  }),
  /** With how it was found in order, or without: then it waits for `verifyRepresentative`, and nobody acts on it yet. */
  registerRepresentative: defineCommand({
    schema: partyEvents.representativeRegistered.omit({ representationId: true }),
    invalidatedBy: [],
    decide: (file, input, context) => {
      if (input.verified !== undefined && needsDocument(input.type) && input.document === undefined)
        return refuse('needsDocument', { field: 'document' })
      const payload = { ...input, representationId: newPart(context) }
      return (
        refuseUnfit(file, input) ??
        only({ type: 'representativeRegistered', payload }, ...paperOf(input.document, 'Repræsentant'))
      )
    },
  }),
  /** Looked at by a caseworker, and in order. */
  verifyRepresentative: defineCommand({
    schema: partyEvents.representativeVerified.extend({ how: text }),
    invalidatedBy: ['representativeVerified', 'representativeRejected', 'representativeRevoked'],
    decide: (file, payload) => {
      const found = findRegistered(file, payload.representationId)
      if (!found) return refuse('notFound')
      if (!awaitsVerification(found)) return refuse('alreadyDone')
      if (needsDocument(found.type) && (payload.document ?? found.document) === undefined)
        return refuse('needsDocument', { field: 'document' })
      return (
        refuseIfFinished(file) ??
        only({ type: 'representativeVerified', payload }, ...paperOf(payload.document, 'Repræsentant'))
      )
    },
  }),
  rejectRepresentative: defineCommand({
    schema: partyEvents.representativeRejected.extend({ reason: text }),
    invalidatedBy: ['representativeVerified', 'representativeRejected', 'representativeRevoked'],
    decide: (file, payload) => {
      const found = findRegistered(file, payload.representationId)
      if (!found) return refuse('notFound')
      return awaitsVerification(found)
        ? only({ type: 'representativeRejected', payload })
        : refuse('alreadyDone')
    },
  }),
  /** It ends soon: what came of asking whether it goes on. One that goes on is registered anew. */
  considerRepresentationEnd: defineCommand({
    schema: partyEvents.representationEndConsidered.extend({ outcome: text }),
    invalidatedBy: ['representativeRevoked'],
    decide: (file, payload) => {
      const found = findRegistered(file, payload.representationId)
      if (!found) return refuse('notFound')
      return found.to === undefined || found.revoked || !found.verified
        ? refuse('alreadyDone')
        : only({ type: 'representationEndConsidered', payload })
    },
  }),
  /**
   * The citizen's own, on the web: their log-in is what it rests on. To look on holds at once; to act for them waits until
   * the municipality has seen it.
   */
  giveRepresentation: defineCommand({
    schema: z.object({
      personId: PersonId,
      type: z.enum(givenByCitizen),
      scopes: partyEvents.representativeRegistered.shape.scopes.min(1),
      to: CalendarDay.optional(),
      document: DocumentHash.optional(),
    }),
    invalidatedBy: [],
    decide: (file, input, { actor, today, newId }) => {
      if (actor.kind !== 'citizen' || actor.personId !== file.personId) return refuse('notAllowed')
      const given = { ...input, from: today, representationId: PartId.parse(newId()) }
      const atOnce = input.type === 'relativeReadOnly' && { verified: 'Givet af borgeren selv med log-in' }
      return (
        refuseUnfit(file, given) ??
        only(
          { type: 'representativeRegistered', payload: { ...given, ...atOnce } },
          ...paperOf(input.document, 'Borgeren'),
        )
      )
    },
  }),
  /** By staff, or by the citizen for whom somebody acts; from this day on the other can do nothing more. */
  revokeRepresentative: defineCommand({
    schema: partyEvents.representativeRevoked,
    invalidatedBy: ['representativeRevoked'],
    decide: (file, payload, { today, actor }) => {
      const found = findRegistered(file, payload.representationId)
      if (!found) return refuse('notFound')
      if (actor.kind === 'citizen' && isGuardian(found.type)) return refuse('guardianStays')
      // One that has not begun, or waits to be looked at, can be taken back as well.
      const over = found.revoked || found.rejected || (found.to !== undefined && found.to < today)
      return !over ? only({ type: 'representativeRevoked', payload }) : refuse('alreadyDone')
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
