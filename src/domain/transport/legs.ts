/**
 * A day's rides (K2.4a-3): only between home and the offer, only for whoever has the right, and out of what is known
 * already (the order, the schedule, who said that they do not come, where it is closed). Nothing of it is stored.
 */
import { dayOf } from '../attendance/day.ts'
import type { AttendanceFact, DayPart } from '../attendance/fact.ts'
import { type OfferFact, offerOn } from '../attendance/offer.ts'
import type { RideNeeds } from '../case/transport/events.ts'
import { isAbout, type Scheduled } from '../everyday/appointments.ts'
import type { PartId, PersonId, ProviderId } from '../identity.ts'
import { addDays, type CalendarDay, copenhagenDay, daysBetween } from '../time/calendar-day.ts'
import { copenhagenInstant, shiftTime } from '../time/time-of-day.ts'
import type { RideOperator } from './operator.ts'

export const directions = ['there', 'home'] as const
export type Direction = (typeof directions)[number]

/** `cancelled`: said off while the operator still took it off. `wasted`: said off too late, or not at all. */
export const legStates = ['planned', 'cancelled', 'wasted'] as const
export type LegState = (typeof legStates)[number]

/** One placement on one day, as the order, the schedule and the case say. */
export type RideDay = {
  readonly orderId: PartId
  readonly personId: PersonId
  readonly providerId: ProviderId
  readonly day: CalendarDay
  /** The right: the ride was granted. */
  readonly granted: boolean
  readonly times: readonly Scheduled[]
  /** Absent while nobody has said what the person needs on the way. */
  readonly needs?: RideNeeds | undefined
}

export type Leg = {
  readonly orderId: PartId
  readonly personId: PersonId
  readonly providerId: ProviderId
  readonly day: CalendarDay
  readonly direction: Direction
  /** The part of the day that it brings the person to or fetches them from. */
  readonly part: DayPart
  readonly from: 'home' | 'offer'
  readonly to: 'home' | 'offer'
  /** There: to be at the offer within; home: to be fetched within. `08:30`, on the clock in Denmark. */
  readonly earliest: string
  readonly latest: string
  readonly needs?: RideNeeds | undefined
  readonly state: LegState
}

type Known = { readonly attendance: readonly AttendanceFact[]; readonly offers: readonly OfferFact[] }
type Terms = Pick<RideOperator, 'cancelMinutes' | 'windowMinutes'>

/** The rides of a placement that day: none without the right, none where it is closed. */
export function legsOf(ride: RideDay, known: Known, terms: Terms): readonly Leg[] {
  if (!ride.granted) return []
  const offers = known.offers.filter((f) => f.providerId === ride.providerId)
  const parts = ride.times
    .filter(({ group }) => offerOn(ride.day, offers, group).open)
    .toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
    .map((time) => ({ ...time, awaySince: awaySince(ride, time, known) }))
  const coming = parts.filter((part) => part.awaySince === undefined)
  return directions.flatMap((direction): readonly Leg[] => {
    const end = direction === 'there' ? 0 : -1
    const [meant, now] = [parts.at(end), coming.at(end)]
    // Said off for a part of the day: the ride is for the part that is left, and the one meant first is told of too.
    const off = meant !== undefined && meant !== now ? [legFor(ride, direction, meant, terms)] : []
    return [...off, ...(now ? [legFor(ride, direction, now, terms)] : [])]
  })
}

function legFor(
  ride: RideDay,
  direction: Direction,
  { part, starts, ends, awaySince: since }: Scheduled & { readonly awaySince?: number | undefined },
  { cancelMinutes, windowMinutes }: Terms,
): Leg {
  const there = direction === 'there'
  const { orderId, personId, providerId, day, needs } = ride
  const earliest = there ? shiftTime(starts, -windowMinutes) : ends
  const inTime = since !== undefined && since <= cancelBy(day, earliest, cancelMinutes)
  return {
    orderId,
    personId,
    providerId,
    day,
    direction,
    part,
    from: there ? 'home' : 'offer',
    to: there ? 'offer' : 'home',
    earliest,
    latest: there ? starts : shiftTime(ends, windowMinutes),
    ...(needs && { needs }),
    state: since === undefined ? 'planned' : inTime ? 'cancelled' : 'wasted',
  }
}

/** The last instant, in milliseconds, at which a ride can be called off: real minutes, also where the clock is moved. */
export const cancelBy = (day: CalendarDay, earliest: string, cancelMinutes: number): number =>
  copenhagenInstant(day, earliest) - cancelMinutes * 60_000

/** Since when the house knows that the person does not come for this part of the day; undefined while they may. */
function awaySince(ride: RideDay, { part }: Scheduled, { attendance }: Known): number | undefined {
  const facts = attendance.filter((f) => f.orderId === ride.orderId && f.day === ride.day && isAbout(f, part))
  const { state, holding } = dayOf(facts)
  if (state !== 'cancelled' && state !== 'noShow') return undefined
  return Math.min(...holding.filter((f) => f.kind === 'cancelled' || f.kind === 'noShow').map(knownAt))
}

/**
 * When a fact reached the house: what a tablet keeps without a net no operator hears of. On the product's own day, which
 * a demonstration's clock sets.
 */
function knownAt({ recordedAt, recordedOn }: AttendanceFact): number {
  const real = new Date(recordedAt)
  const today = copenhagenDay(real)
  const moved = daysBetween(today, recordedOn)
  if (moved === 0) return real.getTime()
  return real.getTime() + (Date.parse(addDays(today, moved)) - Date.parse(today))
}

/** What tells two rides of one day apart. */
export const legKey = ({
  orderId,
  day,
  direction,
  part,
}: Pick<Leg, 'orderId' | 'day' | 'direction' | 'part'>): string => `${orderId} ${day} ${direction} ${part}`
