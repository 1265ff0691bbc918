/** What has happened in a case, as the citizen is told it: in plain words, and only what concerns them. */
import type { PresentCaseEvent, RecordedCaseEvent } from '../../domain/case/events.ts'
import { isPresent } from '../../domain/case/events.ts'
import type { Municipality } from '../../standards/municipality.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { defineCitizenMessages, type Language } from '../i18n/messages.ts'
import type { Happening } from '../ui/parts.tsx'

export const happeningMessages = defineCitizenMessages({
  da: {
    applicationReceived: 'Vi fik din ansøgning.',
    applicationConfirmed: 'Du sagde ja til den ansøgning, en anden havde sendt.',
    applicationChanged: 'Ansøgningen blev ændret.',
    applicationWithdrawn: 'Ansøgningen blev trukket tilbage.',
    caseAssigned: 'Du fik en sagsbehandler.',
    representativeRegistered: 'Vi skrev ned, hvem der handler for dig.',
    representativeVerified: 'Vi har set din fuldmagt. Nu kan den anden hjælpe dig.',
    representativeRejected: 'Vi kunne ikke bruge fuldmagten.',
    representativeRevoked: 'En, der handlede for dig, gør det ikke mere.',
    consentGiven: 'Du sagde ja til, at vi må spørge en anden.',
    consentWithdrawn: 'Du sagde nej igen.',
    informationRequested: 'Vi bad om oplysninger.',
    informationReceived: 'Vi fik oplysninger.',
    hearingSent: 'Vi sendte dig det, vi har skrevet, så du kan læse med.',
    hearingAnswered: 'Du svarede.',
    delayNoticeIssued: (day: string) => `Vi skrev, at det tager længere tid. Ny dato: ${day}.`,
    decisionMade: 'Vi traf en afgørelse.',
    actionPlanOffered: 'Vi tilbød dig en handleplan.',
    orderSent: (place: string) => `Vi bad ${place} om at tage imod dig.`,
    orderAccepted: (day: string) => `Stedet sagde ja. Du starter ${day}.`,
    orderDeclined: 'Stedet kunne ikke. Vi finder et andet.',
    placementStarted: 'Du startede.',
    talkedWithYou: 'Vi talte med dig om dine dage.',
    talkedWithPlace: 'Vi talte med stedet om dine dage.',
    goesOn: 'Vi talte om, hvordan det går. Du fortsætter som nu.',
    maybeOtherwise: 'Vi ser på, om noget skal være anderledes. Intet ændres uden en ny afgørelse.',
    reassessmentOpened: 'Vi ser på, om du stadig har den rigtige hjælp. Intet ændres uden en ny afgørelse.',
    askedForChange: 'Du søgte om noget andet, end du har nu.',
    reassessmentConcluded: 'Vi så på din hjælp igen. Du fortsætter som nu.',
    complaintReceived: 'Vi fik din klage.',
    complaintSupplemented: 'Vi fik mere at vide om din klage.',
    complaintConfirmed: 'Du sagde, at du står bag klagen.',
    complaintWithdrawn: 'Klagen blev trukket tilbage.',
    decisionWaits: 'Vi venter med afgørelsen, til klagen er behandlet.',
    decisionGoesOn: 'Afgørelsen venter ikke mere på klagen.',
    upheldFull: 'Vi så på afgørelsen igen og giver dig ret.',
    upheldPart: 'Vi så på afgørelsen igen og giver dig ret i noget af det.',
    notUpheld: 'Vi så på afgørelsen igen og mener stadig det samme.',
    complaintDelayTold: (day: string) => `Vi skrev, at klagen tager længere tid. Ny dato: ${day}.`,
    complaintSent: 'Vi sendte din klage til Ankestyrelsen.',
    complaintResultReceived: 'Ankestyrelsen svarede på din klage.',
    complaintResultCarriedOut: 'Vi gjorde, som Ankestyrelsen sagde.',
    accessRequested: 'Du bad om at se dine papirer.',
    accessDelayTold: 'Vi skrev, hvornår du får dine papirer.',
    moveAnnounced: 'Vi fik at vide, at du flytter. Din hjælp fortsætter.',
    moveCalledOff: 'Vi fik at vide, at du ikke flytter alligevel.',
    moveSettled: 'Vi skrev til dig om din hjælp, når du flytter.',
    handoverAnswered: 'Du sagde, hvad du mener om at sende dine papirer videre.',
    papersHandedOver: 'Vi sendte papirer til din nye kommune.',
    actingMunicipalityChanged: 'Din nye kommune overtog din hjælp.',
    movedHereRecorded: 'Vi skrev ned, at du er flyttet hertil.',
    accessAnswered: 'Du fik svar på dine papirer.',
    correctionRequested: 'Du skrev, at noget er forkert.',
    correctionAnswered: 'Vi svarede på det, du skrev er forkert.',
    lookQuestioned: 'Du spurgte, hvem der har set din sag.',
    lookQuestionAnswered: 'Vi svarede på dit spørgsmål om et opslag.',
    archiveDelivered: 'Din sag er afleveret til arkivet.',
    erasureHeld: 'Din sag bliver ikke slettet foreløbig.',
    erasureReleased: 'Din sag kan slettes igen, når tiden er gået.',
    erasureApproved: 'Vi har bestemt, at din sag bliver slettet.',
    followUpAskedFor: 'Der blev bedt om, at vi følger op.',
    statusMeetingCalled: 'Vi indkaldte til et møde om dig.',
    statusMeetingMoved: 'Mødet om dig blev flyttet.',
    statusMeetingCancelled: 'Mødet om dig blev aflyst.',
    followUpConcluded: 'Vi har talt om, hvordan det går.',
    remandReceived: 'Ankestyrelsen sendte sagen tilbage til os. Vi ser på den igen.',
    guidanceGiven: 'Vi vejledte dig.',
    caseClosed: 'Sagen blev lukket.',
    withdrawnPayload: 'Noget, der ikke hørte til her, er fjernet.',
  },
  en: {
    applicationReceived: 'We received your application.',
    applicationConfirmed: 'You said yes to the application that somebody else sent.',
    applicationChanged: 'The application was changed.',
    applicationWithdrawn: 'The application was withdrawn.',
    caseAssigned: 'You got a caseworker.',
    representativeRegistered: 'We noted who acts for you.',
    representativeVerified: 'We have seen the power of attorney. Now the other can help you.',
    representativeRejected: 'We could not use the power of attorney.',
    representativeRevoked: 'Somebody who acted for you no longer does.',
    consentGiven: 'You said that we may ask somebody.',
    consentWithdrawn: 'You said no again.',
    informationRequested: 'We asked for information.',
    informationReceived: 'We got information.',
    hearingSent: 'We sent you what we have written, so that you can read along.',
    hearingAnswered: 'You answered.',
    delayNoticeIssued: (day: string) => `We wrote that it takes longer. New date: ${day}.`,
    decisionMade: 'We made a decision.',
    actionPlanOffered: 'We offered you an action plan.',
    orderSent: (place: string) => `We asked ${place} to take you.`,
    orderAccepted: (day: string) => `The place said yes. You start ${day}.`,
    orderDeclined: 'The place could not. We are finding another.',
    placementStarted: 'You started.',
    talkedWithYou: 'We talked with you about your days.',
    talkedWithPlace: 'We talked with the place about your days.',
    goesOn: 'We talked about how it is going. You go on as you do now.',
    maybeOtherwise:
      'We look at whether something should be different. Nothing changes without a new decision.',
    reassessmentOpened:
      'We look at whether you still have the right support. Nothing changes without a new decision.',
    askedForChange: 'You applied for something else than you have now.',
    reassessmentConcluded: 'We looked at your support again. You go on as you do now.',
    complaintReceived: 'We received your complaint.',
    complaintSupplemented: 'We were told more about your complaint.',
    complaintConfirmed: 'You said that you stand by the complaint.',
    complaintWithdrawn: 'The complaint was withdrawn.',
    decisionWaits: 'We wait with the decision until the complaint has been treated.',
    decisionGoesOn: 'The decision no longer waits for the complaint.',
    upheldFull: 'We looked at the decision again, and you are right.',
    upheldPart: 'We looked at the decision again, and you are right in some of it.',
    notUpheld: 'We looked at the decision again and still think the same.',
    complaintDelayTold: (day: string) => `We wrote that the complaint takes longer. New date: ${day}.`,
    complaintSent: 'We sent your complaint to the Appeals Board.',
    complaintResultReceived: 'The Appeals Board answered your complaint.',
    complaintResultCarriedOut: 'We did what the Appeals Board said.',
    accessRequested: 'You asked to see your papers.',
    accessDelayTold: 'We wrote when you get your papers.',
    moveAnnounced: 'We were told that you are moving. Your help goes on.',
    moveCalledOff: 'We were told that you are not moving after all.',
    moveSettled: 'We wrote to you about your help when you move.',
    handoverAnswered: 'You said what you think about passing your papers on.',
    papersHandedOver: 'We sent papers to your new municipality.',
    actingMunicipalityChanged: 'Your new municipality took over your help.',
    movedHereRecorded: 'We wrote down that you have moved here.',
    accessAnswered: 'You got an answer about your papers.',
    correctionRequested: 'You wrote that something is wrong.',
    correctionAnswered: 'We answered what you wrote is wrong.',
    lookQuestioned: 'You asked who has looked at your case.',
    lookQuestionAnswered: 'We answered your question about a look.',
    archiveDelivered: 'Your case was delivered to the archive.',
    erasureHeld: 'Your case is not erased for now.',
    erasureReleased: 'Your case can be erased again when the time is over.',
    erasureApproved: 'We have decided that your case is erased.',
    followUpAskedFor: 'Somebody asked us to follow up.',
    statusMeetingCalled: 'We called a meeting about you.',
    statusMeetingMoved: 'The meeting about you was moved.',
    statusMeetingCancelled: 'The meeting about you was cancelled.',
    followUpConcluded: 'We have talked about how it goes.',
    remandReceived: 'The Appeals Board sent the case back to us. We look at it again.',
    guidanceGiven: 'We gave you guidance.',
    caseClosed: 'The case was closed.',
    withdrawnPayload: 'Something that did not belong here has been removed.',
  },
  let: {
    applicationReceived: 'Vi fik din ansøgning.',
    applicationConfirmed: 'Du sagde ja til at søge.',
    applicationChanged: 'Du vil noget andet nu. Det skrev vi ned.',
    applicationWithdrawn: 'Du søger ikke mere.',
    caseAssigned: 'Du fik en, der hjælper dig.',
    representativeRegistered: 'Vi skrev ned, hvem der hjælper dig.',
    representativeVerified: 'Vi har set papiret. Nu må den anden hjælpe dig.',
    representativeRejected: 'Vi kunne ikke bruge papiret.',
    representativeRevoked: 'En, der hjalp dig, gør det ikke mere.',
    consentGiven: 'Du sagde ja til, at vi må spørge en.',
    consentWithdrawn: 'Du sagde nej igen.',
    informationRequested: 'Vi spurgte om noget.',
    informationReceived: 'Vi fik svar på noget.',
    hearingSent: 'Vi skrev til dig, så du kan læse med.',
    hearingAnswered: 'Du svarede.',
    delayNoticeIssued: (day: string) => `Det tager længere tid. Ny dag: ${day}.`,
    decisionMade: 'Du fik svar.',
    actionPlanOffered: 'Vi spurgte, om du vil have en plan.',
    orderSent: (place: string) => `Vi spurgte ${place}, om du kan være der.`,
    orderAccepted: (day: string) => `Stedet sagde ja. Du starter ${day}.`,
    orderDeclined: 'Stedet kunne ikke. Vi finder et andet.',
    placementStarted: 'Du startede.',
    talkedWithYou: 'Vi talte med dig om dine dage.',
    talkedWithPlace: 'Vi talte med stedet om dine dage.',
    goesOn: 'Du bliver ved som nu.',
    maybeOtherwise: 'Vi ser på, om noget skal laves om. Der sker intet, før du får et brev.',
    reassessmentOpened: 'Vi ser på din hjælp igen. Der sker intet, før du får et brev.',
    askedForChange: 'Du vil gerne have noget andet.',
    reassessmentConcluded: 'Vi så på din hjælp. Du bliver ved som nu.',
    complaintReceived: 'Vi fik din klage.',
    complaintSupplemented: 'Vi fik mere at vide om din klage.',
    complaintConfirmed: 'Du sagde ja til klagen.',
    complaintWithdrawn: 'Klagen er taget tilbage.',
    decisionWaits: 'Vi venter, til vi har set på din klage.',
    decisionGoesOn: 'Vi venter ikke mere.',
    upheldFull: 'Vi så på det igen. Du har ret.',
    upheldPart: 'Vi så på det igen. Du har ret i noget.',
    notUpheld: 'Vi så på det igen. Vi mener det samme.',
    complaintDelayTold: (day: string) => `Klagen tager længere tid. Ny dag: ${day}.`,
    complaintSent: 'Vi sendte din klage videre.',
    complaintResultReceived: 'Der kom svar på din klage.',
    complaintResultCarriedOut: 'Vi gjorde det, der blev bestemt.',
    accessRequested: 'Du bad om dine papirer.',
    accessDelayTold: 'Vi skrev, hvornår du får dine papirer.',
    moveAnnounced: 'Du flytter. Vi hjælper dig som nu.',
    moveCalledOff: 'Du flytter ikke alligevel.',
    moveSettled: 'Vi skrev til dig om din hjælp.',
    handoverAnswered: 'Du svarede om dine papirer.',
    papersHandedOver: 'Din nye kommune fik papirer.',
    actingMunicipalityChanged: 'Din nye kommune hjælper dig nu.',
    movedHereRecorded: 'Du er flyttet hertil.',
    accessAnswered: 'Du fik svar om dine papirer.',
    correctionRequested: 'Du skrev, at noget er forkert.',
    correctionAnswered: 'Vi svarede dig.',
    lookQuestioned: 'Du spurgte om et kig i din sag.',
    lookQuestionAnswered: 'Vi svarede på dit spørgsmål.',
    archiveDelivered: 'Din sag er i arkivet.',
    erasureHeld: 'Din sag bliver ikke slettet lige nu.',
    erasureReleased: 'Din sag kan slettes, når tiden er gået.',
    erasureApproved: 'Din sag bliver slettet.',
    followUpAskedFor: 'Nogen bad os tale med dig.',
    statusMeetingCalled: 'Der er et møde om dig.',
    statusMeetingMoved: 'Mødet er en anden dag nu.',
    statusMeetingCancelled: 'Mødet blev ikke til noget.',
    followUpConcluded: 'Vi har talt om, hvordan det går.',
    remandReceived: 'Vi ser på din sag igen.',
    guidanceGiven: 'Vi gav dig et råd.',
    caseClosed: 'Sagen er slut.',
    withdrawnPayload: 'Noget forkert er fjernet.',
  },
})

