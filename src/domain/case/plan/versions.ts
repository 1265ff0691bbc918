/** Every version of the citizen's plan and goals, and of a place's intervention plan, passage by passage, and what two of them differ in. */
import type { UserId } from '../../identity.ts'
import type { CaseFile, Fact, Order } from '../case-file.ts'
import type { Responsible } from '../intervention/events.ts'
import type { Goal } from './events.ts'

export const passageKinds = [
  'purpose',
  'intervention',
  'expectedDuration',
  'otherMatters',
  'goal',
  'ownWords',
  'subGoal',
  'method',
  'responsible',
  'community',
  'dailyLife',
] as const
export type PassageKind = (typeof passageKinds)[number]

/** One thing that a version says. Its key is the same in every version that says something about it. */
export type Passage = { readonly key: string; readonly kind: PassageKind; readonly text: string }
export type PlanVersion = Pick<Fact, 'on' | 'seq' | 'actor'> & { readonly passages: readonly Passage[] }

const said = (key: string, kind: PassageKind, text: string | undefined): readonly Passage[] =>
  text === undefined || text.trim() === '' ? [] : [{ key, kind, text }]

const goalPassages = (goals: readonly Goal[]): readonly Passage[] =>
  goals.flatMap(({ goalId, text, citizensWords }) => [
    ...said(`goal-${goalId}`, 'goal', text),
    ...said(`words-${goalId}`, 'ownWords', citizensWords),
  ])

const planParts = ['purpose', 'intervention', 'expectedDuration', 'otherMatters'] as const

/** The action plan (SEL § 141) with its goals, or the goals alone where there is no plan: each time either was written. */
export function planVersions({
  actionPlans,
  goalVersions,
}: Pick<CaseFile, 'actionPlans' | 'goalVersions'>): readonly PlanVersion[] {
  return goalVersions.map(({ on, seq, actor, goals }) => {
    const plan = actionPlans.findLast((p) => p.seq <= seq)
    return {
      ...{ on, seq, actor },
      passages: [...planParts.flatMap((part) => said(part, part, plan?.[part])), ...goalPassages(goals)],
    }
  })
}

/** The goals alone, from those that an order was sent with on: all that the place is told of the plan. */
export function goalVersionsOf(
  { goalVersions }: Pick<CaseFile, 'goalVersions'>,
  order: Order,
): readonly PlanVersion[] {
  const later = goalVersions.filter((v) => v.seq > order.seq)
  return [{ ...order, goals: order.content.goals }, ...later].map(({ on, seq, actor, goals }) => ({
    ...{ on, seq, actor },
    passages: goalPassages(goals),
  }))
}

/** The place's intervention plans; who does something is told by name. */
export function interventionVersions(
  { plans }: Pick<Order, 'plans'>,
  nameOf: (userId: UserId) => string,
): readonly PlanVersion[] {
  const who = (r: Responsible): string => (r.kind === 'inWords' ? r.who : nameOf(r.userId))
  return plans.map(({ on, seq, actor, parts, community, dailyLife }) => {
    const ways = new Map<string, number>()
    const passages = parts.flatMap(({ goalId, subGoal, method, responsible }) => {
      const way = (ways.get(goalId) ?? 0) + 1
      ways.set(goalId, way)
      const key = `${goalId}-${way}`
      return [
        ...said(`subGoal-${key}`, 'subGoal', subGoal),
        ...said(`method-${key}`, 'method', method),
        ...said(`who-${key}`, 'responsible', who(responsible)),
      ]
    })
    return {
      ...{ on, seq, actor },
      passages: [
        ...passages,
        ...said('community', 'community', community),
        ...said('dailyLife', 'dailyLife', dailyLife),
      ],
    }
  })
}

export type Change = {
  readonly key: string
  readonly kind: PassageKind
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** What was added, removed or changed from one version to another; what both say alike is left out. */
export function changesBetween(from: PlanVersion, to: PlanVersion): readonly Change[] {
  const before = new Map(from.passages.map((p) => [p.key, p]))
  const after = new Map(to.passages.map((p) => [p.key, p]))
  return [...new Map([...to.passages, ...from.passages].map((p) => [p.key, p])).values()].flatMap(
    ({ key, kind }) => {
      const [was, is] = [before.get(key)?.text, after.get(key)?.text]
      return was === is ? [] : [{ key, kind, before: was, after: is }]
    },
  )
}
