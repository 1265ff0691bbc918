/**
 * The one way a case changes: load the history, ask the permission table, decide, write the letters, append, project and
 * enqueue. What is refused changes nothing.
 */
import { may, type Subject } from '../domain/access/permissions.ts'
import { type ReceiveApplication, receiveApplication } from '../domain/case/application/decide.ts'
import type { CommandContext, Decided } from '../domain/case/command.ts'
import { type CaseCommand, decide, definitionOf } from '../domain/case/commands.ts'
import type { EventActor } from '../domain/case/envelope.ts'
import type { CaseEventType, RecordedCaseEvent } from '../domain/case/events.ts'
import { getCaseFile } from '../domain/case/read-case.ts'
import {
  CaseId,
  type DocumentHash,
  type LetterId,
  type MunicipalityCode,
  type PersonId,
} from '../domain/identity.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { type CalendarDay, yearOf } from '../domain/time/calendar-day.ts'
import { nextCaseNumber } from '../store/cases.ts'
import { read, write } from '../store/connection.ts'
import { findDocument } from '../store/documents.ts'
import { type DraftKey, listDraftFiles } from '../store/drafts.ts'
import { findCommandResult } from '../store/journal.ts'
import { commit } from './commit.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import { findCase, isLetIn, type LoadedCase } from './load-case.ts'
import { peopleFor } from './people.ts'
import { findPower } from './powers.ts'
import { record } from './record.ts'
import { writeForBoard } from './write-board.ts'
import { type WrittenDocument, writeLetters } from './write-letters.ts'

/** Who asks, from where, on which day. */
export type Asking = {
  readonly municipality: MunicipalityCode
  readonly today: CalendarDay
  readonly subject: Subject
  readonly actor: EventActor
  readonly onBehalfOf?: PersonId | undefined
}

export type CommandRequest = {
  readonly caseId: CaseId
  readonly command: CaseCommand
  /** Unique in the municipality: a repeat returns the first result instead of doing it again. */
  readonly commandId: string
  /** The last event that the person had seen when they filled in the form. */
  readonly basedOn?: number | undefined
  /** Uploaded with the form; the command names them by hash. */
  readonly documents?: readonly WrittenDocument[]
}

export type Performed = {
  readonly caseId: CaseId
  readonly caseNumber: string
  readonly version: number
  readonly letters: readonly LetterId[]
}

/** Others changed the ground this command stands on; what was typed is the caller's to keep and to show beside it. */
export type Conflict = { readonly conflict: true; readonly since: readonly RecordedCaseEvent[] }

export const isConflict = (value: unknown): value is Conflict =>
  typeof value === 'object' && value !== null && 'conflict' in value

/** How often an append is tried again when events that do not matter to the command came in between. */
const attempts = 6

/** Carries out a command on a case, or says why not. Letters that it causes are written and queued for dispatch. */
export async function perform(
  house: House,
  asking: Asking,
  request: CommandRequest,
): Promise<Performed | Refusal | Conflict> {
  const { command, commandId, caseId } = request
  const definition = definitionOf(command.type)
  let seen = request.basedOn
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await look(house, asking, request)
    if (found.kind === 'repeated') return found.performed
    if (found.kind === 'none') return refuse('notFound')
    const { loaded, letIn } = found
    if (!letIn) return refuse('notAllowed')
    const since = changesSince(loaded, seen, definition.invalidatedBy, asking.actor)
    if (since.length > 0) return { conflict: true, since }
    const decided = decide(loaded.file, command, contextOf(house, asking))
    if (isRefusal(decided)) return decided
    const written = await lettersOf(house, asking, loaded, decided)
    const committed = await commit(house, asking, {
      caseId,
      commandId,
      loaded,
      events: written.events,
      documents: [...(request.documents ?? []), ...written.documents],
      letters: decided.letters,
    })
    if (committed.kind === 'done') return committed.performed
    // Somebody else's event came in between: look again whether it matters to this command.
    seen ??= loaded.file.lastSeq
  }
  throw new Error(`the case changed ${attempts} times while one command was tried`)
}

export type OpenCaseRequest = {
  readonly application: Omit<ReceiveApplication, 'caseNumber' | 'attachments' | 'power'>
  readonly commandId: string
  readonly documents?: readonly WrittenDocument[]
  /** The citizen's own form: its files go with the application. */
  readonly draft?: (DraftKey & { readonly draftId: string }) | undefined
}

