import { refuse } from '../../refusal.ts'
import { defineCommand, only } from '../command.ts'
import { refuseIfDecided } from '../lifetime.ts'
import { awaitsConfirmation } from '../recipients.ts'
import { assessmentEvents, TargetGroupAssessment } from './events.ts'

export const assessmentCommands = {
  /** Criteria A and B apart, each with its evidence; a yes to A names at least one ground (K1.2-2, K1.2-3). */
  assessTargetGroup: defineCommand({
    schema: TargetGroupAssessment,
    invalidatedBy: ['targetGroupAssessed', 'informationReceived', 'applicationWithdrawn', 'decisionMade'],
    decide: (file, payload) => {
      if (payload.criterionA.answer && payload.criterionA.grounds.length === 0)
        return refuse('invalid', { field: 'grounds' })
      if (!payload.criterionA.answer && payload.criterionA.grounds.length > 0)
        return refuse('invalid', { field: 'grounds' })
      if (awaitsConfirmation(file)) return refuse('needsConfirmation')
      return refuseIfDecided(file) ?? only({ type: 'targetGroupAssessed', payload })
    },
  }),
  /** What else the law may offer (RSL § 5); "none, because …" is an answer. */
  considerOtherPossibilities: defineCommand({
    schema: assessmentEvents.otherPossibilitiesConsidered,
    invalidatedBy: ['otherPossibilitiesConsidered', 'decisionMade'],
    decide: (file, payload) =>
      refuseIfDecided(file) ?? only({ type: 'otherPossibilitiesConsidered', payload }),
  }),
} as const
