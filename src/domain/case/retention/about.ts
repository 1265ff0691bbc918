/** How long a closed case is kept, what holds it, and whether it may be erased. Asked by pages, commands and the eraser alike. */
import { addMonths, type CalendarDay } from '../../time/calendar-day.ts'
import { openRequests } from '../access-request/about.ts'
import type { CaseFile, Delivery, ErasureHold, Fact, PayloadOf } from '../case-file.ts'
import { isUnsettled } from '../complaint/about.ts'

type RetentionParameters = { readonly retentionMonths: number }

/** The first day on which a closed case may be erased; undefined while it is open. */
export const retainedUntil = (
  { closed }: Pick<CaseFile, 'closed'>,
  { retentionMonths }: RetentionParameters,
): CalendarDay | undefined => closed && addMonths(closed.on, retentionMonths)

/** What holds a case: a complaint or a request for access that is open, and what somebody has recorded. */
export type Hold =
  | { readonly kind: 'complaint' | 'accessRequest'; readonly since: Fact }
  | { readonly kind: 'recorded'; readonly hold: ErasureHold }

export function holdsOn(file: CaseFile): readonly Hold[] {
  return [
    ...file.complaints
      .filter((c) => isUnsettled(file, c))
      .map((since): Hold => ({ kind: 'complaint', since })),
    ...openRequests(file).map((since): Hold => ({ kind: 'accessRequest', since })),
    ...openHolds(file).map((hold): Hold => ({ kind: 'recorded', hold })),
  ]
}

export const openHolds = ({ retention }: CaseFile): readonly ErasureHold[] =>
  retention.holds.filter((hold) => hold.released === undefined)

/** The delivery that holds the whole case as it is: after the closing, and nothing has been added since. */
export function standingDelivery({ closed, retention }: CaseFile): Delivery | undefined {
  const last = retention.deliveries.at(-1)
  if (closed === undefined || last === undefined || last.seq < closed.seq) return undefined
  return last.outdatedBy === undefined ? last : undefined
}

/** The approval of the delivery that stands, unless something was held in between: then it is asked for anew. */
export function standingApproval(file: CaseFile): (Fact & PayloadOf<'erasureApproved'>) | undefined {
  const delivery = standingDelivery(file)
  const approval = file.retention.approvals.at(-1)
  if (delivery === undefined || approval === undefined || approval.seq < delivery.seq) return undefined
  return file.retention.holds.some((hold) => hold.seq > approval.seq) ? undefined : approval
}

/** Why a case may not be erased, or not yet. The order is that in which it can be put right. */
export const erasureObstacles = ['notClosed', 'held', 'notDelivered', 'tooEarly', 'notApproved'] as const
export type ErasureObstacle = (typeof erasureObstacles)[number]

/** The one gate: undefined when the case may be erased on this day. */
export function erasureObstacle(
  file: CaseFile,
  today: CalendarDay,
  parameters: RetentionParameters,
): ErasureObstacle | undefined {
  const until = retainedUntil(file, parameters)
  if (until === undefined) return 'notClosed'
  if (holdsOn(file).length > 0) return 'held'
  if (standingDelivery(file) === undefined) return 'notDelivered'
  if (today < until) return 'tooEarly'
  return standingApproval(file) === undefined ? 'notApproved' : undefined
}
