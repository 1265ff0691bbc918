import { z } from 'zod'
import { PartId, ProviderId } from '../../identity.ts'
import { Oere, PriceItem } from '../../own-payment.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

/** How the yes or the no was given. Spoken, somebody at the provider wrote it down, in the citizen's own words. */
export const SaidHow = z.discriminatedUnion('how', [
  z.object({ how: z.literal('web') }),
  z.object({ how: z.literal('spoken'), inWords: z.string().trim().min(1).max(500) }),
])
export type SaidHow = z.infer<typeof SaidHow>

/** The trip or event that is said yes to, as it was shown. */
export const OutingTerms = z.object({
  outingId: PartId,
  name: z.string(),
  day: CalendarDay,
  /** The last day on which the yes can be taken back. */
  answerBy: CalendarDay,
})

export const ownPaymentEvents = {
  /** A yes to the price that was shown, from the price list that was in force. */
  purchaseAgreed: z.object({
    purchaseId: PartId,
    orderId: PartId,
    provider: ProviderId,
    item: PriceItem,
    priceListFrom: CalendarDay,
    outing: OutingTerms.optional(),
    said: SaidHow,
  }),
  /** The yes taken back, in time. */
  purchaseWithdrawn: z.object({ purchaseId: PartId, said: SaidHow }),
  /** Whether the person took part, or got the material; without it nothing is to be paid. */
  purchaseSettled: z.object({ purchaseId: PartId, tookPart: z.boolean(), amountOere: Oere }),
  /** The provider called the trip off: nothing is to be paid. */
  purchaseCalledOff: z.object({ purchaseId: PartId }),
} as const
