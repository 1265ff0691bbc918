/** From what a command ordered to what the letter says. Pure; one file a kind. */
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { LetterContent } from '../letter-content.ts'
import { composeAccessAnswer, composeAccessDelay } from './access.ts'
import { composeActionPlanOffer } from './action-plan-offer.ts'
import {
  composeComplaintDelay,
  composeComplaintForwarded,
  composeComplaintReceipt,
  composeReassessment,
} from './complaint.ts'
import { composeDecision } from './decision.ts'
import { composeDelayNotice } from './delay-notice.ts'
import { composeGuidance } from './guidance.ts'
import { composeInformationRequest, composeOtherSourcesNotice } from './information.ts'
import type { LetterContext } from './letter-context.ts'
import { composeMeetingCancelled, composeMeetingInvitation } from './meeting.ts'
import { composeMoveNotice } from './moving.ts'
import { composePartyHearing } from './party-hearing.ts'
import { composeReceipt } from './receipt.ts'

/** The letter's content, checked: no empty heading, section or list. Throws where the order holds an empty text. */
export const composeLetter = (order: LetterOrder, context: LetterContext): LetterContent =>
  LetterContent.parse(contentOf(order, context))

function contentOf(order: LetterOrder, context: LetterContext): LetterContent {
  switch (order.kind) {
    case 'receipt':
      return composeReceipt(order, context)
    case 'delayNotice':
      return composeDelayNotice(order, context)
    case 'partyHearing':
      return composePartyHearing(order, context)
    case 'decision':
      return composeDecision(order.issued.record, context)
    case 'informationRequest':
      return composeInformationRequest(order, context)
    case 'otherSourcesNotice':
      return composeOtherSourcesNotice(order, context)
    case 'actionPlanOffer':
      return composeActionPlanOffer(context)
    case 'meetingInvitation':
      return composeMeetingInvitation(order, context)
    case 'meetingCancelled':
      return composeMeetingCancelled(order, context)
    case 'accessDelay':
      return composeAccessDelay(order, context)
    case 'accessAnswer':
      return composeAccessAnswer(order, context)
    case 'moveNotice':
      return composeMoveNotice(order, context)
    case 'guidance':
      return composeGuidance(order, context)
    case 'complaintReceipt':
      return composeComplaintReceipt(order, context)
    case 'reassessment':
      return composeReassessment(order, context)
    case 'complaintDelay':
      return composeComplaintDelay(order, context)
    case 'complaintForwarded':
      return composeComplaintForwarded(order, context)
  }
}
