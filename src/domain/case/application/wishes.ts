/**
 * What the citizen asks for, element by element. It is kept field by field because a part refusal is measured
 * against it (FVL § 22: anything less than applied for needs reasons).
 */
import { z } from 'zod'
import { ProviderId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

export const transportWishes = ['none', 'withHelp', 'transport', 'unknown'] as const

export const Applied = z.object({
  /** Days a week; absent when no extent was named, which counts as the standard's full time (K2.0-1). */
  daysPerWeek: z.number().min(0.5).max(7).optional(),
  hoursPerWeek: z.number().min(0.5).max(60).optional(),
  fewerDaysBecause: z.string().optional(),
  /** A named place; absent for "no wish" and "do not know". There is no free choice (K2.1-4), yet it is answered. */
  place: ProviderId.optional(),
  /** A place in the citizen's own words, when it is none of the registered. */
  placeInWords: z.string().optional(),
  transport: z.enum(transportWishes).default('unknown'),
  start: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('soonest') }),
    z.object({ kind: z.literal('from'), day: CalendarDay }),
  ]),
  /** An end date the citizen asked for; absent = no end. */
  until: CalendarDay.optional(),
})
export type Applied = z.infer<typeof Applied>
