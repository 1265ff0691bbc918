/** The municipality's own stream: read, changed by a command like a case, and projected in the same transaction. */
import { may } from '../domain/access/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { obligationsOfMunicipality } from '../domain/standard/engine.ts'
import {
  type MunicipalityFile,
  municipalityFileOf,
  type RecordedMunicipalityEvent,
  readMunicipalityEvent,
} from '../domain/standard/municipality.ts'
import {
  decideForMunicipality,
  type MunicipalityCommand,
  type NewMunicipalityEvent,
} from '../domain/standard/municipality-commands.ts'
import type { Municipality } from '../standards/municipality.ts'
import { type ReadTx, write } from '../store/connection.ts'
import { appendEvents, findCommandResult, municipalityStream, readStream } from '../store/journal.ts'
import type { Projections } from '../store/projection-rows.ts'
import { replaceProjections } from '../store/projections.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import type { Asking } from './perform.ts'

export type LoadedMunicipality = {
  readonly history: readonly RecordedMunicipalityEvent[]
  readonly file: MunicipalityFile
}

/** What the municipality has adopted and published so far; nothing yet is an empty history. */
export async function loadMunicipalityStream(tx: ReadTx): Promise<LoadedMunicipality> {
  const history = (await readStream(tx, municipalityStream)).map(readMunicipalityEvent)
  return { history, file: municipalityFileOf(history) }
}

/** The rows that the municipality's own history comes to: what it owes, and nothing of any person. */
export const municipalityProjectionOf = (
  municipality: Municipality,
  history: readonly RecordedMunicipalityEvent[],
): Projections => ({
  caseFile: null,
  obligations: obligationsOfMunicipality(history, municipality.versions),
  access: [],
  orders: [],
  schedule: [],
  post: [],
  messages: [],
  purchases: [],
  complaints: [],
  reports: [],
  retention: null,
})

export type MunicipalityPerformed = { readonly version: number }

/** How often an append is tried again when somebody else's event came in between. */
const attempts = 6

/** Carries out a command on the municipality's own stream, or says why not. A repeated command is done once. */
export async function performForMunicipality(
  house: House,
  asking: Asking,
  request: { readonly command: MunicipalityCommand; readonly commandId: string },
): Promise<MunicipalityPerformed | Refusal> {
  if (!may(request.command.type, asking.subject)) return refuse('notAllowed')
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await attemptOnce(house, asking, request)
    if (done !== 'interleaved') return done
  }
  throw new Error(`the municipality's stream changed ${attempts} times while one command was tried`)
}

function attemptOnce(
  house: House,
  asking: Asking,
  { command, commandId }: { readonly command: MunicipalityCommand; readonly commandId: string },
): Promise<MunicipalityPerformed | Refusal | 'interleaved'> {
  const municipality = getMunicipality(house, asking.municipality)
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  return write(house.db, scope, async (tx) => {
    const repeated = await findCommandResult(tx, commandId)
    if (repeated) return repeated.result as MunicipalityPerformed
    const { history, file } = await loadMunicipalityStream(tx)
    const { today } = asking
    const decided = decideForMunicipality(file, command, {
      today,
      standards: municipality.standards,
      now: house.now().toISOString(),
    })
    if (isRefusal(decided)) return decided
    const seq = history.length
    const recorded = recordedBy(house, asking, decided, seq + 1)
    const performed: MunicipalityPerformed = { version: recorded.seq }
    const appended = await appendEvents(tx, {
      streamId: municipalityStream,
      expectedSeq: seq,
      events: [recorded],
      command: { commandId, result: performed },
    })
    if (appended.kind === 'repeated') return appended.result as MunicipalityPerformed
    if (appended.kind === 'conflict') return 'interleaved'
    await replaceProjections(
      tx,
      municipalityStream,
      municipalityProjectionOf(municipality, [...history, recorded]),
    )
    return performed
  })
}

const recordedBy = (house: House, asking: Asking, event: NewMunicipalityEvent, seq: number) => ({
  ...event,
  seq,
  eventId: house.newId(),
  typeVersion: 1,
  recordedOn: asking.today,
  recordedAt: house.now().toISOString(),
  actor: asking.actor,
  standard: versionOn(getMunicipality(house, asking.municipality), asking.today).terms.reference,
})
