/** Every kind of event in a caseworker's words: the file's timeline, and what others did meanwhile. */
import type { CaseFile } from '../../domain/case/case-file.ts'
import {
  type CaseEventType,
  isPresent,
  type PresentCaseEvent,
  type RecordedCaseEvent,
} from '../../domain/case/events.ts'
import { municipalityName } from '../../domain/vocabulary/municipality.ts'
import { absencesInWords, causeNames, continuationNames, partyNames } from '../i18n/absence-words.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { outcomeNames } from '../i18n/moving-words.ts'
import { failureInWords, letterKindNames } from '../i18n/post-words.ts'
import { causesOfReassessment } from '../i18n/reassessment-words.ts'
import { reactionNames, reportKindNames } from '../i18n/report-words.ts'
import type { CaseContext } from '../platform/context.ts'

export const eventNames = defineMessages({
  da: {
    applicationReceived: 'Ansøgning modtaget',
    applicationConfirmed: 'Ansøgningen bekræftet af borgeren',
    applicationChanged: 'Ansøgningen ændret',
    applicationWithdrawn: 'Ansøgningen trukket tilbage',
    municipalityRecorded: 'Kommuner noteret',
    guidanceGiven: 'Vejledning givet',
    actingMunicipalityChanged: 'Ny handlekommune',
    remandReceived: 'Hjemvist af Ankestyrelsen',
    caseClosed: 'Sagen lukket',
    caseAssigned: 'Sagen fordelt',
    representativeRegistered: 'Repræsentant registreret',
    representativeVerified: 'Repræsentation kontrolleret',
    representativeRejected: 'Repræsentation afvist ved kontrol',
    representationEndConsidered: 'Spurgt, om repræsentationen fortsætter',
    representativeRevoked: 'Repræsentation ophørt',
    participationPlanned: 'Borgerens medvirken aftalt',
    deathRegistered: 'Dødsfald registreret',
    noteRecorded: 'Notat',
    documentRegistered: 'Dokument journaliseret',
    consentGiven: 'Samtykke givet',
    consentRefused: 'Samtykke afslået',
    consentWithdrawn: 'Samtykke trukket tilbage',
    informationRequested: 'Oplysninger indhentes',
    sourceReminded: 'Der er rykket for svar',
    sourceLetterWritten: 'Brev til en kilde skrevet',
    sourceLetterSent: 'Brev til en kilde sendt',
    informationReceived: 'Oplysninger modtaget',
    caseSufficientlyInformed: 'Sagen er tilstrækkeligt oplyst',
    privacyNoticeGiven: 'Besked om behandling af oplysninger',
    targetGroupAssessed: 'Målgruppe og behov vurderet',
    otherPossibilitiesConsidered: 'Anden hjælp overvejet (§ 5)',
    actionPlanOffered: 'Handleplan tilbudt (§ 141)',
    actionPlanAnswered: 'Svar på tilbud om handleplan',
    actionPlanMade: 'Handleplan udarbejdet',
    goalsSet: 'Mål aftalt',
    hearingSent: 'Partshøring sendt',
    hearingAnswered: 'Svar på partshøring',
    delayNoticeIssued: 'Besked om forsinkelse',
    decisionProposed: 'Afgørelse sendt til godkendelse',
    decisionApproved: 'Afgørelse godkendt',
    decisionReturned: 'Forslag sendt tilbage',
    decisionMade: 'Afgørelse truffet',
    letterIssued: 'Brev skrevet',
    letterDispatched: 'Brev afsendt',
    letterDelivered: 'Brev modtaget',
    letterFailed: 'Brev nåede ikke frem',
    letterFailureHandled: 'Fejlet brev håndteret',
    letterOpened: 'Brev åbnet',
    orderSent: 'Bestilling sendt',
    orderOpened: 'Bestilling læst',
    orderAccepted: 'Tilbuddet har sagt ja',
    orderQuestioned: 'Tilbuddet har spurgt',
    orderQuestionAnswered: 'Spørgsmål besvaret',
    contentJudged: 'Bestillingens indhold vurderet',
    orderDeclined: 'Tilbuddet kan ikke',
    contactPersonAppointed: 'Kontaktperson valgt',
    placementStarted: 'Startet i tilbuddet',
    messageSent: 'Besked sendt',
    purchaseAgreed: 'Sagt ja til egenbetaling',
    purchaseWithdrawn: 'Sagt nej alligevel til egenbetaling',
    purchaseSettled: 'Egenbetaling afregnet',
    purchaseCalledOff: 'Turen aflyst, intet at betale',
    messageRead: 'Besked læst',
    dailyNoteRecorded: 'Note fra tilbuddet',
    activityJoined: 'Deltager i aktivitet',
    activityLeft: 'Gået ud af aktivitet',
    activityDeclined: 'Aktivitet tilbudt; borgeren sagde nej',
    sharedActivityImpossible: 'Fælles aktivitet ikke mulig for nu',
    skillDomainSetAside: 'Færdighedsområde valgt fra',
    absencePatternFound: 'Gentagne afbud fundet',
    absenceDialogueHeld: 'Dialog om fravær',
    continuationAssessed: 'Vurderet, om tilbuddet skal fortsætte',
    providerReported: 'Melding fra tilbuddet',
    reportAnswered: 'Svar på tilbuddets melding',
    reassessmentOpened: 'Revurdering begyndt',
    reassessmentConcluded: 'Revurdering slut uden ny afgørelse',
    complaintReceived: 'Klage modtaget',
    complaintSupplemented: 'Mere til klagen',
    complaintConfirmed: 'Borgeren står bag klagen',
    complaintWithdrawn: 'Klage trukket tilbage',
    decisionPostponed: 'Om afgørelsen venter på klagen',
    complaintReassessed: 'Afgørelsen genvurderet',
    complaintDelayTold: 'Besked om, at klagen tager længere tid',
    complaintForwarded: 'Klage klar til Ankestyrelsen',
    complaintBundled: 'Brev og bilag til Ankestyrelsen samlet',
    complaintSent: 'Klage sendt til Ankestyrelsen',
    complaintResultReceived: 'Svar fra Ankestyrelsen',
    complaintResultCarriedOut: 'Ankestyrelsens afgørelse gennemført',
    moveAnnounced: 'Borgeren flytter',
    moveCalledOff: 'Flytningen bliver ikke til noget',
    moveSettled: 'Afklaret, hvem der er handlekommune efter flytningen',
    handoverAnswered: 'Borgeren har svaret på, om papirerne må sendes videre',
    papersHandedOver: 'Papirer sendt til den nye kommune',
    movedHereRecorded: 'Borgeren flytter hertil',
    accessRequested: 'Bedt om aktindsigt',
    accessDelayTold: 'Aktindsigt tager længere tid',
    accessAnswered: 'Aktindsigt besvaret',
    correctionRequested: 'Borgeren siger, at noget er forkert',
    correctionAnswered: 'Svaret på, at noget er forkert',
    lookQuestioned: 'Borgeren spørger om et opslag',
    lookQuestionAnswered: 'Svaret på spørgsmål om et opslag',
    archiveDelivered: 'Afleveret til arkiv',
    erasureHeld: 'Må ikke slettes',
    erasureReleased: 'Må slettes igen',
    erasureApproved: 'Godkendt, at sagen slettes',
    weeklyScheduleSet: 'Ugeskema lavet',
    interventionPlanMade: 'Indsatsplan lavet',
    goalFollowed: 'Fulgt op på mål',
    transportArranged: 'Kørsel bestilt',
    followUpAskedFor: 'Bedt om opfølgning',
    statusMeetingCalled: 'Indkaldt til statusmøde',
    statusMeetingMoved: 'Statusmøde flyttet',
    statusMeetingCancelled: 'Statusmøde aflyst',
    anotherTimeAskedFor: 'Bedt om en anden mødetid',
    meetingTimeKept: 'Mødetiden står fast',
    meetingPrepared: 'Borgeren har skrevet til mødet',
    statusReportSent: 'Tilbuddets rapport før statusmøde',
    followUpConcluded: 'Opfølgning afsluttet',
    payloadWithdrawn: 'Indhold fjernet',
  } satisfies Record<CaseEventType, string>,
  en: {
    applicationReceived: 'Application received',
    applicationConfirmed: 'Application confirmed by the citizen',
    applicationChanged: 'Application changed',
    applicationWithdrawn: 'Application withdrawn',
    municipalityRecorded: 'Municipalities recorded',
    guidanceGiven: 'Guidance given',
    actingMunicipalityChanged: 'New acting municipality',
    remandReceived: 'Remanded by the Appeals Board',
    caseClosed: 'Case closed',
    caseAssigned: 'Case assigned',
    representativeRegistered: 'Representative registered',
    representativeVerified: 'Representation verified',
    representativeRejected: 'Representation refused when verified',
    representationEndConsidered: 'Asked whether the representation goes on',
    representativeRevoked: 'Representation ended',
    participationPlanned: 'The citizen’s participation agreed',
    deathRegistered: 'Death registered',
    noteRecorded: 'Note',
    documentRegistered: 'Document registered',
    consentGiven: 'Consent given',
    consentRefused: 'Consent refused',
    consentWithdrawn: 'Consent withdrawn',
    informationRequested: 'Information requested',
    sourceReminded: 'Reminded',
    sourceLetterWritten: 'Letter to a source written',
    sourceLetterSent: 'Letter to a source sent',
    informationReceived: 'Information received',
    caseSufficientlyInformed: 'The case is sufficiently informed',
    privacyNoticeGiven: 'Privacy notice given',
    targetGroupAssessed: 'Target group and needs assessed',
    otherPossibilitiesConsidered: 'Other help considered (§ 5)',
    actionPlanOffered: 'Action plan offered (§ 141)',
    actionPlanAnswered: 'Answer to the offer of an action plan',
    actionPlanMade: 'Action plan made',
    goalsSet: 'Goals set',
    hearingSent: 'Party hearing sent',
    hearingAnswered: 'Answer to party hearing',
    delayNoticeIssued: 'Notice of delay',
    decisionProposed: 'Decision sent for approval',
    decisionApproved: 'Decision approved',
    decisionReturned: 'Proposal returned',
    decisionMade: 'Decision made',
    letterIssued: 'Letter written',
    letterDispatched: 'Letter dispatched',
    letterDelivered: 'Letter received',
    letterFailed: 'Letter did not arrive',
    letterFailureHandled: 'Failed letter handled',
    letterOpened: 'Letter opened',
    orderSent: 'Order sent',
    orderOpened: 'Order read',
    orderAccepted: 'The provider said yes',
    orderQuestioned: 'The provider asked',
    orderQuestionAnswered: 'Question answered',
    contentJudged: 'Content of the order judged',
    orderDeclined: 'The provider cannot',
    contactPersonAppointed: 'Contact person appointed',
    placementStarted: 'Started at the provider',
    messageSent: 'Message sent',
    purchaseAgreed: 'Said yes to own payment',
    purchaseWithdrawn: 'Said no after all to own payment',
    purchaseSettled: 'Own payment settled',
    purchaseCalledOff: 'Trip called off, nothing to pay',
    messageRead: 'Message read',
    dailyNoteRecorded: 'Note from the provider',
    activityJoined: 'Takes part in an activity',
    activityLeft: 'Has left an activity',
    activityDeclined: 'Activity offered; the citizen said no',
    sharedActivityImpossible: 'No shared activity possible for now',
    skillDomainSetAside: 'Kind of skills set aside',
    absencePatternFound: 'Repeated absence found',
    absenceDialogueHeld: 'Dialogue about absence',
    continuationAssessed: 'Assessed whether the offer goes on',
    providerReported: 'Report from the provider',
    reportAnswered: 'Answer to the provider’s report',
    reassessmentOpened: 'Reassessment begun',
    reassessmentConcluded: 'Reassessment ended without a new decision',
    complaintReceived: 'Complaint received',
    complaintSupplemented: 'More about the complaint',
    complaintConfirmed: 'The citizen stands by the complaint',
    complaintWithdrawn: 'Complaint withdrawn',
    decisionPostponed: 'Whether the decision waits for the complaint',
    complaintReassessed: 'Decision reassessed',
    complaintDelayTold: 'Notice that the complaint takes longer',
    complaintForwarded: 'Complaint ready for the Appeals Board',
    complaintBundled: 'Letter and documents for the Appeals Board put together',
    complaintSent: 'Complaint sent to the Appeals Board',
    complaintResultReceived: 'Answer from the Appeals Board',
    complaintResultCarriedOut: 'The Appeals Board’s decision carried out',
    moveAnnounced: 'The citizen moves',
    moveCalledOff: 'The move came to nothing',
    moveSettled: 'Settled who is acting municipality after the move',
    handoverAnswered: 'The citizen has answered whether the papers may go along',
    papersHandedOver: 'Papers sent to the new municipality',
    movedHereRecorded: 'The citizen moves here',
    accessRequested: 'Access asked for',
    accessDelayTold: 'Access takes longer',
    accessAnswered: 'Access answered',
    correctionRequested: 'The citizen says that something is wrong',
    correctionAnswered: 'Answered that something is wrong',
    lookQuestioned: 'The citizen asks about a look',
    lookQuestionAnswered: 'Question about a look answered',
    archiveDelivered: 'Delivered to the archive',
    erasureHeld: 'May not be erased',
    erasureReleased: 'May be erased again',
    erasureApproved: 'Approved that the case is erased',
    weeklyScheduleSet: 'Weekly schedule made',
    interventionPlanMade: 'Intervention plan made',
    goalFollowed: 'Goal followed',
    transportArranged: 'Transport arranged',
    followUpAskedFor: 'Follow-up asked for',
    statusMeetingCalled: 'Status meeting called',
    statusMeetingMoved: 'Status meeting moved',
    statusMeetingCancelled: 'Status meeting cancelled',
    anotherTimeAskedFor: 'Another meeting time asked for',
    meetingTimeKept: 'The meeting time stands',
    meetingPrepared: 'The citizen has written for the meeting',
    statusReportSent: 'The provider’s report before the status meeting',
    followUpConcluded: 'Follow-up concluded',
    payloadWithdrawn: 'Content removed',
  },
})

