/** The decision as it is typed. Read leniently: what cannot be used is told at its field, and the rest stands as a draft. */

import type { CaseFile } from '../../../domain/case/case-file.ts'
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { DecisionDraft } from '../../../domain/case/decision/record.ts'
import type { StandardTerms } from '../../../domain/standard/terms.ts'
import type { CalendarDay } from '../../../domain/time/calendar-day.ts'
import type { Form } from '../../platform/form.ts'
import { dateOf } from '../../ui/date-field.ts'
import type { Errors } from '../../ui/fields.tsx'
import { numberOf } from '../act.ts'

export type DecisionProblems = {
  readonly number: string
  readonly date: string
  readonly choose: string
  readonly factSource: string
  readonly factText: string
  readonly hearingBecause: string
  readonly agreed: string
}

export const mostFacts = 12
export const factField = (row: number, part: 'text' | 'source' | 'documents'): string => `fact-${row}-${part}`
export const consideredField = (provider: string): string => `considered-${provider}`

/** The rows of facts that have something in them. */
export const factRows = (form: Form): readonly number[] =>
  Array.from({ length: mostFacts }, (_, index) => index + 1).filter((row) =>
    (['text', 'source', 'documents'] as const).some((part) => form.all(factField(row, part)).length > 0),
  )

/** Which draft the form amounts to, and what is wrong at which field. What is wrong is left out of the draft. */
export function readDecision(
  form: Form,
  file: CaseFile,
  terms: StandardTerms,
  say: DecisionProblems,
): { readonly draft: DecisionDraft; readonly errors: Errors } {
  const errors: Record<string, string> = {}
  const raw = {
    place: form.text('place'),
    ...amounts(form),
    reducedExtentReason: form.text('reducedExtentReason'),
    extentAssessment: form.text('extentAssessment'),
    agreedToMore: agreed(form, errors, say),
    provider: form.text('provider'),
    providersConsidered: terms.providers.flatMap(({ id }) => {
      const why = form.text(consideredField(id))
      return why === undefined ? [] : [{ provider: id, why }]
    }),
    providerReason: form.text('providerReason'),
    wishAnswer: form.text('wishAnswer'),
    transport: { yes: true, no: false }[form.text('transport') ?? ''],
    transportReason: form.text('transportReason'),
    startOn: day(form, 'startOn', errors, say),
    endOn: day(form, 'endOn', errors, say),
    purpose: form.text('purpose'),
    intervention: form.text('intervention'),
    legalBasis: form.all('legalBasis'),
    considerations: form.text('considerations'),
    facts: facts(form, errors, say),
    citizensView: form.text('citizensView'),
    citizensViewWeighed: form.text('citizensViewWeighed'),
    hearing: hearing(form, errors, say),
    // Weighed on a page of its own; the decision takes it as it stands.
    otherPossibilities: currentProceeding(file).otherPossibilities?.possibilities,
    alternatives: form.text('alternatives'),
    effectiveOn: day(form, 'effectiveOn', errors, say),
    contact: form.text('contact'),
    easyReadWhy: form.text('easyReadWhy'),
  }
  return { draft: tolerant(raw, errors, say), errors }
}

const amounts = (form: Form) => ({
  daysPerWeek: numberOf(form.text('daysPerWeek')),
  hoursPerWeek: numberOf(form.text('hoursPerWeek')),
})

const numeric = new Set(['daysPerWeek', 'hoursPerWeek'])

/** The schema has the last word: a part that it refuses is said at its field and left out. */
function tolerant(
  raw: Readonly<Record<string, unknown>>,
  errors: Record<string, string>,
  say: DecisionProblems,
): DecisionDraft {
  const read = DecisionDraft.safeParse(raw)
  if (read.success) return read.data
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])))
  for (const name of wrong) errors[name] ??= numeric.has(name) ? say.number : say.choose
  return DecisionDraft.parse(Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name))))
}

function day(
  form: Form,
  name: string,
  errors: Record<string, string>,
  say: DecisionProblems,
): CalendarDay | undefined {
  const read = dateOf(form, name)
  if (read === 'wrong') errors[name] = say.date
  return read === 'wrong' ? undefined : read
}

function agreed(form: Form, errors: Record<string, string>, say: DecisionProblems) {
  const on = day(form, 'agreedOn', errors, say)
  const how = form.text('agreedHow')
  if (on !== undefined && how !== undefined) return { on, how }
  if (on !== undefined || how !== undefined)
    errors[on === undefined ? 'agreedOn' : 'agreedHow'] ??= say.agreed
  return undefined
}

function facts(form: Form, errors: Record<string, string>, say: DecisionProblems) {
  return factRows(form).flatMap((row) => {
    const text = form.text(factField(row, 'text'))
    const source = form.text(factField(row, 'source'))
    if (text === undefined) errors[factField(row, 'text')] = say.factText
    if (source === undefined) errors[factField(row, 'source')] = say.factSource
    if (text === undefined || source === undefined) return []
    return [{ text, source, documents: form.all(factField(row, 'documents')) }]
  })
}

function hearing(form: Form, errors: Record<string, string>, say: DecisionProblems) {
  const chosen = form.text('hearing')
  if (chosen === undefined) return undefined
  if (chosen !== 'omitted') return { kind: 'heard', hearingId: chosen }
  const because = form.text('hearingBecause')
  if (because === undefined) errors.hearingBecause = say.hearingBecause
  return because === undefined ? undefined : { kind: 'omitted', because }
}
