/** A case as the journal tells it, read within a scope: what the scope may not see is as if it were not there. */
import type { CaseTarget } from '../domain/access/permissions.ts'
import type { CaseFile } from '../domain/case/case-file.ts'
import { type RecordedCaseEvent, readCaseEvent } from '../domain/case/events.ts'
import { orderClosedOn } from '../domain/case/lifetime.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import { isInForce } from '../domain/case/recipients.ts'
import type { CaseId, PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { findOpening } from '../store/case-openings.ts'
import type { ReadTx } from '../store/connection.ts'
import { readStream, readStreamOfCase, type StoredEvent } from '../store/journal.ts'
import type { Asking } from './perform.ts'

export type LoadedCase = {
  readonly caseId: CaseId
  readonly history: readonly RecordedCaseEvent[]
  readonly file: CaseFile
}

/** The case, or undefined where there is none or the scope sees none. */
export async function findCase(tx: ReadTx, caseId: CaseId): Promise<LoadedCase | undefined> {
  return loaded(caseId, await readStream(tx, caseId))
}

/** The same, by the number that people know it by. */
export async function findCaseNumbered(tx: ReadTx, caseNumber: string): Promise<LoadedCase | undefined> {
  const stream = await readStreamOfCase(tx, caseNumber)
  return stream && loaded(stream.streamId, stream.events)
}

function loaded(caseId: CaseId, events: readonly StoredEvent[]): LoadedCase | undefined {
  const history = events.map(readCaseEvent)
  const file = findCaseFile(history)
  return file && { caseId, history, file }
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
  { file }: LoadedCase,
  asker: { readonly personId?: PersonId | undefined; readonly today: CalendarDay; readonly opened: boolean },
): CaseTarget {
  return {
    personId: file.personId,
    unit: file.unit,
    scopes: file.representations
      .filter((r) => r.personId === asker.personId && isInForce(r, asker.today))
      .flatMap((r) => r.scopes),
    providers: file.orders
      .filter((o) => asker.today < (orderClosedOn(file, o) ?? '9'))
      .map((o) => o.content.provider),
    opened: asker.opened,
  }
}
