/** The goals of a placement, how far its plan covers them, and how it went with each. */
import type { PartId } from '../../identity.ts'
import type { Counting, Moment } from '../../standard/rounds.ts'
import type { CaseFile, GoalFollowed, InterventionPlan, Order } from '../case-file.ts'
import type { Goal } from '../plan/events.ts'

/** Those of the order, and what has been agreed on since; a goal that was written again says what it says now. */
export function goalsOf(
  { goals }: Pick<CaseFile, 'goals'>,
  { content }: Pick<Order, 'content'>,
): readonly Goal[] {
  const all = new Map([...content.goals, ...goals].map((goal) => [goal.goalId, goal]))
  return [...all.values()]
}

/** The plan that holds: the latest. */
export const planOf = ({ plans }: Pick<Order, 'plans'>): InterventionPlan | undefined => plans.at(-1)

/** The goals of the order that a plan says nothing of. */
export const goalsWithoutPlan = (
  { content }: Pick<Order, 'content'>,
  plan: Pick<InterventionPlan, 'parts'> | undefined,
): readonly Goal[] =>
  content.goals.filter(({ goalId }) => !(plan?.parts ?? []).some((part) => part.goalId === goalId))

/**
 * Counts from the plan in which something stands, until one that replaces it leaves it out, or an order of the same
 * placement takes over that asks for more.
 */
export function whilePlanSays(
  orders: readonly Order[],
  says: (plan: InterventionPlan, order: Order) => boolean,
): readonly Counting[] {
  const steps = orders
    .flatMap((order, index) => [
      ...order.plans.map((plan) => ({ ...momentOf(plan), plan, order: undefined })),
      ...(index > 0 && order.started ? [{ ...momentOf(order.started), plan: undefined, order }] : []),
    ])
    .sort((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)
  let [inForce] = orders
  let holding: InterventionPlan | undefined
  const said = steps.map(({ on, seq, plan, order }) => {
    holding = plan ?? holding
    inForce = order ?? inForce
    return { on, seq, holds: holding !== undefined && inForce !== undefined && says(holding, inForce) }
  })
  return said.flatMap(({ on, seq, holds }, index) => {
    if (!holds) return []
    const without = said.slice(index + 1).find((later) => !later.holds)
    return [{ on, seq, ...(without ? { until: momentOf(without) } : { open: true }) }]
  })
}

const momentOf = ({ on, seq }: Moment): Moment => ({ on, seq })

/** Followed by the citizen themselves, on their own pages. */
export const isOwnWord = ({ actor }: Pick<GoalFollowed, 'actor'>): boolean => actor.kind === 'citizen'

export const followingsOf = (
  { followed }: Pick<Order, 'followed'>,
  goalId: PartId,
): readonly GoalFollowed[] => followed.filter((f) => f.goalId === goalId)
