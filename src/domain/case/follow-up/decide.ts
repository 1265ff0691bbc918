import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Order, StatusMeeting } from '../case-file.ts'
import { type CommandContext, type Decided, defineCommand, newLetter, newPart, only } from '../command.ts'
import type { NewCaseEvent } from '../events.ts'
import { goalsOf } from '../intervention/goals.ts'
import type { LetterOrder } from '../letter/order.ts'
import { refuseIfFinished } from '../lifetime.ts'
import { continuedOrder, holderOn } from '../order/continued.ts'
import { reassessmentBeside } from '../reassessment/decide.ts'
import { recipientsOn } from '../recipients.ts'
import { findHeldOrder } from '../schedule/decide.ts'
import { appointmentOf, findMeeting, openMeeting } from './about.ts'
import { type Appointment, followUpEvents, PersonalSupervision, Preparation } from './events.ts'
import { notesForReport } from './report.ts'

/** A placement that goes on: said yes to, begun, and no other in its place. */
function running(file: CaseFile, orderId: PartId, today: CalendarDay): Order | Refusal {
  const order = findHeldOrder(file, orderId, today)
  if ('refused' in order) return order
  if (order.started === undefined || order.started.on > today) return refuse('placementNotStarted')
  return order
}

function withOpenMeeting(
  file: CaseFile,
  meetingId: PartId,
  then: (meeting: StatusMeeting, order: Order) => Decided | Refusal,
): Decided | Refusal {
  const found = findMeeting(file, meetingId)
  if (found === undefined) return refuse('notFound')
  const finished = refuseIfFinished(file)
  if (finished) return finished
  if (found.meeting.cancelled || found.meeting.concluded) return refuse('meetingOver')
  return then(found.meeting, found.order)
}

function refuseTime({ day, starts, ends }: Appointment, today: CalendarDay): Refusal | undefined {
  if (day < today) return refuse('dateInPast', { field: 'day' })
  return ends <= starts ? refuse('endsBeforeItStarts', { field: 'ends' }) : undefined
}

/** The invitation of a meeting as called or moved, to all who get the citizen's letters. */
const invitation = (
  file: CaseFile,
  context: CommandContext,
  letterId: LetterOrder['letterId'],
  meeting: Omit<Extract<LetterOrder, { kind: 'meetingInvitation' }>, 'kind' | 'letterId' | 'recipients'>,
): LetterOrder => ({
  ...meeting,
  kind: 'meetingInvitation',
  letterId,
  recipients: recipientsOn(file, context.today, 'meetingInvitation'),
})

/** The time alone, out of what else stands beside it. */
const timeOf = ({ day, starts, ends, place }: Appointment): Appointment => ({ day, starts, ends, place })

