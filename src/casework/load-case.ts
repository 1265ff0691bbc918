/** A case as the journal tells it, read within a scope: what the scope may not see is as if it were not there. */
import type { CaseTarget } from '../domain/access/permissions.ts'
import type { CaseFile } from '../domain/case/case-file.ts'
import { type RecordedCaseEvent, readCaseEvent } from '../domain/case/events.ts'
import { orderClosedOn } from '../domain/case/lifetime.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import { isInForce } from '../domain/case/recipients.ts'
import type { CaseId, PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx } from '../store/connection.ts'
import { readStream } from '../store/journal.ts'

export type LoadedCase = {
  readonly caseId: CaseId
  readonly history: readonly RecordedCaseEvent[]
  readonly file: CaseFile
}

/** The case, or undefined where there is none or the scope sees none. */
export async function findCase(tx: ReadTx, caseId: CaseId): Promise<LoadedCase | undefined> {
  const history = (await readStream(tx, caseId)).map(readCaseEvent)
  const file = findCaseFile(history)
  return file && { caseId, history, file }
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
