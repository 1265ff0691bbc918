/** What the provider's pages read, each in one transaction and a handful of statements. */
import type { UserId } from '../../domain/identity.ts'
import { tasks } from '../../domain/standard/obligation.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { findOrder, ordersInReach } from '../../store/cases.ts'
import { type ReadTx, read } from '../../store/connection.ts'
import { findPersons, type Person } from '../../store/persons.ts'
import { obligationsOf } from '../../store/projections.ts'
import { type StaffUser, staffOfProvider } from '../../store/users.ts'
import { type WorklistEntry, worklist } from '../../store/worklist.ts'
import type { OrderContext, PageContext } from '../platform/context.ts'
import { noteLooks } from '../platform/looks.ts'
import { type Order, orderOf, owedIn } from './orders.ts'

/** A provider's lists are shown whole; this is far above what one has open at a time. */
const most = 1000

export type Desk = {
  readonly orders: readonly Order[]
  readonly people: readonly Person[]
  readonly colleagues: readonly StaffUser[]
  readonly owed: readonly WorklistEntry[]
}

/** Everybody that is the provider's today, and who works there. */
export async function peopleIn(c: PageContext, tx: ReadTx): Promise<Omit<Desk, 'owed'>> {
  const [orders, colleagues] = await Promise.all([
    ordersInReach(tx),
    colleaguesOf(c, (provider) => staffOfProvider(tx, provider)),
  ])
  const people = await findPersons(
    tx,
    orders.map((o) => o.personId),
  )
  return { orders: orders.map(orderOf), people, colleagues }
}

/** The same with what it owes. Each person shown is a look. */
export async function readDesk(c: PageContext, route: string): Promise<Desk> {
  const desk = await read(c.house.db, c.scope, async (tx): Promise<Desk> => {
    const [people, owed] = await Promise.all([
      peopleIn(c, tx),
      worklist(tx, { today: c.today, actors: ['provider'], tasks }, { limit: most }),
    ])
    return { ...people, owed }
  })
  noteLooks(c, route, desk.orders)
  return desk
}

/** The order with what belongs to it, or undefined when it has stopped being the provider's since it was opened. */
export async function readOrder(c: OrderContext) {
  return read(c.house.db, c.scope, async (tx) => {
    const entry = await findOrder(tx, c.order.orderId)
    if (entry === undefined) return undefined
    const order = orderOf(entry)
    const [[person], colleagues, obligations] = await Promise.all([
      findPersons(tx, [order.personId]),
      colleaguesOf(c, (provider) => staffOfProvider(tx, provider)),
      obligationsOf(tx, order.caseId),
    ])
    return { order, person, colleagues, owed: owedIn(obligations, c.today) }
  })
}
export type OrderRead = NonNullable<Awaited<ReturnType<typeof readOrder>>>

const colleaguesOf = async (
  { visitor }: PageContext,
  list: (provider: Order['content']['provider']) => Promise<readonly StaffUser[]>,
): Promise<readonly StaffUser[]> =>
  visitor.kind === 'staff' && visitor.provider !== undefined ? list(visitor.provider) : []

/** The visitor's provider, by its name in the standard. */
export const providerName = ({ visitor, municipality }: PageContext): string | undefined =>
  visitor.kind === 'staff' && visitor.provider ? municipality.providerName(visitor.provider) : undefined

export const soonDays = ({ municipality }: PageContext): number =>
  currentStandard(municipality).parameters.dueSoonWorkingDays.value

export const userName = (users: readonly StaffUser[], id: UserId | undefined): string | undefined =>
  users.find((u) => u.userId === id)?.name
