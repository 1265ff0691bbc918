/**
 * The journal: what happened in a stream, appended and never changed. It knows nothing of what the events mean; type
 * and payload are the domain's.
 */
import { randomBytes } from 'node:crypto'
import type { Envelope } from '../domain/case/envelope.ts'
import type { CaseId } from '../domain/identity.ts'
import { beforeTheFirst, eventHash, type Hash, payloadDigest } from './chain.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, limited, sql } from './sql.ts'

/** A municipality's own stream: one of each, so that the same id serves everywhere. */
export const municipalityStream = '00000000-0000-8000-8000-000000000000' as CaseId

export type EventToAppend = Omit<Envelope, 'seq'> & {
  readonly type: string
  readonly payload: unknown
}

export type StoredEvent = Envelope & { readonly type: string } & (
    | { readonly payload: unknown }
    | { readonly withdrawn: true }
  )

export type Appended =
  | { readonly kind: 'appended'; readonly version: number }
  /** Somebody appended since `expectedSeq`: these came in between. */
  | { readonly kind: 'conflict'; readonly newerTypes: readonly string[] }
  /** The command was carried out before: this is what it answered then. */
  | { readonly kind: 'repeated'; readonly result: unknown }

type Command = { readonly commandId: string; readonly result: unknown }

export type Append = {
  readonly streamId: CaseId
  /** The number of the last event that the caller has seen; 0 opens the stream. */
  readonly expectedSeq: number
  /** That event's hash, where the caller has read it; looked up otherwise. */
  readonly expectedHash?: Hash | undefined
  readonly events: readonly EventToAppend[]
  /** The form's own id, and what a repeat of it is to be answered. */
  readonly command?: Command | undefined
  /** 32 bytes of salt for each payload; another source only in tests. */
  readonly salt?: (() => Uint8Array) | undefined
}

/**
 * Appends all events or none. On anything but `appended` the transaction is marked to be undone, with whatever else the
 * caller wrote in it: read again, decide again, and append in a new one.
 */
export async function appendEvents(tx: WriteTx, append: Append): Promise<Appended> {
  const { streamId, expectedSeq, events, command } = append
  if (events.length === 0) throw new Error('Nothing to append.')
  const previous = append.expectedHash ?? (await findHash(tx, streamId, expectedSeq))
  if (previous === undefined) throw new Error(`Stream ${streamId} has no event ${expectedSeq}.`)

  const after = { streamId, expectedSeq, salt: append.salt }
  const rows = chainUp(tx.scope.municipality, after, [{ events, command }], previous)
  const [outcome] = await insert(tx, after, rows, command ? [command] : [])
  if (outcome?.appended === rows.length) return { kind: 'appended', version: expectedSeq + rows.length }

  tx.abandon()
  if (command && outcome?.claimed === false) {
    const first = await findCommandResult(tx, command.commandId)
    if (first !== undefined) return { kind: 'repeated', result: first.result }
  }
  const newer = await tx.rows<{ type: string }>(
    sql`select type from event where stream_id = ${streamId} and seq > ${expectedSeq} order by seq`,
  )
  return { kind: 'conflict', newerTypes: newer.map((row) => row.type) }
}

/** The events of one command, in order. */
export type Telling = { readonly events: readonly EventToAppend[]; readonly command: Command }

/**
 * Opens a stream with a whole past, told command by command, in one statement. False when the stream or one of the
 * commands is there already: then the transaction is marked to be undone.
 */
export async function appendPast(
  tx: WriteTx,
  streamId: CaseId,
  past: readonly Telling[],
  salt?: Append['salt'],
): Promise<boolean> {
  const after = { streamId, expectedSeq: 0, salt }
  const rows = chainUp(tx.scope.municipality, after, past, beforeTheFirst)
  const commands = past.map(({ command }) => command)
  const [outcome] = await insert(tx, after, rows, commands)
  if (outcome?.appended === rows.length && rows.length > 0) return true
  tx.abandon()
  return false
}

async function findHash(tx: ReadTx, streamId: CaseId, seq: number): Promise<Hash | undefined> {
  if (seq === 0) return beforeTheFirst
  const row = await tx.findRow<{ hash: Hash }>(
    sql`select encode(hash, 'hex') as hash from event where stream_id = ${streamId} and seq = ${seq}`,
  )
  return row?.hash
}

type NewRow = ReturnType<typeof chainUp>[number]

type After = Pick<Append, 'streamId' | 'expectedSeq' | 'salt'>

