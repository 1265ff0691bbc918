/** A case's history as a file: all that `explain` needs, readable without a database, and stable over time. */
import { z } from 'zod'
import { Envelope } from '../domain/case/envelope.ts'
import {
  type CaseEventType,
  caseEventSchemas,
  caseEventTypes,
  type RecordedCaseEvent,
  readCaseEvent,
} from '../domain/case/events.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import { CaseId, MunicipalityCode } from '../domain/identity.ts'
import type { ReadTx } from '../store/connection.ts'
import { readStream } from '../store/journal.ts'

export const caseFormat = 'hverdag-case/1'

/** An event as it was stored: its envelope, and its payload word for word or the mark that it was withdrawn. */
const presentEvents = caseEventTypes.map((type: CaseEventType) =>
  Envelope.extend({ type: z.literal(type), payload: caseEventSchemas[type] }),
)
const WithdrawnEvent = Envelope.extend({
  type: z.enum(caseEventTypes as [CaseEventType, ...CaseEventType[]]),
  withdrawn: z.literal(true),
})

const head = {
  format: z.literal(caseFormat),
  municipality: MunicipalityCode,
  caseId: CaseId,
  caseNumber: z.string(),
}

/** The shape of the file, event type by event type. A reader takes no notice of what it does not know besides. */
export const ExportedCase = z.object({
  ...head,
  events: z.array(z.union([...presentEvents, WithdrawnEvent])).min(1),
})

/** The history is read by the journal's own reader, which knows older versions of the payloads as well. */
const ExportedHead = z.object({ ...head, events: z.array(z.unknown()).min(1) })

export type ReadExport = {
  readonly municipality: MunicipalityCode
  readonly caseId: CaseId
  readonly caseNumber: string
  readonly history: readonly RecordedCaseEvent[]
}

/** The exported history of a case; undefined where there is none, or none with an application in it. */
export async function exportCase(tx: ReadTx, caseId: CaseId): Promise<unknown> {
  const stored = await readStream(tx, caseId)
  const file = findCaseFile(stored.map(readCaseEvent))
  if (file === undefined) return undefined
  return {
    format: caseFormat,
    municipality: tx.scope.municipality,
    caseId,
    caseNumber: file.caseNumber,
    events: stored,
  }
}

export type ExportFault = { readonly fault: string }

/** Reads an exported case, or tells in a few words where it is not one. */
export function readExport(value: unknown): ReadExport | ExportFault {
  const parsed = ExportedHead.safeParse(value)
  if (!parsed.success) return { fault: `at ${whereIn(parsed.error)}` }
  const { events, municipality, caseId, caseNumber } = parsed.data
  const history: RecordedCaseEvent[] = []
  for (const [index, event] of events.entries()) {
    try {
      history.push(readCaseEvent(event))
    } catch (error) {
      if (error instanceof z.ZodError) return { fault: `in event ${index + 1}, at ${whereIn(error)}` }
      throw error
    }
  }
  if (findCaseFile(history) === undefined) return { fault: 'no event tells of an application' }
  return { municipality, caseId, caseNumber, history }
}

const whereIn = (error: z.ZodError): string => {
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'does not fit'}`
}
