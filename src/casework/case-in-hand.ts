/**
 * A case lived through in memory by the product's own commands, and written whole in one transaction. For a past that is
 * made up, with nobody else in the case meanwhile: the demonstration's. The permission table is asked as ever.
 */
import { may } from '../domain/access/permissions.ts'
import { type ReceiveApplication, receiveApplication } from '../domain/case/application/decide.ts'
import type { CaseFile } from '../domain/case/case-file.ts'
import type { Decided } from '../domain/case/command.ts'
import { type CaseCommand, decide } from '../domain/case/commands.ts'
import type { PresentCaseEvent } from '../domain/case/events.ts'
import { getCaseFile, goOn } from '../domain/case/read-case.ts'
import type { CaseId, DocumentHash, LetterId } from '../domain/identity.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { WriteTx } from '../store/connection.ts'
import { saveDocument } from '../store/documents.ts'
import { appendPast, type Telling } from '../store/journal.ts'
import { replaceProjections } from '../store/projections.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import { targetOf } from './load-case.ts'
import { obligationsFor } from './obligations.ts'
import { type Asking, contextOf, type Performed } from './perform.ts'
import { projectionOf } from './projections.ts'
import { record } from './record.ts'
import { writeForBoard } from './write-board.ts'
import { type People, type WrittenDocument, writeLetters } from './write-letters.ts'

export type CaseInHand = {
  readonly caseId: CaseId
  readonly file: () => CaseFile
  readonly findDocument: (hash: DocumentHash) => WrittenDocument | undefined
  /** As `perform` does it, in memory. One at a time. */
  readonly perform: (
    house: House,
    asking: Asking,
    command: CaseCommand,
    commandId: string,
    papers?: readonly WrittenDocument[],
  ) => Promise<Performed | Refusal>
  /** Writes all of it. False when the case stands there already: then the transaction is marked to be undone. */
  readonly write: (tx: WriteTx, house: House) => Promise<boolean>
}

export type OpenInHand = {
  readonly caseId: CaseId
  readonly application: ReceiveApplication
  readonly commandId: string
  /** Whom letters are to and by; what documents are called is known here. */
  readonly people: Pick<People, 'addressee' | 'writer'>
}

/** Opens a case that nobody else sees before it is written. */
export async function openInHand(
  house: House,
  asking: Asking,
  { caseId, application, commandId, people: { addressee, writer } }: OpenInHand,
): Promise<CaseInHand | Refusal> {
  const { personId } = application
  if (!may('receiveApplication', asking.subject, { personId, scopes: [], providers: [], opened: false }))
    return refuse('notAllowed')
  const history: PresentCaseEvent[] = []
  const received = receiveApplication(application, contextOf(house, asking))
  if (isRefusal(received)) return received
  // What it comes to so far: letters are written from it.
  let file: CaseFile = getCaseFile(record(house, asking, { history, events: received.events }))
  let today: CalendarDay = asking.today
  const past: Telling[] = []
  const documents = new Map<DocumentHash, WrittenDocument & { readonly created: Date }>()
  const people: People = { addressee, writer, documentName: (hash) => documents.get(hash)?.name }

  async function take(
    by: House,
    as: Asking,
    decided: Decided,
    id: string,
    papers: readonly WrittenDocument[] = [],
  ) {
    const written = await writeLetters(by, as, file, decided, people)
    const stored = async (hash: DocumentHash) => documents.get(hash)
    const toBoard =
      decided.toBoard && (await writeForBoard(by, as, { file, stored }, decided.toBoard, people))
    const events = record(by, as, { history, events: [...written.events, ...(toBoard?.events ?? [])] })
    // Nobody else has the file: it need not be read from the beginning each time.
    file = history.length === 0 ? getCaseFile(events) : (goOn(file, events) ?? file)
    history.push(...events)
    today = as.today
    for (const document of [...papers, ...written.documents, ...(toBoard?.documents ?? [])])
      if (!documents.has(document.hash)) documents.set(document.hash, { ...document, created: by.now() })
    const result: Performed = {
      caseId,
      caseNumber: file.caseNumber,
      version: file.lastSeq,
      letters: decided.letters.map(({ letterId }): LetterId => letterId),
    }
    past.push({ events, command: { commandId: id, result } })
    return result
  }

  await take(house, asking, received, commandId)

  return {
    caseId,
    file: () => file,
    findDocument: (hash) => documents.get(hash),
    perform: async (by, as, command, id, papers) => {
      const asker = { personId: as.subject.personId, today: as.today, opened: false }
      if (!may(command.type, as.subject, targetOf({ file }, asker))) return refuse('notAllowed')
      const decided = decide(file, command, contextOf(by, as))
      return isRefusal(decided) ? decided : take(by, as, decided, id, papers)
    },
    write: async (tx, by) => {
      if (!(await appendPast(tx, caseId, past))) return false
      const municipality = getMunicipality(by, tx.scope.municipality)
      const { terms } = versionOn(municipality, today)
      await Promise.all([
        ...[...documents.values()].map((document) => saveDocument(tx, caseId, document)),
        replaceProjections(tx, caseId, projectionOf(file, obligationsFor(municipality, file), terms)),
      ])
      return true
    },
  }
}
