/** The invitation to a status meeting (K2.3-1), the same when it is moved, and the letter that it is cancelled. */
import type { Appointment, MeetingParticipant } from '../../domain/case/follow-up/events.ts'
import type { LetterOrder } from '../../domain/case/letter/order.ts'
import { weekdayInWords } from '../day-in-words.ts'
import type { LetterContent } from '../letter-content.ts'
import { points, present, say, sayAll, section } from './blocks.ts'
import { type LetterContext, passage } from './letter-context.ts'
import { companion, contact, easyCompanion, easyContact } from './shared-sections.ts'

const clock = (time: string): string => time.replace(':', '.')
const when = ({ day, starts, ends }: Appointment): string =>
  `${weekdayInWords(day)} kl. ${clock(starts)}–${clock(ends)}`

const whoComes = (kind: MeetingParticipant, context: LetterContext, place: string): string =>
  ({
    citizen: 'dig',
    companion: 'en bisidder, hvis du vil have en med',
    representative: 'den, der handler for dig',
    contactPerson: `din kontaktperson fra ${place}`,
    provider: `en leder fra ${place}`,
    caseworker: `${context.caseworker.name}, din sagsbehandler`,
    interpreter: 'en tolk',
  })[kind]

export function composeMeetingInvitation(
  order: Extract<LetterOrder, { kind: 'meetingInvitation' }>,
  context: LetterContext,
): LetterContent {
  const { appointment, participants, others, moved } = order
  const { caseworker } = context
  const place = context.providerName(order.provider)
  const who = participants.map((kind) => whoComes(kind, context, place))
  return {
    kind: 'meetingInvitation',
    language: 'da',
    title: moved ? 'Mødet om dig er flyttet' : 'Kom til møde om dig',
    oneSentence: `Vi mødes ${when(appointment)}.`,
    sections: present([
      ...(moved
        ? [
            section(
              'Mødet er flyttet',
              sayAll([`Mødet skulle have været ${when(moved.from)}. Nu er det ${when(appointment)}.`]),
            ),
            section('Hvorfor er det flyttet?', say(moved.because)),
          ]
        : []),
      section('Hvornår og hvor?', points([when(appointment), appointment.place])),
      section('Hvad er et statusmøde?', sayAll(passage(context, 'meetingInvitation', 'da'))),
      section('Hvem kommer?', points([...who, ...(others === undefined ? [] : [others])])),
      section(
        'Hvad vil du gerne sige?',
        say(
          'På din sags side kan du skrive, hvad du vil tale om. Du kan også hente mødet til din kalender. Du behøver ikke at skrive noget.',
        ),
      ),
      companion(context),
      section(
        'Passer tiden ikke?',
        say(
          `Bed om en anden tid på din sags side, eller ring til ${caseworker.name} på ${caseworker.phone}.`,
        ),
      ),
      contact(context),
    ]),
    easyRead: {
      title: moved ? 'Dit møde er flyttet' : 'Møde om dig',
      sections: present([
        section('Hvornår?', say(`${when(appointment)}.`)),
        section('Hvor?', say(appointment.place)),
        section('Hvad er mødet?', sayAll(passage(context, 'meetingInvitation', 'let'))),
        section('Kan du ikke den dag?', sayAll(['Ring til os.', 'Vi kan finde en anden dag.'])),
        easyCompanion(context),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}

export function composeMeetingCancelled(
  { appointment, because }: Extract<LetterOrder, { kind: 'meetingCancelled' }>,
  context: LetterContext,
): LetterContent {
  return {
    kind: 'meetingCancelled',
    language: 'da',
    title: 'Mødet om dig er aflyst',
    oneSentence: `Mødet ${when(appointment)} bliver ikke til noget.`,
    sections: present([
      section('Hvorfor?', say(because)),
      section(
        'Hvad betyder det for dig?',
        sayAll([
          'Du skal ikke gøre noget. Din plads og din hjælp er den samme som før.',
          'Vi skriver til dig, når vi har en ny tid.',
        ]),
      ),
      contact(context),
    ]),
    easyRead: {
      title: 'Der er ikke møde',
      sections: present([
        section(
          'Hvad sker der?',
          sayAll([
            `Der er ikke møde ${weekdayInWords(appointment.day)}.`,
            'Du skal ikke gøre noget.',
            'Din hjælp er den samme.',
          ]),
        ),
        easyContact(context),
      ]),
    },
    enclosures: [],
  }
}
