/** Letters about finding things out: asking the citizen, telling the citizen that others are asked. */
import type { InformationSource } from '../../domain/case/information/events.ts'
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { weekdayInWords } from '../day-in-words.ts'
import type { LetterContent } from '../letter-content.ts'
import { present, say, sayAll, section } from './blocks.ts'
import { type LetterContext, passage } from './letter-context.ts'
import { contact, easyContact } from './shared-sections.ts'

const sourceNames: Record<InformationSource, string> = {
  citizen: 'dig',
  doctor: 'din læge',
  hospital: 'hospitalet',
  residence: 'dit bosted',
  currentOffer: 'det tilbud, du går i nu',
  jobCentre: 'jobcentret',
  otherAuthority: 'en anden myndighed',
  relative: 'en pårørende',
}

/** Asks the citizen to help inform the case (RSL § 11). What is missing neither stops the clock nor loses the case. */
export function composeInformationRequest(
  { what, answerBy }: Extract<LetterOrder, { kind: 'informationRequest' }>,
  context: LetterContext,
): LetterContent {
  const day = weekdayInWords(answerBy)
  return {
    kind: 'informationRequest',
    language: 'da',
    title: 'Vil du hjælpe os med at få mere at vide?',
    oneSentence: `Vi vil gerne have dit svar senest ${day}.`,
    sections: present([
      section('Det vil vi gerne vide', say(what)),
      section(
        'Sådan svarer du',
        sayAll([
          `Du kan svare på din sags side, ringe til ${context.caseworker.name} på ${context.caseworker.phone} eller sende et brev. Du behøver ikke at fortælle os om diagnoser.`,
          'Har du ikke det, vi spørger om, så sig det. Vi kan hjælpe dig. Din sag går ikke i stå imens, og fristen for vores svar er den samme.',
          'Svarer du ikke, afgør vi sagen på det, vi ved. Det kan betyde, at vi ikke kan se, hvad du har brug for.',
        ]),
      ),
      contact(context),
    ]),
    easyRead: {
      title: 'Vi vil gerne vide mere',
      sections: present([
        section('Hvad vil vi vide?', sayAll(['Det står i brevet.', 'Vi læser det gerne op for dig.'])),
        section('Hvornår?', sayAll([`Svar senest ${day}.`, 'Har du brug for hjælp? Så ring til os.'])),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}

/** Tells the citizen that somebody else is asked, about what, and the rights that go with it (GDPR art. 14). */
export function composeOtherSourcesNotice(
  { source, what }: Extract<LetterOrder, { kind: 'otherSourcesNotice' }>,
  context: LetterContext,
): LetterContent {
  const name = sourceNames[source]
  return {
    kind: 'otherSourcesNotice',
    language: 'da',
    title: 'Vi spørger andre om dig',
    oneSentence: `Vi har bedt ${name} om oplysninger til din sag.`,
    sections: present([
      section(
        'Det spørger vi om',
        sayAll([what, 'Vi spørger kun om det, vi skal bruge for at afgøre din sag.']),
      ),
      section(
        'Du kan sige stop',
        say(
          'Har du sagt ja til, at vi spørger, kan du tage dit ja tilbage. Det gælder straks, men ikke for det, vi allerede har fået.',
        ),
      ),
      section('Dine oplysninger hos os', sayAll(passage(context, 'otherSourcesNotice', 'da'))),
      contact(context),
    ]),
    easyRead: {
      title: 'Vi spørger en anden om dig',
      sections: present([
        section('Hvem spørger vi?', sayAll([`Vi spørger ${name}.`, 'Vi spørger for at kunne hjælpe dig.'])),
        section(
          'Vil du ikke have det?',
          sayAll(['Du må gerne sige nej.', `Ring på ${context.caseworker.phone}.`]),
        ),
        section('Det har du ret til', sayAll(passage(context, 'otherSourcesNotice', 'let'))),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
