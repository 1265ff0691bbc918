/** What the provider's pages about trips read: who is placed here, by name, and the prices of a day. */
import { fullName } from '../../casework/people.ts'
import { priceListAt } from '../../casework/price-lists.ts'
import type { ProviderId } from '../../domain/identity.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { ordersInReach } from '../../store/cases.ts'
import type { ReadTx } from '../../store/connection.ts'
import { findPersons } from '../../store/persons.ts'
import type { PageContext } from '../platform/context.ts'
import { isAnswered, type Order, orderOf } from '../provider/orders.ts'

/** Pages about trips are for staff of a provider; the permission table sees to it. */
export function providerOf({ visitor }: PageContext): ProviderId {
  if (visitor.kind !== 'staff' || visitor.provider === undefined) throw new Error('works at no provider')
  return visitor.provider
}

export type PlacedPerson = { readonly order: Order; readonly name: string }

/** Everybody with a place here that the provider has said yes to, by name. */
export async function placedPeople(tx: ReadTx, unknown: string): Promise<readonly PlacedPerson[]> {
  const orders = (await ordersInReach(tx)).map(orderOf).filter(isAnswered)
  const people = await findPersons(
    tx,
    orders.map((o) => o.personId),
  )
  const names = new Map(people.map((p) => [p.personId, fullName(p)]))
  return orders
    .map((order) => ({ order, name: names.get(order.personId) ?? unknown }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'))
}

export const pricesOn = (c: PageContext, day: CalendarDay) =>
  priceListAt(c.house, c.municipality.code, { provider: providerOf(c), day })
