/** Access to the papers: when it comes, and what came of it. Something left out makes the answer a decision (FVL §§ 16, 22, 25). */
import type { ExemptionGround } from '../../domain/case/access-request/events.ts'
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { weekdayInWords } from '../day-in-words.ts'
import type { LetterContent } from '../letter-content.ts'
import { present, say, sayAll, section } from './blocks.ts'
import { type LetterContext, passage } from './letter-context.ts'
import { contact, easyContact } from './shared-sections.ts'

export function composeAccessDelay(
  { because, expectedOn }: Extract<LetterOrder, { kind: 'accessDelay' }>,
  context: LetterContext,
): LetterContent {
  const day = weekdayInWords(expectedOn)
  return {
    kind: 'accessDelay',
    language: 'da',
    title: 'Det tager længere tid at finde dine papirer',
    oneSentence: `Du får svar senest ${day}.`,
    sections: present([
      section(
        'Du har bedt om at se din sag',
        say(`Vi kan ikke nå det så hurtigt, som vi skal. Du får svar senest ${day}. Det er vi kede af.`),
      ),
      section('Hvorfor?', say(because)),
      section('Hvad betyder det for dig?', say('Du skal ikke gøre noget. Du skal ikke bede om det igen.')),
      contact(context),
    ]),
    easyRead: {
      title: 'Du skal vente på dine papirer',
      sections: present([
        section('Hvornår får du dem?', sayAll([`Du får svar senest ${day}.`])),
        section('Hvad skal du gøre?', sayAll(['Du skal ikke gøre noget.'])),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}

const grounds: Readonly<Record<ExemptionGround, string>> = {
  internalWork: 'Papiret er vores eget arbejdspapir.',
  otherPersons: 'Papiret handler også om andre, som skal være i fred.',
  otherInterests: 'Der er andre hensyn, der vejer tungere.',
}

export function composeAccessAnswer(
  { given, left, asData }: Extract<LetterOrder, { kind: 'accessAnswer' }>,
  context: LetterContext,
): LetterContent {
  const all = left.length === 0
  const none = given === 0
  const amount = given === 1 ? '1 papir' : `${given} papirer`
  return {
    kind: 'accessAnswer',
    language: 'da',
    title: none ? 'Du kan ikke få de papirer, du har bedt om' : 'Her er dine papirer',
    oneSentence: none
      ? 'Vi kan ikke give dig papirerne, og her står hvorfor.'
      : all
        ? `Du får ${amount}. De ligger på din sags side.`
        : `Du får ${amount}, men ikke dem alle. Her står hvorfor.`,
    sections: present([
      none
        ? undefined
        : section(
            'Det får du',
            say(
              `Du får ${amount} samlet i én fil med en liste forrest. Du henter filen på din sags side. Vil du have den på papir, så ring til os.`,
            ),
            asData && say('Du kan også hente de samme oplysninger som data, der kan læses af en computer.'),
          ),
      all
        ? undefined
        : section(
            'Det får du ikke, og hvorfor',
            left.flatMap(({ title, ground, because, openness }) => [
              say(`${title}. ${grounds[ground]} ${because}`),
              say(`Kunne du få det alligevel? ${openness}`),
            ]),
          ),
      section(
        'Er noget forkert?',
        say(
          'Skriv det på din sags side, eller ring til os. Det, du siger, bliver lagt ved siden af papiret, og du får et svar.',
        ),
      ),
      all ? undefined : section('Sådan klager du', sayAll(passage(context, 'complaintGuidance', 'da'))),
      contact(context),
    ]),
    easyRead: {
      title: none ? 'Du kan ikke få papirerne' : 'Dine papirer',
      sections: present([
        none ? undefined : section('Hvor er de?', sayAll(['De ligger på din side.', `Du får ${amount}.`])),
        all
          ? undefined
          : section('Er der noget, du ikke får?', sayAll(['Ja.', 'Det står i brevet hvorfor.'])),
        all ? undefined : section('Er du uenig?', sayAll(passage(context, 'complaintGuidance', 'let'))),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
