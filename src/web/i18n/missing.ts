/** What a letter or an order lacks, in words: each says what to do, not what a field is called. */
import type { GateElement } from '../../domain/case/decision/gate.ts'
import { defineMessages, type Language } from './messages.ts'

/** Everything that a refusal can name as missing. */
export type Missing = GateElement | 'goals'

const da = {
  outcome: 'Vælg, om der bevilges en plads.',
  criterionA:
    'Svar på spørgsmål A i vurderingen: betydeligt nedsat funktionsevne eller særlige sociale problemer.',
  criterionB: 'Svar på spørgsmål B i vurderingen: behov for et dagtilbud.',
  informed: 'Notér, at sagen er tilstrækkeligt oplyst, og hvorfor.',
  dutyToOffer:
    'Vurderingen siger ja til både A og B. Så skal kommunen tilbyde en plads, og der kan ikke gives afslag.',
  targetGroup: 'Vurderingen siger nej til A eller B. Så kan der ikke bevilges en plads.',
  legalBasis: 'Vælg hjemlen. Serviceloven § 104 skal altid være med.',
  noticePeriod: 'Vælg en senere dag. Når borgeren mister noget, skal de have varsel først.',
  effectiveDate: 'Skriv, hvornår afgørelsen gælder fra. Tidligst i dag.',
  caseworkerContact: 'Vælg, hvem borgeren kan kontakte.',
  planOffer: 'Tilbyd en handleplan efter § 141, og notér borgerens svar.',
  extent: 'Skriv, hvor mange dage om ugen der bevilges.',
  extentAssessment: 'Skriv den konkrete vurdering bag omfanget, også når det er fuld tid.',
  reducedExtentReason:
    'Vælg, hvorfor borgeren får færre dage end fuld tid. Det skal være af hensyn til borgeren.',
  providerChoice: 'Vælg tilbud, og skriv, hvilke tilbud du har set på, og hvorfor valget faldt på det.',
  serviceArea: 'Vælg et tilbud, der står i kvalitetsstandarden.',
  wishAnswer: 'Svar på borgerens ønske om sted.',
  transport: 'Tag stilling til kørsel. Med betydeligt nedsat funktionsevne er der ret til kørsel.',
  transportReason: 'Skriv, hvorfor der ikke bevilges kørsel.',
  startDate: 'Skriv startdatoen. Tidligst i dag.',
  minimumAge: 'Vælg en senere startdato: borgeren skal være fyldt 18 år den dag.',
  purpose: 'Skriv formålet med indsatsen.',
  intervention: 'Skriv den konkrete indsats.',
  considerations: 'Skriv de hovedhensyn, der har været afgørende.',
  facts: 'Skriv de faktiske oplysninger, du lægger vægt på, og hvor de kommer fra.',
  citizensView: 'Skriv, hvad borgeren mener, og hvordan det er vægtet.',
  hearing:
    'Henvis til partshøringen, når fristen er gået eller svaret er kommet, eller skriv, hvorfor den er udeladt.',
  otherPossibilities: 'Skriv, hvilken anden hjælp der er overvejet efter retssikkerhedsloven § 5.',
  complaintGuidance: 'Kommunens tekst om klage mangler. Sig det til administratoren.',
  changeDuty: 'Kommunens tekst om at give besked om ændringer mangler. Sig det til administratoren.',
  recipient: 'Der er ingen at sende brevet til.',
  alternatives: 'Foreslå gerne anden støtte.',
  goals: 'Sæt mindst ét mål på siden Plan og mål.',
} satisfies Record<Missing, string>

const en: Record<Missing, string> = {
  outcome: 'Choose whether a place is granted.',
  criterionA:
    'Answer question A of the assessment: considerably reduced functioning or special social problems.',
  criterionB: 'Answer question B of the assessment: the need for a day programme.',
  informed: 'Record that the case is sufficiently informed, and why.',
  dutyToOffer:
    'The assessment says yes to both A and B. The municipality must then offer a place and cannot refuse.',
  targetGroup: 'The assessment says no to A or B. A place cannot then be granted.',
  legalBasis: 'Choose the legal basis. Section 104 of the Social Services Act is always among it.',
  noticePeriod: 'Choose a later day. When the citizen loses something, they have notice first.',
  effectiveDate: 'Write from when the decision applies. Today at the earliest.',
  caseworkerContact: 'Choose whom the citizen can contact.',
  planOffer: 'Offer an action plan (section 141) and record the citizen’s answer.',
  extent: 'Write how many days a week are granted.',
  extentAssessment: 'Write the individual assessment behind the extent, also behind full time.',
  reducedExtentReason:
    'Choose why the citizen gets fewer days than full time. It must be out of regard for the citizen.',
  providerChoice: 'Choose a provider, and write which ones were considered and why this one was chosen.',
  serviceArea: 'Choose a provider that the quality standard names.',
  wishAnswer: 'Answer the citizen’s wish for a place.',
  transport: 'Decide on transport. With considerably reduced functioning there is a right to it.',
  transportReason: 'Write why transport is not granted.',
  startDate: 'Write the start date. Today at the earliest.',
  minimumAge: 'Choose a later start date: the citizen must be 18 years old on that day.',
  purpose: 'Write the purpose of the intervention.',
  intervention: 'Write the concrete intervention.',
  considerations: 'Write the main considerations that decided the matter.',
  facts: 'Write the facts you rely on and where they come from.',
  citizensView: 'Write what the citizen thinks and how it was weighed.',
  hearing: 'Refer to the party hearing once it is answered or its time is up, or write why it was left out.',
  otherPossibilities: 'Write which other help was considered (section 5).',
  complaintGuidance: 'The municipality’s text on complaints is missing. Tell the administrator.',
  changeDuty: 'The municipality’s text on reporting changes is missing. Tell the administrator.',
  recipient: 'There is nobody to send the letter to.',
  alternatives: 'Other support may well be proposed.',
  goals: 'Set at least one goal on the page Plan and goals.',
}

const messages = defineMessages({ da, en })

export const isMissing = (name: string): name is Missing => name in da

/** What is missing, in words. A name that nobody has put into words is shown as it is, rather than hidden. */
export const missingInWords = (name: string, language: Language): string =>
  isMissing(name) ? messages(language)[name] : name
