import { z } from 'zod'
import { caseRule } from '../../standard/rule.ts'
import { goalStretches, inRounds, placements } from '../placement-rounds.ts'

const none = z.object({})

/**
 * The place documents continuously (K2.2b-3): from the first day on, nobody goes unwritten about for longer than the standard
 * says. What counts is the day it was written down, for a note written afterwards fills no gap. Days away count too: then
 * it is written why.
 */
export const documentedContinuously = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap((placement) =>
    inRounds(placement, {
      about: 'note',
      counting: placement.order.dailyNotes.map((n) => ({ on: n.recordedOn, seq: n.seq })),
      within: { amount: parameters.documentationDays, unit: 'day' },
      towards: 'authority',
      task: 'writeDailyNote',
    }),
  ),
)

/**
 * The citizen uses, develops and keeps up their potential (K1.1-2): each goal of the order is worked with, as notes about
 * it tell, on the days that they are about.
 */
export const goalsWorkedWith = caseRule(none, (file, _, { parameters }) =>
  placements(file)
    .flatMap(goalStretches)
    .flatMap(({ goalId, placement }) =>
      inRounds(placement, {
        about: `goal-${goalId}`,
        counting: placement.order.dailyNotes.filter((n) => n.goals.includes(goalId)),
        within: { amount: parameters.goalNoteDays, unit: 'day' },
        task: 'workWithGoal',
      }),
    ),
)