function chainUp(
  municipality: string,
  { streamId, expectedSeq, salt }: After,
  tellings: readonly Pick<Append, 'events' | 'command'>[],
  start: Hash,
) {
  let previous = start
  const told = tellings.flatMap(({ events, command }) =>
    events.map((event) => ({ event, commandId: command?.commandId })),
  )
  return told.map(({ event: { payload, ...given }, commandId }, i) => {
    // The instant as it comes back: milliseconds in UTC.
    const envelope = { ...given, recordedAt: new Date(given.recordedAt).toISOString() }
    const seq = expectedSeq + 1 + i
    const body = JSON.stringify(payload)
    const grain = salt?.() ?? randomBytes(32)
    const digest = payloadDigest(grain, body)
    const hash = eventHash(previous, { ...envelope, seq, municipality, streamId, commandId }, digest)
    const written = { seq, body, salt: Buffer.from(grain).toString('hex'), digest, previous, hash, commandId }
    previous = hash
    return { ...envelope, ...written }
  })
}

/**
 * One statement. The first event's key is the lock: who gets it inserts the rest, for nobody else can come after an
 * event that is not committed yet. Where a command was claimed before, no event is inserted at all.
 */
function insert(
  tx: WriteTx,
  { streamId, expectedSeq }: After,
  rows: readonly NewRow[],
  commands: readonly Command[],
) {
  const { municipality } = tx.scope
  const kind = streamId === municipalityStream ? 'municipality' : 'case'
  const key = sql`${municipality}, ${streamId}::uuid`
  const columns = sql`${key}, seq, "eventId", type, "typeVersion", "occurredOn", "recordedOn", "recordedAt", actor,
    "onBehalfOf", standard, "commandId", decode(digest, 'hex'), decode(previous, 'hex'), decode(hash, 'hex')`
  // The eraser carries out no command, and may write none down.
  const claim =
    commands.length === 0
      ? sql`select where false`
      : sql`insert into command_result (municipality, command_id, stream_id, result)
          select ${municipality}, c."commandId", ${streamId}::uuid, c.result
          from jsonb_to_recordset(${json(commands)}::jsonb) as c("commandId" uuid, result jsonb)
          on conflict do nothing returning 1`
  const claimed = sql`(select count(*) from claim) = ${commands.length}::int`
  const opening = sql`, opening as (
      insert into stream (municipality, stream_id, kind, created)
      select ${key}, ${kind}, "recordedAt" from row where seq = 1
      on conflict do nothing)`
  return tx.rows<{ claimed: boolean; appended: number }>(sql`
    with row as (
      select * from jsonb_to_recordset(${json(rows)}::jsonb) as r(
        seq int, "eventId" uuid, type text, "typeVersion" int, "occurredOn" date, "recordedOn" date,
        "recordedAt" timestamptz, actor jsonb, "onBehalfOf" uuid, standard text, "commandId" uuid,
        body text, salt text, digest text, previous text, hash text)
    ), claim as (${claim})${expectedSeq === 0 ? opening : sql``}, first as (
      insert into event
      select ${columns} from row where seq = ${expectedSeq}::int + 1 and ${claimed}
      on conflict (municipality, stream_id, seq) do nothing
      returning seq
    ), rest as (
      insert into event
      select ${columns} from row where seq > ${expectedSeq}::int + 1 and exists (select from first)
      returning seq
    ), payloads as (
      insert into event_payload (municipality, stream_id, seq, salt, body)
      select ${key}, seq, decode(salt, 'hex'), body from row where exists (select from first)
    )
    select ${claimed} as claimed,
           ((select count(*) from first) + (select count(*) from rest))::int as appended`)
}

/** Of these streams, those that are there. */
export async function streamsAmong(tx: ReadTx, ids: readonly CaseId[]): Promise<ReadonlySet<CaseId>> {
  const rows = await tx.rows<{ streamId: CaseId }>(
    sql`select stream_id as "streamId" from stream where stream_id = any (${ids}::uuid[])`,
  )
  return new Set(rows.map(({ streamId }) => streamId))
}

/** What a command answered when it was first carried out; undefined when it was not. */
export async function findCommandResult(
  tx: ReadTx,
  commandId: string,
): Promise<{ readonly streamId: CaseId; readonly result: unknown } | undefined> {
  return tx.findRow<{ streamId: CaseId; result: unknown }>(
    sql`select stream_id as "streamId", result from command_result where command_id = ${commandId}`,
  )
}

type EventRow = {
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
  body: string | null
}

