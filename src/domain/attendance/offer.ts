/**
 * Did the offer take place? That is the provider's question and not the citizen's: a day on which it was closed, short of
 * staff, or on which the ride did not come never counts against anybody.
 */
import { z } from 'zod'
import type { EventActor } from '../case/envelope.ts'
import type { ProviderId } from '../identity.ts'
import { CalendarDay } from '../time/calendar-day.ts'
import type { NonWorkingReason } from '../time/deadline.ts'
import { findNonWorkingReason } from '../time/holidays.ts'
import type { PersonDay } from './day.ts'

export const offerKinds = ['closed', 'staffShortage', 'reopened'] as const
export type OfferKind = (typeof offerKinds)[number]

export const NewOfferFact = z.object({
  factId: z.uuid().toLowerCase(),
  day: CalendarDay,
  kind: z.enum(offerKinds),
  /** One group only; left out, the whole provider. */
  groupId: z.uuid().optional(),
  reason: z.string().trim().min(1).max(500),
  at: z.iso.datetime(),
})
export type NewOfferFact = z.infer<typeof NewOfferFact>

export type OfferFact = NewOfferFact & {
  readonly providerId: ProviderId
  readonly actor: EventActor
  readonly recordedAt: string
}

/** The days on which a provider is closed without saying so: public holidays and the days kept free beside them. */
export function findHoliday(day: CalendarDay): Exclude<NonWorkingReason, 'saturday' | 'sunday'> | undefined {
  const reason = findNonWorkingReason(day)
  return reason === 'saturday' || reason === 'sunday' ? undefined : reason
}

export type OfferDay =
  | { readonly open: true; readonly fact?: OfferFact | undefined }
  | {
      readonly open: false
      readonly because: 'closed' | 'staffShortage' | 'holiday'
      readonly fact?: OfferFact | undefined
    }

/** Whether the offer took place for a group (or for who is in none): the last word recorded about it or about them all. */
export function offerOn(day: CalendarDay, facts: readonly OfferFact[], groupId?: string): OfferDay {
  const fact = facts
    .filter((f) => f.day === day && (f.groupId === undefined || f.groupId === groupId))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.factId < b.factId ? -1 : 1))
    .at(-1)
  if (fact === undefined) return findHoliday(day) ? { open: false, because: 'holiday' } : { open: true }
  return fact.kind === 'reopened' ? { open: true, fact } : { open: false, because: fact.kind, fact }
}

export type Outcome = 'came' | 'cancelled' | 'noShow' | 'offerClosed' | 'transportFailed' | 'unknown'

/** Both questions answered, for a day on which the person was expected. Only `cancelled` and `noShow` are their absence. */
export function outcomeOf(day: PersonDay, offer: OfferDay): Outcome {
  if (day.state === 'here' || day.state === 'gone') return 'came'
  if (!offer.open) return 'offerClosed'
  if (day.state === 'unknown') return 'unknown'
  if (day.lateBy === 'transport') return 'transportFailed'
  return day.state === 'expected' ? 'unknown' : day.state
}
