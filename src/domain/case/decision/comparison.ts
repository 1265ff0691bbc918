/**
 * Applied ‖ Granted. The outcome of a decision is computed from this table and never chosen: any element that is less
 * than or different from what was applied for, to the citizen's disadvantage, makes a part refusal; no place at all is
 * a refusal (law.md § 2.5 and "Semantics decided").
 */

import type { ProviderId } from '../../identity.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { Applied } from '../application/wishes.ts'

export const elements = ['place', 'days', 'hours', 'provider', 'transport', 'start', 'period'] as const
export type Element = (typeof elements)[number]

export type Granted = {
  readonly daysPerWeek: number
  readonly hoursPerWeek?: number | undefined
  readonly provider: ProviderId
  readonly transport: boolean
  readonly startOn: CalendarDay
  readonly endOn?: CalendarDay | undefined
}

export type ElementComparison = {
  readonly element: Element
  readonly applied?: string | number | boolean | undefined
  readonly granted?: string | number | boolean | undefined
  readonly unfavourable: boolean
}

export const outcomes = ['GRANTED', 'PARTIALLY_REFUSED', 'REFUSED'] as const
export type Outcome = (typeof outcomes)[number]

type ComparisonRule = {
  readonly element: Exclude<Element, 'place'>
  /** The rule in words, for the documentation generated from this table. */
  readonly unfavourableWhen: string
  readonly applied: (applied: Applied, defaultDays: number) => string | number | boolean | undefined
  readonly granted: (granted: Granted) => string | number | boolean | undefined
  readonly unfavourable: (applied: Applied, granted: Granted, context: ComparisonContext) => boolean
}

export type ComparisonContext = {
  /** The standard's full time in days a week (K2.0-1): what counts as applied for when no extent was named. */
  readonly defaultDays: number
  /** The citizen's dated yes to more days than applied for. */
  readonly agreedToMore: boolean
}

export const comparisonTable: readonly ComparisonRule[] = [
  {
    element: 'days',
    unfavourableWhen:
      'fewer than applied for, or more without the citizen’s dated yes; no extent named = full time',
    applied: (a, defaultDays) => a.daysPerWeek ?? defaultDays,
    granted: (g) => g.daysPerWeek,
    unfavourable: (a, g, { defaultDays, agreedToMore }) => {
      const asked = a.daysPerWeek ?? defaultDays
      return g.daysPerWeek < asked || (g.daysPerWeek > asked && !agreedToMore)
    },
  },
  {
    element: 'hours',
    unfavourableWhen: 'hours were applied for and fewer are granted, or more without the citizen’s dated yes',
    applied: (a) => a.hoursPerWeek,
    granted: (g) => g.hoursPerWeek,
    unfavourable: (a, g, { agreedToMore }) =>
      a.hoursPerWeek !== undefined &&
      g.hoursPerWeek !== undefined &&
      (g.hoursPerWeek < a.hoursPerWeek || (g.hoursPerWeek > a.hoursPerWeek && !agreedToMore)),
  },
  {
    element: 'provider',
    unfavourableWhen: 'another place than the one wished for; no wish or “do not know” = none',
    applied: (a) => a.place ?? a.placeInWords,
    granted: (g) => g.provider,
    unfavourable: (a, g) => (a.place === undefined ? a.placeInWords !== undefined : a.place !== g.provider),
  },
  {
    element: 'transport',
    unfavourableWhen: 'applied for and not granted',
    applied: (a) => a.transport === 'transport',
    granted: (g) => g.transport,
    unfavourable: (a, g) => a.transport === 'transport' && !g.transport,
  },
  {
    element: 'start',
    unfavourableWhen: 'later than a named date; “as soon as possible” = none',
    applied: (a) => (a.start.kind === 'from' ? a.start.day : undefined),
    granted: (g) => g.startOn,
    unfavourable: (a, g) => a.start.kind === 'from' && g.startOn > a.start.day,
  },
  {
    element: 'period',
    unfavourableWhen: 'any end date that was not asked for',
    applied: (a) => a.until,
    granted: (g) => g.endOn,
    unfavourable: (a, g) => g.endOn !== undefined && (a.until === undefined || g.endOn < a.until),
  },
]

/** Compares element by element. `granted` absent means that no place is granted at all. */
export function compare(
  applied: Applied,
  granted: Granted | undefined,
  context: ComparisonContext,
): readonly ElementComparison[] {
  if (granted === undefined) {
    return [
      { element: 'place', applied: true, granted: false, unfavourable: true },
      ...comparisonTable.map((row) => ({
        element: row.element,
        applied: row.applied(applied, context.defaultDays),
        unfavourable: false,
      })),
    ]
  }
  return [
    { element: 'place', applied: true, granted: true, unfavourable: false },
    ...comparisonTable.map((row) => ({
      element: row.element,
      applied: row.applied(applied, context.defaultDays),
      granted: row.granted(granted),
      unfavourable: row.unfavourable(applied, granted, context),
    })),
  ]
}

/** The outcome that the comparison amounts to. */
export function outcomeOf(comparison: readonly ElementComparison[]): Outcome {
  if (comparison.some((row) => row.element === 'place' && row.unfavourable)) return 'REFUSED'
  return comparison.some((row) => row.unfavourable) ? 'PARTIALLY_REFUSED' : 'GRANTED'
}
