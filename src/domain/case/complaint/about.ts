/** Where a complaint stands: over which decision, in time or late, answered by what, and what is owed next. */
import { firstOf } from '../../standard/rule.ts'
import type { Deadline, DeadlineParameters } from '../../time/deadline.ts'
import type { CaseFile, Complaint, Fact, Proceeding } from '../case-file.ts'
import { complaintExpiry, decisionAfter } from '../processing.ts'
import { isReversal } from './events.ts'

export const findComplaint = (file: CaseFile, complaintId: Complaint['complaintId']): Complaint | undefined =>
  file.complaints.find((c) => c.complaintId === complaintId)

/** The run whose decision it is over. */
export const proceedingOf = (
  file: CaseFile,
  { decisionId }: Pick<Complaint, 'decisionId'>,
): Proceeding | undefined =>
  file.proceedings.find(({ decision }) => decision?.record.decisionId === decisionId)

/** Every decision that can be complained over: the law is wider than refusals (RSL § 60). */
export const decidedProceedings = (file: CaseFile): readonly Proceeding[] =>
  file.proceedings.filter(({ decision }) => decision !== undefined)

export const timelinesses = ['inTime', 'late', 'unknown'] as const
export type Timeliness = (typeof timelinesses)[number]

/** Until when the decision could be complained over, counted from when the letter in fact came. */
export function expiryOf(
  file: CaseFile,
  complaint: Pick<Complaint, 'decisionId'>,
  parameters: DeadlineParameters,
): Deadline | undefined {
  const proceeding = proceedingOf(file, complaint)
  return proceeding && complaintExpiry(file, proceeding, parameters)
}

/** Marked, and treated alike: the Appeals Board alone says whether a late one is looked at (RSL § 67). */
export function timelinessOf(
  file: CaseFile,
  complaint: Pick<Complaint, 'decisionId' | 'on'>,
  parameters: DeadlineParameters,
): Timeliness {
  const expiry = expiryOf(file, complaint, parameters)
  if (expiry === undefined) return 'unknown'
  return complaint.on > expiry.due ? 'late' : 'inTime'
}

export const stages = [
  'received',
  'toForward',
  'toSend',
  'atBoard',
  'upheld',
  'concluded',
  'withdrawn',
] as const
export type Stage = (typeof stages)[number]

export function stageOf({ withdrawn, result, sent, forwarded, reassessed }: Complaint): Stage {
  if (result) return 'concluded'
  if (withdrawn) return 'withdrawn'
  if (sent) return 'atBoard'
  if (forwarded) return 'toSend'
  if (reassessed) return reassessed.outcome === 'full' ? 'upheld' : 'toForward'
  return 'received'
}

/** Somebody without power sent it, and the citizen has not said whether they stand by it. */
export const awaitsCitizen = (complaint: Complaint): boolean =>
  complaint.by.kind === 'other' && complaint.confirmed === undefined && complaint.withdrawn === undefined

/** Still with the municipality: to be looked at, forwarded or handed over. */
export const isUnanswered = (complaint: Complaint): boolean =>
  complaint.withdrawn === undefined && answeredBy(complaint) === undefined

/** What ends the four weeks: upheld in full, or handed to the Appeals Board. */
export function answeredBy({ reassessed, sent, result }: Complaint): Fact | undefined {
  return firstOf(reassessed?.outcome === 'full' ? reassessed : undefined, sent, result)
}

/** What they are to be told by, when the four weeks do not hold: the date that was told last. */
export const newDateOf = ({ delays }: Complaint) => delays.at(-1)?.newDate

/** A result that the municipality has to give effect to. A remand does it by its own clock (RSL § 3 a). */
export const resultToCarryOut = ({ result }: Complaint) =>
  result && isReversal(result.result) && result.result !== 'remanded' ? result : undefined

/** Something is still to come: an answer, the Appeals Board's, or the carrying out of what was decided. */
export function isUnsettled(file: CaseFile, complaint: Complaint): boolean {
  const stage = stageOf(complaint)
  if (stage === 'withdrawn') return false
  if (stage === 'concluded')
    return resultToCarryOut(complaint) !== undefined && carriedOutBy(file, complaint) === undefined
  const { reassessed } = complaint
  return stage !== 'upheld' || reassessed === undefined || decisionAfter(file, reassessed) === undefined
}

/** By somebody's word that it is done, or by the first decision made after it. */
export const carriedOutBy = (file: CaseFile, complaint: Complaint): Fact | undefined => {
  const result = resultToCarryOut(complaint)
  return result && firstOf(complaint.carriedOut, decisionAfter(file, result))
}

/** What was sent along, with the complaint and with what was added to it. */
export const complaintPapers = (complaint: Complaint): Complaint['attachments'] =>
  [complaint, ...complaint.supplements].flatMap(({ attachments }) => attachments)
