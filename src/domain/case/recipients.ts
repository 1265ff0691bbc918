/** Who gets the letters of a case on a day, and who may act in it. */
import type { PersonId } from '../identity.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { CaseFile, Fact, Representation } from './case-file.ts'
import type { RepresentationScope } from './party/events.ts'

export const isInForce = (r: Representation, day: CalendarDay): boolean =>
  r.from <= day && (r.to === undefined || day <= r.to) && (r.revoked === undefined || day < r.revoked.on)

/** Whether it was in force when something was done: of two things on one day, the order they were recorded in tells. */
export const wasInForceAt = (r: Representation, { on, seq }: Pick<Fact, 'on' | 'seq'>): boolean =>
  r.seq < seq &&
  r.from <= on &&
  (r.to === undefined || on <= r.to) &&
  (r.revoked === undefined || on < r.revoked.on || (on === r.revoked.on && seq < r.revoked.seq))

/** The representation under which a person may do this on a day. A companion and a read-only relative have none. */
export function findRepresentation(
  file: CaseFile,
  personId: PersonId,
  scope: RepresentationScope,
  day: CalendarDay,
): Representation | undefined {
  return file.representations.find(
    (r) => r.personId === personId && r.scopes.includes(scope) && isInForce(r, day),
  )
}

/** The citizen, and whoever has the right to the letters (FVL § 8). Nobody when the person has died. */
export function recipientsOn(file: CaseFile, day: CalendarDay): readonly PersonId[] {
  if (file.died) return []
  const others = file.representations
    .filter((r) => r.scopes.includes('receiveLetters') && isInForce(r, day))
    .map((r) => r.personId)
  return [...new Set([file.personId, ...others])]
}

/** A relative applied without power and the citizen has not yet stood by it: no consent is valid until then. */
export const awaitsConfirmation = (file: CaseFile): boolean =>
  file.applicant.kind === 'helper' && file.confirmed === undefined
