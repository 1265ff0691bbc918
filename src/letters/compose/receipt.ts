/** The receipt: that the application has come, when the answer comes, and what happens until then. */
import type { Channel } from '../../domain/case/application/events.ts'
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import type { DerivationStep } from '../../domain/time/deadline.ts'
import { amountInWords, dayInWords, weekdayInWords } from '../day-in-words.ts'
import type { LetterContent } from '../letter-content.ts'
import { present, say, sayAll, section, steps } from './blocks.ts'
import { type LetterContext, passage } from './letter-context.ts'
import { companion, contact, easyCompanion, easyContact } from './shared-sections.ts'

const cameBy: Record<Channel, string> = {
  web: 'på vores hjemmeside',
  phone: 'i telefonen',
  letter: 'i et brev',
  email: 'i en e-mail',
  inPerson: 'da du var hos os',
}

const units: Partial<Record<string, readonly [string, string]>> = {
  day: ['dag', 'dage'],
  week: ['uge', 'uger'],
  month: ['måned', 'måneder'],
  workingDay: ['arbejdsdag', 'arbejdsdage'],
}

/** The promised period as the standard states it, e.g. `6 uger`. */
function periodInWords(derivation: readonly DerivationStep[]): string | undefined {
  for (const step of derivation) {
    if (step.step !== 'add') continue
    const [one, many] = units[step.unit] ?? []
    if (one !== undefined && many !== undefined)
      return `${amountInWords(step.amount)} ${step.amount === 1 ? one : many}`
  }
  return undefined
}

/** K2.1-1, K2.2a-1, RSL § 3; the privacy notice of GDPR art. 13 is enclosed. */
export function composeReceipt(
  order: Extract<LetterOrder, { kind: 'receipt' }>,
  context: LetterContext,
): LetterContent {
  const { deadline, channel, needsConfirmation, forChange } = order
  const about = forChange ? 'en ændring af dit' : 'et'
  const { file, caseworker } = context
  const due = weekdayInWords(deadline.due)
  const period = periodInWords(deadline.derivation)
  const received = dayInWords(deadline.from)
  return {
    kind: 'receipt',
    language: 'da',
    title: 'Vi har fået din ansøgning',
    oneSentence: `Du får svar senest ${due}.`,
    sections: present([
      section(
        'Din ansøgning',
        say(
          `Vi fik din ansøgning om ${about} aktivitets- og samværstilbud den ${received} ${cameBy[channel]}. Din sag har nummer ${file.caseNumber}. Skriv gerne nummeret, når du skriver til os.`,
        ),
      ),
      needsConfirmation
        ? section(
            'Vi mangler dit ja',
            say(
              `En anden har søgt for dig. Vi er gået i gang, men vi skal vide, at du selv vil søge. Sig ja på din sags side, eller ring til ${caseworker.name} på ${caseworker.phone}. Vi spørger ikke andre om dig, før du har sagt ja.`,
            ),
          )
        : undefined,
      section(
        'Hvad sker der nu?',
        steps([
          ...(forChange ? ['Du fortsætter som nu, indtil du får en ny afgørelse.'] : []),
          'Vi læser din ansøgning og finder ud af, hvad vi mangler at vide.',
          'Vi taler med dig. Vi spørger kun andre, hvis du har sagt ja til det, eller hvis loven giver os lov.',
          `Vi træffer en afgørelse. Du får den i et brev senest ${due}.`,
        ]),
      ),
      section(
        'Hvis vi ikke når det',
        say(
          `${period === undefined ? 'Fristen regnes' : `Fristen er ${period}. Den regnes`} fra den dag, vi fik din ansøgning. Kan vi ikke nå det, skriver vi til dig inden fristen. Så får du en ny dato, og du får at vide hvorfor.`,
        ),
      ),
      contact(context),
      companion(context),
    ]),
    easyRead: {
      title: 'Vi har fået din ansøgning',
      sections: present([
        section('Hvornår får du svar?', sayAll(['Du får et brev fra os.', `Det kommer senest ${due}.`])),
        needsConfirmation
          ? section(
              'Vil du selv søge?',
              sayAll([
                'En anden har søgt for dig.',
                'Vil du selv søge?',
                `Ring og sig ja. Ring på ${caseworker.phone}.`,
              ]),
            )
          : undefined,
        section(
          'Hvad sker der nu?',
          steps([
            ...(forChange ? ['Du bliver ved som nu.'] : []),
            'Vi læser det, du har skrevet.',
            'Vi taler med dig.',
            'Du får et brev med ja eller nej.',
          ]),
        ),
        section('Når vi det ikke?', sayAll(['Så får du et brev.', 'Der står en ny dato i brevet.'])),
        easyContact(context),
        easyCompanion(context),
      ]),
    },
    enclosures: [privacyNotice(context)],
  }
}

const privacyNotice = (context: LetterContext): LetterContent['enclosures'][number] => ({
  title: 'Sådan bruger vi dine oplysninger',
  sections: present([
    section('Dine oplysninger hos os', sayAll(passage(context, 'privacyNotice', 'da'))),
    section('Kort fortalt', sayAll(passage(context, 'privacyNotice', 'let'))),
  ]),
})
