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
  guardianStays: 'En værge kan ikke stoppes her. Ring til os.',
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
  threadClosed:
    'Pladsen er slut, eller tilbuddet har ikke sagt ja endnu. Der kan ikke skrives her. Ring i stedet.',
  noRecipient: 'Der er ingen at sende brevet til.',
  notPlacedHere: 'Personen har ikke en plads her. Spørg kommunen, hvis det er forkert.',
  placementNotStarted: 'Personen er ikke begyndt den dag. Registrér først, at personen er begyndt.',
  dayIsLocked: 'Dagen er låst. Skriv, hvorfor du retter.',
  dayHasBegun: 'Dagen er begyndt. Ring til tilbuddet, hvis du kommer alligevel.',
  factIdTaken: 'Det blev ikke gemt. Prøv igen.',
  fileType: 'Filen har en type, vi ikke kan bruge. Brug PDF eller billede.',
  fileSize: 'Filen er for stor. Brug en fil under 10 MB.',
  tooManyFiles: 'Der er ikke plads til flere filer her. Fjern en, eller send resten senere.',
  codeTooSimple: 'Vælg fire til otte cifre, som ikke er ens og ikke er en talrække.',
  sealNotOpened:
    'Vi kan ikke læse registreringen, så den kan ikke godkendes. Skriv den ind på dagen i stedet, hvis du ved, hvad der skete.',
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
  guardianStays: 'A guardian cannot be ended here. Call us.',
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
  threadClosed:
    'The place has ended, or the provider has not said yes yet. Nothing can be written here. Call instead.',
  noRecipient: 'There is nobody to send the letter to.',
  notPlacedHere: 'This person has no place here. Ask the municipality if that is wrong.',
  placementNotStarted: 'This person had not started on that day. Register first that they have started.',
  dayIsLocked: 'The day is locked. Write why you correct it.',
  dayHasBegun: 'The day has begun. Call the offer if you are coming after all.',
  factIdTaken: 'It was not saved. Try again.',
  fileType: 'We cannot use this type of file. Use a PDF or a picture.',
  fileSize: 'The file is too large. Use a file under 10 MB.',
  tooManyFiles: 'There is no room for more files here. Remove one, or send the rest later.',
  codeTooSimple: 'Choose four to eight digits that are not all the same and not a row like 1234.',
  sealNotOpened:
    'We cannot read what was recorded, so it cannot be accepted. Write it into the day instead if you know what happened.',
}

const easy: Record<RefusalCode, string> = {
  ...da,
  invalid: 'Skriv noget her.',
  notAllowed: 'Det må du ikke. Ring til os, hvis du har brug for hjælp.',
  caseIsClosed: 'Sagen er slut.',
  caseWithdrawn: 'Du har trukket din ansøgning tilbage.',
  alreadyDecided: 'Du har fået svar.',
  notFound: 'Vi kan ikke finde det. Gå tilbage.',
  threadClosed: 'Du kan ikke skrive her. Ring til os.',
  fileType: 'Den fil kan vi ikke bruge. Vælg en PDF eller et billede.',
  fileSize: 'Filen er for stor. Vælg en mindre fil.',
  tooManyFiles: 'Der er ikke plads til flere filer. Du kan fjerne en fil. Du kan også sende dem senere.',
}

export const refusalMessages = defineCitizenMessages({ da, en, let: easy })

export const refusalInWords = (refusal: Refusal, language: Language): string =>
  refusalMessages(language)[refusal.code]
