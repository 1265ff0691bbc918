/**
 * The chain of a stream: each event carries the hash of the one before it, so that a changed, added or missing event
 * shows. The payload enters by its digest alone, and the digest has salt: an erased payload cannot be guessed back.
 */
import { createHash } from 'node:crypto'
import type { Envelope } from '../domain/case/envelope.ts'

export type Hash = string & { readonly hash: 'sha256' }

/** What the first event of a stream follows. */
export const beforeTheFirst = '0'.repeat(64) as Hash

const sha256 = (...parts: readonly (string | Uint8Array)[]): Hash => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex') as Hash
}

/** SHA-256 over salt and the exact stored text. */
export const payloadDigest = (salt: Uint8Array, body: string): Hash => sha256(salt, body)

/** Everything about an event but its payload: where it stands, what it is, and the envelope. */
export type ChainedEnvelope = Envelope & {
  readonly municipality: string
  readonly streamId: string
  readonly type: string
  readonly commandId?: string | undefined
}

/** JSON with the keys in order, so that the same values give the same bytes wherever they have been stored. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}

/** SHA-256 over the hash before, the canonical envelope and the payload's digest. */
export function eventHash(previous: Hash, envelope: ChainedEnvelope, digest: Hash): Hash {
  const { municipality, streamId, type, commandId, seq, eventId, typeVersion } = envelope
  const { occurredOn, recordedOn, recordedAt, actor, onBehalfOf, standard } = envelope
  return sha256(
    Buffer.from(previous, 'hex'),
    canonical({
      municipality,
      // As PostgreSQL gives them back, however they were written.
      streamId: streamId.toLowerCase(),
      seq,
      eventId: eventId.toLowerCase(),
      type,
      typeVersion,
      occurredOn,
      recordedOn,
      recordedAt,
      actor,
      onBehalfOf: onBehalfOf?.toLowerCase(),
      standard,
      commandId: commandId?.toLowerCase(),
    }),
    Buffer.from(digest, 'hex'),
  )
}
