import { z } from 'zod'
import { PartId } from '../../identity.ts'

/** Who takes part in the thread of a placement: the citizen (or who acts for them), the provider's staff, the authority. */
export const sides = ['citizen', 'provider', 'authority'] as const
export const Side = z.enum(sides)
export type Side = z.infer<typeof Side>

/** As many characters as a message may have. */
export const longestMessage = 4000

const line = z.string().min(1).max(longestMessage)

export const messageEvents = {
  /**
   * A message in the thread of a placement, as it was typed. All three sides read along; `to` is who is asked to answer,
   * and `answer` whether they are: a yes, a no or a thank-you asks for nothing more.
   */
  messageSent: z.object({
    messageId: PartId,
    orderId: PartId,
    to: Side,
    text: line,
    answer: z.boolean().default(true),
  }),
  /** Whoever stands in the envelope has read this message, and with it those before it in the thread. */
  messageRead: z.object({ messageId: PartId }),
} as const
