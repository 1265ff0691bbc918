/** The power to apply for somebody, before there is a case to hold it: one that stands in another case of theirs. */
import type { ReceiveApplication } from '../domain/case/application/decide.ts'
import { findRepresentation } from '../domain/case/recipients.ts'
import type { PersonId } from '../domain/identity.ts'
import { casesOfPersons } from '../store/cases.ts'
import { read } from '../store/connection.ts'
import type { House } from './house.ts'
import { findCase } from './load-case.ts'
import type { Asking } from './perform.ts'

/** As it is registered in the new case. */
export type Power = NonNullable<ReceiveApplication['power']>

/**
 * The power under which whoever asks may apply for this person today. A caseworker has verified it in the case that is
 * named; undefined where it has ended, does not reach this far, or was never given (FVL § 8).
 */
export function findPower(house: House, asking: Asking, citizen: PersonId): Promise<Power | undefined> {
  const { subject, today, municipality } = asking
  const { personId } = subject
  if (personId === undefined) return Promise.resolve(undefined)
  return read(house.db, { municipality, viewer: { kind: 'command' } }, async (tx) => {
    // The newest case that has it: a person has one case, or a few.
    for (const { caseId, caseNumber } of await casesOfPersons(tx, [citizen])) {
      const file = (await findCase(tx, caseId))?.file
      const found = file && findRepresentation(file, personId, 'apply', today)
      if (found) {
        const { type, scopes, from, to } = found
        return {
          personId,
          type,
          scopes: [...scopes],
          from,
          ...(to && { to }),
          verified: `Fremgår af sag ${caseNumber}`,
        }
      }
    }
    return undefined
  })
}
