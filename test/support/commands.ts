/** Commands run on a history without a database: what casework does, with letters that exist by hash only. */

import { type ReceiveApplication, receiveApplication } from '../../src/domain/case/application/decide.ts'
import type { CommandContext, Decided } from '../../src/domain/case/command.ts'
import { type CaseCommand, decide } from '../../src/domain/case/commands.ts'
import type { EventActor } from '../../src/domain/case/envelope.ts'
import { type NewCaseEvent, type RecordedCaseEvent, readCaseEvent } from '../../src/domain/case/events.ts'
import { getCaseFile } from '../../src/domain/case/read-case.ts'
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts'
import type { StandardTerms } from '../../src/domain/standard/terms.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import { loadMunicipality } from '../../src/standards/load.ts'
import { asKaren, asSanne, document, karen } from './case-story.ts'

export type History = readonly RecordedCaseEvent[]

export const vejen = loadMunicipality('vejen-104')
const [version] = vejen.versions
if (version === undefined) throw new Error('Vejen has no standard')
export const vejenTerms: StandardTerms = version.terms
/** Vejen, if it asked for a second pair of eyes on every decision. */
export const withSecondReader: StandardTerms = {
  ...vejenTerms,
  parameters: { ...vejenTerms.parameters, secondPairOfEyes: true },
}

export type Doing = { readonly on: string; readonly by?: EventActor; readonly terms?: StandardTerms }

const uuid = (n: number): string => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`

/** Where a command stands: identifiers are counted on from the history, so that the same story has the same ones. */
export function contextOn(history: History, { on, by = asSanne, terms = vejenTerms }: Doing): CommandContext {
  let ids = (history.at(-1)?.seq ?? 0) * 100
  return {
    today: getDay(on),
    actor: by,
    terms,
    newId: () => {
      ids += 1
      return uuid(ids)
    },
  }
}

/** The history with what was decided, each letter written and nothing posted yet. */
function recorded(
  history: History,
  { events, letters, toSources = [], toBoard }: Decided,
  context: CommandContext,
): History {
  const issued: readonly NewCaseEvent[] = letters.map(({ letterId, kind, recipients }) => ({
    type: 'letterIssued',
    payload: {
      letterId,
      kind,
      recipients: [...recipients],
      inputs: document(`${letterId}-inputs`),
      document: document(`${letterId}-pdf`),
      renderer: 'typst',
    },
  }))
  const toOthers: readonly NewCaseEvent[] = toSources.map(({ letterId, requestId, kind }) => ({
    type: 'sourceLetterWritten',
    payload: {
      letterId,
      requestId,
      kind,
      inputs: document(`${letterId}-inputs`),
      document: document(`${letterId}-pdf`),
      renderer: 'typst',
    },
  }))
  const bundled: readonly NewCaseEvent[] = toBoard
    ? [
        {
          type: 'complaintBundled',
          payload: {
            complaintId: toBoard.complaintId,
            letter: document('board-letter'),
            inputs: document('board-letter-inputs'),
            bundle: document('board-bundle'),
            pages: 12,
            contents: [{ title: 'Afgørelse', from: 3, to: 5 }],
            renderer: 'typst',
          },
        },
      ]
    : []
  const seq = history.at(-1)?.seq ?? 0
  const { today, actor, terms } = context
  const fresh = [...events, ...issued, ...toOthers, ...bundled].map(({ occurredOn, ...event }, index) =>
    readCaseEvent({
      ...event,
      seq: seq + index + 1,
      eventId: uuid(900_000_000 + seq + index + 1),
      typeVersion: 1,
      occurredOn: occurredOn ?? today,
      recordedOn: today,
      recordedAt: `${today}T10:00:00.000Z`,
      actor,
      standard: terms.reference,
    }),
  )
  return [...history, ...fresh]
}

/** Tries a command: the history it leads to, or why not. */
export function attempt(history: History, command: CaseCommand, doing: Doing): History | Refusal {
  const context = contextOn(history, doing)
  const decided = decide(getCaseFile(history), command, context)
  return isRefusal(decided) ? decided : recorded(history, decided, context)
}

/** Runs a command that must succeed. */
export function act(history: History, command: CaseCommand, doing: Doing): History {
  const result = attempt(history, command, doing)
  if (isRefusal(result)) throw new Error(`${command.type} was refused: ${JSON.stringify(result)}`)
  return result
}

/** The types of what a command adds, or the code it is refused with (and the field or what is missing). */
export function outcomeOf(history: History, command: CaseCommand, doing: Doing): string {
  const result = attempt(history, command, doing)
  if (isRefusal(result))
    return ['refused', result.code, result.field ?? result.missing?.join(' ')].filter(Boolean).join(' ')
  return result
    .slice(history.length)
    .map((event) => event.type)
    .join(' ')
}

export const karensApplication: ReceiveApplication = {
  personId: karen,
  caseNumber: '2026-0042',
  bornOn: getDay('1980-04-12'),
  channel: 'web',
  receivedOn: getDay('2026-11-13'),
  applicant: { kind: 'self' },
  applied: { transport: 'transport', start: { kind: 'soonest' } },
  answers: { difficulties: [], wishes: [] },
  attachments: [],
  consents: [],
}

export function tryToApply(more: Partial<ReceiveApplication>, doing: Doing): History | Refusal {
  const context = contextOn([], doing)
  const decided = receiveApplication({ ...karensApplication, ...more }, context)
  return isRefusal(decided) ? decided : recorded([], decided, context)
}

/** Karen's application, received by the real command. */
export function apply(more: Partial<ReceiveApplication> = {}, doing: Partial<Doing> = {}): History {
  const input = { ...karensApplication, ...more }
  const result = tryToApply(input, { on: input.receivedOn, by: asKaren, ...doing })
  if (isRefusal(result)) throw new Error(`the application was refused: ${result.code}`)
  return result
}
