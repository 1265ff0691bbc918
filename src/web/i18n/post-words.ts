/** Letters on their way, in words for staff: which letter, by which channel, where it is, and why it did not arrive. */
import type { DeliveryChannel, LetterKind } from '../../domain/case/letter/events.ts'
import type { PostRefusalCode } from '../../exchange/digital-post/port.ts'
import type { UnfinishedState } from '../../store/post-overview.ts'
import { defineMessages } from './messages.ts'

export const letterKindNames = defineMessages({
  da: {
    receipt: 'Kvittering',
    delayNotice: 'Varsling om forsinkelse',
    partyHearing: 'Partshøring',
    decision: 'Afgørelse',
    informationRequest: 'Bed om oplysninger',
    otherSourcesNotice: 'Besked om oplysninger fra andre',
    actionPlanOffer: 'Tilbud om handleplan',
    accessDelay: 'Besked om aktindsigt',
    accessAnswer: 'Svar på aktindsigt',
    moveNotice: 'Besked om flytning',
    guidance: 'Vejledning',
    meetingInvitation: 'Indkaldelse til statusmøde',
    meetingCancelled: 'Statusmøde aflyst',
    complaintReceipt: 'Kvittering for klage',
    reassessment: 'Genvurdering',
    complaintDelay: 'Besked om længere tid til klagen',
    complaintForwarded: 'Klage sendt til Ankestyrelsen',
  } satisfies Record<LetterKind, string>,
  en: {
    receipt: 'Receipt',
    delayNotice: 'Delay notice',
    partyHearing: 'Party hearing',
    decision: 'Decision',
    informationRequest: 'Request for information',
    otherSourcesNotice: 'Notice of information from others',
    actionPlanOffer: 'Offer of an action plan',
    accessDelay: 'Notice about access',
    accessAnswer: 'Answer about access',
    moveNotice: 'Notice about a move',
    guidance: 'Guidance',
    meetingInvitation: 'Invitation to a status meeting',
    meetingCancelled: 'Status meeting cancelled',
    complaintReceipt: 'Receipt for a complaint',
    reassessment: 'Reassessment',
    complaintDelay: 'Notice of longer time for the complaint',
    complaintForwarded: 'Complaint sent to the Appeals Board',
  },
})

export const channelNames = defineMessages({
  da: { digitalPost: 'Digital Post', paper: 'Papir' } satisfies Record<DeliveryChannel, string>,
  en: { digitalPost: 'Digital Post', paper: 'Paper' },
})

export const postStateNames = defineMessages({
  da: {
    queued: 'Skal sendes',
    sent: 'Undervejs',
    failed: 'Nåede ikke frem',
  } satisfies Record<UnfinishedState, string>,
  en: { queued: 'To be sent', sent: 'Under way', failed: 'Did not arrive' },
})

type FailureCode = PostRefusalCode | 'mailboxClosed' | 'noAddress' | 'noReceipt'

const failures = defineMessages({
  da: {
    exempt: 'Modtageren er fritaget for Digital Post',
    invalidRecipient: 'Modtageren findes ikke i Digital Post',
    tooLarge: 'Brevet er for stort',
    formatNotAllowed: 'Filtypen kan ikke sendes',
    titleNotAllowed: 'Titlen kan ikke bruges',
    refused: 'Digital Post afviste brevet',
    mailboxClosed: 'Modtagerens postkasse er lukket',
    noAddress: 'Der er ingen adresse at sende til',
    noReceipt: 'Digital Post har ikke kvitteret, og modtageren har ikke fået brevet',
  } satisfies Record<FailureCode, string>,
  en: {
    exempt: 'The recipient is exempt from Digital Post',
    invalidRecipient: 'The recipient is not in Digital Post',
    tooLarge: 'The letter is too large',
    formatNotAllowed: 'The file type cannot be sent',
    titleNotAllowed: 'The title cannot be used',
    refused: 'Digital Post refused the letter',
    mailboxClosed: 'The recipient’s mailbox is closed',
    noAddress: 'There is no address to send to',
    noReceipt: 'Digital Post sent no receipt, and the recipient has not got the letter',
  },
})

/** Why a letter did not arrive; a code that nobody has put into words stands as it is. */
export function failureInWords(code: string, language: Parameters<typeof failures>[0]): string {
  const known: Readonly<Record<string, string>> = failures(language)
  return known[code] ?? code
}
