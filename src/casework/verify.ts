/**
 * Whether a case is what was recorded: its chain, what the signed list of heads says it ended in, its rows against a
 * rebuild, its documents against their hashes, and its letters against what their stored inputs print.
 */
import { ZodError } from 'zod'
import { isPresent, type RecordedCaseEvent, readCaseEvent } from '../domain/case/events.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import type { CaseId, DocumentHash } from '../domain/identity.ts'
import type { Erasure } from '../domain/standard/municipality.ts'
import { readLetterSnapshot } from '../letters/letter-snapshot.ts'
import { verifyLetter } from '../letters/verify-letter.ts'
import type { Municipality } from '../standards/municipality.ts'
import { findCase } from '../store/cases.ts'
import type { ReadTx } from '../store/connection.ts'
import { hashOfBytes, readDocuments } from '../store/documents.ts'
import { municipalityStream, readStream, streamsAmong } from '../store/journal.ts'
import { tombstones } from '../store/retention.ts'
import { verifyChain } from '../store/verify-chain.ts'
import { compareRows } from './rebuild.ts'

export const faultKinds = [
  'chain',
  'head',
  'erasure',
  'headList',
  'history',
  'projection',
  'document',
  'letter',
] as const

export type Fault = {
  readonly kind: (typeof faultKinds)[number]
  /** What is wrong, in one sentence. */
  readonly what: string
}

export type VerifiedCase = {
  readonly caseId: CaseId
  /** Undefined where nothing that is left of the case tells it. */
  readonly caseNumber: string | undefined
  readonly letters: number
  readonly faults: readonly Fault[]
}

const chainWords = {
  gap: 'an event before it is missing',
  order: 'it does not follow the event before it',
  envelope: 'its envelope is not the one that was recorded',
  payload: 'its payload is not the one that was recorded',
  payloadMissing: 'its payload is gone, and no event tells who withdrew it',
} as const

/** All that is wrong with the municipality's own stream: its chain and its rows. */
export async function verifyOwnStream(tx: ReadTx, municipality: Municipality): Promise<readonly Fault[]> {
  const chain = await chainFaults(tx, municipalityStream)
  try {
    return [...chain, ...(await projectionFaults(tx, municipality, municipalityStream))]
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return [...chain, unreadable]
  }
}

/**
 * Whether what was erased is what the municipality's chain says was: each erasure has its tombstone and each tombstone its
 * erasure, word for word, and nothing of the case is left.
 */
export async function erasureFaults(tx: ReadTx, erasures: readonly Erasure[]): Promise<readonly Fault[]> {
  const [stones, left] = await Promise.all([
    tombstones(tx, everyStone),
    streamsAmong(
      tx,
      erasures.map(({ caseId }) => caseId),
    ),
  ])
  const told = new Map(erasures.map((e) => [e.caseId, e]))
  const standing = new Map(stones.map((stone) => [stone.caseId, stone]))
  const fault = (caseNumber: string, what: string): Fault => ({
    kind: 'erasure',
    what: `The erased case ${caseNumber} ${what}.`,
  })
  const core = ({ caseNumber, lastSeq, head, reference, package: hash, approvedBy, deliveredBy }: Core) =>
    [caseNumber, lastSeq, head, reference, hash, approvedBy, deliveredBy].join(' ')
  return [
    ...erasures
      .filter((e) => !standing.has(e.caseId))
      .map((e) => fault(e.caseNumber, 'has lost its tombstone')),
    ...stones.flatMap((stone) => {
      const erasure = told.get(stone.caseId)
      if (erasure === undefined)
        return [fault(stone.caseNumber, 'is not told of in the municipality’s chain')]
      return core(erasure) === core(stone)
        ? []
        : [fault(stone.caseNumber, 'has a tombstone that says something else than the chain')]
    }),
    ...erasures.filter((e) => left.has(e.caseId)).map((e) => fault(e.caseNumber, 'is still there')),
  ]
}

