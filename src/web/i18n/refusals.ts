/** The expected "no", in words for whoever gets it: what is wrong and what to do. */
import type { Refusal, RefusalCode } from '../../domain/refusal.ts'
import { defineCitizenMessages, type Language } from './messages.ts'

const da = {
  invalid: 'Udfyld feltet, som der står.',
  notAllowed: 'Du har ikke lov til det her. Spørg din leder, hvis du skal bruge det.',
  caseIsClosed: 'Sagen er lukket. Den kan ikke ændres.',
  caseWithdrawn: 'Ansøgningen er trukket tilbage. Sagen kan ikke ændres.',
  personDied: 'Personen er død. Sagen kan ikke ændres.',
  alreadyDecided: 'Der er allerede truffet afgørelse.',
  alreadyDone: 'Det er allerede gjort.',
  notFound: 'Vi kan ikke finde det. Gå tilbage og prøv igen.',
  needsConfirmation: 'Borgeren har ikke bekræftet ansøgningen endnu.',
  needsConsent: 'Der er ikke samtykke. Få et samtykke, eller skriv hjemlen.',
  notCovered: 'Personen er ikke omfattet.',
  diagnosisNeverDemanded: 'En diagnose må aldrig være et krav.',
  dateInPast: 'Vælg en dag, der ikke er gået.',
  dateInFuture: 'Vælg i dag eller en dag, der er gået.',
  dateBeforeFormer: 'Vælg en dag efter den dato, der gælder nu.',
  tooYoungAtStart: 'Personen er ikke gammel nok den dag.',
  noScope: 'Den slags repræsentant kan ikke få lov til alt det valgte.',
  letterIncomplete: 'Brevet mangler noget. Se listen.',
  needsApproval: 'En anden skal læse afgørelsen, før den sendes.',
  ownProposal: 'Du har selv skrevet forslaget. En anden skal godkende det.',
  nothingProposed: 'Der er intet forslag at tage stilling til.',
  letterNotSent: 'Brevet med afgørelsen er ikke sendt endnu. Vent med at lukke sagen, til det er sendt.',
  orderNeedsGrant: 'Der skal være en afgørelse først.',
  orderAlreadyOpen: 'Der er allerede sendt en bestilling.',
  orderNotOpen: 'Bestillingen er allerede besvaret.',
  orderNotAccepted: 'Tilbuddet har ikke sagt ja endnu.',
  startBeforeDecision: 'Vælg en dag, der ikke ligger før det, der er bevilget.',
  noRecipient: 'Der er ingen at sende brevet til.',
  fileType: 'Filen har en type, vi ikke kan bruge. Brug PDF eller billede.',
  fileSize: 'Filen er for stor. Brug en fil under 10 MB.',
  tooManyFiles: 'Der er ikke plads til flere filer her. Fjern en, eller send resten senere.',
} satisfies Record<RefusalCode, string>

const en = {
  invalid: 'Fill in this field as described.',
  notAllowed: 'You are not allowed to do this. Ask your manager if you need to.',
  caseIsClosed: 'The case is closed. It cannot be changed.',
  caseWithdrawn: 'The application has been withdrawn. The case cannot be changed.',
  personDied: 'The person has died. The case cannot be changed.',
  alreadyDecided: 'A decision has already been made.',
  alreadyDone: 'This has already been done.',
  notFound: 'We cannot find it. Go back and try again.',
  needsConfirmation: 'The citizen has not confirmed the application yet.',
  needsConsent: 'There is no consent. Get consent, or state the legal ground.',
  notCovered: 'The person is not covered.',
  diagnosisNeverDemanded: 'A diagnosis must never be a condition.',
  dateInPast: 'Choose a day that has not passed.',
  dateInFuture: 'Choose today or a day that has passed.',
  dateBeforeFormer: 'Choose a day after the date that holds now.',
  tooYoungAtStart: 'The person is not old enough on that day.',
  noScope: 'This kind of representative cannot be given all that was chosen.',
  letterIncomplete: 'The letter lacks something. See the list.',
  needsApproval: 'Somebody else has to read the decision before it is sent.',
  ownProposal: 'You wrote the proposal yourself. Somebody else has to approve it.',
  nothingProposed: 'There is no proposal to answer.',
  letterNotSent:
    'The letter with the decision has not been sent yet. The case can be closed once it is with Digital Post or the postal service.',
  orderNeedsGrant: 'A decision has to come first.',
  orderAlreadyOpen: 'An order has already been sent.',
  orderNotOpen: 'The order has already been answered.',
  orderNotAccepted: 'The provider has not said yes yet.',
  startBeforeDecision: 'Choose a day that is not before what was granted.',
  noRecipient: 'There is nobody to send the letter to.',
  fileType: 'We cannot use this type of file. Use a PDF or a picture.',
  fileSize: 'The file is too large. Use a file under 10 MB.',
  tooManyFiles: 'There is no room for more files here. Remove one, or send the rest later.',
}

const easy: Record<RefusalCode, string> = {
  ...da,
  invalid: 'Skriv noget her.',
  notAllowed: 'Det må du ikke. Ring til os, hvis du har brug for hjælp.',
  caseIsClosed: 'Sagen er slut.',
  caseWithdrawn: 'Du har trukket din ansøgning tilbage.',
  alreadyDecided: 'Du har fået svar.',
  notFound: 'Vi kan ikke finde det. Gå tilbage.',
  fileType: 'Den fil kan vi ikke bruge. Vælg en PDF eller et billede.',
  fileSize: 'Filen er for stor. Vælg en mindre fil.',
  tooManyFiles: 'Der er ikke plads til flere filer. Du kan fjerne en fil. Du kan også sende dem senere.',
}

export const refusalMessages = defineCitizenMessages({ da, en, let: easy })

export const refusalInWords = (refusal: Refusal, language: Language): string =>
  refusalMessages(language)[refusal.code]
