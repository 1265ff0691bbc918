/**
 * Takes one payload away: written on the wrong person or case, or giving a protected address away. Only the eraser's
 * database role may, and what it did stands in the journal: who, why and on whose authority. The chain still verifies.
 */
import type { CaseId } from '../domain/identity.ts'
import type { WriteTx } from './connection.ts'
import { type Appended, appendEvents, type EventToAppend } from './journal.ts'
import { sql } from './sql.ts'

export type Withdrawal = {
  readonly streamId: CaseId
  /** The event whose payload goes. Its envelope stays. */
  readonly seq: number
  readonly expectedSeq: number
  readonly reason: string
  /** On whose authority: a named decision or person. */
  readonly authority: string
  readonly envelope: Omit<EventToAppend, 'type' | 'typeVersion' | 'payload'>
}

/**
 * Deletes the payload with its salt and appends `payloadWithdrawn`. `nothingThere` when it was withdrawn before or
 * never was. The case's projections are made from what is left: rebuild them afterwards, as the application role.
 */
export async function withdrawPayload(
  tx: WriteTx,
  { streamId, seq, expectedSeq, reason, authority, envelope }: Withdrawal,
): Promise<Appended | { readonly kind: 'nothingThere' }> {
  const deleted = await tx.run(sql`delete from event_payload where stream_id = ${streamId} and seq = ${seq}`)
  if (deleted === 0) return { kind: 'nothingThere' }
  return appendEvents(tx, {
    streamId,
    expectedSeq,
    events: [{ ...envelope, type: 'payloadWithdrawn', typeVersion: 1, payload: { seq, reason, authority } }],
  })
}
