/** What the provider's pages read, each in one transaction and a handful of statements. */
import type { PersonId, UserId } from '../../domain/identity.ts'
import { tasks } from '../../domain/standard/obligation.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { logAccess } from '../../store/access-log.ts'
import { findOrder, ordersInReach } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import { findPersons, type Person } from '../../store/persons.ts'
import { obligationsOf } from '../../store/projections.ts'
import { type StaffUser, staffOfProvider } from '../../store/users.ts'
import { type WorklistEntry, worklist } from '../../store/worklist.ts'
import type { OrderContext, PageContext } from '../platform/context.ts'
import { type Order, orderOf, owedIn } from './orders.ts'

/** A provider's lists are shown whole; this is far above what one has open at a time. */
const most = 1000

export type Desk = {
  readonly orders: readonly Order[]
  readonly people: readonly Person[]
  readonly colleagues: readonly StaffUser[]
  readonly owed: readonly WorklistEntry[]
}

/** Everything that is the provider's today, with the people's names and what it owes. Each person shown is a look. */
export async function readDesk(c: PageContext, route: string): Promise<Desk> {
  const desk = await read(c.house.db, c.scope, async (tx): Promise<Desk> => {
    const orders = (await ordersInReach(tx)).map(orderOf)
    const [people, colleagues, owed] = await Promise.all([
      findPersons(
        tx,
        orders.map((o) => o.personId),
      ),
      colleaguesOf(c, (provider) => staffOfProvider(tx, provider)),
      worklist(tx, { today: c.today, actors: ['provider'], tasks }, { limit: most }),
    ])
    return { orders, people, colleagues, owed }
  })
  await logLooks(c, route, desk.orders)
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

/** Each person shown is a look. */
export async function logLooks(
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
