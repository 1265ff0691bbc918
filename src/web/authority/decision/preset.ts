/** What the decision's form begins with: full time, what the case already tells, or an earlier draft or decision. */
import { type CaseFile, currentProceeding, type Proceeding } from '../../../domain/case/case-file.ts'
import { hasTransportRight } from '../../../domain/case/decision/gate.ts'
import type { DecisionDraft, DecisionRecord } from '../../../domain/case/decision/record.ts'
import { findGrantedPlace } from '../../../domain/case/decision/stated.ts'
import type { UserId } from '../../../domain/identity.ts'
import type { StandardTerms } from '../../../domain/standard/terms.ts'
import { type CalendarDay, latest } from '../../../domain/time/calendar-day.ts'
import { amountInWords } from '../../../letters/day-in-words.ts'
import { dayFields, type FieldValues } from '../prefilled.ts'
import { consideredField, factField, mostFacts } from './form.ts'

export type PresetWords = {
  /** Where a note or an answer that the assessment rests on comes from, in Danish: it stands in the letter. */
  readonly note: (day: CalendarDay) => string
  readonly information: (day: CalendarDay) => string
}

type Known = {
  readonly file: CaseFile
  readonly terms: StandardTerms
  readonly today: CalendarDay
  readonly writer: UserId
  readonly say: PresetWords
}

/** K2.0-1: the extent begins at full time. Nothing that must be judged is answered beforehand. */
export function presetFields(known: Known): FieldValues {
  const { file } = known
  const proceeding = currentProceeding(file)
  const { proposed } = proceeding
  if (proposed) return draftFields(proposed.draft)
  const former = file.proceedings.findLast((p) => p.decision)?.decision
  if (former && proceeding.trigger.kind === 'anotherPlace') return anotherPlaceFields(former.record, known)
  return firstFields(known, proceeding)
}

function firstFields({ file, terms, today, writer, say }: Known, proceeding: Proceeding): FieldValues {
  const { applied } = file
  const right = hasTransportRight(proceeding)
  const wants = applied.transport === 'transport' || applied.transport === 'unknown'
  const hearing = proceeding.hearings.at(-1)
  const start = applied.start.kind === 'from' ? latest(applied.start.day, today) : undefined
  return {
    daysPerWeek: amountInWords(terms.parameters.defaultDaysPerWeek),
    hoursPerWeek: applied.hoursPerWeek === undefined ? undefined : amountInWords(applied.hoursPerWeek),
    provider: terms.providers.find((p) => p.id === applied.place)?.id,
    transport: right && wants ? 'yes' : undefined,
    ...dayFields('startOn', start),
    ...dayFields('effectiveOn', today),
    legalBasis: ['SEL-104', ...(right && wants ? ['SEL-105'] : [])],
    ...factFields(factsOf(file, proceeding, say)),
    hearing: hearing?.hearingId,
    contact: file.caseworker ?? writer,
  }
}

/** The facts are those that the assessment rests on and that are written down with where they come from. */
function factsOf(file: CaseFile, { assessment }: Proceeding, say: PresetWords): DecisionDraft['facts'] {
  const evidence = [...(assessment?.evidenceA ?? []), ...(assessment?.evidenceB ?? [])]
  const documents = new Set<string>(evidence.flatMap((e) => e.documents))
  const notes = new Set(evidence.flatMap((e) => e.notes))
  return [
    ...file.information
      .filter((i) => i.document !== undefined && documents.has(i.document))
      .map((i) => ({
        text: i.summary,
        source: say.information(i.on),
        documents: i.document ? [i.document] : [],
      })),
    ...file.notes
      .filter((n) => notes.has(n.seq))
      .map((n) => ({ text: n.text, source: say.note(n.on), documents: [] })),
  ].slice(0, mostFacts)
}

const factFields = (facts: DecisionDraft['facts']): FieldValues =>
  Object.fromEntries(
    facts.flatMap((fact, index) => [
      [factField(index + 1, 'text'), fact.text],
      [factField(index + 1, 'source'), fact.source],
      [factField(index + 1, 'documents'), fact.documents],
    ]),
  )

/** A draft back in the form. */
export function draftFields(draft: DecisionDraft): FieldValues {
  const { hearing, agreedToMore, transport } = draft
  const amount = (value: number | undefined) => (value === undefined ? undefined : amountInWords(value))
  return {
    place: draft.place,
    daysPerWeek: amount(draft.daysPerWeek),
    hoursPerWeek: amount(draft.hoursPerWeek),
    reducedExtentReason: draft.reducedExtentReason,
    extentAssessment: draft.extentAssessment,
    ...dayFields('agreedOn', agreedToMore?.on),
    agreedHow: agreedToMore?.how,
    provider: draft.provider,
    ...Object.fromEntries(
      draft.providersConsidered.map(({ provider, why }) => [consideredField(provider), why]),
    ),
    providerReason: draft.providerReason,
    wishAnswer: draft.wishAnswer,
    transport: transport === undefined ? undefined : transport ? 'yes' : 'no',
    transportReason: draft.transportReason,
    ...dayFields('startOn', draft.startOn),
    ...dayFields('endOn', draft.endOn),
    purpose: draft.purpose,
    intervention: draft.intervention,
    legalBasis: draft.legalBasis,
    considerations: draft.considerations,
    ...factFields(draft.facts),
    citizensView: draft.citizensView,
    citizensViewWeighed: draft.citizensViewWeighed,
    hearing: hearing?.kind === 'heard' ? hearing.hearingId : hearing && 'omitted',
    hearingBecause: hearing?.kind === 'omitted' ? hearing.because : undefined,
    alternatives: draft.alternatives,
    ...dayFields('effectiveOn', draft.effectiveOn),
    contact: draft.contact,
    easyReadWhy: draft.easyReadWhy,
  }
}

/** The provider could not: all but the place stands as it was decided, and the place has to be chosen anew. */
function anotherPlaceFields(record: DecisionRecord, { today }: Known): FieldValues {
  const place = findGrantedPlace(record)
  const { hearing, ...stated } = record
  return {
    ...draftFields({
      ...stated,
      ...place,
      place: 'granted',
      provider: undefined,
      providersConsidered: [],
      providerReason: undefined,
      wishAnswer: undefined,
      easyReadWhy: undefined,
      startOn: place && latest(place.startOn, today),
      effectiveOn: today,
      hearing: hearing?.kind === 'omitted' ? hearing : undefined,
    }),
  }
}