type Core = Pick<
  Erasure,
  'caseNumber' | 'lastSeq' | 'head' | 'reference' | 'package' | 'approvedBy' | 'deliveredBy'
>

/** At a few a day, more than a municipality comes to. */
const everyStone = 1_000_000

const unreadable: Fault = { kind: 'history', what: 'The history cannot be read.' }

/** What was stored is no JSON any more, or none of the events that there are. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof ZodError

async function projectionFaults(
  tx: ReadTx,
  municipality: Municipality,
  streamId: CaseId,
): Promise<readonly Fault[]> {
  const { differences } = await compareRows(tx, municipality, streamId)
  return differences.map((row) => ({
    kind: 'projection',
    what: `The row «${row}» is not what the history comes to.`,
  }))
}

export async function chainFaults(tx: ReadTx, streamId: CaseId): Promise<readonly Fault[]> {
  const { faults } = await verifyChain(tx, streamId)
  return faults.map(({ seq, fault }) => ({ kind: 'chain', what: `Event ${seq}: ${chainWords[fault]}.` }))
}

/** All that is wrong with one case; nothing when it is in order. Reads only. */
export async function verifyCase(
  tx: ReadTx,
  municipality: Municipality,
  caseId: CaseId,
): Promise<VerifiedCase> {
  const chain = await chainFaults(tx, caseId)
  let history: readonly RecordedCaseEvent[]
  let projection: readonly Fault[]
  try {
    history = (await readStream(tx, caseId)).map(readCaseEvent)
    projection = await projectionFaults(tx, municipality, caseId)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    // Whatever was done to it, it is no history any more; what else could be compared with it is not.
    const entry = await findCase(tx, caseId)
    return { caseId, caseNumber: entry?.caseNumber, letters: 0, faults: [...chain, unreadable] }
  }
  const documents = await documentsOf(tx, caseId)
  const issued = history.flatMap((e) =>
    isPresent(e) && (e.type === 'letterIssued' || e.type === 'sourceLetterWritten') ? [e.payload] : [],
  )
  const letters: Fault[] = []
  for (const letter of issued) letters.push(...(await letterFaults(letter, documents.bytes)))
  return {
    caseId,
    caseNumber: findCaseFile(history)?.caseNumber ?? (await findCase(tx, caseId))?.caseNumber,
    letters: issued.length,
    faults: [...chain, ...projection, ...documents.faults, ...letters],
  }
}

async function documentsOf(tx: ReadTx, caseId: CaseId) {
  const rows = await readDocuments(tx, caseId)
  const faults = rows
    .filter(({ hash, bytes }) => hashOfBytes(bytes) !== hash)
    .map(({ hash }): Fault => ({ kind: 'document', what: `The document ${hash} holds other bytes.` }))
  return { faults, bytes: new Map(rows.map(({ hash, bytes }) => [hash, bytes])) }
}

type IssuedLetter = {
  readonly letterId: string
  readonly kind: string
  readonly inputs: DocumentHash
  readonly document: DocumentHash
}

async function letterFaults(
  { letterId, kind, inputs, document }: IssuedLetter,
  documents: ReadonlyMap<DocumentHash, Uint8Array>,
): Promise<readonly Fault[]> {
  const fault = (what: string): readonly Fault[] => [
    { kind: 'letter', what: `The letter ${letterId} (${kind}) ${what}.` },
  ]
  const [snapshot, bytes] = [documents.get(inputs), documents.get(document)]
  if (snapshot === undefined || bytes === undefined) return fault('is not there')
  let read: ReturnType<typeof readLetterSnapshot>
  try {
    read = readLetterSnapshot(snapshot)
  } catch {
    return fault('has inputs that cannot be read')
  }
  const verdict = await verifyLetter(read, bytes)
  if (verdict.ok) return []
  return fault(
    verdict.difference === 'unreadable'
      ? 'is no PDF any more'
      : `is not what its inputs print: the ${verdict.difference} differ`,
  )
}
