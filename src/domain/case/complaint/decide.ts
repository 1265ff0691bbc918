import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { isOral } from '../application/events.ts'
import type { CaseFile, Complaint } from '../case-file.ts'
import { type CommandContext, type Decided, defineCommand, newLetter, newPart, only } from '../command.ts'
import type { NewCaseEvent } from '../events.ts'
import { bindsAlone, findRepresentation, recipientsOn } from '../recipients.ts'
import {
  awaitsCitizen,
  findComplaint,
  isUnanswered,
  newDateOf,
  proceedingOf,
  resultToCarryOut,
  timelinessOf,
} from './about.ts'
import type { Reassessed } from './board-order.ts'
import { Complainant, complaintEvents, isReversal, type ReversalCause } from './events.ts'

const received = complaintEvents.complaintReceived
const { shape: resultShape } = complaintEvents.complaintResultReceived

/** Death alone ends it: a complaint is taken and treated on a closed case too, and on one that has moved. */
const refuseIfDead = (file: CaseFile): Refusal | undefined => (file.died ? refuse('personDied') : undefined)

function withComplaint(
  file: CaseFile,
  complaintId: PartId,
  then: (complaint: Complaint) => Decided | Refusal,
): Decided | Refusal {
  const complaint = findComplaint(file, complaintId)
  return complaint ? (refuseIfDead(file) ?? then(complaint)) : refuse('notFound')
}

/** What a named person judges: never the system, never the citizen (GDPR art. 22). */
const byStaff = ({ actor }: CommandContext, then: () => Decided | Refusal): Decided | Refusal =>
  actor.kind === 'staff' ? then() : refuse('notAllowed')

/**
 * Who it is, as the power on the day says. On the web one is who one is; what staff are told is written down, and whoever
 * has no power to complain becomes somebody whom the citizen is asked about. Nobody is refused (RSL § 60, FVL § 8).
 */
function complainantOf(
  file: CaseFile,
  told: Complainant,
  context: CommandContext,
  day: CalendarDay,
): Complainant {
  const { actor } = context
  const personId = actor.kind === 'citizen' ? actor.personId : 'personId' in told ? told.personId : undefined
  if (actor.kind === 'citizen' && actor.personId === file.personId) return { kind: 'citizen' }
  if (actor.kind !== 'citizen' && told.kind === 'citizen') return told
  const power = personId && findRepresentation(file, personId, 'complain', day)
  if (power && bindsAlone(power.type)) return { kind: 'representative', personId: power.personId }
  const unknown = power ? 'samværge' : 'uden fuldmagt'
  const relation = told.kind === 'other' ? told.relation : unknown
  return { kind: 'other', relation, ...(personId && { personId }) }
}

/** What was said and not written is written down with it (OFL § 13). `after` is how many events stand before its own. */
const writtenDown = (
  file: CaseFile,
  { channel, by, text }: { channel: Complaint['channel']; by: Complainant; text: string },
  occurredOn: CalendarDay,
): readonly NewCaseEvent[] =>
  isOral(channel)
    ? [
        {
          type: 'noteRecorded',
          payload: {
            kind: channel === 'phone' ? 'phoneCall' : 'conversation',
            text,
            with: by.kind,
            writesDown: file.lastSeq + 1,
          },
          occurredOn,
        },
      ]
    : []

/** The outcome and both sets of reasons, for the letters that tell of it. */
function reassessedFor(
  file: CaseFile,
  complaint: Complaint,
  { outcome, reasons, upheldIn }: Pick<Reassessed, 'outcome' | 'reasons' | 'upheldIn'>,
): Reassessed | undefined {
  const decision = proceedingOf(file, complaint)?.decision
  if (decision === undefined) return undefined
  const { considerations } = decision.record
  return { outcome, reasons, upheldIn, considerations, decidedOn: decision.on, receivedOn: complaint.on }
}

/** Whoever decided, or is named in the decision as the one to ask. */
function hasDecided(file: CaseFile, complaint: Complaint, { actor }: CommandContext): boolean {
  const decision = proceedingOf(file, complaint)?.decision
  if (decision === undefined || actor.kind !== 'staff') return false
  const { actor: decider } = decision
  return (
    decision.record.contact === actor.userId || (decider.kind === 'staff' && decider.userId === actor.userId)
  )
}

