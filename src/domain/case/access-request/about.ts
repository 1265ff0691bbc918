/** Where a request to see the case stands. */

import type { PartId } from '../../identity.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { AccessRequest, CaseFile } from '../case-file.ts'

export const findRequest = (file: CaseFile, requestId: PartId): AccessRequest | undefined =>
  file.accessRequests.find((r) => r.requestId === requestId)

export const openRequests = (file: CaseFile): readonly AccessRequest[] =>
  file.accessRequests.filter((r) => r.answered === undefined)

export type AccessOutcome = 'full' | 'part' | 'refused'

/** What an answer comes to. Anything left out makes it a decision that can be complained about (FVL §§ 22, 25). */
export const outcomeOfAccess = ({
  given,
  left,
}: {
  readonly given: readonly string[]
  readonly left: readonly unknown[]
}): AccessOutcome => (left.length === 0 ? 'full' : given.length === 0 ? 'refused' : 'part')

/** The day that was last said for the answer, when one was. */
export const expectedOn = ({ delays }: AccessRequest): CalendarDay | undefined => delays.at(-1)?.expectedOn