/** Newest first. Casework's own steps and notes are the file's; the citizen gets them by asking for access. */
export const happeningsOf = (
  history: readonly RecordedCaseEvent[],
  municipality: Municipality,
  language: Language,
): readonly Happening[] =>
  history
    .flatMap((event) => {
      const what = isPresent(event)
        ? inWords(event, municipality, language)
        : happeningMessages(language).withdrawnPayload
      return what === undefined ? [] : [{ when: plainDay(event.occurredOn, language), what }]
    })
    .reverse()

function inWords(
  event: PresentCaseEvent,
  municipality: Municipality,
  language: Language,
): string | undefined {
  const t = happeningMessages(language)
  switch (event.type) {
    case 'delayNoticeIssued':
      return t.delayNoticeIssued(longDay(event.payload.newDate, language))
    case 'orderSent':
      return t.orderSent(municipality.providerName(event.payload.content.provider))
    case 'orderAccepted':
      return t.orderAccepted(longDay(event.payload.startOn, language))
    case 'absenceDialogueHeld':
      return event.payload.with === 'citizen' ? t.talkedWithYou : t.talkedWithPlace
    case 'continuationAssessed':
      return event.payload.outcome === 'asIs' ? t.goesOn : t.maybeOtherwise
    case 'reassessmentOpened':
      return event.payload.asked ? t.askedForChange : t.reassessmentOpened
    case 'complaintDelayTold':
      return t.complaintDelayTold(longDay(event.payload.newDate, language))
    case 'complaintReassessed':
      return { full: t.upheldFull, part: t.upheldPart, notUpheld: t.notUpheld }[event.payload.outcome]
    case 'decisionPostponed':
      return event.payload.postponed ? t.decisionWaits : t.decisionGoesOn
    case 'caseAssigned':
      return event.payload.userId ? t.caseAssigned : undefined
    default: {
      const told: Readonly<Record<string, unknown>> = t
      const sentence = told[event.type]
      return typeof sentence === 'string' ? sentence : undefined
    }
  }
}
