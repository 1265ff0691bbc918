/** A week at a provider, day by day: who is expected in which group, what goes on, and what is closed. */
import { isOffered, type PlannedActivity } from '../../domain/activity-plan.ts'
import { dayOf } from '../../domain/attendance/day.ts'
import { type OfferDay, type OfferFact, offerOn } from '../../domain/attendance/offer.ts'
import { addDays, type CalendarDay, weekday } from '../../domain/time/calendar-day.ts'
import { activitiesOf } from '../../store/activities.ts'
import { attendanceOfOrders, offerFacts } from '../../store/attendance.ts'
import { read } from '../../store/connection.ts'
import {
  type Expected,
  expectedBetween,
  groupsOfProvider,
  type ProviderGroup,
  withoutSchedule,
} from '../../store/schedules.ts'
import type { PageContext } from '../platform/context.ts'
import { noteLooks } from '../platform/looks.ts'

export type Coming = Expected & { readonly cancelled: boolean }

/** One group on one day. */
export type WeekCell = { readonly offer: OfferDay; readonly people: readonly Coming[] }

export type Week = {
  readonly days: readonly CalendarDay[]
  /** By name; those without a group last, where there are any. */
  readonly groups: readonly (Pick<ProviderGroup, 'groupId' | 'name'> | undefined)[]
  readonly cell: (group: string | undefined, day: CalendarDay) => WeekCell
  /** By the clock; none on a day on which the whole provider is closed. */
  readonly activities: (day: CalendarDay) => readonly Slot[]
  readonly withoutSchedule: Awaited<ReturnType<typeof withoutSchedule>>
}

/** “10:00–12:00”, and what goes on where. */
type Slot = { readonly time: string; readonly what: string }

/** Each person shown is a look. Undefined for who works at no provider. */
export async function readWeek(c: PageContext, monday: CalendarDay): Promise<Week | undefined> {
  const { provider } = c.asking.subject
  if (provider === undefined) return undefined
  const between = { from: monday, to: addDays(monday, 6), provider }
  const known = await read(c.house.db, c.scope, async (tx) => {
    const [expected, groups, offers, activities, bare] = await Promise.all([
      expectedBetween(tx, between),
      groupsOfProvider(tx, provider),
      offerFacts(tx, provider, between.from, between.to),
      activitiesOf(tx, provider),
      withoutSchedule(tx, { day: monday < c.today ? c.today : monday, provider }),
    ])
    const orderIds = [...new Set(expected.map((e) => e.orderId))]
    const facts = await attendanceOfOrders(tx, orderIds, between.from, between.to)
    return { expected, groups, offers, activities, bare, facts }
  })
  const shown = [...known.expected, ...known.bare]
  noteLooks(c, 'provider.week', [...new Map(shown.map((one) => [one.orderId, one])).values()])
  const { expected, groups, offers, bare, facts } = known
  const isCancelled = (one: Expected): boolean =>
    dayOf(facts.filter((f) => f.orderId === one.orderId && f.day === one.day)).state === 'cancelled'
  const coming = expected.map((one) => ({ ...one, cancelled: isCancelled(one) }))
  const slots = slotsOf(known.activities, offers)
  const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n)).filter(
    (day) => weekday(day) <= 5 || expected.some((e) => e.day === day) || slots(day).length > 0,
  )
  const own = groups.filter(
    (g) =>
      expected.some((e) => e.groupId === g.groupId) ||
      (g.activeFrom <= between.to && (g.activeTo === null || g.activeTo >= monday)),
  )
  return {
    days,
    groups: expected.some((e) => e.groupId === null) ? [...own, undefined] : own,
    cell: (group, day) => ({
      offer: offerOn(day, offers, group),
      people: coming.filter((e) => e.day === day && (e.groupId ?? undefined) === group),
    }),
    activities: slots,
    withoutSchedule: bare,
  }
}

const slotsOf =
  (activities: readonly PlannedActivity[], offers: readonly OfferFact[]) =>
  (day: CalendarDay): readonly Slot[] =>
    offerOn(day, offers).open
      ? activities
          .filter((activity) => isOffered(activity, day))
          .flatMap(({ name, slots }) =>
            slots
              .filter((slot) => slot.weekday === weekday(day))
              .map((slot) => ({
                time: `${slot.starts}–${slot.ends}`,
                what: slot.place ? `${name}, ${slot.place}` : name,
              })),
          )
          .sort((a, b) => (`${a.time} ${a.what}` < `${b.time} ${b.what}` ? -1 : 1))
      : []
