/** The papers of a complaint that are written for the bundle: what stands in the case and in no letter, in words. */
import type { CaseFile, Complaint, Fact } from '../../domain/case/case-file.ts'
import { proceedingOf } from '../../domain/case/complaint/about.ts'
import type { LetterKind } from '../../domain/case/letter/events.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { present, say, sayAll, sayIf, section } from '../compose/blocks.ts'
import { dayInWords } from '../day-in-words.ts'
import type { LetterBlock, LetterContent, LetterSection } from '../letter-content.ts'
import type { Place } from './bundle.ts'

const paper = (
  title: string,
  oneSentence: string,
  sections: readonly (LetterSection | undefined)[],
): LetterContent => {
  const there = present([...sections])
  return {
    kind: 'boardLetter',
    language: 'da',
    title,
    oneSentence,
    sections: there.length > 0 ? there : [{ heading: 'Intet', blocks: [say('Der er intet på sagen.')] }],
    enclosures: [],
  }
}

const day = (on: CalendarDay): string => dayInWords(on)

const channels = {
  web: 'på borgerens side',
  phone: 'i telefonen',
  letter: 'i et brev',
  email: 'i en e-mail',
  inPerson: 'ved fremmøde',
} as const

const by = ({ by: who }: Pick<Complaint, 'by'>): string =>
  ({ citizen: 'borgeren selv', representative: 'en repræsentant med fuldmagt eller som værge' })[
    who.kind as 'citizen' | 'representative'
  ] ?? `en anden uden fuldmagt (${who.kind === 'other' ? who.relation : ''})`

/** The complaint in the words it was made in, with what was said later. */
export const complaintPaper = (complaint: Complaint): LetterContent =>
  paper('Klagen', `Modtaget den ${day(complaint.on)}.`, [
    section(
      'Klagen',
      say(`Modtaget den ${day(complaint.on)} ${channels[complaint.channel]}, fra ${by(complaint)}.`),
      say(complaint.words ?? 'Klagen er uden begrundelse.'),
    ),
    section('Det ønskes', sayIf(complaint.wish)),
    ...complaint.supplements.map((more) =>
      section(
        `Tilføjet den ${day(more.on)}`,
        say(`${by(more)}, ${channels[more.channel]}.`),
        say(more.words),
      ),
    ),
    ...complaint.postponements.map((choice) =>
      section(
        `Om afgørelsen venter, den ${day(choice.on)}`,
        say(
          choice.postponed
            ? 'Afgørelsen er udsat, mens klagen behandles.'
            : 'Afgørelsen er ikke længere udsat.',
        ),
        say(choice.because),
      ),
    ),
  ])

/** The assessment that the decision rests on, and what was considered besides. */
export function assessmentPaper(file: CaseFile, complaint: Complaint): LetterContent {
  const { assessments = [], otherPossibilities, sufficientlyInformed } = proceedingOf(file, complaint) ?? {}
  return paper('Vurderingen', 'Vurderingen af målgruppe og behov, som afgørelsen bygger på.', [
    ...assessments.map((a) =>
      section(
        `Vurderet den ${day(a.on)}`,
        say(`A, nedsat funktionsevne eller særlige sociale problemer: ${yes(a.criterionA.answer)}.`),
        say(a.criterionA.reasons),
        say(`B, behov for tilbuddet: ${yes(a.criterionB.answer)}.`),
        say(a.criterionB.reasons),
      ),
    ),
    otherPossibilities &&
      section(
        'Andre muligheder (retssikkerhedsloven § 5)',
        sayAll(
          otherPossibilities.possibilities.kind === 'none'
            ? [otherPossibilities.possibilities.because]
            : otherPossibilities.possibilities.items.map(
                ({ paragraph, result }) => `${paragraph}: ${result}`,
              ),
        ),
      ),
    sufficientlyInformed && section('Sagen er oplyst', say(sufficientlyInformed.reason)),
  ])
}

const yes = (answer: boolean): string => (answer ? 'ja' : 'nej')

export const notesPaper = (file: CaseFile): LetterContent =>
  paper(
    'Notater',
    'Sagens notater, ældste først.',
    byDay(file.notes).map((note) => section(`Den ${day(note.on)}`, say(note.text))),
  )

/** What was put to the citizen, and what was answered. The letters themselves stand behind. */
export const hearingPaper = (file: CaseFile): LetterContent =>
  paper(
    'Partshøring og svar',
    'Det, borgeren er hørt over, og det, der er svaret.',
    file.proceedings
      .flatMap((p) => p.hearings)
      .map((hearing) =>
        section(
          `Høring den ${day(hearing.on)}`,
          sayAll(hearing.paragraphs.map((text, index) => `${index + 1}. ${text}`)),
          ...(hearing.answers.length === 0 ? [say('Der er ikke svaret.')] : []),
          ...hearing.answers.flatMap((answer) => [
            say(`Svaret ${answer.by === 'citizen' ? '' : 'af repræsentanten '}den ${day(answer.on)}.`),
            sayIf(answer.remark),
            sayAll(
              answer.answers.map(
                ({ paragraph, agrees, inWords }) =>
                  `Til ${paragraph + 1}: ${agrees ? 'enig' : 'uenig'}${inWords ? `. ${inWords}` : '.'}`,
              ),
            ),
          ]),
        ),
      ),
  )

/** Every letter to every recipient: when it was sent, how, and what the post said became of it. */
export function dispatchPaper(
  file: CaseFile,
  titles: Readonly<Record<LetterKind, string>>,
  name: (copy: CaseFile['letters'][number]['copies'][number]) => string,
): LetterContent {
  const rows = file.letters.flatMap((letter) =>
    letter.copies.map((copy) => [
      titles[letter.kind],
      name(copy),
      copy.dispatched ? `${copy.dispatched.on} ${post[copy.dispatched.channel]}` : '–',
      copy.delivered ? `${copy.delivered.on} (${proofs[copy.delivered.proof]})` : '–',
      copy.failures.map((f) => f.on).join(', ') || '–',
    ]),
  )
  const table: LetterBlock = {
    kind: 'table',
    header: ['Brev', 'Til', 'Sendt', 'Modtaget', 'Fejlet'],
    rows,
    widths: [3, 3, 3, 3, 2],
  }
  return paper('Forsendelseslog', 'Hvornår hvert brev er sendt, og hvad posten har kvitteret for.', [
    rows.length > 0 ? section('Breve', table) : undefined,
  ])
}

const post = { digitalPost: 'Digital Post', paper: 'papir' } as const
const proofs: Readonly<Record<string, string>> = {
  receipt: 'kvittering',
  presumed: 'formodet',
  stated: 'oplyst',
}

export const indexPaper = (caseNumber: string, contents: readonly Place[]): LetterContent =>
  paper('Indhold', `Sagens papirer i sag ${caseNumber}, i én rækkefølge.`, [
    section('Bilag', {
      kind: 'table',
      header: ['Nr.', 'Bilag', 'Side'],
      rows: contents.map(({ title, from, to }, n) => [
        String(n + 1),
        title,
        from === to ? String(from) : `${from}–${to}`,
      ]),
      widths: [1, 8, 2],
    }),
  ])

export const byDay = <F extends Fact>(facts: readonly F[]): readonly F[] =>
  facts.toSorted((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)
