import type { z } from 'zod'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { defineCommand, newPart, only } from '../command.ts'
import { refuseIfNotHeld } from '../lifetime.ts'
import { continuedOrder } from '../order/continued.ts'
import { documentationEvents } from './events.ts'

export const documentationCommands = {
  /**
   * A note about a day (K2.2b-3), in any state of the day's work: nobody else's writing stands in its way. A note that
   * puts an earlier one right refers to it, and the earlier one stays.
   */
  recordDailyNote: defineCommand({
    schema: documentationEvents.dailyNoteRecorded.omit({ noteId: true }).extend({ happenedOn: CalendarDay }),
    invalidatedBy: [],
    decide: (file, { happenedOn, ...input }, context) => {
      const order = file.orders.find((o) => o.orderId === input.orderId)
      if (order === undefined) return refuse('notFound')
      if (order.accepted === undefined) return refuse('orderNotAccepted')
      if (happenedOn > context.today) return refuse('dateInFuture', { field: 'happenedOn' })
      if (happenedOn < order.on) return refuse('beforeOrder', { field: 'happenedOn' })
      const known = new Set([...order.content.goals, ...file.goals].map((g) => g.goalId))
      if (input.goals.some((goal) => !known.has(goal))) return refuse('invalid', { field: 'goals' })
      const { corrects } = input
      if (corrects !== undefined && !continuedOrder(order).dailyNotes.some((n) => n.noteId === corrects))
        return refuse('notFound')
      return (
        refuseIfNotHeld(file, order, happenedOn) ??
        only({
          type: 'dailyNoteRecorded',
          payload: { ...input, noteId: newPart(context) },
          occurredOn: happenedOn,
        })
      )
    },
  }),
} as const

export const DailyNoteInput = documentationCommands.recordDailyNote.schema
export type DailyNoteInput = z.input<typeof DailyNoteInput>
