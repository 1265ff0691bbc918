import { z } from 'zod'
import { PartId, ProviderId } from '../../identity.ts'
import { Oere, PriceItem } from '../../own-payment.ts'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Purchase } from '../case-file.ts'
import { type CommandContext, defineCommand, newPart, only } from '../command.ts'
import { refuseIfFinished } from '../lifetime.ts'
import { OutingTerms, SaidHow } from './events.ts'

/** Neither taken back, called off nor settled. */
export const isLive = (p: Purchase): boolean => !(p.withdrawn ?? p.calledOff ?? p.settled)

const find = (file: CaseFile, purchaseId: PartId): Purchase | undefined =>
  file.purchases.find((p) => p.purchaseId === purchaseId)

/** On the web the citizen's own side says it; at the provider it is written down in their words. */
const isSaidByRightOne = (said: SaidHow, { actor }: CommandContext): boolean =>
  (actor.kind === 'citizen') === (said.how === 'web')

export const ownPaymentCommands = {
  /**
   * Yes to a shown price (K2.4a-1, -2). Nothing is presumed: without this there is no line to pay. The item and the trip come from
   * the approved list and the provider's own row; the price that stood on the page has to be the price still.
   */
  agreePurchase: defineCommand({
    schema: z.object({
      orderId: PartId,
      item: PriceItem,
      priceListFrom: CalendarDay,
      outing: OutingTerms.optional(),
      shownOere: Oere,
      said: SaidHow,
      provider: ProviderId,
      /** A material that changes hands as the yes is said: settled in the same breath. */
      handedOver: z.boolean().default(false),
    }),
    invalidatedBy: ['orderDeclined', 'orderSent'],
    decide: (file, { shownOere, handedOver, ...input }, context) => {
      const order = file.orders.find((o) => o.orderId === input.orderId)
      if (!order || order.content.provider !== input.provider) return refuse('notFound')
      if (!order.accepted || order.declined) return refuse('orderNotAccepted')
      if (!isSaidByRightOne(input.said, context)) return refuse('notAllowed')
      if (shownOere !== input.item.priceOere) return refuse('priceChanged')
      const { outing } = input
      if ((outing === undefined) !== (input.item.kind === 'material')) return refuse('invalid')
      if (outing) {
        if (context.today > outing.answerBy) return refuse('answeredTooLate')
        if (file.purchases.some((p) => p.outing?.outingId === outing.outingId && isLive(p)))
          return refuse('alreadyDone')
      }
      if (handedOver && outing) return refuse('invalid')
      const purchaseId = newPart(context)
      const agreed = { type: 'purchaseAgreed', payload: { purchaseId, ...input } } as const
      const amountOere = input.item.priceOere
      return (
        refuseIfFinished(file) ??
        (handedOver
          ? only(agreed, { type: 'purchaseSettled', payload: { purchaseId, tookPart: true, amountOere } })
          : only(agreed))
      )
    },
  }),
  /** No after all, until the day that was told; a material until it is handed over. */
  withdrawPurchase: defineCommand({
    schema: z.object({ purchaseId: PartId, said: SaidHow }),
    invalidatedBy: ['purchaseSettled'],
    decide: (file, { purchaseId, said }, context) => {
      const purchase = find(file, purchaseId)
      if (purchase === undefined) return refuse('notFound')
      if (!isLive(purchase)) return refuse('alreadyDone')
      if (!isSaidByRightOne(said, context)) return refuse('notAllowed')
      if (purchase.outing && context.today > purchase.outing.answerBy) return refuse('answeredTooLate')
      return only({ type: 'purchaseWithdrawn', payload: { purchaseId, said } })
    },
  }),
  /** Who took part pays what they said yes to; who did not pays nothing, and it is no absence. */
  settlePurchase: defineCommand({
    schema: z.object({ purchaseId: PartId, tookPart: z.boolean() }),
    invalidatedBy: ['purchaseWithdrawn', 'purchaseCalledOff', 'purchaseSettled'],
    decide: (file, { purchaseId, tookPart }, { today }) => {
      const purchase = find(file, purchaseId)
      if (purchase === undefined) return refuse('notFound')
      if (!isLive(purchase)) return refuse('alreadyDone')
      if (purchase.outing && purchase.outing.day > today) return refuse('dateInFuture')
      const amountOere = tookPart ? purchase.item.priceOere : 0
      return only({ type: 'purchaseSettled', payload: { purchaseId, tookPart, amountOere } })
    },
  }),
  callOffPurchase: defineCommand({
    schema: z.object({ purchaseId: PartId }),
    invalidatedBy: ['purchaseSettled'],
    decide: (file, { purchaseId }) => {
      const purchase = find(file, purchaseId)
      if (purchase === undefined) return refuse('notFound')
      if (!isLive(purchase)) return refuse('alreadyDone')
      return only({ type: 'purchaseCalledOff', payload: { purchaseId } })
    },
  }),
} as const
