/** The delay notice: the old date, the new one and why. In writing and before the deadline (K2.1-2, K2.1-3, RSL § 3). */
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { weekdayInWords } from '../day-in-words.ts'
import type { LetterContent } from '../letter-content.ts'
import { present, say, sayAll, section } from './blocks.ts'
import type { LetterContext } from './letter-context.ts'
import { contact, easyContact } from './shared-sections.ts'

export function composeDelayNotice(
  { formerDate, newDate, reason }: Extract<LetterOrder, { kind: 'delayNotice' }>,
  context: LetterContext,
): LetterContent {
  const [former, later] = [weekdayInWords(formerDate), weekdayInWords(newDate)]
  return {
    kind: 'delayNotice',
    language: 'da',
    title: 'Du får svar senere, end vi har lovet',
    oneSentence: `Du får svar senest ${later}.`,
    sections: present([
      section(
        'Ny dato',
        say(
          `Vi har lovet dig et svar på din ansøgning senest ${former}. Det kan vi ikke nå. Nu regner vi med, at du får svar senest ${later}. Det er vi kede af.`,
        ),
      ),
      section('Hvorfor?', say(reason)),
      section(
        'Hvad betyder det for dig?',
        sayAll([
          'Du skal ikke gøre noget. Din ansøgning gælder stadig, og det tæller ikke imod dig, at det tager længere tid.',
          'Kan vi heller ikke nå den nye dato, skriver vi til dig igen inden den dag.',
        ]),
      ),
      contact(context),
    ]),
    easyRead: {
      title: 'Du skal vente længere',
      sections: present([
        section(
          'Hvornår får du svar?',
          sayAll([`Vi har sagt ${former}.`, 'Det når vi ikke.', `Du får svar senest ${later}.`]),
        ),
        section('Hvad skal du gøre?', sayAll(['Du skal ikke gøre noget.', 'Din sag er stadig i gang.'])),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
