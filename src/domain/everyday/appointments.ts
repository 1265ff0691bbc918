/**
 * The days ahead of one person: when they are expected where, and what has become of it. One pure answer for the week's
 * page, its print and the calendar's feed, whichever places the person goes to and however the days are split (K2.0-7).
 */
import { dayOf } from '../attendance/day.ts'
import type { AbsenceReason, AttendanceFact, DayPart } from '../attendance/fact.ts'
import { type OfferFact, offerOn } from '../attendance/offer.ts'
import type { PartId, ProviderId } from '../identity.ts'
import { addDays, type CalendarDay } from '../time/calendar-day.ts'

/** One time in somebody's week. */
export type Scheduled = {
  readonly part: DayPart
  /** `08:30`, on the clock in Denmark. */
  readonly starts: string
  readonly ends: string
  readonly group?: string | undefined
}

/** A place that the person goes to. */
export type GoingTo = {
  readonly orderId: PartId
  readonly providerId: ProviderId
  /** Whether the ride is granted. */
  readonly transport: boolean
  readonly from: CalendarDay
  /** The last day, included; absent while no end is known. */
  readonly to?: CalendarDay | undefined
  readonly scheduled: (day: CalendarDay) => readonly Scheduled[]
}

export type Becomes =
  /** Nothing else is known: the person is expected. */
  | { readonly state: 'planned' }
  | { readonly state: 'here' }
  | { readonly state: 'gone' }
  /** Said off beforehand or on the day; the facts are what an undoing refers to. */
  | {
      readonly state: 'cancelled'
      readonly reason?: AbsenceReason | undefined
      readonly factIds: readonly string[]
    }
  | {
      readonly state: 'closed'
      readonly because: 'closed' | 'staffShortage' | 'holiday'
      readonly words?: string | undefined
    }

export type Appointment = Scheduled & {
  readonly day: CalendarDay
  readonly orderId: PartId
  readonly providerId: ProviderId
  readonly transport: boolean
  readonly becomes: Becomes
}

export type Known = {
  readonly attendance: readonly AttendanceFact[]
  readonly offers: readonly OfferFact[]
}

/** Every appointment from one day to another, both included, by day, time and place. */
export function appointmentsOf(
  places: readonly GoingTo[],
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
  known: Known,
): readonly Appointment[] {
  const found: Appointment[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const place of places) {
      if (day < place.from || (place.to !== undefined && day > place.to)) continue
      const { orderId, providerId, transport } = place
      for (const time of place.scheduled(day))
        found.push({
          ...time,
          day,
          orderId,
          providerId,
          transport,
          becomes: becomes(place, day, time, known),
        })
    }
  return found.sort(
    (a, b) =>
      a.day.localeCompare(b.day) || a.starts.localeCompare(b.starts) || a.orderId.localeCompare(b.orderId),
  )
}

function becomes(place: GoingTo, day: CalendarDay, { part, group }: Scheduled, known: Known): Becomes {
  const offers = known.offers.filter((f) => f.providerId === place.providerId)
  const offer = offerOn(day, offers, group)
  const facts = known.attendance.filter((f) => f.orderId === place.orderId && f.day === day)
  const { state, reason, holding } = dayOf(facts.filter((f) => isAbout(f, part)))
  // Whoever is there is there, whatever was said about the day.
  if (state === 'here' || state === 'gone') return { state }
  if (!offer.open) return { state: 'closed', because: offer.because, words: offer.fact?.reason }
  if (state !== 'cancelled') return { state: 'planned' }
  const factIds = holding.filter((f) => f.kind === 'cancelled').map((f) => f.factId)
  return { state: 'cancelled', reason, factIds }
}

/** A morning that is said off leaves the afternoon as it was, and a whole day is not off for half of it. */
export const isAbout = (fact: AttendanceFact, part: DayPart): boolean =>
  fact.kind !== 'cancelled' || fact.part === undefined || fact.part === 'full' || fact.part === part
