/** The rows of a case made anew from its history: to compare with what stands there, and to put in its place. */
import { isDeepStrictEqual } from 'node:util'
import type { CaseFile } from '../domain/case/case-file.ts'
import { type RecordedCaseEvent, readCaseEvent } from '../domain/case/events.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import type { CaseId, MunicipalityCode } from '../domain/identity.ts'
import { obligationsOfCase } from '../domain/standard/engine.ts'
import type { Municipality } from '../standards/municipality.ts'
import { type ReadTx, write } from '../store/connection.ts'
import { findLastSeq, municipalityStream, readStream } from '../store/journal.ts'
import type { Projections } from '../store/projection-rows.ts'
import { readProjections, replaceProjections } from '../store/projections.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import { loadMunicipalityStream, municipalityProjectionOf } from './municipality.ts'
import { projectionOf } from './projections.ts'

/** What a history with no application left in it projects to. */
const nothing: Projections = {
  caseFile: null,
  obligations: [],
  access: [],
  orders: [],
  schedule: [],
  post: [],
  messages: [],
  purchases: [],
  complaints: [],
  reports: [],
  retention: null,
}

/** The rows that the history comes to. A case whose application was taken away by the eraser has none. */
function projectionsFrom(municipality: Municipality, history: readonly RecordedCaseEvent[]): Projections {
  const file: CaseFile | undefined = findCaseFile(history)
  if (file === undefined) return nothing
  const { terms } = versionOn(municipality, file.lastRecordedOn)
  return projectionOf(file, obligationsOfCase(file, municipality.versions), terms)
}

type Rows = { readonly [table: string]: ReadonlyMap<string, unknown> }

/** Rows by table and by what tells them apart, with what is absent left out: two sides that can be compared. */
function byTable({
  caseFile,
  obligations,
  access,
  orders,
  schedule,
  post,
  messages,
  purchases,
  complaints,
  reports,
  retention,
}: Projections): Rows {
  const keyed = <T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, unknown> =>
    new Map(rows.map((row) => [key(row), JSON.parse(JSON.stringify(row)) as unknown]))
  return {
    case_file: keyed(caseFile ? [caseFile] : [], (row) => row.caseNumber),
    obligation: keyed(obligations, (row) => row.key),
    case_access: keyed(access, (row) => `${row.relation} ${row.subject} ${row.validFrom}`),
    service_order: keyed(orders, (row) => row.orderId),
    schedule_day: keyed(schedule, (row) => `${row.orderId} ${row.validFrom} ${row.weekday} ${row.part}`),
    post: keyed(post, (row) => `${row.letterId} ${row.recipient}`),
    message: keyed(messages, (row) => row.messageId),
    purchase: keyed(purchases, (row) => row.purchaseId),
    complaint: keyed(complaints, (row) => row.complaintId),
    provider_report: keyed(reports, (row) => row.reportId),
    case_retention: keyed(retention ? [retention] : [], () => 'kept'),
  }
}

/** The rows that are not what they should be, each as `table key`. */
function differencesBetween(stored: Projections, made: Projections): readonly string[] {
  const [there, expected] = [byTable(stored), byTable(made)]
  return Object.keys(expected).flatMap((table) => {
    const keys = new Set([...(there[table]?.keys() ?? []), ...(expected[table]?.keys() ?? [])])
    return [...keys]
      .filter((key) => !isDeepStrictEqual(there[table]?.get(key), expected[table]?.get(key)))
      .map((key) => `${table} ${key}`)
  })
}

/** What stands there of a stream and what its history comes to, read at one moment. */
export async function compareRows(
  tx: ReadTx,
  municipality: Municipality,
  streamId: CaseId,
): Promise<{
  readonly made: Projections
  readonly differences: readonly string[]
  readonly lastSeq: number
}> {
  const stored = await readProjections(tx, streamId)
  if (streamId === municipalityStream) {
    const { history } = await loadMunicipalityStream(tx)
    const made = municipalityProjectionOf(municipality, history)
    return { made, differences: differencesBetween(stored, made), lastSeq: history.length }
  }
  const history = (await readStream(tx, streamId)).map(readCaseEvent)
  const made = projectionsFrom(municipality, history)
  return { made, differences: differencesBetween(stored, made), lastSeq: history.at(-1)?.seq ?? 0 }
}

/** How often a stream is tried again when somebody wrote in it meanwhile. */
const attempts = 6

/** Makes the rows of a case, or of the municipality's own stream, anew. Gives those that were not what they should be. */
export async function rebuildStream(
  house: House,
  code: MunicipalityCode,
  streamId: CaseId,
): Promise<readonly string[]> {
  const municipality = getMunicipality(house, code)
  const scope = { municipality: code, viewer: { kind: 'system' } } as const
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const changed = await write(house.db, scope, async (tx) => {
      const { made, differences, lastSeq } = await compareRows(tx, municipality, streamId)
      if (differences.length > 0) await replaceProjections(tx, streamId, made)
      // Whoever appended since then has written newer rows, or waits for ours and will: theirs are the ones to stand.
      if ((await findLastSeq(tx, streamId)) === lastSeq) return differences
      tx.abandon()
      return undefined
    })
    if (changed !== undefined) return changed
  }
  throw new Error(`the stream changed ${attempts} times while its rows were made anew`)
}
