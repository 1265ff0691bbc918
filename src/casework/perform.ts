/**
 * The one way a case changes: load the history, ask the permission table, decide, write the letters, append, project and
 * enqueue, in one transaction. What is refused changes nothing and is logged like what is done.
 */

import { may, type Subject } from '../domain/access/permissions.ts'
import type { Decided } from '../domain/case/command.ts'
import { type CaseCommand, decide, definitionOf } from '../domain/case/commands.ts'
import type { EventActor } from '../domain/case/envelope.ts'
import type { CaseEventType, RecordedCaseEvent } from '../domain/case/events.ts'
import type { CaseId, LetterId, MunicipalityCode, PersonId } from '../domain/identity.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { commit } from './commit.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import { type LoadedCase, loadCaseForCommand, targetOf } from './load-case.ts'
import { writeLetters } from './write-letters.ts'

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

export async function perform(
  house: House,
  asking: Asking,
  request: CommandRequest,
): Promise<Performed | Refusal | Conflict> {
  let seen = request.basedOn
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await loadCaseForCommand(house, asking, request)
    if (loaded === undefined) return refuse('notFound')
    if ('performed' in loaded) return loaded.performed
    if (!may(request.command.type, asking.subject, targetOf(loaded, asking))) return refuse('notAllowed')
    const since = changesSince(loaded, seen, definitionOf(request.command.type).invalidatedBy, asking.actor)
    if (since.length > 0) return { conflict: true, since }
    const decided = decide(loaded.file, request.command, contextOf(house, asking))
    if (isRefusal(decided)) return decided
    const done = await store(house, asking, request, loaded, decided)
    if (done !== undefined) return done
    // Somebody else's event came in between: look again whether it matters to this command.
    seen = seen ?? loaded.file.lastSeq
  }
  throw new Error(`the case changed ${attempts} times while one command was tried`)
}

async function store(
  house: House,
  asking: Asking,
  request: CommandRequest,
  loaded: LoadedCase,
  decided: Decided,
): Promise<Performed | undefined> {
  const written = await writeLetters(house, asking, loaded.file, decided)
  return commit(house, asking, {
    caseId: request.caseId,
    commandId: request.commandId,
    history: loaded.history,
    events: written.events,
    documents: written.documents,
    letters: decided.letters,
  })
}

export function contextOf(house: House, asking: Asking) {
  return {
    today: asking.today,
    actor: asking.actor,
    onBehalfOf: asking.onBehalfOf,
    terms: versionOn(getMunicipality(house, asking.municipality), asking.today).terms,
    newId: house.newId,
  }
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
