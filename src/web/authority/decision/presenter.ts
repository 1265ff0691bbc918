/**
 * What the draft amounts to, shown while it is written: Applied ‖ Granted row by row, the outcome that follows from it,
 * what the letter still lacks, and how easy the texts are to read. Pure; the outcome is the gate's to compute.
 */
import type { CaseFile } from '../../../domain/case/case-file.ts'
import { compare, type Element, elements, type Outcome } from '../../../domain/case/decision/comparison.ts'
import { examine, type GateElement } from '../../../domain/case/decision/gate.ts'
import type { DecisionDraft } from '../../../domain/case/decision/record.ts'
import type { ProviderId } from '../../../domain/identity.ts'
import type { StandardTerms } from '../../../domain/standard/terms.ts'
import type { CalendarDay } from '../../../domain/time/calendar-day.ts'
import { amountInWords } from '../../../letters/day-in-words.ts'
import type { LetterInputs } from '../../../letters/letter-content.ts'
import { lix, lixLimits } from '../../../letters/lix.ts'
import { sectionsText } from '../../../letters/plain-text.ts'
import { plainDay } from '../../i18n/dates.ts'
import type { Language } from '../../i18n/messages.ts'
import { decisionWords } from './words.ts'

export type Mark = 'asApplied' | 'less' | 'open'
export type Row = {
  readonly element: Element
  readonly name: string
  readonly applied: string
  readonly granted: string
  readonly mark: Mark
}

export type Presented = {
  readonly rows: readonly Row[]
  /** Undefined while too little is chosen; a part refusal shows as soon as one row makes it one. */
  readonly outcome: Outcome | undefined
  readonly missing: readonly GateElement[]
  readonly warnings: readonly GateElement[]
}

type Known = {
  readonly file: CaseFile
  readonly terms: StandardTerms
  readonly today: CalendarDay
  readonly language: Language
  readonly providerName: (id: ProviderId) => string
}

export function presentDraft(draft: DecisionDraft, known: Known): Presented {
  const { file, terms, today } = known
  const findings = examine(file, draft, terms, today)
  const rows = rowsOf(draft, known)
  const partly = draft.place === 'granted' && rows.some((row) => row.mark === 'less')
  return {
    rows,
    outcome: findings.outcome ?? (partly ? 'PARTIALLY_REFUSED' : undefined),
    missing: findings.missing,
    warnings: findings.warnings,
  }
}

const chosen = (draft: DecisionDraft): Readonly<Record<Element, boolean>> => ({
  place: draft.place !== undefined,
  days: draft.daysPerWeek !== undefined,
  hours: draft.hoursPerWeek !== undefined,
  provider: draft.provider !== undefined,
  transport: draft.transport !== undefined,
  start: draft.startOn !== undefined,
  period: true,
})

/** Compared element by element; what is not chosen yet stands in as applied for, and its row stays open. */
function rowsOf(draft: DecisionDraft, known: Known): readonly Row[] {
  const { file, terms, today } = known
  const { applied } = file
  const t = decisionWords(known.language)
  const stand = draft.provider ?? applied.place ?? terms.providers[0]?.id
  const granted =
    draft.place === 'refused' || stand === undefined
      ? undefined
      : {
          daysPerWeek: draft.daysPerWeek ?? applied.daysPerWeek ?? terms.parameters.defaultDaysPerWeek,
          hoursPerWeek: draft.hoursPerWeek,
          provider: stand,
          transport: draft.transport ?? true,
          startOn: draft.startOn ?? today,
          endOn: draft.endOn,
        }
  const comparison = compare(applied, granted, {
    defaultDays: terms.parameters.defaultDaysPerWeek,
    agreedToMore: draft.agreedToMore !== undefined,
  })
  const is = chosen(draft)
  return elements
    .filter((e) => e !== 'hours' || applied.hoursPerWeek !== undefined || draft.hoursPerWeek !== undefined)
    .map((element) => {
      const less = comparison.find((row) => row.element === element)?.unfavourable === true
      const open = draft.place === undefined || (draft.place === 'granted' && !is[element])
      const refused = draft.place === 'refused'
      return {
        element,
        name: t.elements[element],
        applied: appliedInWords(element, known),
        granted: open ? t.notChosen : grantedInWords(element, draft, known),
        mark: open ? 'open' : less || refused ? 'less' : 'asApplied',
      }
    })
}

function appliedInWords(
  element: Element,
  { file: { applied }, terms, language, providerName }: Known,
): string {
  const t = decisionWords(language)
  switch (element) {
    case 'place':
      return t.yes
    case 'days':
      return applied.daysPerWeek === undefined
        ? t.fullTime(amountInWords(terms.parameters.defaultDaysPerWeek))
        : amountInWords(applied.daysPerWeek)
    case 'hours':
      return applied.hoursPerWeek === undefined ? t.nothingNamed : amountInWords(applied.hoursPerWeek)
    case 'provider':
      return applied.place ? providerName(applied.place) : (applied.placeInWords ?? t.nothingNamed)
    case 'transport':
      return t.transportWishes[applied.transport]
    case 'start':
      return applied.start.kind === 'from' ? plainDay(applied.start.day, language) : t.soonest
    case 'period':
      return applied.until ? plainDay(applied.until, language) : t.noEnd
  }
}

function grantedInWords(element: Element, draft: DecisionDraft, { language, providerName }: Known): string {
  const t = decisionWords(language)
  if (draft.place === 'refused') return element === 'place' ? t.no : t.notGranted
  switch (element) {
    case 'place':
      return t.yes
    case 'days':
      return draft.daysPerWeek === undefined ? t.notChosen : amountInWords(draft.daysPerWeek)
    case 'hours':
      return draft.hoursPerWeek === undefined ? t.nothingNamed : amountInWords(draft.hoursPerWeek)
    case 'provider':
      return draft.provider ? providerName(draft.provider) : t.notChosen
    case 'transport':
      return draft.transport ? t.yes : t.no
    case 'start':
      return draft.startOn ? plainDay(draft.startOn, language) : t.notChosen
    case 'period':
      return draft.endOn ? plainDay(draft.endOn, language) : t.noEnd
  }
}

export type Readability = {
  readonly name: string
  readonly lix: number
  readonly limit: number
  readonly heavy: boolean
}

const written = [
  'extentAssessment',
  'providerReason',
  'wishAnswer',
  'transportReason',
  'purpose',
  'intervention',
  'considerations',
  'citizensView',
  'citizensViewWeighed',
  'alternatives',
] as const

/** LIX of each text as it is written, of the easy words, and of the letter as a whole. Above the limit is a warning only. */
export function presentReadability(
  draft: DecisionDraft,
  letter: LetterInputs | undefined,
  language: Language,
): readonly Readability[] {
  const t = decisionWords(language)
  const row = (name: string, text: string | undefined, limit: number): readonly Readability[] => {
    if (text === undefined) return []
    const value = lix(text)
    return [{ name, lix: value, limit, heavy: value > limit }]
  }
  const easy = letter?.content.easyRead
  return [
    ...written.flatMap((field) => row(t.fields[field], draft[field], lixLimits.ordinary)),
    ...row(t.fields.easyReadWhy, draft.easyReadWhy, lixLimits.easy),
    ...(letter ? row(t.wholeLetter, sectionsText(letter.content.sections), lixLimits.legal) : []),
    ...(easy ? row(t.wholeEasyLetter, sectionsText(easy.sections), lixLimits.easy) : []),
  ]
}
