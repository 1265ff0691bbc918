import { refuse } from '../../refusal.ts'
import { defineCommand, newPart, only } from '../command.ts'
import { findHeldOrder } from '../schedule/decide.ts'
import { interventionEvents } from './events.ts'
import { goalsOf } from './goals.ts'

export const interventionCommands = {
  /**
   * The intervention plan (K2.2a-7): also before the first day, and for one goal at a time. What it leaves out is not in
   * it, and is owed again.
   */
  makeInterventionPlan: defineCommand({
    schema: interventionEvents.interventionPlanMade.omit({ planId: true }),
    invalidatedBy: ['interventionPlanMade', 'goalsSet', 'actionPlanMade', 'orderSent', 'orderDeclined'],
    decide: (file, input, context) => {
      const order = findHeldOrder(file, input.orderId, context.today)
      if ('refused' in order) return order
      const known = new Set(goalsOf(file, order).map((g) => g.goalId))
      if (input.parts.some(({ goalId }) => !known.has(goalId)))
        return refuse('unknownGoal', { field: 'parts' })
      return only({ type: 'interventionPlanMade', payload: { ...input, planId: newPart(context) } })
    },
  }),
  /**
   * How it goes with a goal (K2.3-3). The place gives a level and asks the citizen; the citizen says it in their own way,
   * and nobody gives a level for them. No answer leads to anything by itself.
   */
  followGoal: defineCommand({
    schema: interventionEvents.goalFollowed,
    invalidatedBy: [],
    decide: (file, input, { today, actor }) => {
      const order = findHeldOrder(file, input.orderId, today)
      if ('refused' in order) return order
      if (order.started === undefined || order.started.on > today) return refuse('placementNotStarted')
      if (!goalsOf(file, order).some((g) => g.goalId === input.goalId))
        return refuse('unknownGoal', { field: 'goalId' })
      if ((actor.kind === 'citizen') !== (input.level === undefined))
        return refuse('invalid', { field: 'level' })
      return only({ type: 'goalFollowed', payload: input })
    },
  }),
} as const