/** Receives an application in any channel and opens its case; the receipt letter goes out with it. */
export async function openCase(
  house: House,
  asking: Asking,
  { application, commandId, documents = [], draft }: OpenCaseRequest,
): Promise<Performed | Refusal> {
  const { personId } = application
  const power = asking.onBehalfOf === personId ? await findPower(house, asking, personId) : undefined
  const target = { personId, scopes: power?.scopes ?? [], providers: [], opened: false }
  if (!may('receiveApplication', asking.subject, target) || !isWhoTheySay(asking, application))
    return refuse('notAllowed')
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  const repeated = await read(house.db, scope, (tx) => findCommandResult(tx, commandId))
  if (repeated) return repeated.result as Performed
  const { caseNumber, files } = await write(house.db, scope, async (tx) => ({
    caseNumber: await nextCaseNumber(tx, yearOf(asking.today)),
    files: draft ? await listDraftFiles(tx, draft.draftId) : [],
  }))
  const attachments = [...files, ...documents].map(({ hash, name }) => ({ hash, name }))
  const context = contextOf(house, asking)
  const decided = receiveApplication({ ...application, caseNumber, attachments, power }, context)
  if (isRefusal(decided)) return decided
  const caseId = CaseId.parse(house.newId())
  const preview = getCaseFile(record(house, asking, { history: [], events: decided.events }))
  const written = await lettersOf(house, asking, { caseId, file: preview }, decided)
  const committed = await commit(house, asking, {
    caseId,
    commandId,
    events: written.events,
    documents: [...documents, ...written.documents],
    letters: decided.letters,
    draft,
  })
  if (committed.kind === 'interleaved') throw new Error('a new case cannot have been changed by others')
  return committed.performed
}

/** A person applies for themselves, for whom they act, or as a helper; staff write down whoever it was. */
function isWhoTheySay(
  { subject, onBehalfOf }: Asking,
  { applicant, personId }: OpenCaseRequest['application'],
): boolean {
  const self = subject.personId
  if (self === undefined) return true
  if (applicant.kind === 'self') return personId === self && onBehalfOf === undefined
  if (applicant.kind === 'helper') return personId !== self && onBehalfOf === undefined
  return applicant.personId === self && personId === onBehalfOf
}

export function contextOf(house: House, asking: Asking): CommandContext {
  return {
    today: asking.today,
    actor: asking.actor,
    onBehalfOf: asking.onBehalfOf,
    terms: versionOn(getMunicipality(house, asking.municipality), asking.today).terms,
    newId: house.newId,
  }
}

type Found =
  | { readonly kind: 'repeated'; readonly performed: Performed }
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly loaded: LoadedCase; readonly letIn: boolean }

/** The whole history, as a command needs it, and whether the permission table lets whoever asks do this to the case. */
function look(house: House, asking: Asking, { caseId, command, commandId }: CommandRequest): Promise<Found> {
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  return read(house.db, scope, async (tx): Promise<Found> => {
    const [repeated, loaded] = await Promise.all([findCommandResult(tx, commandId), findCase(tx, caseId)])
    if (repeated) return { kind: 'repeated', performed: repeated.result as Performed }
    if (loaded === undefined) return { kind: 'none' }
    // Who acts for one citizen does nothing in the case of another meanwhile: the journal says for whom it was done.
    const { onBehalfOf } = asking
    const another = onBehalfOf !== undefined && onBehalfOf !== loaded.file.personId
    const letIn =
      !another &&
      (await isLetIn(tx, loaded, asking, house.now(), (target) => may(command.type, asking.subject, target)))
    return { kind: 'found', loaded, letIn }
  })
}

async function lettersOf(
  house: House,
  asking: Asking,
  loaded: Pick<LoadedCase, 'caseId' | 'file'>,
  decided: Decided,
) {
  const { letters, toBoard } = decided
  if (letters.length + (decided.toSources?.length ?? 0) === 0 && !toBoard)
    return { events: decided.events, documents: [] }
  // The dispatch log names everybody who was ever written to.
  const written = toBoard
    ? loaded.file.letters.map(({ copies }) => ({ recipients: copies.map((c) => c.recipient) }))
    : []
  const people = await peopleFor(house, asking, loaded, [...letters, ...written])
  const made = await writeLetters(house, asking, loaded.file, decided, people)
  if (!toBoard) return made
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  const stored = (hash: DocumentHash) => read(house.db, scope, (tx) => findDocument(tx, loaded.caseId, hash))
  const board = await writeForBoard(house, asking, { file: loaded.file, stored }, toBoard, people)
  return { events: [...made.events, ...board.events], documents: [...made.documents, ...board.documents] }
}

const sameActor = (a: EventActor, b: EventActor): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What others did since the person looked that makes the command's ground uncertain. */
function changesSince(
  loaded: LoadedCase,
  seen: number | undefined,
  invalidating: readonly CaseEventType[],
  actor: EventActor,
): readonly RecordedCaseEvent[] {
  if (seen === undefined) return []
  return loaded.history.filter(
    (event) => event.seq > seen && invalidating.includes(event.type) && !sameActor(event.actor, actor),
  )
}
