/** What a place owes a person for as long as they are there, again and again: rounds from the first day on, as obligations. */
import type { Actor, Task } from '../standard/obligation.ts'
import { type Counting, roundsFrom } from '../standard/rounds.ts'
import { metBy, type ObligationDraft } from '../standard/rule.ts'
import { addDays, addMonths, type CalendarDay } from '../time/calendar-day.ts'
import type { CaseFile, Fact, Order, Participation } from './case-file.ts'
import { orderReplacedOn } from './lifetime.ts'
import { continuedOrder, latestOf, ordersUpTo } from './order/continued.ts'

export type Placement = {
  /** The latest order, with the everyday life of all of them. */
  readonly order: Order
  /** Every order of it, the earliest first. */
  readonly orders: readonly Order[]
  /** The first day at the place: an order that goes on from another brings no new one. */
  readonly started: Fact
  readonly replacedOn: CalendarDay | undefined
}

/** The placements whose first day has come, each with all its orders. */
export const placements = (file: CaseFile): readonly Placement[] =>
  file.orders.flatMap((first) =>
    first.started && !first.continues ? placementFrom(file, first, first.started) : [],
  )

function placementFrom(file: CaseFile, first: Order, started: Fact): Placement {
  const last = latestOf(file, first)
  return {
    order: continuedOrder(last),
    orders: ordersUpTo(last),
    started,
    replacedOn: orderReplacedOn(file, last),
  }
}

/** The placement that an order is part of, once its first day has come. */
export const placementOf = (file: CaseFile, { orderId }: Order): Placement | undefined =>
  placements(file).find(({ orders }) => orders.some((o) => o.orderId === orderId))

/** The day on which the placement of an order is over: another order of the same placement does not end it. */
export const placementReplacedOn = (file: CaseFile, order: Order): CalendarDay | undefined =>
  orderReplacedOn(file, latestOf(file, order))

/**
 * Each goal with the stretch in which an order of the placement has it: from the first day, or from the day that an order
 * brought it.
 */
export const goalStretches = ({ orders, started, replacedOn, order }: Placement) =>
  orders.flatMap((own, index) =>
    own.content.goals.flatMap(({ goalId }) => {
      const has = (one: Order | undefined) => one?.content.goals.some((g) => g.goalId === goalId) ?? false
      if (has(orders[index - 1])) return []
      const without = orders.slice(index + 1).find((later) => !has(later))
      const from = index === 0 ? started : (own.started ?? started)
      const until = [without?.started?.on, replacedOn].filter((day) => day !== undefined).sort()[0]
      return [{ goalId, placement: { order, orders, started: from, replacedOn: until } }]
    }),
  )

type Within = { readonly amount: number; readonly unit: 'day' | 'month' }

const after = (day: CalendarDay, { amount, unit }: Within): CalendarDay =>
  unit === 'day' ? addDays(day, amount) : addMonths(day, amount)

/** What the place owes once, so long after the first day. */
export const fromFirstDay = (
  { started, replacedOn }: Placement,
  within: Within,
): Pick<
  ObligationDraft,
  'triggeredOn' | 'arisesOn' | 'dueOn' | 'derivation' | 'actor' | 'voidOn' | 'voidReason'
> => owed(started.on, within, replacedOn)

const owed = (from: CalendarDay, within: Within, replacedOn: CalendarDay | undefined) => {
  const day = after(from, within)
  return {
    triggeredOn: from,
    arisesOn: from,
    dueOn: day,
    derivation: [
      { step: 'from' as const, day: from },
      { step: 'add' as const, ...within, day },
    ],
    actor: 'provider' as const,
    ...(replacedOn && { voidOn: replacedOn, voidReason: 'superseded' as const }),
  }
}

export function inRounds(
  { started, replacedOn }: Placement,
  promise: {
    readonly about: string
    readonly counting: readonly Counting[]
    readonly within: Within
    readonly towards?: Actor
    readonly task: Task
  },
): readonly ObligationDraft[] {
  const { about, counting, within, towards, task } = promise
  const rounds = roundsFrom(started, counting, (day) => after(day, within))
  return rounds.map(({ from, met }) => ({
    ...owed(from.on, within, replacedOn),
    about: `${about}-${from.seq}`,
    ...metBy(met, started.seq, from.seq),
    ...(towards && { towards }),
    task,
  }))
}

/** Taking part counts until the day it ended, and until further notice when it has not. */
export const whileTakingPart = ({ on, seq, left }: Participation): Counting =>
  left ? { on, seq, until: { on: left.on, seq: left.seq } } : { on, seq, open: true }

/** Said once and holding for so many months. */
export const holding = ({ on, seq }: Fact, months: number): Counting => ({
  on,
  seq,
  until: { on: addMonths(on, months), seq },
})
