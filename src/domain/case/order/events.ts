import { z } from 'zod'
import { PartId, ProviderId, UserId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { Goal } from '../plan/events.ts'

const text = z.string().trim().min(1)

/** What the provider gets to know, and no more (FVL § 27 ff): goals, days, transport, considerations. */
export const OrderContent = z.object({
  provider: ProviderId,
  daysPerWeek: z.number(),
  hoursPerWeek: z.number().optional(),
  transport: z.boolean(),
  startOn: CalendarDay,
  endOn: CalendarDay.optional(),
  purpose: text,
  intervention: text,
  needs: text,
  resources: text,
  goals: z.array(Goal).min(1),
  considerations: z.string().optional(),
  /** Interpreter, easy language and the like: what the provider must know to speak with the person. */
  communication: z.string().optional(),
})
export type OrderContent = z.infer<typeof OrderContent>

export const orderEvents = {
  orderSent: z.object({ orderId: PartId, content: OrderContent }),
  orderOpened: z.object({ orderId: PartId }),
  orderAccepted: z.object({ orderId: PartId, startOn: CalendarDay }),
  orderQuestioned: z.object({ orderId: PartId, question: text }),
  orderQuestionAnswered: z.object({ orderId: PartId, answer: text }),
  /** The grant stands; the caseworker owes another place at once, and that is a new decision. */
  orderDeclined: z.object({ orderId: PartId, reason: text }),
  contactPersonAppointed: z.object({
    orderId: PartId,
    contactPerson: UserId,
    substitute: UserId.optional(),
    /** Why it changes again, when it has changed often (K2.0-9). */
    because: text.optional(),
  }),
  /**
   * A person's judgement of what was ordered: whether it aims at keeping up or improving the citizen's skills and living
   * conditions (K2.0-4). A no is on record too; the promise stays open until the content is judged to have that aim.
   */
  contentJudged: z.object({ orderId: PartId, aimed: z.boolean(), because: text }),
  placementStarted: z.object({ orderId: PartId }),
} as const