const eventColumns = sql`e.seq, e.event_id as "eventId", e.type, e.type_version as "typeVersion",
  e.occurred_on as "occurredOn", e.recorded_on as "recordedOn", e.recorded_at as "recordedAt", e.actor,
  e.on_behalf_of as "onBehalfOf", e.standard, p.body`

const toStoredEvent = ({ body, onBehalfOf, ...envelope }: EventRow): StoredEvent => ({
  ...envelope,
  ...(onBehalfOf === null ? {} : { onBehalfOf }),
  ...(body === null ? { withdrawn: true as const } : { payload: JSON.parse(body) as unknown }),
})

/** A stream's events in order. A withdrawn payload is told as such; an unknown or hidden stream is empty. */
export async function readStream(tx: ReadTx, streamId: CaseId): Promise<readonly StoredEvent[]> {
  const rows = await tx.rows<EventRow>(sql`
    select ${eventColumns}
    from event e left join event_payload p on p.stream_id = e.stream_id and p.seq = e.seq
    where e.stream_id = ${streamId}
    order by e.seq`)
  return rows.map(toStoredEvent)
}

/** How far a reader has come: the number and the hash of the last event they hold. */
export type Head = { readonly seq: number; readonly hash: Hash }

export type CaseStream = {
  readonly streamId: CaseId
  readonly head: Head
  /** What came after what the reader holds; everything where they hold nothing of this stream. */
  readonly events: readonly StoredEvent[]
  /** What the reader holds is how this stream begins: its hash commits to all of it. */
  readonly goesOn: boolean
}

/**
 * A case's stream by its id or the number that people know it by; undefined where there is none or the scope sees none.
 * A reader who holds the beginning of it gets what came after.
 */
export async function readCaseStream(
  tx: ReadTx,
  which: { readonly caseId: CaseId } | { readonly caseNumber: string },
  held: Head | undefined,
): Promise<CaseStream | undefined> {
  const streamId =
    'caseId' in which
      ? sql`${which.caseId}::uuid`
      : sql`(select case_id from case_file where case_number = ${which.caseNumber})`
  const from = held?.seq ?? 0
  const rows = await tx.rows<EventRow & { streamId: CaseId; hash: Hash }>(sql`
    select e.stream_id as "streamId", encode(e.hash, 'hex') as hash, ${eventColumns}
    from event e left join event_payload p on p.stream_id = e.stream_id and p.seq = e.seq
    where e.stream_id = ${streamId} and e.seq >= ${from}
    order by e.seq`)
  const [first] = rows
  const last = rows.at(-1)
  const goesOn = first?.hash === held?.hash
  if (held !== undefined && !goesOn) return readCaseStream(tx, which, undefined)
  if (first === undefined || last === undefined) return undefined
  const events = (held ? rows.slice(1) : rows).map(({ streamId: _, hash: __, ...row }) => toStoredEvent(row))
  return {
    streamId: first.streamId,
    head: { seq: last.seq, hash: last.hash },
    events,
    goesOn: held !== undefined,
  }
}

/** The streams of a kind after a given one, in order of their ids, for whoever goes through all of them. */
export async function listStreams(
  tx: ReadTx,
  kind: 'case' | 'municipality',
  { after, limit }: { readonly after?: CaseId | undefined; readonly limit: number },
): Promise<readonly CaseId[]> {
  const rows = await tx.rows<{ streamId: CaseId }>(sql`
    select stream_id as "streamId" from stream
    where kind = ${kind} and stream_id > coalesce(${after ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
    order by stream_id ${limited(limit)}`)
  return rows.map((row) => row.streamId)
}

/** How many streams of a kind there are. */
export async function countStreams(tx: ReadTx, kind: 'case' | 'municipality'): Promise<number> {
  const row = await tx.findRow<{ count: number }>(
    sql`select count(*)::int as count from stream where kind = ${kind}`,
  )
  return row?.count ?? 0
}

/** So many streams of a kind, drawn at random by the database. */
export async function sampleStreams(
  tx: ReadTx,
  kind: 'case' | 'municipality',
  count: number,
): Promise<readonly CaseId[]> {
  const rows = await tx.rows<{ streamId: CaseId }>(
    sql`select stream_id as "streamId" from stream where kind = ${kind} order by random() limit ${count}::int`,
  )
  return rows.map((row) => row.streamId)
}

/** The number of a stream's last event; 0 where there is none. */
export async function findLastSeq(tx: ReadTx, streamId: CaseId): Promise<number> {
  const row = await tx.findRow<{ last: number }>(
    sql`select coalesce(max(seq), 0) as last from event where stream_id = ${streamId}`,
  )
  return row?.last ?? 0
}
