/** The papers that access is given to, in words: the list in front, and each paper under its own heading. */
import type {
  AbsenceReason,
  AttendanceFact,
  AttendanceKind,
  Informant,
} from '../../domain/attendance/fact.ts'
import type { Paper, PaperKind } from '../../domain/case/access-request/papers.ts'
import type { Correction } from '../../domain/case/case-file.ts'
import { copenhagenTime } from '../../domain/time/time-of-day.ts'
import { dayInWords } from '../day-in-words.ts'
import type { LetterContent, LetterSection } from '../letter-content.ts'
import { present, say, sayAll, section } from './blocks.ts'

/** What each kind of paper is called to the citizen. */
export const paperNames = {
  application: 'Ansøgning',
  attachment: 'Bilag',
  note: 'Notat',
  internalNote: 'Internt notat',
  document: 'Dokument',
  information: 'Oplysning fra andre',
  assessment: 'Vurdering',
  hearingAnswer: 'Svar på partshøring',
  letter: 'Brev fra os',
  message: 'Besked',
  dailyNote: 'Note fra tilbuddet',
  plan: 'Handleplan',
  goals: 'Mål',
  interventionPlan: 'Indsatsplan',
  goalFollowed: 'Sådan går det med et mål',
  followUpWish: 'Ønske om opfølgning',
  meetingPreparation: 'Det, du ville sige på mødet',
  statusReport: 'Tilbuddets rapport før et møde',
  followUp: 'Opfølgning',
  providerReport: 'Melding fra tilbuddet',
  reportAnswer: 'Svar til tilbuddet',
  complaint: 'Klage',
  boardAnswer: 'Ankestyrelsens svar',
} as const satisfies Readonly<Record<PaperKind, string>>

type PrintedLetter = { readonly title: string; readonly sections: readonly LetterSection[] }

const nameOf = ({ kind, on, about, letterId }: Paper): string =>
  [paperNames[kind], dayInWords(on), letterId === undefined ? about : undefined]
    .filter((part) => part !== undefined)
    .join(', ')

export function openingWords(
  caseNumber: string,
  papers: readonly Paper[],
): Pick<LetterContent, 'title' | 'oneSentence' | 'sections'> {
  const amount = papers.length === 1 ? '1 papir' : `${papers.length} papirer`
  return {
    title: 'Dine papirer',
    oneSentence: `Her er ${amount} fra sag ${caseNumber}, de ældste først.`,
    sections: [
      {
        heading: 'Liste over papirerne',
        blocks: [
          {
            kind: 'table',
            header: ['Nr.', 'Dato', 'Papir'],
            widths: [1, 3, 7],
            rows: papers.map((paper, index) => [
              `${index + 1}`,
              dayInWords(paper.on),
              [paperNames[paper.kind], paper.letterId ? undefined : paper.about].filter(Boolean).join(': '),
            ]),
          },
        ],
      },
    ],
  }
}

/** A paper of ours as text; a file that somebody sent is named here and handed out by itself, as it came. */
export const papersInWords = (
  papers: readonly Paper[],
  corrections: readonly Correction[],
  letters: ReadonlyMap<string, PrintedLetter>,
): LetterContent['enclosures'] =>
  papers.map((paper, index) => {
    const letter = letters.get(paper.key)
    const beside = corrections.filter((c) => c.key === paper.key)
    const file = letter === undefined && paper.document
    return {
      title: `${index + 1}. ${letter ? `${paperNames.letter}, ${dayInWords(paper.on)}: ${letter.title}` : nameOf(paper)}`,
      sections: [
        ...(letter?.sections ?? []),
        ...present([
          section('Det står der', sayAll(paper.text.filter((text) => text.trim() !== ''))),
          file
            ? section(
                'Filen',
                say(`${file.name} ligger for sig, som den kom. Du henter den på din sags side.`),
              )
            : undefined,
          letter === undefined && !file && paper.text.every((text) => text.trim() === '')
            ? section('Det står der', say('Der er ikke skrevet noget frit her.'))
            : undefined,
          section(
            'Det siger du er forkert',
            beside.flatMap((c) => [
              say(`${dayInWords(c.on)}: ${c.wrong}`),
              c.answered && say(`Vores svar, ${dayInWords(c.answered.on)}: ${c.answered.answer}`),
            ]),
          ),
        ]),
      ],
    }
  })

/** A day at a place as somebody recorded it. */
export type RecordedDay = Pick<
  AttendanceFact,
  'factId' | 'day' | 'kind' | 'part' | 'reason' | 'saidBy' | 'lateBy' | 'at' | 'refersTo' | 'text'
>

const kindNames = {
  arrived: 'Kom',
  left: 'Gik',
  cancelled: 'Afbud',
  noShow: 'Kom ikke',
  late: 'Forsinket',
  undone: 'Taget tilbage',
  settled: 'Afgjort, hvad der gælder',
} as const satisfies Record<AttendanceKind, string>

const reasonNames = {
  illness: 'sygdom',
  hospital: 'sygehus',
  holiday: 'ferie',
  treatment: 'behandling',
  unwilling: 'havde ikke lyst',
  other: 'andet',
  unsaid: 'ikke oplyst',
} as const satisfies Record<AbsenceReason, string>

const informantNames = {
  citizen: 'sagt af dig selv',
  relative: 'sagt af en pårørende',
  residence: 'sagt af bostedet',
  staff: 'sagt af personalet',
} as const satisfies Record<Informant, string>

const partNames = { full: undefined, morning: 'formiddag', afternoon: 'eftermiddag' } as const

const laterNames = { transport: 'på grund af kørslen', own: undefined } as const

/** Every record, also what was taken back later: it was written down about them. */
export const daysInWords = (
  days: readonly RecordedDay[],
): NonNullable<LetterContent['enclosures']>[number] => ({
  title: 'Fremmøde, dag for dag',
  sections: [
    {
      heading: 'Det er skrevet ned',
      blocks:
        days.length === 0
          ? [say('Der er ikke skrevet noget ned om, hvornår du er kommet.')]
          : [
              {
                kind: 'table',
                header: ['Dag', 'Kl.', 'Hvad der er skrevet'],
                widths: [3, 1, 6],
                rows: days.map(({ day, at, kind, part, reason, saidBy, lateBy, text }) => [
                  dayInWords(day),
                  copenhagenTime(at).replace(':', '.'),
                  [
                    kindNames[kind],
                    part && partNames[part],
                    reason && reasonNames[reason],
                    saidBy && informantNames[saidBy],
                    lateBy && laterNames[lateBy],
                    text,
                  ]
                    .filter(Boolean)
                    .join(', '),
                ]),
              },
            ],
    },
  ],
})