type Failed = {
  readonly cause?: ReversalCause | undefined
  readonly clause?: string | undefined
}

const failedOf = ({ cause, clause }: Failed): Failed => ({
  ...(cause && { cause }),
  ...(clause && { clause }),
})

/** The standard proposes which clauses a step can concern; whoever records it picks one of them, or none. */
function refuseIfNotProposed({ cause, clause }: Failed, { terms }: CommandContext): Refusal | undefined {
  if (clause === undefined || (cause && terms.parameters.reversalClauses[cause].includes(clause)))
    return undefined
  return refuse('invalid', { field: 'cause' })
}

export const complaintCommands = {
  /**
   * Any channel, with or without reasons, late or not: it is registered and answered with a receipt. While one over the same
   * decision is under way, what is said goes with that one.
   */
  receiveComplaint: defineCommand({
    schema: received
      .omit({ complaintId: true, letterId: true })
      .extend({ by: Complainant.default({ kind: 'citizen' }), receivedOn: CalendarDay }),
    invalidatedBy: [],
    decide: (file, { receivedOn, ...said }, context) => {
      const refused = refuseIfDead(file)
      if (refused) return refused
      const decision = proceedingOf(file, said)?.decision
      if (decision === undefined) return refuse('notFound')
      if (receivedOn > context.today) return refuse('dateInFuture', { field: 'receivedOn' })
      if (receivedOn < decision.on) return refuse('dateBeforeDecision', { field: 'receivedOn' })
      const by = complainantOf(file, said.by, context, receivedOn)
      const text = [said.words, said.wish].filter(Boolean).join('\n') || '–'
      const note = writtenDown(file, { channel: said.channel, by, text }, receivedOn)
      const open = file.complaints.find((c) => c.decisionId === said.decisionId && isUnanswered(c))
      if (open) {
        const { channel, attachments } = said
        const payload = { complaintId: open.complaintId, channel, by, words: text, attachments }
        return only({ type: 'complaintSupplemented', payload, occurredOn: receivedOn }, ...note)
      }
      const letterId = newLetter(context)
      const payload = { ...said, by, complaintId: newPart(context), letterId }
      const { parameters } = context.terms
      const complaint = { on: receivedOn, decisionId: said.decisionId }
      return {
        events: [{ type: 'complaintReceived', payload, occurredOn: receivedOn }, ...note],
        letters: [
          {
            kind: 'complaintReceipt',
            letterId,
            recipients: recipientsOn(file, context.today, 'complaintReceipt'),
            channel: said.channel,
            receivedOn,
            decidedOn: decision.on,
            answerBy: deadlineFor('REASSESSMENT_DUE', receivedOn, { parameters }).due,
            late: timelinessOf(file, complaint, parameters) === 'late',
            needsConfirmation: by.kind === 'other',
            callBack: said.callBack !== undefined,
          },
        ],
      }
    },
  }),
  /** More that was said: the call back, another letter. It counts until the Appeals Board has answered. */
  supplementComplaint: defineCommand({
    schema: complaintEvents.complaintSupplemented.extend({
      by: Complainant.default({ kind: 'citizen' }),
      receivedOn: CalendarDay,
    }),
    invalidatedBy: [],
    decide: (file, { receivedOn, ...said }, context) =>
      withComplaint(file, said.complaintId, (complaint) => {
        if (complaint.withdrawn || complaint.result) return refuse('alreadyDone')
        if (receivedOn > context.today) return refuse('dateInFuture', { field: 'receivedOn' })
        if (receivedOn < complaint.on) return refuse('beforeComplaint', { field: 'receivedOn' })
        const payload = { ...said, by: complainantOf(file, said.by, context, receivedOn) }
        return only(
          { type: 'complaintSupplemented', payload, occurredOn: receivedOn },
          ...writtenDown(file, { ...payload, text: payload.words }, receivedOn),
        )
      }),
  }),
  confirmComplaint: defineCommand({
    schema: complaintEvents.complaintConfirmed,
    invalidatedBy: ['complaintConfirmed', 'complaintWithdrawn'],
    decide: (file, payload) =>
      withComplaint(file, payload.complaintId, (complaint) =>
        awaitsCitizen(complaint) ? only({ type: 'complaintConfirmed', payload }) : refuse('alreadyDone'),
      ),
  }),
  withdrawComplaint: defineCommand({
    schema: complaintEvents.complaintWithdrawn.extend({ by: Complainant.default({ kind: 'citizen' }) }),
    invalidatedBy: ['complaintWithdrawn', 'complaintResultReceived'],
    decide: (file, payload, context) =>
      withComplaint(file, payload.complaintId, (complaint) => {
        if (complaint.withdrawn || complaint.result) return refuse('alreadyDone')
        const by = complainantOf(file, payload.by, context, context.today)
        // Whoever cannot complain for the citizen cannot take it back for them either.
        if (by.kind === 'other') return refuse('noScope')
        return only({ type: 'complaintWithdrawn', payload: { ...payload, by } })
      }),
  }),
  /** Whether the decision waits for the answer. It need not (RSL § 72), and nothing waits by itself. */
  postponeDecision: defineCommand({
    schema: complaintEvents.decisionPostponed,
    invalidatedBy: ['decisionPostponed'],
    decide: (file, payload, context) =>
      withComplaint(file, payload.complaintId, (complaint) =>
        byStaff(context, () => {
          const postponed = complaint.postponements.at(-1)?.postponed ?? false
          if (complaint.withdrawn || complaint.result || postponed === payload.postponed)
            return refuse('alreadyDone')
          return only({ type: 'decisionPostponed', payload })
        }),
      ),
  }),
  /** The case looked at again, by whoever decided it, or by another where the standard allows it or absence asks for it. */
  reassessComplaint: defineCommand({
    schema: complaintEvents.complaintReassessed
      .omit({ letterId: true })
      .refine(({ outcome, upheldIn }) => outcome !== 'part' || upheldIn !== undefined, {
        path: ['upheldIn'],
      })
      .refine(({ outcome, cause }) => outcome === 'notUpheld' || cause !== undefined, { path: ['cause'] }),
    invalidatedBy: ['complaintSupplemented', 'complaintWithdrawn', 'complaintReassessed', 'decisionMade'],
    decide: (file, input, context) =>
      withComplaint(file, input.complaintId, (complaint) =>
        byStaff(context, () => {
          if (complaint.withdrawn || complaint.reassessed) return refuse('alreadyDone')
          const { reassessmentByAnother } = context.terms.parameters
          if (!reassessmentByAnother && !hasDecided(file, complaint, context) && !input.insteadBecause)
            return refuse('reassessedByAnother', { field: 'insteadBecause' })
          const { cause, clause, ...said } = input
          const unknown = refuseIfNotProposed(input, context)
          if (input.outcome !== 'notUpheld' && unknown) return unknown
          const reassessed = reassessedFor(file, complaint, input)
          if (reassessed === undefined) return refuse('notFound')
          const letterId = newLetter(context)
          const recipients = recipientsOn(file, context.today, 'reassessment')
          return {
            events: [
              {
                type: 'complaintReassessed',
                payload: {
                  ...said,
                  ...(input.outcome !== 'notUpheld' && failedOf({ cause, clause })),
                  letterId,
                },
              },
            ],
            letters: [{ kind: 'reassessment', letterId, recipients, reassessed }],
          }
        }),
      ),
  }),
  /** Why it takes longer than the four weeks, and until when (a new date is watched like the first). */
  tellComplaintDelay: defineCommand({
    schema: complaintEvents.complaintDelayTold.omit({ letterId: true }),
    invalidatedBy: ['complaintDelayTold', 'complaintReassessed', 'complaintWithdrawn'],
    decide: (file, { complaintId, newDate, reason }, context) =>
      withComplaint(file, complaintId, (complaint) =>
        byStaff(context, () => {
          if (!isUnanswered(complaint)) return refuse('alreadyDone')
          const { parameters } = context.terms
          const formerDate =
            newDateOf(complaint) ?? deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters }).due
          if (newDate <= context.today) return refuse('dateInPast', { field: 'newDate' })
          if (newDate <= formerDate) return refuse('dateBeforeFormer', { field: 'newDate' })
          const letterId = newLetter(context)
          const recipients = recipientsOn(file, context.today, 'complaintDelay')
          return {
            events: [{ type: 'complaintDelayTold', payload: { complaintId, letterId, newDate, reason } }],
            letters: [{ kind: 'complaintDelay', letterId, recipients, formerDate, newDate, reason }],
          }
        }),
      ),
  }),
  /** Writes the covering letter and the bundle for the Appeals Board, and the citizen's copy. Handing over is a step of its own. */
  forwardComplaint: defineCommand({
    schema: z.object({ complaintId: PartId }),
    invalidatedBy: ['complaintSupplemented', 'complaintWithdrawn', 'complaintForwarded'],
    decide: (file, { complaintId }, context) =>
      withComplaint(file, complaintId, (complaint) =>
        byStaff(context, () => {
          const { reassessed: looked, forwarded, withdrawn } = complaint
          if (looked === undefined) return refuse('reassessmentMissing')
          if (looked.outcome === 'full' || forwarded || withdrawn) return refuse('alreadyDone')
          const reassessed = reassessedFor(file, complaint, looked)
          if (reassessed === undefined) return refuse('notFound')
          const letterId = newLetter(context)
          const recipients = recipientsOn(file, context.today, 'complaintForwarded')
          return {
            events: [{ type: 'complaintForwarded', payload: { complaintId, letterId } }],
            letters: [{ kind: 'complaintForwarded', letterId, recipients, reassessed }],
            toBoard: { complaintId, reassessed },
          }
        }),
      ),
  }),
  /** Somebody has handed the bundle to the Appeals Board, on a day and in a way. */
  recordComplaintSent: defineCommand({
    schema: complaintEvents.complaintSent.extend({ sentOn: CalendarDay }),
    invalidatedBy: ['complaintSent', 'complaintWithdrawn'],
    decide: (file, { sentOn, ...payload }, context) =>
      withComplaint(file, payload.complaintId, ({ forwarded, sent, withdrawn }) =>
        byStaff(context, () => {
          if (forwarded === undefined) return refuse('reassessmentMissing')
          if (sent || withdrawn) return refuse('alreadyDone')
          if (sentOn > context.today) return refuse('dateInFuture', { field: 'sentOn' })
          if (sentOn < forwarded.on) return refuse('beforeComplaint', { field: 'sentOn' })
          return only({ type: 'complaintSent', payload, occurredOn: sentOn })
        }),
      ),
  }),
  /** The Appeals Board's answer, by the day it came. A remand starts the processing time anew from that day (RSL § 3 a). */
  recordComplaintResult: defineCommand({
    schema: z
      .object({ ...resultShape, receivedOn: CalendarDay })
      .refine(({ result, cause }) => cause !== undefined || !isReversal(result), { path: ['cause'] }),
    invalidatedBy: ['complaintResultReceived', 'remandReceived'],
    decide: (file, { receivedOn, cause, clause, ...rest }, context) =>
      withComplaint(file, rest.complaintId, ({ sent, result }) =>
        byStaff(context, () => {
          if (sent === undefined) return refuse('boardNotAsked')
          if (result) return refuse('alreadyDone')
          if (receivedOn > context.today) return refuse('dateInFuture', { field: 'receivedOn' })
          if (receivedOn < sent.on) return refuse('beforeComplaint', { field: 'receivedOn' })
          const unknown = refuseIfNotProposed({ cause, clause }, context)
          if (isReversal(rest.result) && unknown) return unknown
          const payload = { ...rest, ...(isReversal(rest.result) && failedOf({ cause, clause })) }
          const { reference, words } = rest
          const received: NewCaseEvent = {
            type: 'complaintResultReceived',
            payload,
            occurredOn: receivedOn,
          }
          if (rest.result !== 'remanded') return only(received)
          return only(received, {
            type: 'remandReceived',
            payload: { reference, whatToInform: words },
            occurredOn: receivedOn,
          })
        }),
      ),
  }),
  /** What the Appeals Board changed has been given effect, in another way than by a new decision. */
  carryOutResult: defineCommand({
    schema: complaintEvents.complaintResultCarriedOut,
    invalidatedBy: ['complaintResultCarriedOut'],
    decide: (file, payload, context) =>
      withComplaint(file, payload.complaintId, (complaint) =>
        byStaff(context, () =>
          resultToCarryOut(complaint) && !complaint.carriedOut
            ? only({ type: 'complaintResultCarriedOut', payload })
            : refuse('alreadyDone'),
        ),
      ),
  }),
} as const
