import { refuse } from '../../refusal.ts'
import { defineCommand, only } from '../command.ts'
import { findHeldOrder } from '../schedule/decide.ts'
import { transportEvents } from './events.ts'

export const transportCommands = {
  /**
   * The ride is ordered for a place that has said yes, and what the person needs on the way is told (K2.4a-3). Only where it
   * was granted: the right is the decision's, and no list gives it.
   */
  arrangeTransport: defineCommand({
    schema: transportEvents.transportArranged,
    invalidatedBy: ['transportArranged', 'orderSent', 'orderDeclined'],
    decide: (file, payload, context) => {
      const order = findHeldOrder(file, payload.orderId, context.today)
      if ('refused' in order) return order
      if (!order.content.transport) return refuse('transportNotGranted')
      return only({ type: 'transportArranged', payload })
    },
  }),
} as const
