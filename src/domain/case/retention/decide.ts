import { PartId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { type CommandContext, type Decided, defineCommand, newPart, only } from '../command.ts'
import { erasureObstacle, openHolds, standingApproval, standingDelivery } from './about.ts'
import { retentionEvents } from './events.ts'

/** Keeping and erasing are a named person's to say, never the system's (GDPR art. 22). */
const byStaff = ({ actor }: CommandContext, then: (userId: string) => Decided | Refusal) =>
  actor.kind === 'staff' ? then(actor.userId) : refuse('notAllowed')

export const retentionCommands = {
  /**
   * The archive has the package. `through` is the last event in it: of a package that was made before the newest event
   * nothing is recorded, for it is not the case.
   */
  recordArchiveDelivery: defineCommand({
    schema: retentionEvents.archiveDelivered.extend({ deliveredOn: CalendarDay }),
    invalidatedBy: ['archiveDelivered'],
    decide: (file, { deliveredOn, ...payload }, context) =>
      byStaff(context, () => {
        if (file.closed === undefined) return refuse('caseNotClosed')
        if (deliveredOn > context.today) return refuse('dateInFuture', { field: 'deliveredOn' })
        if (deliveredOn < file.closed.on) return refuse('dateBeforeClosing', { field: 'deliveredOn' })
        if (payload.through !== file.retention.lastOther.seq) return refuse('packageOutdated')
        if (standingDelivery(file)) return refuse('alreadyDone')
        return only({ type: 'archiveDelivered', payload, occurredOn: deliveredOn })
      }),
  }),
  /** Also of an open case: who knows of a ban need not wait for the closing. */
  holdErasure: defineCommand({
    schema: retentionEvents.erasureHeld.omit({ holdId: true }),
    invalidatedBy: [],
    decide: (_, payload, context) =>
      byStaff(context, () =>
        only({ type: 'erasureHeld', payload: { ...payload, holdId: newPart(context) } }),
      ),
  }),
  releaseErasure: defineCommand({
    schema: retentionEvents.erasureReleased.extend({ holdId: PartId }),
    invalidatedBy: ['erasureReleased'],
    decide: (file, payload, context) =>
      byStaff(context, () => {
        const hold = openHolds(file).find((h) => h.holdId === payload.holdId)
        return hold === undefined ? refuse('notFound') : only({ type: 'erasureReleased', payload })
      }),
  }),
  /** By somebody else than whoever recorded the delivery. Everything but the approval itself has to be in order. */
  approveErasure: defineCommand({
    schema: retentionEvents.erasureApproved,
    invalidatedBy: ['archiveDelivered', 'erasureHeld', 'erasureApproved'],
    decide: (file, payload, context) =>
      byStaff(context, (userId) => {
        if (standingApproval(file)) return refuse('alreadyDone')
        const obstacle = erasureObstacle(file, context.today, context.terms.parameters)
        if (obstacle === 'notClosed') return refuse('caseNotClosed')
        if (obstacle === 'held') return refuse('erasureHeld')
        if (obstacle === 'notDelivered') return refuse('notDelivered')
        if (obstacle === 'tooEarly') return refuse('retentionRuns')
        const delivery = standingDelivery(file)
        if (delivery?.package !== payload.package) return refuse('packageOutdated')
        if (delivery.actor.kind === 'staff' && delivery.actor.userId === userId) return refuse('ownDelivery')
        return only({ type: 'erasureApproved', payload })
      }),
  }),
} as const
