/** Who gets the letters of a case on a day, and who may act in it. */
import type { PersonId } from '../identity.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { CaseFile, Fact, Representation } from './case-file.ts'
import type { LetterKind } from './letter/events.ts'
import type { RepresentationScope, RepresentativeType } from './party/events.ts'

/** Nobody acts on what nobody has found in order. */
const isVerified = (r: Representation): boolean => r.verified !== undefined && r.rejected === undefined

export const isInForce = (r: Representation, day: CalendarDay): boolean =>
  isVerified(r) &&
  r.from <= day &&
  (r.to === undefined || day <= r.to) &&
  (r.revoked === undefined || day < r.revoked.on)

/** Whether it was in force when something was done: of two things on one day, the order they were recorded in tells. */
export const wasInForceAt = (r: Representation, { on, seq }: Pick<Fact, 'on' | 'seq'>): boolean =>
  isVerified(r) &&
  (r.verified?.seq ?? r.seq) < seq &&
  r.from <= on &&
  (r.to === undefined || on <= r.to) &&
  (r.revoked === undefined || on < r.revoked.on || (on === r.revoked.on && seq < r.revoked.seq))

/** Registered, and nobody has yet said whether it is in order. */
export const awaitsVerification = (r: Representation): boolean =>
  r.verified === undefined && r.rejected === undefined && r.revoked === undefined

const within: { readonly [S in RepresentationScope]?: readonly RepresentationScope[] } = {
  read: ['readPlan'],
  write: ['pay'],
  receiveLetters: ['receivePaymentLetters'],
}

/** The scopes that somebody was given, with the smaller ones that lie in them. */
export const scopesWithin = (scopes: readonly RepresentationScope[]): readonly RepresentationScope[] => [
  ...new Set(scopes.flatMap((scope) => [scope, ...(within[scope] ?? [])])),
]

/** All that a person may do for the citizen on a day. Empty before, after, unverified, refused and ended. */
export const scopesOn = (
  file: CaseFile,
  personId: PersonId | undefined,
  day: CalendarDay,
): readonly RepresentationScope[] =>
  scopesWithin(
    file.representations.filter((r) => r.personId === personId && isInForce(r, day)).flatMap((r) => r.scopes),
  )

/** The representation under which a person may do this on a day. A companion and a read-only relative have none. */
export const findRepresentation = (
  file: CaseFile,
  personId: PersonId,
  scope: RepresentationScope,
  day: CalendarDay,
): Representation | undefined =>
  file.representations.find(
    (r) => r.personId === personId && scopesWithin(r.scopes).includes(scope) && isInForce(r, day),
  )

/** A co-guardian acts with the citizen and never alone (VML § 7): the citizen is asked to stand by what they send. */
export const bindsAlone = (type: RepresentativeType): boolean => type !== 'coGuardian'

/**
 * The letters that settle what is granted and so what is paid: the ride and the purchases that go with the place. Which of
 * them a guardian in financial matters is owed, the law does not say; a lawyer has not confirmed it.
 */
const aboutPayment: ReadonlySet<LetterKind> = new Set(['decision', 'reassessment'])

/** Whether this kind of letter is among those that the representative was given the right to. */
export const coversLetter = ({ scopes }: Pick<Representation, 'scopes'>, kind: LetterKind): boolean =>
  scopes.includes('receiveLetters') || (scopes.includes('receivePaymentLetters') && aboutPayment.has(kind))

/** Who gets a letter of this kind beside the citizen, each with what gives the right to it (FVL § 8). */
export const othersWhoGet = (file: CaseFile, kind: LetterKind, day: CalendarDay): readonly Representation[] =>
  file.representations.filter((r) => coversLetter(r, kind) && isInForce(r, day))

/** The citizen, always, and whoever has the right to this kind of letter. Nobody when the person has died. */
export function recipientsOn(file: CaseFile, day: CalendarDay, kind: LetterKind): readonly PersonId[] {
  if (file.died) return []
  return [...new Set([file.personId, ...othersWhoGet(file, kind, day).map((r) => r.personId)])]
}

/** A relative applied without power and the citizen has not yet stood by it: no consent is valid until then. */
export const awaitsConfirmation = (file: CaseFile): boolean =>
  file.applicant.kind === 'helper' && file.confirmed === undefined
