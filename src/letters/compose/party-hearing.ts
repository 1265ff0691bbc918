/** The party hearing: what we hold that speaks against the citizen, before we decide (FVL § 19). */
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { amountInWords } from '../day-in-words.ts'
import type { LetterContent } from '../letter-content.ts'
import { present, say, sayAll, section, steps } from './blocks.ts'
import type { LetterContext } from './letter-context.ts'
import { companion, contact, easyCompanion, easyContact } from './shared-sections.ts'

/** The date is told as a rule, for it is counted from the day the citizen gets the letter; the page shows the day itself. */
export function composePartyHearing(
  { paragraphs, hearingDays }: Extract<LetterOrder, { kind: 'partyHearing' }>,
  context: LetterContext,
): LetterContent {
  const { caseworker, letterhead } = context
  const days = `${amountInWords(hearingDays)} dage`
  return {
    kind: 'partyHearing',
    language: 'da',
    title: 'Er det rigtigt, det vi skriver om dig?',
    oneSentence: `Svar senest ${days} efter, at du har fået brevet, hvis noget er forkert eller mangler.`,
    sections: present([
      section(
        'Hvorfor skriver vi?',
        say(
          'Vi skal træffe en afgørelse om din ansøgning. Vi har oplysninger, som kan betyde, at du ikke får alt det, du har søgt om. Derfor skal du kende dem og kunne sige din mening først. Vi har ikke bestemt os endnu.',
        ),
      ),
      section('Det har vi fået at vide', steps(paragraphs)),
      section(
        'Sådan svarer du',
        sayAll([
          `Skriv eller sig, hvad der er rigtigt, og hvad der er forkert. Du kan svare på din sags side, ringe til ${caseworker.name} på ${caseworker.phone}, skrive til ${letterhead.email ?? letterhead.address.join(', ')} eller komme forbi.`,
          `Vi vil gerne have dit svar senest ${days} efter, at du har fået brevet. Har du brug for længere tid, så sig det til os inden da. Svarer du ikke, afgør vi sagen på det, vi ved.`,
        ]),
      ),
      companion(context),
      contact(context),
    ]),
    easyRead: {
      title: 'Er det rigtigt, det vi skriver?',
      sections: present([
        section(
          'Hvad er det?',
          sayAll([
            'Vi ved noget om dig.',
            'Det kan gøre, at du får nej.',
            'Vi har ikke sagt nej endnu.',
            'Læs det først. Det står i brevet.',
          ]),
        ),
        section(
          'Hvad skal du gøre?',
          sayAll([
            'Er noget forkert?',
            'Så sig det til os.',
            `Ring på ${caseworker.phone}.`,
            `Du har ${days}.`,
            'De tæller fra den dag, du får brevet.',
          ]),
        ),
        easyCompanion(context),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
