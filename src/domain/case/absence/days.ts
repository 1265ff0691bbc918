/** What became of the days of one placement, out of what was recorded about them and about the offer. */
import { dayOf, type PersonDay } from '../../attendance/day.ts'
import { type AttendanceFact, instantOf } from '../../attendance/fact.ts'
import { type OfferDay, type OfferFact, offerOn, outcomeOf } from '../../attendance/offer.ts'
import { type CalendarDay, copenhagenDay } from '../../time/calendar-day.ts'
import type { ExpectedDay } from './pattern.ts'

/** Closed for anybody at the place counts as closed here: what could be the provider's is never the person's. */
function offerAt(day: CalendarDay, offers: readonly OfferFact[]): OfferDay {
  const groups = new Set(offers.filter((fact) => fact.day === day).map((fact) => fact.groupId))
  const all = [undefined, ...groups].map((group) => offerOn(day, offers, group))
  return all.find((offer) => !offer.open) ?? offerOn(day, offers)
}

const wasToldBeforehand = (day: CalendarDay, { holding }: PersonDay): boolean =>
  holding.some((fact) => fact.kind === 'cancelled' && copenhagenDay(new Date(instantOf(fact))) < day)

/** Each day that something was recorded about, in order. A day that nobody wrote of says nothing and is not there. */
export function expectedDaysOf(
  facts: readonly AttendanceFact[],
  offers: readonly OfferFact[],
): readonly ExpectedDay[] {
  const days = [...new Set(facts.map((fact) => fact.day))].sort()
  return days.map((day) => {
    const person = dayOf(facts.filter((fact) => fact.day === day))
    const outcome = outcomeOf(person, offerAt(day, offers))
    return {
      day,
      outcome,
      ...(outcome === 'cancelled' && {
        toldBeforehand: wasToldBeforehand(day, person),
        ...(person.reason && { reason: person.reason }),
      }),
    }
  })
}
