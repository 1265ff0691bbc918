import { z } from 'zod'
import { caseRule, metBy, type ObligationDraft } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import type { CaseFile } from '../case-file.ts'
import { transportDecided } from '../decision/rules.ts'
import { orderClosedOn } from '../lifetime.ts'
import { continuedOrder } from '../order/continued.ts'

/** Who has the right is driven from the first day: the ride is ordered by then. */
const transportArranged = (file: CaseFile): readonly ObligationDraft[] =>
  file.orders.flatMap((order) => {
    const { accepted } = order
    if (accepted === undefined || !order.content.transport) return []
    const [ride] = continuedOrder(order).rides
    const over = orderClosedOn(file, order)
    const firstDay = latest(accepted.on, accepted.startOn)
    return [
      {
        about: `ride-${accepted.seq}`,
        triggeredOn: accepted.on,
        arisesOn: accepted.on,
        dueOn: firstDay,
        derivation: [{ step: 'named' as const, day: firstDay }],
        ...metBy(ride && { seq: ride.seq, on: latest(ride.on, accepted.on) }, accepted.seq),
        ...(over !== undefined && { voidOn: over, voidReason: 'superseded' as const }),
        task: 'arrangeTransport' as const,
      },
    ]
  })

/** The municipality pays for transport to and from the offer (K2.4a-3): the right is decided on, and then it drives. */
export const transportGivenAndArranged = caseRule(z.object({}), (file) => [
  ...transportDecided(file),
  ...transportArranged(file),
])
