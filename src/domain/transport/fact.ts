/**
 * What became of a ride, as the provider saw it: a fact with an id of its maker's own, added and never changed. A ride there
 * that did not come, or came late, is never the person's absence (K2.4a-3).
 */
import { z } from 'zod'
import { dayParts, type NewAttendance } from '../attendance/fact.ts'
import { PartId } from '../identity.ts'
import { CalendarDay } from '../time/calendar-day.ts'
import { directions } from './legs.ts'

export const rideKinds = ['noShow', 'late', 'delivered', 'undone'] as const

export const NewRideFact = z
  .object({
    factId: z.uuid().toLowerCase(),
    orderId: PartId,
    day: CalendarDay,
    direction: z.enum(directions),
    part: z.enum(dayParts),
    kind: z.enum(rideKinds),
    refersTo: z.uuid().toLowerCase().optional(),
    at: z.iso.datetime(),
  })
  .refine((f) => (f.kind === 'undone') === (f.refersTo !== undefined), {
    path: ['refersTo'],
    error: 'what is undone is named, and nothing else is',
  })
export type NewRideFact = z.infer<typeof NewRideFact>

/** What holds of one ride: not taken back, the last of it. */
export function rideOutcome<F extends Pick<NewRideFact, 'factId' | 'kind' | 'refersTo' | 'at'>>(
  facts: readonly F[],
): F | undefined {
  const undone = new Set(facts.flatMap((f) => (f.kind === 'undone' ? [f.refersTo] : [])))
  return facts
    .filter((f) => f.kind !== 'undone' && !undone.has(f.factId))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.factId < b.factId ? -1 : 1))
    .at(-1)
}

/**
 * The attendance that a fact about a ride comes to, under the same id, so that sent twice both are one. Only the way there
 * has to do with whether the person came.
 */
export function attendanceOfRide({
  factId,
  orderId,
  day,
  direction,
  kind,
  at,
  refersTo,
}: NewRideFact): NewAttendance | undefined {
  if (direction === 'home' || kind === 'delivered') return undefined
  const fact = { factId, orderId, day, at, confirmed: true }
  return kind === 'undone'
    ? { ...fact, kind: 'undone', refersTo }
    : { ...fact, kind: 'late', lateBy: 'transport' }
}
