/** What a place owes a person for as long as they are there, again and again: rounds from the first day on, as obligations. */
import type { Actor, Task } from '../standard/obligation.ts'
import { type Counting, roundsFrom } from '../standard/rounds.ts'
import { metBy, type ObligationDraft } from '../standard/rule.ts'
import { addDays, addMonths, type CalendarDay } from '../time/calendar-day.ts'
import type { CaseFile, Fact, Order, Participation } from './case-file.ts'
import { orderReplacedOn } from './lifetime.ts'

export type Placement = {
  readonly order: Order
  readonly started: Fact
  readonly replacedOn: CalendarDay | undefined
}

/** The orders whose first day has come. */
export const placements = (file: CaseFile): readonly Placement[] =>
  file.orders.flatMap((order) =>
    order.started ? [{ order, started: order.started, replacedOn: orderReplacedOn(file, order) }] : [],
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
