/**
 * Sends one copy of a letter: by Digital Post, or on paper to whoever is exempt, has no CPR number, or was chosen to get
 * it so. Handing it over is what meets the municipality's deadline; a refusal is written down and shown.
 */

import { type JobPayload, messageIdOf } from '../casework/jobs.ts'
import type { DigitalPost, PrintingCentre } from '../exchange/digital-post/port.ts'
import type { CopyToSend, PostDesk } from './post-desk.ts'

export type PostRoom = {
  readonly desk: PostDesk
  readonly digitalPost: DigitalPost
  readonly printingCentre: PrintingCentre
}

export type DispatchOutcome = 'digitalPost' | 'paper' | 'failed' | 'nothingToSend'

/**
 * Safe to run again at any point: the message id is the copy's own, so that what was handed over before the journal knew
 * is not handed over twice. Rejects when a neighbour cannot be reached; the queue tries again.
 */
export async function dispatchLetter(
  room: PostRoom,
  job: JobPayload<'dispatch-letter'>,
): Promise<DispatchOutcome> {
  const { municipality, caseId, letterId, recipient, channel } = job
  const copy = { municipality, caseId, letterId, recipient }
  const toSend = await room.desk.findCopyToSend(copy)
  if (toSend === undefined) return 'nothingToSend'
  const messageId = messageIdOf(job)
  const { cpr } = toSend
  if (channel === 'paper' || cpr === undefined) return print(room, job, toSend, messageId)
  if (channel === undefined && (await room.digitalPost.isExempt(municipality, cpr))) {
    return print(room, job, toSend, messageId)
  }
  const answer = await room.digitalPost.send({
    messageId,
    sender: municipality,
    senderName: toSend.senderName,
    recipient: cpr,
    title: postTitle(toSend),
    file: { name: `brev-${toSend.caseNumber}.pdf`, mediaType: 'application/pdf', bytes: toSend.pdf },
  })
  if (answer.accepted) {
    await room.desk.recordDispatch(copy, { channel: 'digitalPost', messageId })
    return 'digitalPost'
  }
  // Exempt since the question was asked.
  if (answer.code === 'exempt' && channel === undefined) return print(room, job, toSend, messageId)
  await room.desk.recordFailure(copy, { channel: 'digitalPost', code: answer.code, reason: answer.reason })
  return 'failed'
}

async function print(
  { desk, printingCentre }: PostRoom,
  { municipality, caseId, letterId, recipient }: JobPayload<'dispatch-letter'>,
  { name, address, pdf }: CopyToSend,
  messageId: string,
): Promise<DispatchOutcome> {
  const copy = { municipality, caseId, letterId, recipient }
  const answer = await printingCentre.print({ messageId, sender: municipality, name, address, bytes: pdf })
  if (answer.accepted) {
    await desk.recordDispatch(copy, { channel: 'paper', messageId })
    return 'paper'
  }
  await desk.recordFailure(copy, { channel: 'paper', code: answer.code, reason: answer.reason })
  return 'failed'
}

/** Shown in lists and notifications, so that it tells nothing of what the case is about. */
export const postTitle = ({ isCitizen, caseNumber }: Pick<CopyToSend, 'isCitizen' | 'caseNumber'>): string =>
  isCitizen ? `Brev om din sag ${caseNumber}` : `Kopi af brev i sag ${caseNumber}`
