/** Representations as the history tells of them: registered, looked at, nearing their end, ended. */
import type { PartId } from '../../identity.ts'
import type { CaseFile, Fact, PayloadOf, Representation } from '../case-file.ts'
import type { PresentCaseEvent } from '../events.ts'

type PartyEvent = PresentCaseEvent<
  | 'representativeRegistered'
  | 'representativeVerified'
  | 'representativeRejected'
  | 'representationEndConsidered'
  | 'representativeRevoked'
>

const registered = (
  fact: Fact,
  { verified, ...payload }: PayloadOf<'representativeRegistered'>,
): Representation => ({
  ...fact,
  ...payload,
  ...(verified !== undefined && { verified: { ...fact, how: verified } }),
})

export function evolveRepresentation(file: CaseFile, event: PartyEvent, fact: Fact): void {
  if (event.type === 'representativeRegistered') {
    file.representations.push(registered(fact, event.payload))
    return
  }
  const found = findRegistered(file, event.payload.representationId)
  if (found === undefined) return
  switch (event.type) {
    case 'representativeVerified':
      found.verified ??= { ...fact, how: event.payload.how }
      found.document = event.payload.document ?? found.document
      return
    case 'representativeRejected':
      found.rejected ??= { ...fact, reason: event.payload.reason }
      return
    case 'representationEndConsidered':
      found.endConsidered = { ...fact, outcome: event.payload.outcome }
      return
    case 'representativeRevoked':
      found.revoked = fact
  }
}

export const findRegistered = (file: CaseFile, representationId: PartId): Representation | undefined =>
  file.representations.find((r) => r.representationId === representationId)
