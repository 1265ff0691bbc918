/** The municipality's own stream: what it has adopted and published, apart from any citizen's case. */
import { z } from 'zod'
import type { Fact } from '../case/case-file.ts'
import { Envelope } from '../case/envelope.ts'
import { CaseId, DocumentHash, UserId } from '../identity.ts'
import { oversightEvents } from '../oversight/events.ts'
import { isOversight, noOversight, type OversightFile, watch } from '../oversight/file.ts'
import { PriceList } from '../own-payment.ts'
import { CalendarDay } from '../time/calendar-day.ts'

export const municipalityEventSchemas = {
  standardAdopted: z.object({
    standard: z.string(),
    version: z.string(),
    adoptedOn: CalendarDay,
    validFrom: CalendarDay,
  }),
  /** The deadlines stand on the municipality's website (RSL § 3 stk. 2, § 3 a). */
  deadlinesPublished: z.object({ standard: z.string(), version: z.string(), where: z.string() }),
  /** What citizens may be asked to pay beside the stay, at one provider (A12). */
  priceListApproved: PriceList,
  /** What is left of a case that was erased: nothing of a person, and what its chain ended in. */
  caseErased: z.object({
    caseId: CaseId,
    caseNumber: z.string(),
    keptUntil: CalendarDay,
    reference: z.string(),
    package: DocumentHash,
    deliveredBy: UserId,
    approvedBy: UserId,
    lastSeq: z.int().positive(),
    head: z.string(),
    /** How many of each kind went. */
    erased: z.record(z.string(), z.int().nonnegative()),
  }),
  ...oversightEvents,
} as const

type Schemas = typeof municipalityEventSchemas
export type MunicipalityEventType = keyof Schemas
export type MunicipalityEvent = {
  [T in MunicipalityEventType]: { readonly type: T; readonly payload: z.infer<Schemas[T]> }
}[MunicipalityEventType]
export type RecordedMunicipalityEvent = Envelope &
  (MunicipalityEvent | { readonly type: MunicipalityEventType; readonly withdrawn: true })

export type Adoption = Fact & z.infer<Schemas['standardAdopted']> & { published?: Fact | undefined }
export type ApprovedPriceList = Fact & PriceList
export type Erasure = Fact & z.infer<Schemas['caseErased']>
export type MunicipalityFile = {
  readonly adoptions: readonly Adoption[]
  readonly priceLists: readonly ApprovedPriceList[]
  readonly oversight: OversightFile
  readonly erasures: readonly Erasure[]
}

/** The adoption of a version, once it is on record. */
export const findAdoption = (
  { adoptions }: Pick<MunicipalityFile, 'adoptions'>,
  standard: string,
  version: string,
): Adoption | undefined => adoptions.find((a) => a.standard === standard && a.version === version)

const Recorded = Envelope.extend({
  type: z.enum(Object.keys(municipalityEventSchemas) as [MunicipalityEventType, ...MunicipalityEventType[]]),
  payload: z.unknown().optional(),
  withdrawn: z.literal(true).optional(),
})

/** Reads a stored event of the municipality's stream. Throws on what the schemas do not know. */
export function readMunicipalityEvent(stored: unknown): RecordedMunicipalityEvent {
  const { payload, withdrawn, ...rest } = Recorded.parse(stored)
  if (withdrawn) return { ...rest, withdrawn: true }
  // The schema is looked up by the type it is stored under, so that the pair fits.
  return { ...rest, payload: municipalityEventSchemas[rest.type].parse(payload) } as RecordedMunicipalityEvent
}

export function municipalityFileOf(history: readonly RecordedMunicipalityEvent[]): MunicipalityFile {
  const adoptions: Adoption[] = []
  const priceLists: ApprovedPriceList[] = []
  const oversight = noOversight()
  const erasures: Erasure[] = []
  for (const event of history) {
    if ('withdrawn' in event) continue
    const fact: Fact = {
      on: event.occurredOn,
      recordedOn: event.recordedOn,
      seq: event.seq,
      actor: event.actor,
    }
    if (isOversight(event)) watch(oversight, fact, event)
    else if (event.type === 'standardAdopted') adoptions.push({ ...fact, ...event.payload })
    else if (event.type === 'priceListApproved') priceLists.push({ ...fact, ...event.payload })
    else if (event.type === 'caseErased') erasures.push({ ...fact, ...event.payload })
    else {
      const { standard, version } = event.payload
      const found = findAdoption({ adoptions }, standard, version)
      if (found) found.published ??= fact
    }
  }
  return { adoptions, priceLists, oversight, erasures }
}
