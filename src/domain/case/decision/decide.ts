import { z } from 'zod'
import { type Refusal, refuse } from '../../refusal.ts'
import { type CaseFile, currentProceeding } from '../case-file.ts'
import {
  type CommandContext,
  type Decided,
  defineCommand,
  newLetter,
  newPart,
  only,
  text,
} from '../command.ts'
import type { EventActor } from '../envelope.ts'
import type { CaseEventType } from '../events.ts'
import { refuseIfDecided } from '../lifetime.ts'
import { examine, issueDecision } from './gate.ts'
import { DecisionDraft } from './record.ts'

const ground: readonly CaseEventType[] = [
  'applicationChanged',
  'applicationWithdrawn',
  'informationReceived',
  'targetGroupAssessed',
  'otherPossibilitiesConsidered',
  'hearingAnswered',
  'decisionProposed',
  'decisionMade',
  'deathRegistered',
]

const samePerson = (a: EventActor, b: EventActor): boolean =>
  a.kind === 'staff' && b.kind === 'staff' && a.userId === b.userId

/** A decision is a named person's: never the system's, never the citizen's (GDPR art. 22). */
function refuseIfNotDecidable(file: CaseFile, context: CommandContext): Refusal | undefined {
  if (context.actor.kind !== 'staff') return refuse('notAllowed')
  return refuseIfDecided(file)
}

function issue(file: CaseFile, draft: DecisionDraft, context: CommandContext): Decided | Refusal {
  const letterId = newLetter(context)
  const decisionId = currentProceeding(file).proposed?.decisionId ?? newPart(context)
  const made = issueDecision({
    file,
    draft,
    terms: context.terms,
    today: context.today,
    decisionId,
    letterId,
  })
  if ('missing' in made) return refuse('letterIncomplete', { missing: made.missing })
  return {
    events: [{ type: 'decisionMade', payload: { letterId, record: made.record } }],
    letters: [{ kind: 'decision', letterId, recipients: made.recipients, issued: made }],
  }
}

export const decisionCommands = {
  /** Puts a complete draft before the second pair of eyes. */
  proposeDecision: defineCommand({
    schema: z.object({ draft: DecisionDraft }),
    invalidatedBy: ground,
    decide: (file, { draft }, context) => {
      const refused = refuseIfNotDecidable(file, context)
      if (refused) return refused
      const { missing } = examine(file, draft, context.terms, context.today)
      if (missing.length > 0) return refuse('letterIncomplete', { missing })
      return only({ type: 'decisionProposed', payload: { decisionId: newPart(context), draft } })
    },
  }),
  /** The second pair of eyes: never the author's. Approving issues the very draft that was read. */
  approveDecision: defineCommand({
    schema: z.object({}),
    invalidatedBy: ground,
    decide: (file, _input, context) => {
      const refused = refuseIfNotDecidable(file, context)
      if (refused) return refused
      const { proposed, returned } = currentProceeding(file)
      if (!proposed || returned) return refuse('nothingProposed')
      if (samePerson(proposed.actor, context.actor)) return refuse('ownProposal')
      const made = issue(file, proposed.draft, context)
      if ('refused' in made) return made
      const approved = { type: 'decisionApproved' as const, payload: { decisionId: proposed.decisionId } }
      return { events: [approved, ...made.events], letters: made.letters }
    },
  }),
  returnDecision: defineCommand({
    schema: z.object({ remark: text }),
    invalidatedBy: ground,
    decide: (file, { remark }, context) => {
      const { proposed, returned } = currentProceeding(file)
      if (!proposed || returned) return refuse('nothingProposed')
      if (samePerson(proposed.actor, context.actor)) return refuse('ownProposal')
      return only({ type: 'decisionReturned', payload: { decisionId: proposed.decisionId, remark } })
    },
  }),
  /** Signs and sends, where the standard asks for no second pair of eyes. */
  issueDecision: defineCommand({
    schema: z.object({ draft: DecisionDraft }),
    invalidatedBy: ground,
    decide: (file, { draft }, context) => {
      if (context.terms.parameters.secondPairOfEyes) return refuse('needsApproval')
      return refuseIfNotDecidable(file, context) ?? issue(file, draft, context)
    },
  }),
} as const
