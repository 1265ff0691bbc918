/** Today on a tablet: who is expected, when, by what, and how their day stands. No case, no note, no address. */
import { dayOf, type PersonDay } from '../../domain/attendance/day.ts'
import { kindsToUndo } from '../../domain/device/undo.ts'
import type { PartId, PersonId } from '../../domain/identity.ts'
import { logAccess } from '../../store/access-log.ts'
import { attendanceOfDay } from '../../store/attendance.ts'
import { ordersInReach } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import { findPersons } from '../../store/persons.ts'
import { type StaffUser, staffOfProvider } from '../../store/users.ts'
import type { PageContext } from '../platform/context.ts'
import { type Order, orderOf } from '../provider/orders.ts'
import { shownNames } from './names.ts'
import { tabletOf } from './tablet.ts'

export type TabletRow = {
  readonly orderId: PartId
  readonly name: string
  readonly day: PersonDay
  /** The last fact that holds and that one press takes back. */
  readonly undoable: string | undefined
  readonly ride: boolean
  readonly important: string | undefined
}

export type TabletDay = { readonly rows: readonly TabletRow[]; readonly staff: readonly StaffUser[] }

const isHere = ({ state }: Order): boolean => state.status === 'started'

export async function readTabletDay(c: PageContext, route: string): Promise<TabletDay> {
  const { provider } = tabletOf(c)
  const { orders, people, staff, facts } = await read(c.house.db, c.scope, async (tx) => {
    const orders = (await ordersInReach(tx)).map(orderOf).filter(isHere)
    const [people, staff, facts] = await Promise.all([
      findPersons(
        tx,
        orders.map((order) => order.personId),
      ),
      staffOfProvider(tx, provider),
      attendanceOfDay(tx, provider, c.today),
    ])
    return { orders, people, staff, facts }
  })
  const names = shownNames(people)
  const rows = orders.flatMap((order): TabletRow[] => {
    const name = names.get(order.personId)
    if (name === undefined) return []
    const day = dayOf(facts.filter(({ orderId }) => orderId === order.orderId))
    return [
      {
        orderId: order.orderId,
        name,
        day,
        undoable: day.holding.filter(({ kind }) => kindsToUndo.includes(kind)).at(-1)?.factId,
        ride: order.content.transport,
        important: order.content.considerations,
      },
    ]
  })
  await logLooks(c, route, orders)
  return { rows: [...rows].sort((a, b) => a.name.localeCompare(b.name, 'da')), staff }
}

/** Each person shown is a look, by the tablet: who stands before it is known act by act only. */
async function logLooks(
  c: PageContext,
  route: string,
  shown: readonly { readonly personId: PersonId; readonly caseId: Order['caseId'] }[],
): Promise<void> {
  if (shown.length === 0) return
  await write(c.house.db, c.scope, (tx) =>
    logAccess(
      tx,
      shown.map(({ personId, caseId }) => ({
        id: c.house.newId(),
        at: c.house.now().toISOString(),
        onDay: c.today,
        actor: c.asking.actor,
        route,
        personId,
        caseId,
        outcome: 'allowed' as const,
      })),
    ),
  )
}
