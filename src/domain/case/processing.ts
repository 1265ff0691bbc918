/** The processing deadline of a run: from the application, or anew from the receipt of a remand (RSL §§ 3, 3 a). */

import type { LetterId } from '../identity.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import { type Deadline, type DeadlineParameters, deadlineFor } from '../time/deadline.ts'
import type { CaseFile, Fact, Letter, LetterCopy, Proceeding } from './case-file.ts'

export const processingDeadline = (proceeding: Proceeding, parameters: DeadlineParameters): Deadline =>
  deadlineFor(
    proceeding.trigger.kind === 'remand' ? 'REMAND_DECISION_DUE' : 'DECISION_DUE',
    proceeding.trigger.on,
    { parameters },
  )

export const findLetter = (file: CaseFile, letterId: LetterId): Letter | undefined =>
  file.letters.find((l) => l.letterId === letterId)

/** The citizen's own copy of a letter, or the first when it goes to others alone. */
export const mainCopy = (file: CaseFile, letter: Letter): LetterCopy | undefined =>
  letter.copies.find((c) => c.recipient === file.personId) ?? letter.copies[0]

/** When a letter was handed to delivery for the citizen; a failed dispatch does not count. */
export function dispatchOf(file: CaseFile, letterId: LetterId): Fact | undefined {
  const letter = findLetter(file, letterId)
  if (letter === undefined) return undefined
  const copy = mainCopy(file, letter)
  return copy?.dispatched ?? handedOver(copy)
}

/** Given into the person's own hands after the post failed. Sent again, it is dispatched again, and that is what counts. */
const handedOver = (copy: LetterCopy | undefined): Fact | undefined =>
  copy?.handled?.how === 'handedOver' ? copy.handled : undefined

/** The day the citizen got a letter, which starts the periods that run for them. */
export function receiptOf(file: CaseFile, letterId: LetterId): CalendarDay | undefined {
  const letter = findLetter(file, letterId)
  const copy = letter && mainCopy(file, letter)
  return (copy?.delivered ?? handedOver(copy))?.on
}

/** Until when the citizen can complain over the decision of a run; known once the letter has arrived (RSL § 67). */
export function complaintExpiry(
  file: CaseFile,
  proceeding: Proceeding,
  parameters: DeadlineParameters,
): Deadline | undefined {
  const { decision } = proceeding
  if (decision === undefined || decision.record.outcome === 'GRANTED') return undefined
  const received = receiptOf(file, decision.letterId)
  return received && deadlineFor('COMPLAINT_EXPIRY', received, { parameters })
}
