/** What the pages of the week read: the days, and of each place its name and who to turn to. */
import { targetOf } from '../../../casework/load-case.ts'
import { type Placement, type WeekAhead, weekAhead } from '../../../casework/week-ahead.ts'
import { may } from '../../../domain/access/permissions.ts'
import type { PartId, UserId } from '../../../domain/identity.ts'
import { addDays } from '../../../domain/time/calendar-day.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { read } from '../../../store/connection.ts'
import { findUser } from '../../../store/users.ts'
import type { PageContext } from '../../platform/context.ts'
import { maySee } from '../own-cases.ts'

/** So many days from today on: two weeks, today the first. */
export const daysAhead = 14

export type PlaceInfo = {
  readonly orderId: PartId
  readonly name: string
  readonly address: readonly string[] | undefined
  readonly phone: string | undefined
  readonly contact: { readonly name: string; readonly phone: string | undefined } | undefined
  readonly substitute: string | undefined
  readonly rhythm: readonly { readonly at: string; readonly what: string }[]
  /** Its week has been planned. */
  readonly hasSchedule: boolean
  /** Whoever looks may say off days here: a helper who only reads may not. */
  readonly maySayOff: boolean
  readonly placement: Placement
}

export type Week = Pick<WeekAhead, 'appointments'> & { readonly places: readonly PlaceInfo[] }

export async function readWeek(c: PageContext): Promise<Week> {
  const about = c.asking.onBehalfOf ?? c.asking.subject.personId
  if (about === undefined) return { appointments: [], places: [] }
  const days = { from: c.today, to: addDays(c.today, daysAhead - 1) }
  const { placements, appointments } = await read(c.house.db, c.scope, (tx) =>
    weekAhead(tx, about, days, maySee(c, 'viewOwnPlan')),
  )
  const users = await contactsOf(c, placements)
  return { appointments, places: placements.map((placement) => infoOf(c, placement, users)) }
}

type Contacts = ReadonlyMap<UserId, { readonly name: string; readonly phone: string | undefined }>

/** The citizen sees these, and no others, because they stand in their own case; whoever left is nobody's contact. */
function contactsOf(c: PageContext, placements: readonly Placement[]): Promise<Contacts> {
  const ids = placements.flatMap(({ order }) =>
    [order.contactPerson?.contactPerson, order.contactPerson?.substitute].filter((id) => id !== undefined),
  )
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  return read(c.house.db, scope, async (tx) => {
    const found = await Promise.all([...new Set(ids)].map((id) => findUser(tx, id)))
    return new Map(
      found.flatMap((u) => (u?.active ? [[u.userId, { name: u.name, phone: u.phone ?? undefined }]] : [])),
    )
  })
}

function infoOf(c: PageContext, placement: Placement, users: Contacts): PlaceInfo {
  const { order, loaded } = placement
  const provider = currentStandard(c.municipality).providers.find((p) => p.id === order.content.provider)
  const { contactPerson, substitute } = order.contactPerson ?? {}
  const contact = contactPerson && users.get(contactPerson)
  const asker = { personId: c.asking.subject.personId, today: c.today, opened: false }
  return {
    orderId: order.orderId,
    name: c.municipality.providerName(order.content.provider),
    address: provider?.address,
    phone: provider?.phone,
    contact: contact && { name: contact.name, phone: contact.phone ?? provider?.phone },
    substitute: substitute && users.get(substitute)?.name,
    rhythm: provider?.dailyRhythm ?? [],
    hasSchedule: order.schedules.length > 0,
    maySayOff: may('cancelDay', c.asking.subject, targetOf(loaded, asker)),
    placement,
  }
}
