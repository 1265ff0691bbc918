import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Order } from '../case-file.ts'
import { type Decided, defineCommand, newPart, only } from '../command.ts'
import { refuseIfNotHeld } from '../lifetime.ts'
import { continuedOrder, holderOn } from '../order/continued.ts'
import { activityEvents, OfferedActivity } from './events.ts'

type Answer = Decided | Refusal

/** An order that the provider has said yes to and holds on that day. */
function withHeldOrder(
  file: CaseFile,
  orderId: PartId,
  day: CalendarDay,
  then: (order: Order) => Answer,
): Answer {
  const order = file.orders.find((o) => o.orderId === orderId)
  if (order === undefined) return refuse('notFound')
  if (order.accepted === undefined) return refuse('orderNotAccepted')
  return refuseIfNotHeld(file, order, day) ?? then(order)
}

const wrongDay = (order: Order, day: CalendarDay, today: CalendarDay): Refusal | undefined => {
  if (day > today) return refuse('dateInFuture', { field: 'from' })
  return day < order.on ? refuse('beforeOrder', { field: 'from' }) : undefined
}

export const activityCommands = {
  /** The person takes part in an activity from a day on (K1.1-1, K1.1-4). */
  joinActivity: defineCommand({
    schema: z.object({ orderId: PartId, activity: OfferedActivity, from: CalendarDay }),
    invalidatedBy: ['activityJoined', 'activityLeft'],
    decide: (file, { orderId, activity, from }, context) =>
      withHeldOrder(file, orderId, context.today, (order) => {
        const refused = wrongDay(order, from, context.today)
        if (refused) return refused
        const takesPart = continuedOrder(order).participations.some(
          (p) => p.activity.activityId === activity.activityId && p.left === undefined,
        )
        if (takesPart) return refuse('alreadyDone')
        return only({
          type: 'activityJoined',
          payload: { participationId: newPart(context), orderId, activity },
          occurredOn: from,
        })
      }),
  }),
  leaveActivity: defineCommand({
    schema: activityEvents.activityLeft.extend({ from: CalendarDay }),
    invalidatedBy: ['activityLeft'],
    decide: (file, { from, ...payload }, context) => {
      const found = file.orders
        .flatMap((order) => order.participations.map((participation) => ({ order, participation })))
        .find(({ participation }) => participation.participationId === payload.participationId)
      if (found === undefined) return refuse('notFound')
      if (found.participation.left) return refuse('alreadyDone')
      return withHeldOrder(file, holderOn(file, found.order, context.today), context.today, () => {
        if (from > context.today) return refuse('dateInFuture', { field: 'from' })
        if (from < found.participation.on) return refuse('beforeOrder', { field: 'from' })
        return only({ type: 'activityLeft', payload, occurredOn: from })
      })
    },
  }),
  /** Offered and declined: the opportunity was there, and taking it is the citizen's to decide. */
  declineActivity: defineCommand({
    schema: activityEvents.activityDeclined,
    invalidatedBy: [],
    decide: (file, payload, { today }) =>
      withHeldOrder(file, payload.orderId, today, () => only({ type: 'activityDeclined', payload })),
  }),
  explainNoSharedActivity: defineCommand({
    schema: activityEvents.sharedActivityImpossible,
    invalidatedBy: [],
    decide: (file, payload, { today }) =>
      withHeldOrder(file, payload.orderId, today, () => only({ type: 'sharedActivityImpossible', payload })),
  }),
  setSkillDomainAside: defineCommand({
    schema: activityEvents.skillDomainSetAside,
    invalidatedBy: [],
    decide: (file, payload, { today }) =>
      withHeldOrder(file, payload.orderId, today, (order) =>
        continuedOrder(order).setAside.some((s) => s.domain === payload.domain)
          ? refuse('alreadyDone')
          : only({ type: 'skillDomainSetAside', payload }),
      ),
  }),
} as const
