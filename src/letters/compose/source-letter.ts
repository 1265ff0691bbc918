/**
 * The letter to somebody who is asked about the citizen: who asks, on which ground, what, by when and where to. Of the
 * citizen it says no more than it takes to know who is meant (RSL § 11 a). To professionals, so that it has no easy part.
 */
import type { InformationSource } from '../../domain/case/information/events.ts'
import type { SourceLetterOrder } from '../../domain/case/information/source-letter.ts'
import { dayInWords, weekdayInWords } from '../day-in-words.ts'
import { LetterContent } from '../letter-content.ts'
import { present, say, sayAll, sayIf, section } from './blocks.ts'
import type { LetterContext } from './letter-context.ts'

/** What a source is called on a letter that names nobody. */
export const sourceAddressees: Record<InformationSource, string> = {
  citizen: 'Borgeren',
  doctor: 'Egen læge',
  hospital: 'Sygehuset',
  residence: 'Bostedet',
  currentOffer: 'Dagtilbuddet',
  jobCentre: 'Jobcentret',
  otherAuthority: 'Myndigheden',
  relative: 'Den pårørende',
}

/** Who finds a person by CPR number. The others know whom we mean by name, and get no more. */
const findsByCpr: ReadonlySet<InformationSource> = new Set<InformationSource>([
  'doctor',
  'hospital',
  'jobCentre',
  'otherAuthority',
])

/** The citizen as whoever is asked has to know them. */
export type AskedAbout = { readonly name: string; readonly cpr?: string | undefined }

type Context = Pick<LetterContext, 'letterhead' | 'caseworker'> & { readonly caseNumber: string }

/** Checked as every letter is: no empty heading, section or list. */
export function composeSourceLetter(
  order: SourceLetterOrder,
  about: AskedAbout,
  context: Context,
): LetterContent {
  const { kind, source, what, answerBy, askedOn } = order
  const day = weekdayInWords(answerBy)
  const again = kind === 'sourceReminder'
  const cpr = findsByCpr.has(source) ? about.cpr : undefined
  return LetterContent.parse({
    kind,
    language: 'da',
    title: again
      ? 'Vi mangler svar til en sag efter serviceloven § 104'
      : 'Anmodning om oplysninger til en sag efter serviceloven § 104',
    oneSentence: again
      ? `Vi har ikke fået svar om ${about.name}. Vi beder om svar senest ${day}.`
      : `Vi beder om de nævnte oplysninger om ${about.name} senest ${day}.`,
    sections: present([
      section(
        'Hvem drejer det sig om?',
        say(cpr ? `${about.name}, CPR-nummer ${cpr.slice(0, 6)}-${cpr.slice(6)}.` : `${about.name}.`),
      ),
      section(
        'Det beder vi om',
        sayIf(again && askedOn ? `Vi spurgte første gang den ${dayInWords(askedOn)}.` : undefined),
        say(what),
        say('Send kun det, der svarer på spørgsmålet. Mere har vi ikke brug for.'),
      ),
      section('Grundlag', sayAll(groundInWords(order, about))),
      section(
        'Sådan svarer I',
        sayAll([
          `Vi vil gerne have svaret senest ${day}. Skriv sagsnummer ${context.caseNumber} på.`,
          whereTo(context),
          `Kan I ikke svare inden da, eller er noget uklart, så ring til ${context.caseworker.name} på ${context.caseworker.phone}.`,
        ]),
      ),
    ]),
    enclosures: [],
  })
}

function groundInWords({ ground }: SourceLetterOrder, { name }: AskedAbout): string[] {
  if (ground.kind === 'law')
    return [`Vi spørger uden samtykke, fordi loven giver adgang til det: ${ground.paragraph}`]
  return [
    `${name} har den ${dayInWords(ground.givenOn)} givet samtykke efter retssikkerhedsloven § 11 a til, at vi spørger jer.`,
    `Samtykket gælder: ${ground.purpose}`,
  ]
}

const whereTo = ({ letterhead }: Context): string => {
  const { email, unit, municipality, address } = letterhead
  const byHand = `${[unit, municipality, ...address].join(', ')}`
  return email
    ? `Svar med sikker post til ${email} eller med brev til ${byHand}.`
    : `Svar med brev til ${byHand}.`
}
