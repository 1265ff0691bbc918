/** `docs/letter-gate.md`: what an outcome is computed from, and what a letter cannot be made without. */
import { versionOn } from '../casework/house.ts'
import { type CaseFile, currentProceeding } from '../domain/case/case-file.ts'
import { comparisonTable, type Outcome } from '../domain/case/decision/comparison.ts'
import { examine, type GateElement, gateElements } from '../domain/case/decision/gate.ts'
import { DecisionDraft } from '../domain/case/decision/record.ts'
import { readCaseEvent } from '../domain/case/events.ts'
import { getCaseFile } from '../domain/case/read-case.ts'
import type { StandardTerms } from '../domain/standard/terms.ts'
import { addDays, getDay } from '../domain/time/calendar-day.ts'
import { loadMunicipality } from '../standards/load.ts'
import { missingInWords } from '../web/i18n/missing.ts'
import { generated, markdownTable } from './markdown.ts'

const today = getDay('2026-11-24')
const person = '11111111-1111-4111-8111-111111111111'

/** Somebody who applied for a place by name and for transport, and about whom nothing else is known yet. */
const young = getCaseFile([
  readCaseEvent({
    seq: 1,
    eventId: '22222222-2222-4222-8222-222222222222',
    typeVersion: 1,
    occurredOn: today,
    recordedOn: today,
    recordedAt: `${today}T09:00:00.000Z`,
    actor: { kind: 'citizen', personId: person },
    standard: 'vejen-104@1',
    type: 'applicationReceived',
    payload: {
      personId: person,
      caseNumber: '2026-0001',
      channel: 'web',
      applicant: { kind: 'self' },
      applied: { place: 'kaerhoej', transport: 'transport', start: { kind: 'soonest' } },
      answers: {},
      bornOn: '2010-01-01',
    },
  }),
])

type Assessment = NonNullable<ReturnType<typeof currentProceeding>['assessment']>

function assessed(file: CaseFile, inTargetGroup: boolean): CaseFile {
  const assessment: Assessment = {
    ...file.received,
    criterionA: { answer: inTargetGroup, grounds: inTargetGroup ? ['mental'] : [], reasons: '-' },
    criterionB: { answer: inTargetGroup, reasons: '-' },
    evidenceA: [],
    evidenceB: [],
    seriousSocialProblems: false,
    targetGroups: [],
    themes: [],
  }
  return { ...file, proceedings: [{ ...currentProceeding(file), assessment }] }
}

const adult: CaseFile = { ...young, bornOn: getDay('1985-01-01') }
/** Applied for less, and wished for no place. */
const modest: CaseFile = {
  ...young,
  applied: { daysPerWeek: 3, transport: 'none', start: { kind: 'soonest' } },
}
const dead: CaseFile = { ...young, died: { ...young.received, diedOn: today } }

const files: readonly CaseFile[] = [
  young,
  dead,
  ...[adult, young, modest].flatMap((file) => [assessed(file, true), assessed(file, false)]),
]

const place = { place: 'granted', daysPerWeek: 3, transport: false, startOn: addDays(today, -1) } as const
const drafts = [
  {},
  { place: 'refused' },
  { place: 'granted' },
  { ...place, provider: 'noerrevang' },
  { ...place, provider: 'nowhere' },
  { ...place, daysPerWeek: 5, transport: true, provider: 'kaerhoej' },
].map((draft) => DecisionDraft.parse(draft))

const columns = ['GRANTED', 'PARTIALLY_REFUSED', 'REFUSED'] as const

/**
 * Where each element is called for: the gate itself is asked about drafts with every hole there can be, in cases of every
 * kind. A draft that has no outcome yet counts for each outcome that it can still become.
 */
function calledFor(terms: StandardTerms): (element: GateElement) => readonly string[] {
  const found = new Map<GateElement, Set<Outcome>>()
  for (const file of files)
    for (const draft of drafts) {
      const { missing, outcome } = examine(file, draft, terms, today)
      const open = draft.place === 'granted' ? columns.slice(0, 2) : columns
      for (const element of missing)
        for (const each of outcome ? [outcome] : open)
          found.set(element, (found.get(element) ?? new Set()).add(each))
    }
  return (element) => columns.map((column) => (found.get(element)?.has(column) ? 'yes' : ''))
}

export function letterGateDocument(): string {
  const { terms } = versionOn(loadMunicipality('vejen-104'), today)
  // The municipality's own blocks are asked for as well, where its texts should lack them.
  const needed = calledFor({ ...terms, texts: { complaintGuidance: false, changeDuty: false } })
  return generated(
    'The letter gate',
    '`src/domain/case/decision/comparison.ts` and `gate.ts`',
    '## Applied ‖ Granted',
    'The outcome of a decision is computed and never chosen. Each element that was applied for is held against what is granted. No\n' +
      'place at all is a refusal; any element that is to the citizen’s disadvantage makes a part refusal; otherwise it is a full\n' +
      'grant, the only decision without complaint guidance.',
    markdownTable(
      ['Element', 'To the citizen’s disadvantage when'],
      [
        ['place', 'no place is granted: a refusal'],
        ...comparisonTable.map((row) => [row.element, row.unfavourableWhen]),
      ],
    ),
    '## What a letter cannot be made without',
    'One function lists what is missing, and the only way to an issued decision calls it: by page, by API or by code, an incomplete\n' +
      'letter cannot be made. *Yes* says that the element is asked for with that outcome, where it applies at all: a reason for fewer\n' +
      'days, for instance, only when there are fewer than full time. `alternatives` warns and never blocks.',
    markdownTable(
      ['Element', 'What the caseworker is told', 'Full grant', 'Part refusal', 'Refusal'],
      gateElements.map((element) => [
        `\`${element}\``,
        missingInWords(element, 'en'),
        ...(element === 'alternatives' ? ['', 'warns', 'warns'] : needed(element)),
      ]),
    ),
  )
}
