import { z } from 'zod'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { type CaseFile, currentProceeding } from '../case-file.ts'
import { defineCommand, newLetter, only, text } from '../command.ts'
import type { NewCaseEvent } from '../events.ts'
import { refuseIfOver } from '../lifetime.ts'
import { processingDeadline } from '../processing.ts'
import { recipientsOn } from '../recipients.ts'
import { AskedInstead, conclusions, reassessmentCauses, reassessmentEvents } from './events.ts'
import { openReassessmentOf, runningOrder, standingPlace } from './standing.ts'

type Opening = z.infer<typeof reassessmentEvents.reassessmentOpened>

/** Only a placement that runs can be looked at anew, and only when nothing else about it waits for a decision. */
export function refuseIfNotReassessable(file: CaseFile): Refusal | undefined {
  const over = refuseIfOver(file)
  if (over) return over
  if (runningOrder(file) === undefined || standingPlace(file) === undefined)
    return refuse('noRunningPlacement')
  return currentProceeding(file).decision === undefined ? refuse('alreadyReassessing') : undefined
}

/**
 * For a command of another phase that finds the need changed: the opening to emit beside its own event. Nothing when no
 * placement runs, or when one is under way already: that one takes up what was found.
 */
export const reassessmentBeside = (file: CaseFile, opening: Opening): readonly NewCaseEvent[] =>
  refuseIfNotReassessable(file) ? [] : [{ type: 'reassessmentOpened', payload: opening }]

export const reassessmentCommands = {
  /** The caseworker looks at a running placement anew (K2.3-5), for whatever reason. */
  openReassessment: defineCommand({
    schema: reassessmentEvents.reassessmentOpened
      .omit({ asked: true, cause: true })
      .extend({ cause: z.enum(reassessmentCauses).exclude(['citizen']) }),
    invalidatedBy: ['reassessmentOpened', 'decisionMade'],
    decide: (file, payload, { actor }) => {
      if (actor.kind !== 'staff') return refuse('notAllowed')
      return refuseIfNotReassessable(file) ?? only({ type: 'reassessmentOpened', payload })
    },
  }),
  /**
   * The citizen asks for something else than they have, by any channel: the same clock and the same receipt as an
   * application (K2.1-1, K2.2a-1). While another reassessment is under way the wish is taken up in that one.
   */
  askForChange: defineCommand({
    schema: AskedInstead.extend({ because: text, receivedOn: CalendarDay }),
    invalidatedBy: ['reassessmentOpened', 'decisionMade'],
    decide: (file, { because, receivedOn, ...asked }, context) => {
      if (receivedOn > context.today) return refuse('dateInFuture', { field: 'receivedOn' })
      const refused = refuseIfNotReassessable(file)
      if (refused) return refused
      const decided = currentProceeding(file).decision
      if (decided && receivedOn < decided.on) return refuse('dateBeforeDecision', { field: 'receivedOn' })
      const recipients = recipientsOn(file, context.today, 'receipt')
      const event: NewCaseEvent = {
        type: 'reassessmentOpened',
        payload: { cause: 'citizen', because, asked },
        occurredOn: receivedOn,
      }
      if (recipients.length === 0) return refuse('noRecipient')
      const trigger = { kind: 'reassessment' as const, on: receivedOn, asked }
      return {
        events: [event],
        letters: [
          {
            kind: 'receipt',
            letterId: newLetter(context),
            channel: asked.channel,
            deadline: processingDeadline({ trigger }, context.terms.parameters),
            needsConfirmation: false,
            forChange: true,
            recipients,
          },
        ],
      }
    },
  }),
  /** Nothing changes: said with a reason. What the citizen applied for is answered by a decision, or taken back. */
  concludeReassessment: defineCommand({
    schema: z.object({ conclusion: z.enum(conclusions), because: text }),
    invalidatedBy: ['decisionMade', 'reassessmentConcluded', 'decisionProposed'],
    decide: (file, payload, { actor }) => {
      const open = openReassessmentOf(file)
      if (open === undefined) return refuseIfOver(file) ?? refuse('notFound')
      const appliedFor = open.trigger.kind === 'reassessment' && open.trigger.asked !== undefined
      if (appliedFor !== (payload.conclusion === 'takenBack')) return refuse('answeredByDecision')
      if (!appliedFor && actor.kind !== 'staff') return refuse('notAllowed')
      return refuseIfOver(file) ?? only({ type: 'reassessmentConcluded', payload })
    },
  }),
} as const
