/**
 * The decision as its draft stands, to be looked at while it is written: every hole is filled with a text that says what
 * is missing. A record made here is for the eye only; only `issueDecision` makes one that can be sent.
 */
import type { UserId } from '../../identity.ts'
import { examine, type GateElement, type IssueInput, recordOf } from './gate.ts'
import { type DecisionDraft, DecisionRecord } from './record.ts'

type Input = Omit<IssueInput, 'letterId'> & {
  /** Stands in the letter where something is missing. */
  readonly hole: (element: GateElement) => string
  /** Who answers for the letter while nobody has been chosen. */
  readonly writer: UserId
}

/**
 * The record with its holes filled; undefined until the target group is assessed and it is known what is granted: until
 * then nobody can say what the letter answers.
 */
export function provisionalRecord(input: Input): DecisionRecord | undefined {
  const draft = filled(input)
  const findings = examine(input.file, draft, input.terms, input.today)
  return DecisionRecord.safeParse(recordOf({ ...input, draft }, findings)).data
}

function filled({ file, draft, terms, today, hole, writer }: Input): DecisionDraft {
  const missing = new Set(examine(file, draft, terms, today).missing)
  // Only what this letter must say: a full grant needs no reasons, and its letter has no place for them.
  const said = (text: string | undefined, element: GateElement): string | undefined =>
    text ?? (missing.has(element) ? hole(element) : undefined)
  const because = (element: GateElement) => (missing.has(element) ? hole(element) : undefined)
  const hearing = because('hearing')
  const otherPossibilities = because('otherPossibilities')
  const facts = because('facts')
  return {
    ...draft,
    extentAssessment: said(draft.extentAssessment, 'extentAssessment'),
    providerReason: said(draft.providerReason, 'providerChoice'),
    wishAnswer: said(draft.wishAnswer, 'wishAnswer'),
    transport: draft.transport ?? false,
    transportReason: said(
      draft.transportReason,
      draft.transport === undefined ? 'transport' : 'transportReason',
    ),
    purpose: said(draft.purpose, 'purpose'),
    intervention: said(draft.intervention, 'intervention'),
    legalBasis: draft.legalBasis.length > 0 ? draft.legalBasis : ['SEL-104'],
    considerations: said(draft.considerations, 'considerations'),
    facts: facts && draft.facts.length === 0 ? [{ text: facts, source: '…', documents: [] }] : draft.facts,
    citizensView: said(draft.citizensView, 'citizensView'),
    citizensViewWeighed: said(draft.citizensViewWeighed, 'citizensView'),
    hearing: draft.hearing ?? (hearing ? { kind: 'omitted', because: hearing } : undefined),
    otherPossibilities:
      draft.otherPossibilities ??
      (otherPossibilities ? { kind: 'none', because: otherPossibilities } : undefined),
    effectiveOn: draft.effectiveOn ?? today,
    contact: draft.contact ?? writer,
  }
}
