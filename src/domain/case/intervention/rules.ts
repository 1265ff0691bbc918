import { z } from 'zod'
import { caseRule, type ObligationDraft } from '../../standard/rule.ts'
import type { CaseFile, InterventionPlan } from '../case-file.ts'
import { goalStretches, inRounds, placements } from '../placement-rounds.ts'
import { goalsWithoutPlan, isOwnWord, whilePlanSays } from './goals.ts'

const none = z.object({})

/**
 * The goals stand in the place's intervention plan (K2.2a-7): each of the order's, from some weeks after the first day on and
 * for as long as the person is there. Instead of it, in the § 141 plan for whoever wanted one.
 */
export const planCarriesGoals = (file: CaseFile, within: number): readonly ObligationDraft[] =>
  placements(file).flatMap((placement) =>
    inRounds(placement, {
      about: 'plan',
      counting: [
        ...whilePlanSays(placement.orders, (plan, order) => goalsWithoutPlan(order, plan).length === 0),
        ...(file.plan ? [{ on: file.plan.on, seq: file.plan.seq, open: true }] : []),
      ],
      within: { amount: within, unit: 'day' },
      task: 'makeInterventionPlan',
    }),
  )

const planSays = (about: string, says: (plan: InterventionPlan) => boolean) =>
  caseRule(none, (file, _, { parameters }) =>
    placements(file).flatMap((placement) =>
      inRounds(placement, {
        about,
        counting: whilePlanSays(placement.orders, says),
        within: { amount: parameters.interventionPlanDays, unit: 'day' },
        task: 'makeInterventionPlan',
      }),
    ),
  )

/** Company, being part of something, and relations through it (K2.0-5): the plan says how. */
export const communityPlanned = planSays('community', ({ community }) => community !== undefined)

/** The activities are experienced as part of daily life (K2.0-10): the plan says how. */
export const dailyLifePlanned = planSays('daily-life', ({ dailyLife }) => dailyLife !== undefined)

/**
 * The citizen and the contact person follow each goal of the order, continuously (K2.3-3). What counts is that the place has
 * followed it with the citizen's own voice beside; the citizen's own word is heard, and does not do the place's work.
 */
export const goalsFollowed = caseRule(none, (file, _, { parameters }) =>
  placements(file)
    .flatMap(goalStretches)
    .flatMap(({ goalId, placement }) =>
      inRounds(placement, {
        about: `followed-${goalId}`,
        counting: placement.order.followed.filter((f) => f.goalId === goalId && !isOwnWord(f)),
        within: { amount: parameters.goalFollowDays, unit: 'day' },
        task: 'followGoal',
      }),
    ),
)
