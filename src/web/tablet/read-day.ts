/** Today on a tablet: who is expected, when, by what, and how their day stands. No case, no note, no address. */
import { dayOf, type PersonDay } from '../../domain/attendance/day.ts'
import { undoable } from '../../domain/device/press.ts'
import type { PartId } from '../../domain/identity.ts'
import { attendanceOfDay } from '../../store/attendance.ts'
import { ordersInReach } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { findPersons } from '../../store/persons.ts'
import { type Expected, expectedOn, withoutSchedule } from '../../store/schedules.ts'
import { type StaffUser, staffOfProvider } from '../../store/users.ts'
import type { PageContext } from '../platform/context.ts'
import { noteLooks } from '../platform/looks.ts'
import { type Order, orderOf } from '../provider/orders.ts'
import { shownNames } from './names.ts'
import { tabletOf } from './tablet.ts'

export type TabletRow = {
  readonly orderId: PartId
  readonly name: string
  readonly day: PersonDay
  /** The last fact that holds and that one press takes back. */
  readonly undoable: string | undefined
  /** When they are expected today; none for who is not, or has no schedule. */
  readonly times: readonly Pick<Expected, 'starts' | 'ends'>[]
  readonly group: string | undefined
  readonly ride: boolean
  readonly important: string | undefined
}

export type TabletDay = { readonly rows: readonly TabletRow[]; readonly staff: readonly StaffUser[] }

const hasBegun = ({ state }: Order): boolean => state.status === 'started'

export async function readTabletDay(c: PageContext, route: string): Promise<TabletDay> {
  const { provider } = tabletOf(c)
  const { orders, people, staff, facts, expected, bare } = await read(c.house.db, c.scope, async (tx) => {
    const orders = (await ordersInReach(tx)).map(orderOf).filter(hasBegun)
    const [people, staff, facts, expected, bare] = await Promise.all([
      findPersons(
        tx,
        orders.map((order) => order.personId),
      ),
      staffOfProvider(tx, provider),
      attendanceOfDay(tx, provider, c.today),
      expectedOn(tx, { day: c.today, provider }),
      withoutSchedule(tx, { day: c.today, provider }),
    ])
    return { orders, people, staff, facts, expected, bare: new Set(bare.map((b) => b.orderId)) }
  })
  const names = shownNames(people)
  const rows = orders.flatMap((order): TabletRow[] => {
    const name = names.get(order.personId)
    const day = dayOf(facts.filter(({ orderId }) => orderId === order.orderId))
    const times = expected.filter(({ orderId }) => orderId === order.orderId)
    // Who is not expected and did not come is not on the list; who has no schedule could be.
    const onList = times.length > 0 || day.all.length > 0 || bare.has(order.orderId)
    if (name === undefined || !onList) return []
    return [
      {
        orderId: order.orderId,
        name,
        day,
        undoable: undoable(day)?.factId,
        times,
        group: times[0]?.groupName ?? undefined,
        ride: order.content.transport,
        important: order.content.considerations,
      },
    ]
  })
  const shown = new Set(rows.map(({ orderId }) => orderId))
  // By the tablet: who stands before it is known act by act only.
  noteLooks(
    c,
    route,
    orders.filter(({ orderId }) => shown.has(orderId)),
  )
  return { rows: [...rows].sort((a, b) => a.name.localeCompare(b.name, 'da')), staff }
}

/** By group, in Danish order; who is in none comes last. */
export function groupsOf(
  rows: readonly TabletRow[],
): readonly (readonly [string | undefined, readonly TabletRow[]])[] {
  const groups = new Map<string | undefined, readonly TabletRow[]>()
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row])
  return [...groups].sort(([a], [b]) =>
    a === undefined ? 1 : b === undefined ? -1 : a.localeCompare(b, 'da'),
  )
}

export const isExpected = ({ day, times }: TabletRow): boolean => day.state === 'expected' && times.length > 0
