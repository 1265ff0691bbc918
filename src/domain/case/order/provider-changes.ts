/**
 * Whether a person's place itself changes too often for a recognisable everyday life (K2.0-9). It is warned of and never
 * forbidden: places close, and people wish for another.
 */

import type { ProviderId } from '../../identity.ts'
import type { CaseParameters } from '../../standard/terms.ts'
import { addMonths, type CalendarDay } from '../../time/calendar-day.ts'

export type Placed = {
  readonly started?: { readonly on: CalendarDay } | undefined
  readonly content: { readonly provider: ProviderId }
}
type Limits = Pick<CaseParameters, 'providerChangeMonths' | 'providerChangesMost'>

/** The first days at another place than the one before. An order that nobody began at is no change. */
const changeDays = (orders: readonly Placed[]): readonly CalendarDay[] => {
  const begun = orders.flatMap(({ started, content }) =>
    started ? [{ on: started.on, at: content.provider }] : [],
  )
  return begun.flatMap(({ on, at }, index) => {
    const before = begun[index - 1]
    return before !== undefined && before.at !== at ? [on] : []
  })
}

/** How many of them lie within the standard's time up to a day. */
export const providerChangesUpTo = (
  orders: readonly Placed[],
  day: CalendarDay,
  { providerChangeMonths }: Limits,
): number => changeDays(orders).filter((on) => on <= day && addMonths(on, providerChangeMonths) > day).length

/** Whether there have been more than the standard's measure up to that day. */
export const hasChangedPlaceOften = (orders: readonly Placed[], day: CalendarDay, limits: Limits): boolean =>
  providerChangesUpTo(orders, day, limits) > limits.providerChangesMost

/** Whether going to this provider would be one change too many to go without a thought. */
export function wouldChangePlaceOften(
  orders: readonly Placed[],
  provider: ProviderId,
  day: CalendarDay,
  limits: Limits,
): boolean {
  const last = orders.findLast(({ started }) => started !== undefined)
  const changes = last !== undefined && last.content.provider !== provider
  return changes && providerChangesUpTo(orders, day, limits) >= limits.providerChangesMost
}
