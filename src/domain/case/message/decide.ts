import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { refuse } from '../../refusal.ts'
import { defineCommand, only } from '../command.ts'
import { refuseIfFinished } from '../lifetime.ts'
import { messageEvents } from './events.ts'
import { isReadBy, openThreads, sideOf, threadOf } from './thread.ts'

export const messageCommands = {
  /** Writes in the thread of a placement. Nothing that others do stands in its way: messages are never in conflict. */
  sendMessage: defineCommand({
    schema: messageEvents.messageSent.extend({
      text: messageEvents.messageSent.shape.text.refine((text) => text.trim() !== ''),
    }),
    invalidatedBy: [],
    decide: (file, payload, context) => {
      if (sideOf(context.actor) === payload.to) return refuse('invalid', { field: 'to' })
      if (file.messages.some((m) => m.messageId === payload.messageId)) return refuse('alreadyDone')
      const order = file.orders.find((o) => o.orderId === payload.orderId)
      if (order === undefined) return refuse('notFound')
      const refused = refuseIfFinished(file)
      if (refused) return refused
      if (!openThreads(file, context.today).includes(order)) return refuse('threadClosed')
      return only({ type: 'messageSent', payload })
    },
  }),
  /** Somebody has looked at the thread: it is read up to the last message that they saw. Over or not, it can be read. */
  readThread: defineCommand({
    schema: z.object({ orderId: PartId, upTo: PartId }),
    invalidatedBy: [],
    decide: (file, { orderId, upTo }, { actor }) => {
      const thread = threadOf(file, orderId)
      const last = thread.find((m) => m.messageId === upTo)
      if (last === undefined) return refuse('notFound')
      const unread = thread.filter((m) => m.seq <= last.seq && !isReadBy(m, actor))
      return unread.length === 0
        ? refuse('alreadyDone')
        : only({ type: 'messageRead', payload: { messageId: upTo } })
    },
  }),
} as const
