/** Fetches receipts and writes them down: the day of delivery starts the citizen's periods. */

import { findCopyOf } from '../casework/jobs.ts'
import type { MunicipalityCode } from '../domain/identity.ts'
import { copenhagenDay } from '../domain/time/calendar-day.ts'
import type { PostReceipt } from '../exchange/digital-post/port.ts'
import type { PostRoom } from './dispatch-letter.ts'
import type { Recorded } from './post-desk.ts'

const batch = 200

/**
 * Gives how many were written down. A receipt is acknowledged only when the journal holds it, or when it tells of
 * nothing of ours; one that overtook its own dispatch waits for the next time. Safe to run again.
 */
export async function collectReceipts(
  { desk, digitalPost }: Pick<PostRoom, 'desk' | 'digitalPost'>,
  municipality: MunicipalityCode,
): Promise<number> {
  let recorded = 0
  const failures: unknown[] = []
  for (;;) {
    const receipts = await digitalPost.receipts(municipality, batch)
    const settled: string[] = []
    const recordInOrder = async (ofOneCase: readonly PostReceipt[]): Promise<void> => {
      for (const receipt of ofOneCase) {
        try {
          const outcome = await record(desk, municipality, receipt)
          if (outcome === 'recorded') recorded += 1
          if (outcome !== 'later') settled.push(receipt.receiptId)
        } catch (error) {
          failures.push(error)
        }
      }
    }
    await Promise.all(byCase(municipality, receipts).map(recordInOrder))
    if (settled.length > 0) await digitalPost.acknowledge(municipality, settled)
    // One case in trouble holds up no other; the job shows as failed all the same and is tried again.
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} receipts could not be written down`)
    // What is left would only come again.
    if (receipts.length < batch || settled.length === 0) return recorded
  }
}

/** The receipts of different cases do not wait for each other. */
function byCase(municipality: MunicipalityCode, receipts: readonly PostReceipt[]) {
  const groups = new Map<string | undefined, PostReceipt[]>()
  for (const receipt of receipts) {
    const caseId = findCopyOf(municipality, receipt.messageId)?.caseId
    groups.set(caseId, [...(groups.get(caseId) ?? []), receipt])
  }
  return [...groups.values()]
}

async function record(
  desk: PostRoom['desk'],
  municipality: MunicipalityCode,
  receipt: PostReceipt,
): Promise<Recorded> {
  const copy = findCopyOf(municipality, receipt.messageId)
  if (copy === undefined) return 'unknown'
  if (receipt.kind === 'failed') {
    const { code, reason } = receipt
    return desk.recordFailure(copy, { channel: 'digitalPost', code, reason })
  }
  const deliveredOn = copenhagenDay(new Date(receipt.at))
  return desk.recordDelivery(copy, { channel: 'digitalPost', deliveredOn, proof: 'receipt' })
}
