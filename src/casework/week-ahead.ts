/** The days ahead of one citizen, read in the scope of whoever looks: their cases, what was said off, what is closed. */
import type { Order } from '../domain/case/case-file.ts'
import { orderClosedOn } from '../domain/case/lifetime.ts'
import { continuedOrder } from '../domain/case/order/continued.ts'
import { scheduledOn } from '../domain/case/schedule/scheduled.ts'
import { type Appointment, appointmentsOf, type GoingTo } from '../domain/everyday/appointments.ts'
import type { PersonId } from '../domain/identity.ts'
import { addDays, type CalendarDay, earliest } from '../domain/time/calendar-day.ts'
import { attendanceOfOrders, offerFacts } from '../store/attendance.ts'
import { casesInReach } from '../store/cases.ts'
import type { ReadTx } from '../store/connection.ts'
import { findCase, type LoadedCase } from './load-case.ts'

/** A place that has said yes and is not over on the first of the days. */
export type Placement = { readonly loaded: LoadedCase; readonly order: Order; readonly goingTo: GoingTo }

export type WeekAhead = {
  readonly placements: readonly Placement[]
  readonly appointments: readonly Appointment[]
}

type Days = { readonly from: CalendarDay; readonly to: CalendarDay }

/** Somebody has more cases than this in no municipality. */
const mostCases = 50

/** Of those cases alone that whoever looks may see so much of. */
export async function weekAhead(
  tx: ReadTx,
  about: PersonId,
  days: Days,
  admits: (loaded: LoadedCase) => boolean = () => true,
): Promise<WeekAhead> {
  const entries = (await casesInReach(tx, mostCases)).filter((entry) => entry.personId === about)
  const loaded = await Promise.all(entries.map((entry) => findCase(tx, entry.caseId)))
  const placements = loaded.flatMap((one) => (one && admits(one) ? placementsIn(one, days) : []))
  const orderIds = placements.map(({ order }) => order.orderId)
  const providers = [...new Set(placements.map(({ goingTo }) => goingTo.providerId))]
  const [attendance, offers] = await Promise.all([
    orderIds.length > 0 ? attendanceOfOrders(tx, orderIds, days.from, days.to) : [],
    Promise.all(providers.map((provider) => offerFacts(tx, provider, days.from, days.to))),
  ])
  const known = { attendance, offers: offers.flat() }
  return {
    placements,
    appointments: appointmentsOf(
      placements.map(({ goingTo }) => goingTo),
      days,
      known,
    ),
  }
}

/** Places that are over when the days begin, or that have not said yes, are none that one goes to. */
function placementsIn(loaded: LoadedCase, { from, to: until }: Days): readonly Placement[] {
  return loaded.file.orders.flatMap((order): Placement[] => {
    if (order.accepted === undefined) return []
    const closedOn = orderClosedOn(loaded.file, order)
    const ends = [order.content.endOn, closedOn && addDays(closedOn, -1)].filter((day) => day !== undefined)
    const to = ends.reduce<CalendarDay | undefined>((a, b) => (a ? earliest(a, b) : b), undefined)
    if (to !== undefined && to < from) return []
    // Until an order takes over, the one that it goes on from is where the person is.
    if (order.continues && order.started && order.started.on > until) return []
    const continued = continuedOrder(order)
    const goingTo: GoingTo = {
      orderId: order.orderId,
      providerId: order.content.provider,
      transport: order.content.transport,
      from: order.started?.on ?? order.accepted.startOn,
      to,
      scheduled: (day) => scheduledOn(continued, day),
    }
    return [{ loaded, order: continued, goingTo }]
  })
}