export const followUpCommands = {
  /** A follow-up is needed now (K2.3-2). Anybody around the person can say so; it commits nobody to an outcome. */
  askForFollowUp: defineCommand({
    schema: followUpEvents.followUpAskedFor,
    invalidatedBy: [],
    decide: (file, payload, { today, actor, onBehalfOf }) => {
      const order = running(file, payload.orderId, today)
      if ('refused' in order) return order
      const own = onBehalfOf === undefined ? 'citizen' : 'representative'
      if (actor.kind === 'citizen' && payload.askedBy !== own) return refuse('invalid', { field: 'askedBy' })
      return only({ type: 'followUpAskedFor', payload })
    },
  }),
  /** Calls a status meeting and invites by letter. One at a time in a placement. */
  callStatusMeeting: defineCommand({
    schema: followUpEvents.statusMeetingCalled.omit({ meetingId: true, letterId: true }),
    invalidatedBy: ['statusMeetingCalled'],
    decide: (file, input, context) => {
      const order = running(file, input.orderId, context.today)
      if ('refused' in order) return order
      if (openMeeting(continuedOrder(order))) return refuse('meetingAlreadyCalled')
      const refused = refuseTime(input, context.today)
      if (refused) return refused
      const letterId = newLetter(context)
      const { participants, others } = input
      return {
        events: [
          { type: 'statusMeetingCalled', payload: { ...input, meetingId: newPart(context), letterId } },
        ],
        letters: [
          invitation(file, context, letterId, {
            appointment: timeOf(input),
            provider: order.content.provider,
            participants,
            others,
          }),
        ],
      }
    },
  }),
  moveStatusMeeting: defineCommand({
    schema: followUpEvents.statusMeetingMoved.omit({ letterId: true }),
    invalidatedBy: ['statusMeetingMoved', 'statusMeetingCancelled', 'followUpConcluded'],
    decide: (file, input, context) =>
      withOpenMeeting(file, input.meetingId, (meeting, order) => {
        const refused = refuseTime(input, context.today)
        if (refused) return refused
        const letterId = newLetter(context)
        const { participants, others } = meeting
        return {
          events: [{ type: 'statusMeetingMoved', payload: { ...input, letterId } }],
          letters: [
            invitation(file, context, letterId, {
              appointment: timeOf(input),
              provider: order.content.provider,
              participants,
              others,
              moved: { from: timeOf(appointmentOf(meeting)), because: input.because },
            }),
          ],
        }
      }),
  }),
  cancelStatusMeeting: defineCommand({
    schema: followUpEvents.statusMeetingCancelled.omit({ letterId: true }),
    invalidatedBy: ['statusMeetingMoved', 'statusMeetingCancelled', 'followUpConcluded'],
    decide: (file, input, context) =>
      withOpenMeeting(file, input.meetingId, (meeting) => {
        const letterId = newLetter(context)
        const recipients = recipientsOn(file, context.today, 'meetingCancelled')
        const appointment = timeOf(appointmentOf(meeting))
        const { because } = input
        return {
          events: [{ type: 'statusMeetingCancelled', payload: { ...input, letterId } }],
          letters: [{ kind: 'meetingCancelled', letterId, recipients, appointment, because }],
        }
      }),
  }),
  askForOtherTime: defineCommand({
    schema: followUpEvents.anotherTimeAskedFor,
    invalidatedBy: ['statusMeetingMoved', 'statusMeetingCancelled', 'followUpConcluded'],
    decide: (file, payload, { today }) =>
      withOpenMeeting(file, payload.meetingId, (meeting) =>
        appointmentOf(meeting).day < today
          ? refuse('meetingOver')
          : only({ type: 'anotherTimeAskedFor', payload }),
      ),
  }),
  /** The answer to a wish for another time, when there is none. */
  keepMeetingTime: defineCommand({
    schema: followUpEvents.meetingTimeKept,
    invalidatedBy: ['statusMeetingMoved', 'statusMeetingCancelled', 'followUpConcluded'],
    decide: (file, payload) =>
      withOpenMeeting(file, payload.meetingId, ({ otherTimes }) =>
        otherTimes.some(({ answered }) => answered === undefined)
          ? only({ type: 'meetingTimeKept', payload })
          : refuse('alreadyDone'),
      ),
  }),
  /** What the citizen wants to say at the meeting. It can be written again as long as the meeting is not concluded. */
  prepareMeeting: defineCommand({
    schema: Preparation.extend({ meetingId: PartId }),
    invalidatedBy: [],
    decide: (file, payload) =>
      withOpenMeeting(file, payload.meetingId, () => {
        const said = new Set(payload.answers.map(({ question }) => question))
        if (said.size < payload.answers.length) return refuse('invalid', { field: 'answers' })
        return only({ type: 'meetingPrepared', payload })
      }),
  }),
  /** The provider's report before the meeting (K2.2b-4), with what was gathered on this day. */
  sendStatusReport: defineCommand({
    schema: followUpEvents.statusReportSent.omit({ orderId: true }),
    invalidatedBy: ['statusMeetingCancelled', 'followUpConcluded'],
    decide: (file, input, { today }) =>
      withOpenMeeting(file, input.meetingId, (_, called) => {
        const orderId = holderOn(file, called, today)
        const order = running(file, orderId, today)
        if ('refused' in order) return order
        const chosen = new Set(notesForReport(continuedOrder(order), today).map(({ seq }) => seq))
        if (input.notes.some((seq) => !chosen.has(seq))) return refuse('invalid', { field: 'notes' })
        return only({ type: 'statusReportSent', payload: { ...input, orderId } })
      }),
  }),
  /**
   * The follow-up is concluded by a person (K2.3-1): with the provider's report or why without, a result for each goal, and
   * whether the need is another one. It gives and takes nothing: that is a new decision's to do.
   */
  concludeFollowUp: defineCommand({
    schema: followUpEvents.followUpConcluded.omit({ orderId: true }).extend({
      goals: z.array(followUpEvents.followUpConcluded.shape.goals.element.omit({ text: true })),
      supervision: PersonalSupervision,
    }),
    invalidatedBy: [
      'statusMeetingMoved',
      'statusMeetingCancelled',
      'followUpConcluded',
      'statusReportSent',
      'goalsSet',
      'actionPlanMade',
    ],
    decide: (file, input, { today, actor }) =>
      withOpenMeeting(file, input.meetingId, (meeting, called) => {
        const orderId = holderOn(file, called, today)
        if (actor.kind !== 'staff') return refuse('notAllowed')
        const order = running(file, orderId, today)
        if ('refused' in order) return order
        const { day } = appointmentOf(meeting)
        if (day > today) return refuse('meetingNotHeld')
        const hasReport = meeting.reports.length > 0
        if (!hasReport && input.withoutReport === undefined)
          return refuse('reportMissing', { field: 'withoutReport' })
        const known = goalsOf(file, order)
        if (input.goals.some(({ goalId }) => !known.some((g) => g.goalId === goalId)))
          return refuse('unknownGoal', { field: 'goals' })
        const goals = known.flatMap((goal) => {
          const found = input.goals.find(({ goalId }) => goalId === goal.goalId)
          return found ? [{ ...found, text: goal.text }] : []
        })
        if (goals.length < known.length) return refuse('goalWithoutResult', { field: 'goals' })
        if (input.onward !== 'reassessment' && input.result !== 'continue')
          return refuse('needUnchanged', { field: 'result' })
        const { withoutReport, ...rest } = input
        const payload = { ...rest, orderId, goals, ...(!hasReport && { withoutReport }) }
        const concluded: NewCaseEvent = { type: 'followUpConcluded', payload, occurredOn: day }
        // Another need is assessed anew, always (K2.3-5): in the same breath, so that nobody can forget it.
        const anew = { cause: 'followUp' as const, because: input.because, about: meeting.meetingId }
        return only(concluded, ...(input.onward === 'reassessment' ? reassessmentBeside(file, anew) : []))
      }),
  }),
} as const
