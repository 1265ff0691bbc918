/** Guidance about help under other rules or from others, and that a letter was forwarded (FVL § 7, RSL § 5). */
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import type { LetterContent } from '../letter-content.ts'
import { present, say, sayAll, section } from './blocks.ts'
import type { LetterContext } from './letter-context.ts'
import { contact, easyContact } from './shared-sections.ts'

export function composeGuidance(
  { about, forwardedTo }: Extract<LetterOrder, { kind: 'guidance' }>,
  context: LetterContext,
): LetterContent {
  const forwarded = forwardedTo !== undefined
  return {
    kind: 'guidance',
    language: 'da',
    title: forwarded ? 'Vi har sendt din henvendelse videre' : 'Vejledning om hjælp til dig',
    oneSentence: forwarded
      ? `Vi har sendt din henvendelse videre til ${forwardedTo}.`
      : 'Der kan være anden hjælp til dig, og her står, hvor du kan spørge.',
    sections: present([
      section('Det vil vi fortælle dig', say(about)),
      forwarded
        ? section(
            'Vi har sendt den videre',
            say(
              `Det er ${forwardedTo}, der kan svare dig. Derfor har vi sendt det, du har skrevet eller fortalt, videre. Du skal ikke sende det igen.`,
            ),
          )
        : undefined,
      section(
        'Din ansøgning hos os',
        say('Dette brev er vejledning. Det er ikke et svar på din ansøgning, og den er ikke lukket af det.'),
      ),
      contact(context),
    ]),
    easyRead: {
      title: forwarded ? 'Vi har sendt din sag videre' : 'Du kan få råd',
      sections: present([
        forwarded
          ? section(
              'Hvem har den nu?',
              sayAll([`Det har ${forwardedTo}.`, 'De svarer dig.', 'Du skal ikke sende noget igen.']),
            )
          : section(
              'Hvad er det?',
              sayAll([
                'Vi vil give dig et godt råd.',
                'Det står i brevet.',
                'Vi læser det gerne op for dig.',
              ]),
            ),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
