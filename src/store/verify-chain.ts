/** Reads a stream the suspicious way: every digest and hash is worked out again and compared. */
import type { Envelope } from '../domain/case/envelope.ts'
import type { CaseId } from '../domain/identity.ts'
import { beforeTheFirst, eventHash, type Hash, payloadDigest } from './chain.ts'
import type { ReadTx } from './connection.ts'
import { sql } from './sql.ts'

export type ChainFault = {
  readonly streamId: CaseId
  readonly seq: number
  /**
   * `gap`: an event before this one is missing. `order`: it does not follow the event before it. `envelope`: the
   * envelope is not the one that was recorded. `payload`: the payload is not. `payloadMissing`: it is gone, and no
   * event tells who withdrew it and why.
   */
  readonly fault: 'gap' | 'order' | 'envelope' | 'payload' | 'payloadMissing'
}

export type Head = { readonly seq: number; readonly hash: Hash }

type Link = {
  seq: number
  eventId: string
  type: string
  typeVersion: number
  occurredOn: Envelope['occurredOn']
  recordedOn: Envelope['recordedOn']
  recordedAt: string
  actor: Envelope['actor']
  onBehalfOf: Envelope['onBehalfOf'] | null
  standard: string
  commandId: string | null
  digest: Hash
  previous: Hash
  hash: Hash
  salt: Uint8Array | null
  body: string | null
}

const chainOf = (tx: ReadTx, streamId: CaseId): Promise<readonly Link[]> =>
  tx.rows<Link>(sql`
    select e.seq, e.event_id as "eventId", e.type, e.type_version as "typeVersion", e.occurred_on as "occurredOn",
           e.recorded_on as "recordedOn", e.recorded_at as "recordedAt", e.actor, e.on_behalf_of as "onBehalfOf",
           e.standard, e.command_id as "commandId", encode(e.payload_digest, 'hex') as digest,
           encode(e.previous_hash, 'hex') as previous, encode(e.hash, 'hex') as hash, p.salt, p.body
    from event e left join event_payload p on p.stream_id = e.stream_id and p.seq = e.seq
    where e.stream_id = ${streamId}
    order by e.seq`)

/** All that is wrong with a stream's chain, and what it ends in; a chain in order has no faults. */
export async function verifyChain(
  tx: ReadTx,
  streamId: CaseId,
): Promise<{ readonly faults: readonly ChainFault[]; readonly head: Head | undefined }> {
  const links = await chainOf(tx, streamId)
  const faults: ChainFault[] = []
  const withdrawn = withdrawnIn(links)
  let previous: Hash = beforeTheFirst
  let expected = 1
  for (const link of links) {
    const found = (fault: ChainFault['fault']) => faults.push({ streamId, seq: link.seq, fault })
    if (link.seq !== expected) found('gap')
    else if (link.previous !== previous) found('order')
    if (hashOf(tx.scope.municipality, streamId, link) !== link.hash) found('envelope')
    if (link.body !== null && link.salt !== null) {
      if (payloadDigest(link.salt, link.body) !== link.digest) found('payload')
    } else if (!withdrawn.has(link.seq)) found('payloadMissing')
    previous = link.hash
    expected = link.seq + 1
  }
  const last = links.at(-1)
  return { faults, head: last && { seq: last.seq, hash: last.hash } }
}

function hashOf(municipality: string, streamId: CaseId, link: Link): Hash {
  const { onBehalfOf, commandId, digest, previous, ...envelope } = link
  return eventHash(
    previous,
    {
      ...envelope,
      municipality,
      streamId,
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
      ...(commandId === null ? {} : { commandId }),
    },
    digest,
  )
}

/** The numbers of the payloads that a `payloadWithdrawn` event accounts for. */
function withdrawnIn(links: readonly Link[]): ReadonlySet<number> {
  const seqs = links
    .filter((link) => link.type === 'payloadWithdrawn' && link.body !== null)
    .map((link) => (JSON.parse(link.body ?? '{}') as { seq?: number }).seq)
  return new Set(seqs.filter((seq) => seq !== undefined))
}
