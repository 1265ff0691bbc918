import { z } from 'zod'
import { PartId, UserId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { type CaseFile, currentOrder, currentProceeding, type Order } from '../case-file.ts'
import { type Decided, defineCommand, newPart, only, text } from '../command.ts'
import { refuseIfFinished, refuseIfNotHeld } from '../lifetime.ts'
import { wouldChangeOften } from './contact-person.ts'
import { continuedOrder } from './continued.ts'
import { orderEvents } from './events.ts'

type Answer = Decided | Refusal

/** The order that the provider answers, while it is still theirs to answer. */
function withOpenOrder(file: CaseFile, orderId: PartId, then: (order: Order) => Answer): Answer {
  const order = currentOrder(file)
  if (!order || order.orderId !== orderId) return refuse('notFound')
  if (order.accepted || order.declined) return refuse('orderNotOpen')
  return refuseIfFinished(file) ?? then(order)
}

export const orderCommands = {
  /**
   * The order to the provider: written from the decision, and only what the provider needs. Needs, resources and goals
   * stand apart (K2.0-8), with at least one goal (K2.2a-7).
   */
  sendOrder: defineCommand({
    schema: z.object({
      needs: text,
      resources: text,
      considerations: text.optional(),
      communication: text.optional(),
    }),
    invalidatedBy: ['orderSent', 'decisionMade', 'goalsSet', 'actionPlanMade'],
    decide: (file, input, context) => {
      const refused = refuseIfFinished(file)
      if (refused) return refused
      const { decision } = currentProceeding(file)
      if (decision === undefined || decision.record.outcome === 'REFUSED') return refuse('orderNeedsGrant')
      const former = currentOrder(file)
      if (former && former.seq > decision.seq) return refuse('orderAlreadyOpen')
      if (file.goals.length === 0) return refuse('letterIncomplete', { missing: ['goals'] })
      const { place } = decision.record
      const { provider, daysPerWeek, hoursPerWeek, transport, startOn, endOn, purpose, intervention } = place
      const content = {
        provider,
        daysPerWeek,
        hoursPerWeek,
        transport,
        startOn,
        endOn,
        purpose,
        intervention,
      }
      return only({
        type: 'orderSent',
        payload: { orderId: newPart(context), content: { ...content, ...input, goals: [...file.goals] } },
      })
    },
  }),
  openOrder: defineCommand({
    schema: z.object({ orderId: PartId }),
    invalidatedBy: [],
    decide: (file, payload) =>
      withOpenOrder(file, payload.orderId, (order) =>
        order.opened ? refuse('alreadyDone') : only({ type: 'orderOpened', payload }),
      ),
  }),
  /** Yes, with a start date; never before the decision takes effect (K2.2a-8). */
  acceptOrder: defineCommand({
    schema: z.object({
      orderId: PartId,
      startOn: CalendarDay,
      contactPerson: UserId,
      substitute: UserId.optional(),
    }),
    invalidatedBy: ['orderAccepted', 'orderDeclined', 'orderSent'],
    decide: (file, { orderId, startOn, contactPerson, substitute }, context) =>
      withOpenOrder(file, orderId, (order) => {
        if (startOn < context.today) return refuse('dateInPast', { field: 'startOn' })
        if (startOn < order.content.startOn) return refuse('startBeforeDecision', { field: 'startOn' })
        if (substitute === contactPerson) return refuse('invalid', { field: 'substitute' })
        return only(
          { type: 'orderAccepted', payload: { orderId, startOn } },
          { type: 'contactPersonAppointed', payload: { orderId, contactPerson, substitute } },
        )
      }),
  }),
  questionOrder: defineCommand({
    schema: z.object({ orderId: PartId, question: text }),
    invalidatedBy: ['orderAccepted', 'orderDeclined', 'orderSent'],
    decide: (file, payload) =>
      withOpenOrder(file, payload.orderId, () => only({ type: 'orderQuestioned', payload })),
  }),
  answerOrderQuestion: defineCommand({
    schema: z.object({ orderId: PartId, answer: text }),
    invalidatedBy: ['orderQuestionAnswered'],
    decide: (file, payload) => {
      const order = file.orders.find((o) => o.orderId === payload.orderId)
      return order?.questions.some((q) => q.answered === undefined)
        ? only({ type: 'orderQuestionAnswered', payload })
        : refuse('notFound')
    },
  }),
  declineOrder: defineCommand({
    schema: z.object({ orderId: PartId, reason: text }),
    invalidatedBy: ['orderAccepted', 'orderDeclined', 'orderSent'],
    decide: (file, payload) =>
      withOpenOrder(file, payload.orderId, () => only({ type: 'orderDeclined', payload })),
  }),
  /**
   * Exactly one contact person at a time, with a substitute beside (K2.3-3, A9). Where it has changed often, another change
   * says why (K2.0-9): it is never forbidden, for people leave.
   */
  appointContactPerson: defineCommand({
    schema: orderEvents.contactPersonAppointed,
    invalidatedBy: ['contactPersonAppointed'],
    decide: (file, payload, { today, terms }) => {
      // While a change has not taken effect, the place that runs keeps its contact person, and can change it.
      const order = file.orders.find((o) => o.orderId === payload.orderId)
      if (!order) return refuse('notFound')
      if (!order.accepted) return refuse('orderNotAccepted')
      const notHeld = refuseIfNotHeld(file, order, today)
      if (notHeld) return notHeld
      if (payload.substitute === payload.contactPerson) return refuse('invalid', { field: 'substitute' })
      const unexplained =
        payload.because === undefined && payload.contactPerson !== order.contactPerson?.contactPerson
      if (unexplained && wouldChangeOften(continuedOrder(order), today, terms.parameters))
        return refuse('changesOften', { field: 'because' })
      return refuseIfFinished(file) ?? only({ type: 'contactPersonAppointed', payload })
    },
  }),
  /** Whether what was ordered has the aim that the standard promises: only a person can say (K2.0-4). */
  judgeContent: defineCommand({
    schema: orderEvents.contentJudged,
    invalidatedBy: ['contentJudged', 'orderDeclined', 'orderSent'],
    decide: (file, payload) => {
      const order = currentOrder(file)
      if (!order || order.orderId !== payload.orderId) return refuse('notFound')
      if (order.declined) return refuse('orderNotOpen')
      if (order.judgements.some((j) => j.aimed)) return refuse('alreadyDone')
      return refuseIfFinished(file) ?? only({ type: 'contentJudged', payload })
    },
  }),
  /** The first day came. */
  startPlacement: defineCommand({
    schema: z.object({ orderId: PartId, startedOn: CalendarDay }),
    invalidatedBy: ['placementStarted', 'orderDeclined'],
    decide: (file, { orderId, startedOn }, context) => {
      const order = currentOrder(file)
      if (!order || order.orderId !== orderId) return refuse('notFound')
      if (!order.accepted) return refuse('orderNotAccepted')
      if (order.started) return refuse('alreadyDone')
      if (startedOn > context.today) return refuse('dateInFuture', { field: 'startedOn' })
      const decided = file.proceedings.filter((p) => p.decision).at(-1)?.decision
      if (decided && startedOn < decided.on) return refuse('startBeforeDecision', { field: 'startedOn' })
      return (
        refuseIfFinished(file) ??
        only({ type: 'placementStarted', payload: { orderId }, occurredOn: startedOn })
      )
    },
  }),
} as const
