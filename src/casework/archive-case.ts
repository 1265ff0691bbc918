/** Gathers a case for the archive: everything that erasing it would take away. */
import type { CaseEventType } from '../domain/case/events.ts'
import { type ArchivePackage, archivePackage } from '../exchange/archive/package.ts'
import type { Municipality } from '../standards/municipality.ts'
import { attendanceOfCase, personsOfCase, ridesOfCase } from '../store/archive.ts'
import type { ReadTx } from '../store/connection.ts'
import { readDocuments } from '../store/documents.ts'
import { readStream } from '../store/journal.ts'
import { listUsers } from '../store/users.ts'
import type { LoadedCase } from './load-case.ts'

/** Read at one moment, in a scope that sees the whole case. `eventNames`: what each event is called in Danish. */
export async function packageOf(
  tx: ReadTx,
  municipality: Municipality,
  { caseId, file }: Pick<LoadedCase, 'caseId' | 'file'>,
  eventNames: Readonly<Record<CaseEventType, string>>,
): Promise<ArchivePackage> {
  const [history, documents, persons, users, attendance, rides] = await Promise.all([
    readStream(tx, caseId),
    readDocuments(tx, caseId),
    personsOfCase(tx, caseId),
    listUsers(tx),
    attendanceOfCase(tx, caseId),
    ridesOfCase(tx, caseId),
  ])
  const wrote = new Set(history.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor.userId] : [])))
  const staff = users
    .filter(({ userId }) => wrote.has(userId))
    .toSorted((a, b) => (a.userId < b.userId ? -1 : 1))
  return archivePackage(
    { municipality, caseId, file, history, persons, staff, attendance, rides, documents },
    eventNames,
  )
}
