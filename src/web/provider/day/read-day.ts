/** A day at a provider as its staff look at it: everybody placed there, in one of the lists of the day. */
import { type DayState, dayOf, type PersonDay } from '../../../domain/attendance/day.ts'
import type { AttendanceFact } from '../../../domain/attendance/fact.ts'
import { type OfferDay, type OfferFact, offerOn } from '../../../domain/attendance/offer.ts'
import { type CalendarDay, daysBetween } from '../../../domain/time/calendar-day.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { attendanceOfDay, offerFacts } from '../../../store/attendance.ts'
import { read } from '../../../store/connection.ts'
import { type Expected, expectedOn, withoutSchedule } from '../../../store/schedules.ts'
import type { PageContext } from '../../platform/context.ts'
import { noteLooks } from '../../platform/looks.ts'
import { nameOf, type Order } from '../orders.ts'
import { peopleIn } from '../read-orders.ts'

export type DayRow = {
  readonly order: Order
  readonly name: string | undefined
  /** Their times that day; empty for who is not expected. */
  readonly times: readonly Pick<Expected, 'starts' | 'ends' | 'groupId' | 'groupName'>[]
  readonly hasSchedule: boolean
  readonly day: PersonDay
}

export type DayRead = {
  readonly day: CalendarDay
  readonly rows: readonly DayRow[]
  /** Of the whole provider. */
  readonly offer: OfferDay
  readonly offers: readonly OfferFact[]
  readonly staff: ReadonlyMap<string, string>
  readonly locked: boolean
  readonly lockDays: number
}

export const lockDaysOf = ({ municipality }: Pick<PageContext, 'municipality'>): number =>
  currentStandard(municipality).parameters.attendanceLockDays.value

/** Everybody whose placement has begun by the day, with what was recorded. Undefined for who works at no provider. */
export async function readDay(c: PageContext, day: CalendarDay, route: string): Promise<DayRead | undefined> {
  const provider = c.asking.subject.provider
  if (provider === undefined) return undefined
  const { desk, ...known } = await read(c.house.db, c.scope, async (tx) => {
    const [desk, expected, bare, facts, offers] = await Promise.all([
      peopleIn(c, tx),
      expectedOn(tx, { day, provider }),
      withoutSchedule(tx, { day, provider }),
      attendanceOfDay(tx, provider, day),
      offerFacts(tx, provider, day, day),
    ])
    return { desk, expected, bare: new Set<string>(bare.map((b) => b.orderId)), facts, offers }
  })
  noteLooks(c, route, desk.orders)
  const lockDays = lockDaysOf(c)
  const begun = desk.orders.filter((o) => o.state.startedOn !== undefined && o.state.startedOn <= day)
  return {
    day,
    rows: begun
      .map(
        (order): DayRow => ({
          order,
          name: nameOf(desk.people, order.personId),
          times: known.expected.filter((e) => e.orderId === order.orderId),
          hasSchedule: !known.bare.has(order.orderId),
          day: dayOf(known.facts.filter((f) => f.orderId === order.orderId)),
        }),
      )
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'da')),
    offer: offerOn(day, known.offers),
    offers: known.offers,
    staff: new Map(desk.colleagues.map((u) => [u.userId, u.name])),
    locked: daysBetween(day, c.today) > lockDays,
    lockDays,
  }
}

export const dayHref = (day: CalendarDay, today: CalendarDay): string =>
  day === today ? '/tilbud/i-dag' : `/tilbud/dag/${day}`

export const lists = ['torn', 'expected', 'here', 'gone', 'absent', 'noSchedule', 'others'] as const
export type ListName = (typeof lists)[number]

const listOfState: Readonly<Record<Exclude<DayState, 'expected'>, ListName>> = {
  here: 'here',
  gone: 'gone',
  cancelled: 'absent',
  noShow: 'absent',
  unknown: 'torn',
}

/** In which list of the day somebody stands: by what was recorded, else by whether they are expected. */
export function listOf({ day, times, hasSchedule }: DayRow): ListName {
  if (day.state !== 'expected') return listOfState[day.state]
  if (times.length > 0) return 'expected'
  return hasSchedule ? 'others' : 'noSchedule'
}

export type DayGroup = {
  readonly groupId: string | undefined
  readonly name: string | undefined
  readonly rows: readonly DayRow[]
}

/** The rows by the group they are expected in, by its name; who is in none comes last. */
export function groupsOf(rows: readonly DayRow[]): readonly DayGroup[] {
  const groups = new Map<string, DayGroup>()
  for (const row of rows) {
    const { groupId, groupName } = row.times[0] ?? { groupId: null, groupName: null }
    const key = groupId ?? ''
    const known = groups.get(key)
    groups.set(key, {
      groupId: groupId ?? undefined,
      name: groupName ?? undefined,
      rows: [...(known?.rows ?? []), row],
    })
  }
  return [...groups.values()].sort((a, b) =>
    a.name === undefined ? 1 : b.name === undefined ? -1 : a.name.localeCompare(b.name, 'da'),
  )
}

/** What “undo” takes back first: the last thing recorded that holds. */
export const lastHolding = ({ day }: DayRow): AttendanceFact | undefined =>
  [...day.holding].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1)
