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

function filled({ draft, hole, writer, today }: Input): DecisionDraft {
  return {
    ...draft,
    extentAssessment: draft.extentAssessment ?? hole('extentAssessment'),
    providerReason: draft.providerReason ?? hole('providerChoice'),
    transport: draft.transport ?? false,
    transportReason:
      draft.transportReason ?? (draft.transport === true ? undefined : hole('transportReason')),
    purpose: draft.purpose ?? hole('purpose'),
    intervention: draft.intervention ?? hole('intervention'),
    legalBasis: draft.legalBasis.length > 0 ? draft.legalBasis : ['SEL-104'],
    considerations: draft.considerations ?? hole('considerations'),
    facts: draft.facts.length > 0 ? draft.facts : [{ text: hole('facts'), source: '…', documents: [] }],
    citizensView: draft.citizensView ?? hole('citizensView'),
    citizensViewWeighed: draft.citizensViewWeighed ?? hole('citizensView'),
    hearing: draft.hearing ?? { kind: 'omitted', because: hole('hearing') },
    otherPossibilities: draft.otherPossibilities ?? { kind: 'none', because: hole('otherPossibilities') },
    effectiveOn: draft.effectiveOn ?? today,
    contact: draft.contact ?? writer,
  }
}
