import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { defineCommand, newLetter, newPart, only, text } from '../command.ts'
import { refuseIfOver } from '../lifetime.ts'
import { recipientsOn } from '../recipients.ts'
import { Goal } from './events.ts'

/** A goal as it is written; one that is already there keeps its identity. */
const WrittenGoal = Goal.extend({ goalId: PartId.optional() })

export const planCommands = {
  /** The formal offer (SEL § 141 stk. 2), in a letter or in a conversation. */
  offerActionPlan: defineCommand({
    schema: z.object({ how: text, byLetter: z.boolean(), offeredOn: CalendarDay }),
    invalidatedBy: ['actionPlanOffered'],
    decide: (file, { how, byLetter, offeredOn }, context) => {
      const refused = refuseIfOver(file)
      if (refused) return refused
      if (offeredOn > context.today) return refuse('dateInFuture', { field: 'offeredOn' })
      if (!byLetter) return only({ type: 'actionPlanOffered', payload: { how }, occurredOn: offeredOn })
      const letterId = newLetter(context)
      return {
        events: [{ type: 'actionPlanOffered', payload: { how, letterId } }],
        letters: [
          {
            kind: 'actionPlanOffer',
            letterId,
            recipients: recipientsOn(file, context.today, 'actionPlanOffer'),
          },
        ],
      }
    },
  }),
  answerActionPlan: defineCommand({
    schema: z.object({ answer: z.enum(['yes', 'no', 'later']), how: text }),
    invalidatedBy: ['actionPlanAnswered'],
    decide: (file, payload) => {
      if (file.planOffer === undefined) return refuse('notFound', { field: 'answer' })
      return refuseIfOver(file) ?? only({ type: 'actionPlanAnswered', payload })
    },
  }),
  setGoals: defineCommand({
    schema: z.object({ goals: z.array(WrittenGoal).min(1) }),
    invalidatedBy: ['goalsSet', 'actionPlanMade'],
    decide: (file, { goals }, context) => {
      const kept = goals.map((goal) => ({ ...goal, goalId: goal.goalId ?? newPart(context) }))
      return refuseIfOver(file) ?? only({ type: 'goalsSet', payload: { goals: kept } })
    },
  }),
  /** The § 141 plan with its four required parts (stk. 3). Only for someone who said yes to it. */
  makeActionPlan: defineCommand({
    schema: z.object({
      purpose: text,
      intervention: text,
      expectedDuration: text,
      otherMatters: text,
      goals: z.array(WrittenGoal).min(1),
    }),
    invalidatedBy: ['goalsSet', 'actionPlanMade', 'actionPlanAnswered'],
    decide: (file, { goals, ...parts }, context) => {
      if (file.planAnswer?.answer !== 'yes') return refuse('needsConsent')
      const kept = goals.map((goal) => ({ ...goal, goalId: goal.goalId ?? newPart(context) }))
      return refuseIfOver(file) ?? only({ type: 'actionPlanMade', payload: { ...parts, goals: kept } })
    },
  }),
} as const
