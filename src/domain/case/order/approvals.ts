/** How long it takes from a yes to the first day: each approval with the placement that it led to, for the figures. */
import type { ProviderId } from '../../identity.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Proceeding } from '../case-file.ts'
import { currentProceeding } from '../case-file.ts'
import { isReassessment } from '../reassessment/standing.ts'

export type Approval = {
  /** The first day on which the citizen had a yes that stands: that the provider could not, begins no new wait. */
  readonly decidedOn: CalendarDay
  /** Null while another place is being sought. */
  readonly providerId: ProviderId | null
  /** The day agreed with the provider. */
  readonly startOn: CalendarDay | null
  readonly startedOn: CalendarDay | null
}

/**
 * One for each placement that was granted, in the order of the decisions. A later decision on somebody who has not begun
 * replaces the earlier: a yes keeps the day from which they wait, a no ends the waiting.
 */
export function approvalsOf(file: CaseFile): readonly Approval[] {
  // Who has a place and gets it changed has not waited for one.
  const decided = file.proceedings.flatMap((p) => (p.decision && !isReassessment(p) ? [p.decision] : []))
  const approvals: Approval[] = []
  for (const [index, decision] of decided.entries()) {
    const waiting = approvals.at(-1)?.startedOn === null ? approvals.pop() : undefined
    if (decision.record.outcome === 'REFUSED') continue
    const next = decided[index + 1]?.seq ?? Number.POSITIVE_INFINITY
    const order = file.orders.find((o) => o.seq > decision.seq && o.seq < next)
    approvals.push({
      decidedOn: waiting?.decidedOn ?? decision.on,
      providerId: order?.declined ? null : decision.record.place.provider,
      startOn: order?.accepted?.startOn ?? null,
      startedOn: order?.started?.on ?? null,
    })
  }
  return isSeekingAnother(currentProceeding(file)) ? approvals.map(withoutPlace) : approvals
}

const isSeekingAnother = ({ trigger, decision }: Proceeding): boolean =>
  trigger.kind === 'anotherPlace' && decision === undefined

const withoutPlace = (approval: Approval): Approval =>
  approval.startedOn === null ? { ...approval, providerId: null } : approval
