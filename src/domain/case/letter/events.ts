import { z } from 'zod'
import { DocumentHash, LetterId, PersonId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

export const letterKinds = [
  'receipt',
  'delayNotice',
  'partyHearing',
  'decision',
  'informationRequest',
  'otherSourcesNotice',
  'actionPlanOffer',
  'guidance',
  'meetingInvitation',
  'meetingCancelled',
  'complaintReceipt',
  'reassessment',
  'complaintDelay',
  'complaintForwarded',
  'accessDelay',
  'accessAnswer',
  'moveNotice',
] as const
export type LetterKind = (typeof letterKinds)[number]

export const deliveryChannels = ['digitalPost', 'paper'] as const
export type DeliveryChannel = (typeof deliveryChannels)[number]

const toWhom = { letterId: LetterId, recipient: PersonId }

export const letterEvents = {
  /** A letter exists: its inputs as printed and its bytes, by hash, and for whom it is meant. */
  letterIssued: z.object({
    letterId: LetterId,
    kind: z.enum(letterKinds),
    recipients: z.array(PersonId).min(1),
    inputs: DocumentHash,
    document: DocumentHash,
    renderer: z.string(),
  }),
  /** Handed to delivery, which is what meets the municipality's deadline. */
  letterDispatched: z.object({ ...toWhom, channel: z.enum(deliveryChannels), messageId: z.string() }),
  /** Available in the mailbox, or presumed delivered on paper: the day that starts the citizen's periods. */
  letterDelivered: z.object({
    ...toWhom,
    channel: z.enum(deliveryChannels),
    deliveredOn: CalendarDay,
    proof: z.enum(['receipt', 'presumed', 'stated']),
  }),
  letterFailed: z.object({
    ...toWhom,
    channel: z.enum(deliveryChannels),
    code: z.string(),
    reason: z.string(),
  }),
  /** Somebody has dealt with a failure: sent again, sent on paper, or handed over. */
  letterFailureHandled: z.object({
    ...toWhom,
    how: z.enum(['resentDigitally', 'sentOnPaper', 'handedOver', 'noLongerNeeded']),
    remark: z.string().optional(),
  }),
  /** The citizen, or who acts for them, has opened it on the citizen pages. */
  letterOpened: z.object({ letterId: LetterId, by: PersonId }),
} as const
