/**
 * What every chain of a municipality ends in, listed and signed once a day. A chain proves its own order but not its
 * end: the list finds a last event that was dropped, and a chain that was written anew from the first event on. Kept
 * outside the database (exported, on paper), it stands against whoever holds the database.
 */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { CaseId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'

export type HeadList = {
  readonly day: CalendarDay
  /** The exact text that was signed: a line with municipality and day, then `stream seq hash` a line. */
  readonly body: string
  /** Ed25519, base64. */
  readonly signature: string
}

export type HeadFault = {
  readonly streamId: CaseId
  readonly seq: number
  /** `missing`: the event that ended the chain that day is gone. `rewritten`: another stands in its place. */
  readonly fault: 'missing' | 'rewritten'
}

const firstLine = (municipality: string, day: CalendarDay) => `hverdag heads ${municipality} ${day}`

/** Lists and signs the heads as of now, once a day: the day's list, made now or before. */
export async function signHeads(tx: WriteTx, day: CalendarDay, privateKey: KeyObject): Promise<HeadList> {
  const rows = await tx.rows<{ line: string }>(sql`
    select s.stream_id || ' ' || h.seq || ' ' || encode(h.hash, 'hex') as line
    from stream s,
      lateral (select seq, hash from event e where e.stream_id = s.stream_id order by seq desc limit 1) h
    order by s.stream_id`)
  const body = `${[firstLine(tx.scope.municipality, day), ...rows.map((row) => row.line)].join('\n')}\n`
  const signature = sign(null, Buffer.from(body), privateKey)
  await tx.run(sql`
    insert into chain_head_list (municipality, day, body, signature)
    values (${tx.scope.municipality}, ${day}, ${body}, ${signature}) on conflict do nothing`)
  const list = await findHeadList(tx, day)
  if (list === undefined) throw new Error('A list that was just written is not there.')
  return list
}

/** The list of a day, for export. */
export async function findHeadList(tx: ReadTx, day: CalendarDay): Promise<HeadList | undefined> {
  return tx.findRow<HeadList>(
    sql`select day, body, encode(signature, 'base64') as signature from chain_head_list where day = ${day}`,
  )
}

/** The newest list, which covers all that older ones do. */
export async function findLastHeadList(tx: ReadTx): Promise<HeadList | undefined> {
  return tx.findRow<HeadList>(
    sql`select day, body, encode(signature, 'base64') as signature from chain_head_list order by day desc limit 1`,
  )
}

/** Whether the list is this municipality's own and signed with this key. */
export function isGenuine(list: HeadList, municipality: string, key: KeyObject): boolean {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return (
    list.body.startsWith(`${firstLine(municipality, list.day)}\n`) &&
    verify(null, Buffer.from(list.body), publicKey, Buffer.from(list.signature, 'base64'))
  )
}

/** Compares a genuine list with the journal: the faults of chains that no longer hold what they held that day. */
export async function compareHeads(tx: ReadTx, list: HeadList): Promise<readonly HeadFault[]> {
  const heads = list.body
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(' '))
    .map(([stream, seq, hash]) => ({ stream, seq: Number(seq), hash }))
  return tx.rows<HeadFault>(sql`
    select h.stream as "streamId", h.seq, case when e.hash is null then 'missing' else 'rewritten' end as fault
    from jsonb_to_recordset(${json(heads)}::jsonb) as h(stream uuid, seq int, hash text)
      left join event e on e.stream_id = h.stream and e.seq = h.seq
    where e.hash is null or encode(e.hash, 'hex') <> h.hash
    order by h.stream`)
}
