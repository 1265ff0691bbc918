import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, RepeatedAbsence } from '../case-file.ts'
import { type CommandContext, type Decided, defineCommand, newPart, only } from '../command.ts'
import { orderClosedOn, refuseIfFinished } from '../lifetime.ts'
import { assessmentOf, openPattern, openProposal, partiesNotTalkedWith } from './about.ts'
import { absenceEvents } from './events.ts'
import { ExpectedDay, findAbsencePattern } from './pattern.ts'

/** Talking and assessing are a named person's: never the system's, never the citizen's (GDPR art. 22). */
function withPattern(
  file: CaseFile,
  patternId: PartId,
  { actor }: CommandContext,
  then: (pattern: RepeatedAbsence) => Decided | Refusal,
): Decided | Refusal {
  if (actor.kind !== 'staff') return refuse('notAllowed')
  const pattern = file.repeatedAbsence.find((p) => p.patternId === patternId)
  if (pattern === undefined) return refuse('notFound')
  return refuseIfFinished(file) ?? then(pattern)
}

/** Until when absence has been talked through: days on or before that are not counted again. */
const settledUntil = (file: CaseFile, orderId: PartId): CalendarDay | undefined =>
  file.repeatedAbsence
    .filter((p) => p.orderId === orderId)
    .flatMap((p) => p.assessments.map((a) => a.on))
    .sort()
    .at(-1)

export const absenceCommands = {
  /**
   * Looks for repeated absence in what became of the days. The system's own: it writes the facts down and decides
   * nothing. While a pattern is talked about no other is found, and one that was settled is not found again.
   */
  recordAbsencePattern: defineCommand({
    schema: z.object({ orderId: PartId, days: z.array(ExpectedDay) }),
    invalidatedBy: [],
    decide: (file, { orderId, days }, context) => {
      if (context.actor.kind !== 'system') return refuse('notAllowed')
      const finished = refuseIfFinished(file)
      if (finished) return finished
      const order = file.orders.find((o) => o.orderId === orderId)
      const started = order?.started
      if (!order || !started) return refuse('notFound')
      if (openPattern(file, orderId)) return refuse('alreadyDone')
      const closed = orderClosedOn(file, order)
      const own = days.filter(
        ({ day }) => day >= started.on && day <= context.today && (closed === undefined || day < closed),
      )
      const { absenceThreshold } = context.terms.parameters
      const found = findAbsencePattern(own, absenceThreshold, settledUntil(file, orderId))
      if (found === undefined) return refuse('notFound')
      return only({
        type: 'absencePatternFound',
        payload: { patternId: newPart(context), orderId, ...found, absences: [...found.absences] },
      })
    },
  }),
  /** A talk about the cause, on the day it was held. Several are possible; the first with each meets the duty (K1.2-4). */
  recordAbsenceDialogue: defineCommand({
    schema: absenceEvents.absenceDialogueHeld.extend({ heldOn: CalendarDay }),
    invalidatedBy: ['continuationAssessed'],
    decide: (file, { heldOn, ...payload }, context) =>
      withPattern(file, payload.patternId, context, (pattern) => {
        if (pattern.assessments.length > 0) return refuse('alreadyDone')
        if (heldOn > context.today) return refuse('dateInFuture', { field: 'heldOn' })
        // A talk from before the last of these days was not about them.
        if (heldOn < pattern.to) return refuse('dateBeforeAbsence', { field: 'heldOn' })
        return only({ type: 'absenceDialogueHeld', payload, occurredOn: heldOn })
      }),
  }),
  /**
   * Whether the offer goes on, once both have been talked with (K1.2-5). A proposal can be taken back by assessing anew,
   * as long as no decision has carried it out; of itself it changes nothing.
   */
  assessContinuation: defineCommand({
    schema: absenceEvents.continuationAssessed,
    invalidatedBy: ['absenceDialogueHeld', 'continuationAssessed'],
    decide: (file, payload, context) =>
      withPattern(file, payload.patternId, context, (pattern) => {
        const missing = partiesNotTalkedWith(pattern)
        if (missing.length > 0) return refuse('dialogueMissing')
        if (assessmentOf(pattern) && openProposal(file, pattern) === undefined) return refuse('alreadyDone')
        return only({ type: 'continuationAssessed', payload })
      }),
  }),
} as const
