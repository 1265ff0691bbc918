/** What the complaint's own events make of the file: the part of `read-case.ts` that is about them. */
import type { CaseFile, Complaint, Fact } from '../case-file.ts'
import type { PresentCaseEvent } from '../events.ts'
import { isReversal } from './events.ts'

export type ComplaintEvent = PresentCaseEvent<
  | 'complaintReceived'
  | 'complaintSupplemented'
  | 'complaintConfirmed'
  | 'complaintWithdrawn'
  | 'decisionPostponed'
  | 'complaintReassessed'
  | 'complaintDelayTold'
  | 'complaintForwarded'
  | 'complaintBundled'
  | 'complaintSent'
  | 'complaintResultReceived'
  | 'complaintResultCarriedOut'
>

/** Whether a new decision is owed because of this: then there is a run for it, and the case is open again. */
export const owesNewDecision = (event: ComplaintEvent): boolean =>
  (event.type === 'complaintReassessed' && event.payload.outcome !== 'notUpheld') ||
  (event.type === 'complaintResultReceived' &&
    isReversal(event.payload.result) &&
    event.payload.result !== 'remanded')

export function evolveComplaint(file: CaseFile, event: ComplaintEvent, fact: Fact): void {
  if (event.type === 'complaintReceived') {
    file.complaints.push({
      ...fact,
      ...event.payload,
      onBehalfOf: event.onBehalfOf,
      supplements: [],
      postponements: [],
      delays: [],
    })
    return
  }
  const found = file.complaints.find((c) => c.complaintId === event.payload.complaintId)
  if (found) add(found, event, fact)
}

function add(
  complaint: Complaint,
  event: Exclude<ComplaintEvent, { type: 'complaintReceived' }>,
  fact: Fact,
): void {
  switch (event.type) {
    case 'complaintSupplemented':
      complaint.supplements.push({ ...fact, ...event.payload })
      if (event.payload.by.kind === 'citizen') complaint.confirmed ??= fact
      return
    case 'complaintConfirmed':
      complaint.confirmed ??= fact
      return
    case 'complaintWithdrawn':
      complaint.withdrawn ??= { ...fact, ...event.payload }
      return
    case 'decisionPostponed':
      complaint.postponements.push({ ...fact, ...event.payload })
      return
    case 'complaintReassessed':
      complaint.reassessed ??= { ...fact, ...event.payload }
      return
    case 'complaintDelayTold':
      complaint.delays.push({ ...fact, ...event.payload })
      return
    case 'complaintForwarded':
      complaint.forwarded ??= { ...fact, ...event.payload }
      return
    case 'complaintBundled':
      complaint.bundled = { ...fact, ...event.payload }
      return
    case 'complaintSent':
      complaint.sent ??= { ...fact, ...event.payload }
      return
    case 'complaintResultReceived':
      complaint.result ??= { ...fact, ...event.payload }
      return
    case 'complaintResultCarriedOut':
      complaint.carriedOut ??= fact
      return
    default:
      event satisfies never
  }
}
