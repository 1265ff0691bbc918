/** The letters of a complaint: that we have it, what came of looking again, that it takes longer, and that it is sent on. */
import type { Reassessed } from '../../domain/case/complaint/board-order.ts'
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { dayInWords, weekdayInWords } from '../day-in-words.ts'
import type { LetterContent, LetterSection } from '../letter-content.ts'
import { present, say, sayAll, sayIf, section } from './blocks.ts'
import type { LetterContext } from './letter-context.ts'
import { companion, contact, easyContact } from './shared-sections.ts'

type Order<K extends LetterOrder['kind']> = Extract<LetterOrder, { kind: K }>

/** That it came, by whom it is looked at and until when; no suspensive effect; late or not, it is treated (RSL §§ 66, 67, 72). */
export function composeComplaintReceipt(
  order: Order<'complaintReceipt'>,
  context: LetterContext,
): LetterContent {
  const { receivedOn, decidedOn, answerBy, late, needsConfirmation, callBack } = order
  const { caseworker, letterhead } = context
  const by = weekdayInWords(answerBy)
  return {
    kind: 'complaintReceipt',
    language: 'da',
    title: 'Vi har fået din klage',
    oneSentence: `Vi ser på afgørelsen igen og svarer dig senest ${by}.`,
    sections: present([
      section(
        'Din klage',
        say(
          `Vi fik klagen den ${dayInWords(receivedOn)}. Den handler om afgørelsen af ${dayInWords(decidedOn)}.`,
        ),
        needsConfirmation &&
          say(
            `En anden har klaget for dig, og vi har ikke set en fuldmagt. Sig til os, om du står bag klagen. Du kan gøre det på din sags side eller ringe på ${letterhead.phone}.`,
          ),
        late &&
          say(
            'Klagen kom, efter at klagefristen var gået. Vi behandler den alligevel og sender den videre, hvis vi ikke giver dig ret. Ankestyrelsen afgør, om den kan se bort fra, at den kom for sent. Skriv gerne til os, hvad der var grunden.',
          ),
        callBack && say('Du har bedt os om at ringe, så du kan fortælle, hvad du klager over. Det gør vi.'),
      ),
      section(
        'Hvad sker der nu?',
        sayAll([
          `${caseworker.name} ser på afgørelsen igen. Det skal være gjort senest ${by}. Du får svaret skriftligt.`,
          'Giver vi dig ret, får du en ny afgørelse. Giver vi dig ikke ret, eller kun i noget af det, sender vi klagen til Ankestyrelsen og giver dig en kopi.',
          'Kan vi ikke nå det, skriver vi til dig inden den dag, hvorfor, og hvornår du så får svar.',
        ]),
      ),
      section(
        'Indtil da',
        sayAll([
          'Afgørelsen gælder, mens vi behandler klagen.',
          'Du behøver ikke at give en grund. Vil du fortælle mere, kan du gøre det når som helst. Du kan også trække klagen tilbage.',
        ]),
      ),
      companion(context),
      contact(context),
    ]),
    easyRead: {
      title: 'Vi har fået din klage',
      sections: present([
        section(
          'Hvad sker der nu?',
          sayAll(['Vi ser på det igen.', `Du får svar senest ${by}.`, 'Svaret kommer i et brev.']),
        ),
        needsConfirmation
          ? section(
              'Er det dig, der klager?',
              sayAll(['En anden har klaget for dig.', 'Sig til os, om du vil det.']),
            )
          : undefined,
        section('Indtil da', sayAll(['Det, vi har bestemt, gælder imens.'])),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}

const outcomes = {
  full: 'Vi giver dig ret, og du får en ny afgørelse.',
  part: 'Vi giver dig ret i noget af det. Resten sender vi til Ankestyrelsen.',
  notUpheld: 'Vi giver dig ikke ret, og derfor sender vi klagen til Ankestyrelsen.',
} as const satisfies Record<Reassessed['outcome'], string>

const easyOutcomes = {
  full: ['Du har ret.', 'Du får et nyt svar.'],
  part: ['Du har ret i noget.', 'Ankestyrelsen ser på resten.'],
  notUpheld: ['Vi mener det samme som før.', 'Nu ser Ankestyrelsen på det.'],
} as const satisfies Record<Reassessed['outcome'], readonly string[]>

/** The reassessment as a document of its own, with its own reasons (K2.2a-14). */
export function composeReassessment(
  { reassessed }: Order<'reassessment'>,
  context: LetterContext,
): LetterContent {
  const { outcome, reasons, upheldIn, decidedOn, receivedOn } = reassessed
  return {
    kind: 'reassessment',
    language: 'da',
    title: 'Vi har set på afgørelsen igen',
    oneSentence: outcomes[outcome],
    sections: present([
      section(
        'Din klage',
        say(
          `Du har klaget over afgørelsen af ${dayInWords(decidedOn)}. Vi fik klagen den ${dayInWords(receivedOn)} og har vurderet sagen igen efter retssikkerhedslovens § 66.`,
        ),
      ),
      section('Det giver vi dig ret i', sayIf(upheldIn)),
      section('Derfor', say(reasons)),
      section('Hvad sker der nu?', sayAll(nextSteps(outcome))),
      contact(context),
    ]),
    easyRead: {
      title: 'Vi har set på det igen',
      sections: present([
        section('Hvad siger vi?', sayAll([...easyOutcomes[outcome]])),
        section('Hvad skal du gøre?', sayAll(['Du skal ikke gøre noget.'])),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}

const nextSteps = (outcome: Reassessed['outcome']): string[] => [
  ...(outcome === 'notUpheld' ? [] : ['Du får en ny afgørelse. Den kan du også klage over.']),
  ...(outcome === 'full'
    ? []
    : [
        'Vi sender klagen til Ankestyrelsen med hele sagen og begge begrundelser. Du får en kopi af brevet. Du skal ikke selv sende noget.',
      ]),
]

/** The four weeks do not hold: why, and until when. */
export function composeComplaintDelay(
  { formerDate, newDate, reason }: Order<'complaintDelay'>,
  context: LetterContext,
): LetterContent {
  const [former, later] = [weekdayInWords(formerDate), weekdayInWords(newDate)]
  return {
    kind: 'complaintDelay',
    language: 'da',
    title: 'Din klage tager længere tid',
    oneSentence: `Du får svar på din klage senest ${later}.`,
    sections: present([
      section(
        'Ny dato',
        say(
          `Du skulle have haft svar på din klage senest ${former}. Det når vi ikke. Nu regner vi med, at du får svar senest ${later}. Det er vi kede af.`,
        ),
      ),
      section('Hvorfor?', say(reason)),
      section('Hvad betyder det for dig?', say('Du skal ikke gøre noget. Din klage gælder stadig.')),
      contact(context),
    ]),
    easyRead: {
      title: 'Klagen tager længere tid',
      sections: present([
        section(
          'Hvornår får du svar?',
          sayAll([`Vi har sagt ${former}.`, 'Det når vi ikke.', `Du får svar senest ${later}.`]),
        ),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}

/** Both sets of reasons, the decision's and the reassessment's: the same to the citizen and to the Appeals Board (K2.2a-15). */
const bothReasons = ({ considerations, reasons, upheldIn }: Reassessed): (LetterSection | undefined)[] => [
  section(
    'Begrundelse for afgørelsen',
    say(considerations ?? 'Afgørelsen gav alt det, der var ansøgt om, og har ingen særskilt begrundelse.'),
  ),
  section('Begrundelse for genvurderingen', say(reasons)),
  section('Det er der givet medhold i', sayIf(upheldIn)),
]

/** The citizen's copy of what goes to the Appeals Board. */
export function composeComplaintForwarded(
  { reassessed }: Order<'complaintForwarded'>,
  context: LetterContext,
): LetterContent {
  return {
    kind: 'complaintForwarded',
    language: 'da',
    title: 'Din klage er sendt til Ankestyrelsen',
    oneSentence: 'Ankestyrelsen ser nu på afgørelsen. Du hører fra dem.',
    sections: present([
      section(
        'Det har vi sendt',
        say(
          `Klagen, vi fik den ${dayInWords(reassessed.receivedOn)}, afgørelsen af ${dayInWords(reassessed.decidedOn)}, genvurderingen og resten af sagens papirer. Du kan få det hele at se.`,
        ),
      ),
      ...bothReasons(reassessed),
      section(
        'Hvad sker der nu?',
        sayAll([
          'Ankestyrelsen skriver til dig. Har du mere at sige, kan du skrive til Ankestyrelsen eller til os, så sender vi det videre.',
          'Afgørelsen gælder, indtil Ankestyrelsen har svaret.',
        ]),
      ),
      contact(context),
    ]),
    easyRead: {
      title: 'Din klage er sendt videre',
      sections: present([
        section(
          'Hvem har den nu?',
          sayAll(['Ankestyrelsen har din klage.', 'De ser på det hele.', 'De skriver til dig.']),
        ),
        section('Hvad skal du gøre?', sayAll(['Du skal ikke gøre noget.'])),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}

/** The covering letter to the Appeals Board, on top of the bundle. To professionals, so that it has no easy part. */
export function composeBoardLetter(
  reassessed: Reassessed,
  about: { readonly name: string; readonly cpr?: string | undefined },
  context: Pick<LetterContext, 'letterhead' | 'caseworker'> & { readonly late: boolean | undefined },
): LetterContent {
  const cpr = about.cpr ? `, CPR-nummer ${about.cpr.slice(0, 6)}-${about.cpr.slice(6)}` : ''
  const time =
    context.late === undefined
      ? 'Vi kan ikke sige med sikkerhed, hvornår klagefristen udløb.'
      : context.late
        ? 'Klagen er kommet efter klagefristen. Vi har behandlet den som andre klager.'
        : 'Klagen er kommet inden klagefristen.'
  return {
    kind: 'boardLetter',
    language: 'da',
    title: 'Klage over en afgørelse efter serviceloven § 104',
    oneSentence:
      'Vi sender en klage, som vi ikke har givet fuldt medhold i, efter retssikkerhedslovens § 66.',
    sections: present([
      section('Hvem drejer det sig om?', say(`${about.name}${cpr}.`)),
      section(
        'Klagen',
        say(
          `Klagen er modtaget den ${dayInWords(reassessed.receivedOn)} og er over afgørelsen af ${dayInWords(reassessed.decidedOn)}. ${time}`,
        ),
      ),
      ...bothReasons(reassessed),
      section(
        'Bilag',
        say(
          'Sagens papirer følger som én fil med indholdsfortegnelse og gennemgående sidetal. Borgeren har fået en kopi af dette brev uden bilag.',
        ),
      ),
      section(
        'Spørgsmål',
        say(
          `Ring til ${context.caseworker.name} på ${context.caseworker.phone}, eller til ${context.letterhead.unit} på ${context.letterhead.phone}.`,
        ),
      ),
    ]),
    enclosures: [],
  }
}
