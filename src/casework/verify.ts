/**
 * Whether a case is what was recorded: its chain, what the signed list of heads says it ended in, its rows against a
 * rebuild, its documents against their hashes, and its letters against what their stored inputs print.
 */
import { ZodError } from 'zod'
import { isPresent, type RecordedCaseEvent, readCaseEvent } from '../domain/case/events.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import type { CaseId, DocumentHash } from '../domain/identity.ts'
import { readLetterSnapshot } from '../letters/letter-snapshot.ts'
import { verifyLetter } from '../letters/verify-letter.ts'
import type { Municipality } from '../standards/municipality.ts'
import { findCase } from '../store/cases.ts'
import type { ReadTx } from '../store/connection.ts'
import { hashOfBytes, readDocuments } from '../store/documents.ts'
import { municipalityStream, readStream } from '../store/journal.ts'
import { verifyChain } from '../store/verify-chain.ts'
import { compareRows } from './rebuild.ts'

export const faultKinds = [
  'chain',
  'head',
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

const unreadable: Fault = { kind: 'history', what: 'The history cannot be read.' }

/** What was stored is no JSON any more, or none of the events that there are. */
const isUnreadable = (error: unknown): boolean => error instanceof SyntaxError || error instanceof ZodError

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
