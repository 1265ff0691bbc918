/** A case as the journal tells it, read within a scope: what the scope may not see is as if it were not there. */
import type { CaseTarget } from '../domain/access/permissions.ts'
import type { CaseFile } from '../domain/case/case-file.ts'
import { type RecordedCaseEvent, readCaseEvent } from '../domain/case/events.ts'
import { orderClosedOn } from '../domain/case/lifetime.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import { scopesOn } from '../domain/case/recipients.ts'
import type { CaseId, PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { findOpening } from '../store/case-openings.ts'
import type { ReadTx } from '../store/connection.ts'
import { type CaseStream, type Head, readCaseStream } from '../store/journal.ts'
import type { Asking } from './perform.ts'

export type LoadedCase = {
  readonly caseId: CaseId
  readonly head: Head
  readonly history: readonly RecordedCaseEvent[]
  readonly file: CaseFile
}

/** The case, or undefined where there is none or the scope sees none. */
export const findCase = (tx: ReadTx, caseId: CaseId): Promise<LoadedCase | undefined> =>
  find(tx, caseId, { caseId })

/** The same, by the number that people know it by. */
export const findCaseNumbered = (tx: ReadTx, caseNumber: string): Promise<LoadedCase | undefined> =>
  find(tx, `${tx.scope.municipality} ${caseNumber}`, { caseNumber })

/**
 * Cases read lately, under what they were asked for by. Only a memory of what was parsed: each time the journal is asked,
 * in the asker's scope, whether the case is theirs to see and how it ends, and the hash of its last event commits to all of it.
 */
const lately = new Map<string, LoadedCase>()
const atMost = 256

function remember(key: string, loaded: LoadedCase): LoadedCase {
  lately.delete(key)
  lately.set(key, loaded)
  const [oldest] = lately.keys()
  if (lately.size > atMost && oldest !== undefined) lately.delete(oldest)
  return loaded
}

async function find(
  tx: ReadTx,
  key: string,
  which: Parameters<typeof readCaseStream>[1],
): Promise<LoadedCase | undefined> {
  const held = lately.get(key)
  const stream = await readCaseStream(tx, which, held?.head)
  if (stream === undefined) {
    // Erased, or not this scope's to see: nothing of it is remembered on the way.
    lately.delete(key)
    return undefined
  }
  const newer = stream.events.map(readCaseEvent)
  if (!held || !stream.goesOn) return load(key, stream, newer)
  if (newer.length === 0) return remember(key, held)
  // A payload that was taken away is in what is held.
  if (!newer.some((event) => event.type === 'payloadWithdrawn'))
    return load(key, stream, [...held.history, ...newer])
  lately.delete(key)
  return find(tx, key, which)
}

function load(
  key: string,
  { streamId, head }: CaseStream,
  history: readonly RecordedCaseEvent[],
): LoadedCase | undefined {
  const file = findCaseFile(history)
  return file && remember(key, { caseId: streamId, head, history, file })
}

/**
 * Whether whoever asks is let in. Who has opened the case with a reason (break-glass) is let in where that is what it
 * takes; that is looked up for them alone.
 */
export async function isLetIn(
  tx: ReadTx,
  loaded: LoadedCase,
  { subject, today }: Pick<Asking, 'subject' | 'today'>,
  now: Date,
  admits: (target: CaseTarget) => boolean,
): Promise<boolean> {
  const { personId, userId } = subject
  const asker = { personId, today }
  if (admits(targetOf(loaded, { ...asker, opened: false }))) return true
  if (userId === undefined || !admits(targetOf(loaded, { ...asker, opened: true }))) return false
  return (await findOpening(tx, userId, loaded.caseId, now)) !== undefined
}

/** What ties a person to this case, for the permission table. */
export function targetOf(
  { file }: Pick<LoadedCase, 'file'>,
  asker: { readonly personId?: PersonId | undefined; readonly today: CalendarDay; readonly opened: boolean },
): CaseTarget {
  return {
    personId: file.personId,
    unit: file.unit,
    scopes: scopesOn(file, asker.personId, asker.today),
    providers: file.orders
      .filter((o) => asker.today < (orderClosedOn(file, o) ?? '9'))
      .map((o) => o.content.provider),
    opened: asker.opened,
  }
}