const gone = defineMessages({
  da: { text: '(indholdet er fjernet)' },
  en: { text: '(the content has been removed)' },
})

/** Where it is told: whose words, and the case that the event is one of. */
type Place = Pick<CaseContext, 'municipality' | 'language'> & { readonly case: { readonly file: CaseFile } }

/** The event's name, with what in it a caseworker looks for. */
export function eventInWords(event: RecordedCaseEvent, place: Place): string {
  const { language } = place
  const name = eventNames(language)[event.type]
  if (!isPresent(event)) return `${name} ${gone(language).text}`
  const detail = detailOf(event, place)
  return detail ? `${name}: ${detail}` : name
}

function letterOf(
  event: PresentCaseEvent<LetterEvent>,
  { language, case: { file } }: Place,
): string | undefined {
  const letter = file.letters.find((l) => l.letterId === event.payload.letterId)
  return letter && letterKindNames(language)[letter.kind].toLowerCase()
}

type LetterEvent =
  | 'letterIssued'
  | 'letterDispatched'
  | 'letterDelivered'
  | 'letterFailed'
  | 'letterFailureHandled'
  | 'letterOpened'

function detailOf(event: PresentCaseEvent, place: Place): string | undefined {
  const { municipality, language } = place
  switch (event.type) {
    case 'letterIssued':
    case 'letterDispatched':
    case 'letterDelivered':
    case 'letterFailureHandled':
    case 'letterOpened':
      return letterOf(event, place)
    case 'noteRecorded':
      return event.payload.text
    case 'documentRegistered':
      return event.payload.subject
    case 'informationRequested':
      return event.payload.what
    case 'informationReceived':
      return event.payload.summary
    case 'representativeVerified':
      return event.payload.how
    case 'representationEndConsidered':
      return event.payload.outcome
    case 'caseSufficientlyInformed':
    case 'representativeRejected':
    case 'representativeRevoked':
      return event.payload.reason
    case 'guidanceGiven':
      return event.payload.about
    case 'delayNoticeIssued':
      return `${plainDay(event.payload.newDate, language)} – ${event.payload.reason}`
    case 'decisionReturned':
      return event.payload.remark
    case 'orderSent':
      return municipality.providerName(event.payload.content.provider)
    case 'orderAccepted':
      return plainDay(event.payload.startOn, language)
    case 'orderQuestioned':
      return event.payload.question
    case 'orderQuestionAnswered':
      return event.payload.answer
    case 'contentJudged':
      return event.payload.because
    case 'orderDeclined':
      return event.payload.reason
    case 'absencePatternFound':
      return absencesInWords(event.payload, language)
    case 'absenceDialogueHeld':
      return [
        partyNames(language)[event.payload.with],
        causeNames(language)[event.payload.cause].toLowerCase(),
        event.payload.words,
      ].join(' – ')
    case 'continuationAssessed':
      return [continuationNames(language)[event.payload.outcome], event.payload.because].join(' – ')
    case 'reassessmentOpened':
      return [causesOfReassessment(language)[event.payload.cause], event.payload.because].join(' – ')
    case 'providerReported':
      return [reportKindNames(language)[event.payload.kind], event.payload.what].join(' – ')
    case 'reportAnswered':
      return [reactionNames(language)[event.payload.reaction], event.payload.words].join(' – ')
    case 'followUpAskedFor':
    case 'anotherTimeAskedFor':
      return event.payload.words
    case 'statusMeetingCalled':
    case 'statusMeetingMoved':
      return `${plainDay(event.payload.day, language)} – ${event.payload.place}`
    case 'statusMeetingCancelled':
    case 'meetingTimeKept':
    case 'followUpConcluded':
    case 'reassessmentConcluded':
      return event.payload.because
    case 'moveAnnounced':
      return `${municipalityName(event.payload.to)}, ${plainDay(event.payload.movesOn, language)}`
    case 'movedHereRecorded':
      return `${municipalityName(event.payload.from)}, ${plainDay(event.payload.movedOn, language)}`
    case 'moveSettled':
      return [outcomeNames(language)[event.payload.outcome], event.payload.basis].join(' – ')
    case 'handoverAnswered':
      return event.payload.said
    case 'papersHandedOver':
      return event.payload.papers
    case 'archiveDelivered':
      return [event.payload.receiver, event.payload.reference].join(' – ')
    case 'erasureHeld':
    case 'erasureReleased':
    case 'moveCalledOff':
      return event.payload.because
    case 'accessRequested':
      return event.payload.what
    case 'accessDelayTold':
      return `${plainDay(event.payload.expectedOn, language)} – ${event.payload.because}`
    case 'correctionRequested':
      return event.payload.wrong
    case 'correctionAnswered':
    case 'lookQuestionAnswered':
      return event.payload.answer
    case 'lookQuestioned':
      return [event.payload.look, event.payload.words].join(' – ')
    case 'participationPlanned':
      return event.payload.agreed
    case 'complaintReceived':
      return event.payload.words
    case 'complaintSupplemented':
    case 'complaintResultReceived':
      return event.payload.words
    case 'complaintReassessed':
      return event.payload.reasons
    case 'decisionPostponed':
      return event.payload.because
    case 'complaintDelayTold':
      return `${plainDay(event.payload.newDate, language)} – ${event.payload.reason}`
    case 'complaintResultCarriedOut':
      return event.payload.how
    case 'activityJoined':
    case 'activityDeclined':
      return event.payload.activity.name
    case 'sharedActivityImpossible':
    case 'skillDomainSetAside':
      return event.payload.because
    case 'dailyNoteRecorded':
      return event.payload.text
    case 'letterFailed':
      return [letterOf(event, place), failureInWords(event.payload.code, language)]
        .filter(Boolean)
        .join(' – ')
    case 'payloadWithdrawn':
      return event.payload.reason
    default:
      return undefined
  }
}
