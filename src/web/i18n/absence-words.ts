/** Absence in a caseworker's words: what it was, what was said of it, what a talk showed. */
import type { AbsenceReason } from '../../domain/attendance/fact.ts'
import type { Outcome } from '../../domain/attendance/offer.ts'
import type {
  AbsenceCause,
  Continuation,
  DialogueParty,
  dialogueWays,
} from '../../domain/case/absence/events.ts'
import type { FoundPattern } from '../../domain/case/absence/pattern.ts'
import { plainDay } from './dates.ts'
import { defineMessages, type Language } from './messages.ts'

type Way = (typeof dialogueWays)[number]

export const absenceReasonNames = defineMessages({
  da: {
    illness: 'Sygdom',
    hospital: 'Indlæggelse',
    holiday: 'Ferie',
    treatment: 'Behandling',
    unwilling: 'Har ikke lyst',
    other: 'Andet',
    unsaid: 'Vil ikke sige',
  } satisfies Record<AbsenceReason, string>,
  en: {
    illness: 'Illness',
    hospital: 'Hospital',
    holiday: 'Holiday',
    treatment: 'Treatment',
    unwilling: 'Does not want to',
    other: 'Other',
    unsaid: 'Would rather not say',
  },
})

export const outcomeNames = defineMessages({
  da: {
    came: 'Kom',
    cancelled: 'Afbud',
    noShow: 'Udeblev',
    offerClosed: 'Tilbuddet var lukket eller manglede personale',
    transportFailed: 'Kørslen kom ikke',
    unknown: 'Ved ikke',
  } satisfies Record<Outcome, string>,
  en: {
    came: 'Came',
    cancelled: 'Cancelled',
    noShow: 'Did not come',
    offerClosed: 'The offer was closed or short of staff',
    transportFailed: 'The ride did not come',
    unknown: 'Not known',
  },
})

export const causeNames = defineMessages({
  da: {
    health: 'Helbred',
    transport: 'Kørslen',
    content: 'Det, man laver på tilbuddet, passer ikke',
    company: 'De andre på tilbuddet, eller utryghed',
    days: 'Dagene eller tiderne passer ikke',
    tooMuch: 'Det er for meget',
    home: 'Noget derhjemme',
    unwilling: 'Har ikke lyst',
    recordedWrongly: 'Der var registreret forkert',
    other: 'Andet',
    unsaid: 'Vil ikke sige det',
    notFound: 'Årsagen er ikke fundet',
  } satisfies Record<AbsenceCause, string>,
  en: {
    health: 'Health',
    transport: 'The ride',
    content: 'What one does there does not suit',
    company: 'The others there, or not feeling safe',
    days: 'The days or the times do not suit',
    tooMuch: 'It is too much',
    home: 'Something at home',
    unwilling: 'Does not want to',
    recordedWrongly: 'It was recorded wrongly',
    other: 'Other',
    unsaid: 'Would rather not say',
    notFound: 'The cause was not found',
  },
})

export const wayNames = defineMessages({
  da: { phone: 'Telefon', meeting: 'Møde', visit: 'Besøg', letter: 'Brev' } satisfies Record<Way, string>,
  en: { phone: 'Telephone', meeting: 'Meeting', visit: 'Visit', letter: 'Letter' },
})

export const partyNames = defineMessages({
  da: { citizen: 'borgeren', provider: 'tilbuddet' } satisfies Record<DialogueParty, string>,
  en: { citizen: 'the citizen', provider: 'the provider' },
})

export const continuationNames = defineMessages({
  da: {
    asIs: 'Fortsætter som nu',
    adjusted: 'Foreslås ændret',
    proposedToEnd: 'Foreslås at slutte',
  } satisfies Record<Continuation, string>,
  en: { asIs: 'Goes on as it is', adjusted: 'Proposed to change', proposedToEnd: 'Proposed to end' },
})

const facts = defineMessages({
  da: {
    count: (n: number, from: string, to: string) => `${n} gange fra ${from} til ${to}`,
    share: (came: number, expected: number, from: string, to: string) =>
      `kom ${came} af ${expected} dage fra ${from} til ${to}`,
  },
  en: {
    count: (n: number, from: string, to: string) => `${n} times from ${from} to ${to}`,
    share: (came: number, expected: number, from: string, to: string) =>
      `came on ${came} of ${expected} days from ${from} to ${to}`,
  },
})

/** The facts behind a pattern in one line: how often, and when. */
export function absencesInWords(
  { basis, from, to, expected, came, absences }: FoundPattern,
  language: Language,
): string {
  const say = facts(language)
  const [first, last] = [plainDay(from, language), plainDay(to, language)]
  return basis === 'count' ? say.count(absences.length, first, last) : say.share(came, expected, first, last)
}
