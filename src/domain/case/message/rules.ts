import { z } from 'zod'
import { caseRule, dueInWorkingDays, metBy } from '../../standard/rule.ts'
import { Side } from './events.ts'
import { answerTo, sideOf, threadOf } from './thread.ts'

/**
 * A message that asks for an answer gets one within the standard's number of working days: the citizen's from whom they
 * wrote to, the provider's from the authority, the authority's from the provider (K2.4b-1). Another place in its stead, it falls away.
 */
export const messageAnswered = caseRule(
  z.object({ from: Side, to: z.enum(['provider', 'authority']) }),
  (file, { from, to }, { parameters }) =>
    file.messages
      .filter((m) => m.answer && m.to === to && sideOf(m.actor) === from)
      .map((message) => {
        const next = file.orders[file.orders.findIndex((o) => o.orderId === message.orderId) + 1]
        return {
          about: `message-${message.seq}`,
          triggeredOn: message.on,
          arisesOn: message.on,
          actor: to,
          towards: from,
          ...dueInWorkingDays(message.on, parameters.messageAnswerWorkingDays),
          ...metBy(answerTo(threadOf(file, message.orderId), message), message.seq),
          ...(next !== undefined && { voidOn: next.on, voidReason: 'superseded' as const }),
          task: 'answerMessage' as const,
        }
      }),
)
