/**
 * The processing deadline of a run: from the application (also one for a change), anew from the receipt of a remand
 * (RSL §§ 3, 3 a), or from when a running placement began to be looked at anew (K2.3-5).
 */

import type { LetterId } from '../identity.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import { type Deadline, type DeadlineParameters, deadlineFor } from '../time/deadline.ts'
import type { CaseFile, Fact, Letter, LetterCopy, Proceeding } from './case-file.ts'

export function processingDeadline({ trigger }: Timed, parameters: DeadlineParameters): Deadline {
  if (trigger.kind === 'remand') return deadlineFor('REMAND_DECISION_DUE', trigger.on, { parameters })
  // What nobody applied for is not an application: how long looking anew may take is a value of its own.
  const ownAccord = trigger.kind === 'reassessment' && trigger.asked === undefined
  const processingTime = ownAccord ? parameters.changedNeedTime : parameters.processingTime
  return deadlineFor('DECISION_DUE', trigger.on, { parameters: { ...parameters, processingTime } })
}

/** All that the deadline of a run depends on. */
type Timed = {
  readonly trigger: { readonly on: CalendarDay } & (
    | { readonly kind: Exclude<Proceeding['trigger']['kind'], 'reassessment'> }
    | { readonly kind: 'reassessment'; readonly asked?: unknown }
  )
}

/** A run with a processing time of its own; the others carry out what is decided already, by dates of their own. */
export const hasProcessingTime = ({ trigger }: Proceeding): boolean =>
  trigger.kind !== 'anotherPlace' && trigger.kind !== 'complaint'

/** Sent back by the Appeals Board, and not decided anew yet: its clock runs from the day it came. */
export const isRemandUnderWay = ({ trigger, decision }: Proceeding): boolean =>
  trigger.kind === 'remand' && decision === undefined

/** A remand came before the run was decided: what was still owed in it has fallen away, and is owed by the new date. */
export function supersededBy(file: CaseFile, proceeding: Proceeding) {
  const next = file.proceedings[file.proceedings.indexOf(proceeding) + 1]
  if (next === undefined || proceeding.decision || proceeding.concluded) return {}
  return { voidOn: next.trigger.on, voidReason: 'superseded' as const }
}

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

/** The first new decision after something was proposed, or the word that nothing changes: only these answer a proposal. */
export const decisionAfter = (file: CaseFile, fact: Fact): Fact | undefined =>
  file.proceedings.flatMap(({ decision, concluded }) =>
    [decision, concluded].flatMap((answer) => (answer && answer.seq > fact.seq ? [answer] : [])),
  )[0]

/** When the first new decision after something was dispatched to the citizen; the word that nothing changes is told as it is said. */
export function decisionToldAfter(file: CaseFile, fact: Fact): Fact | undefined {
  const answer = file.proceedings
    .flatMap(({ decision, concluded }) => decision ?? concluded ?? [])
    .find(({ seq }) => seq > fact.seq)
  return answer && ('letterId' in answer ? dispatchOf(file, answer.letterId) : answer)
}
