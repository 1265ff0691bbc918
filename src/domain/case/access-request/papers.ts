/**
 * The papers of a case in the order they came, for whoever asks to see it: one list, so that what is given and what is left
 * out together make the whole, and nothing is missing without a word.
 */
import type { DocumentHash, LetterId } from '../../identity.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Complaint, Fact, StatusMeeting } from '../case-file.ts'
import { planVersions } from '../plan/versions.ts'

export const paperKinds = [
  'application',
  'attachment',
  'note',
  'internalNote',
  'document',
  'information',
  'assessment',
  'hearingAnswer',
  'letter',
  'message',
  'dailyNote',
  'plan',
  'goals',
  'interventionPlan',
  'goalFollowed',
  'followUpWish',
  'meetingPreparation',
  'statusReport',
  'followUp',
  'providerReport',
  'reportAnswer',
  'complaint',
  'boardAnswer',
] as const
export type PaperKind = (typeof paperKinds)[number]

export type Paper = {
  /** Stable over time: the kind and the event that brought it. */
  readonly key: string
  readonly kind: PaperKind
  readonly on: CalendarDay
  readonly seq: number
  /** What it is about, in the words it was registered with; none where the kind says it all. */
  readonly about?: string | undefined
  /** What stands in it, where it is text of ours. */
  readonly text: readonly string[]
  readonly document?: { readonly hash: DocumentHash; readonly name: string } | undefined
  readonly letterId?: LetterId | undefined
}

type More = Pick<Paper, 'about' | 'document' | 'letterId'> & { readonly text?: readonly string[] }

const paper = (
  kind: PaperKind,
  { on, seq }: Pick<Fact, 'on' | 'seq'>,
  { text = [], ...more }: More,
): Paper => ({
  key: `${kind}-${seq}${more.document && kind === 'attachment' ? `-${more.document.hash.slice(0, 8)}` : ''}`,
  kind,
  on,
  seq,
  text,
  ...more,
})

const said = (...lines: readonly (string | undefined)[]): readonly string[] =>
  lines.filter((l) => l !== undefined)

const papersOfMeeting = ({ prepared, reports, concluded }: StatusMeeting): readonly Paper[] => [
  ...(prepared
    ? [paper('meetingPreparation', prepared, { text: said(...prepared.answers.map((a) => a.words)) })]
    : []),
  ...reports.map((report) =>
    paper('statusReport', report, {
      text: [report.assessment, report.voice.kind === 'said' ? report.voice.words : report.voice.because],
    }),
  ),
  ...(concluded
    ? [
        paper('followUp', concluded, {
          text: said(
            concluded.citizen.kind === 'yes' ? concluded.citizen.said : concluded.citizen.because,
            concluded.minutes,
            ...concluded.goals.flatMap((goal) => [goal.text, goal.words]),
            concluded.because,
            concluded.withoutReport,
          ),
        }),
      ]
    : []),
]

/** What was said in it and what the Appeals Board answered; the municipality's own letters about it are among the letters. */
const papersOfComplaint = (complaint: Complaint): readonly Paper[] => [
  paper('complaint', complaint, { text: said(complaint.words, complaint.wish) }),
  ...complaint.supplements.map((more) => paper('complaint', more, { text: [more.words] })),
  ...[...complaint.attachments, ...complaint.supplements.flatMap(({ attachments }) => attachments)].map(
    (file) => paper('attachment', complaint, { document: file, about: file.name }),
  ),
  ...(complaint.result
    ? [
        paper('boardAnswer', complaint.result, {
          text: [complaint.result.words],
          document: complaint.result.document && {
            hash: complaint.result.document,
            name: complaint.result.reference,
          },
        }),
      ]
    : []),
]

/** Every paper there is in the case, oldest first; of one day, in the order they were recorded. */
export function papersOf(file: CaseFile): readonly Paper[] {
  const { answers } = file
  const proceedings = file.proceedings.flatMap(({ assessments, hearings }) => [
    ...assessments.map((a) =>
      paper('assessment', a, {
        text: said(
          ...a.evidenceA.map((e) => e.text),
          ...a.evidenceB.map((e) => e.text),
          a.needs,
          a.resources,
        ),
      }),
    ),
    ...hearings.flatMap(({ answered }) =>
      answered
        ? [
            paper('hearingAnswer', answered, {
              text: said(...answered.answers.map((a) => a.inWords), answered.remark),
            }),
          ]
        : [],
    ),
  ])
  const placed = file.orders.flatMap((order) => [
    ...order.dailyNotes.map((note) => paper('dailyNote', note, { text: [note.text] })),
    ...order.plans.map((made) =>
      paper('interventionPlan', made, {
        text: said(
          ...made.parts.flatMap(({ subGoal, method }) => [subGoal, method]),
          made.community,
          made.dailyLife,
          made.because,
        ),
      }),
    ),
    ...order.followed.map((one) =>
      paper('goalFollowed', one, {
        text: said(one.words, one.voice.kind === 'said' ? one.voice.words : undefined),
      }),
    ),
    ...order.followUpWishes.map((wish) => paper('followUpWish', wish, { text: [wish.words] })),
    ...order.meetings.flatMap(papersOfMeeting),
  ])
  const reported = file.reports.flatMap((report) => [
    paper('providerReport', report, { text: [report.what, report.done, report.proposed] }),
    ...report.answers.map((answer) => paper('reportAnswer', answer, { text: [answer.words] })),
  ])
  const all = [
    paper('application', file.received, {
      text: said(answers.difficultiesInWords, answers.wishesInWords, answers.diagnosisInWords),
    }),
    ...file.attachments.map((a) => paper('attachment', file.received, { document: a, about: a.name })),
    ...file.notes.map((n) => paper(n.kind === 'internal' ? 'internalNote' : 'note', n, { text: [n.text] })),
    ...file.documents.map((d) =>
      paper('document', d, { about: d.subject, document: { hash: d.document, name: d.subject } }),
    ),
    ...file.information.map((i) =>
      paper('information', i, {
        text: [i.summary],
        document: i.document && { hash: i.document, name: i.summary },
      }),
    ),
    ...proceedings,
    ...file.letters.map((l) =>
      paper('letter', l, {
        about: l.kind,
        letterId: l.letterId,
        document: { hash: l.document, name: l.kind },
      }),
    ),
    ...file.messages.map((m) => paper('message', m, { text: [m.text] })),
    ...placed,
    ...reported,
    ...file.complaints.flatMap(papersOfComplaint),
    // Each as it was written: the one that holds, and those it took the place of.
    ...planVersions(file).map((version) =>
      paper(file.actionPlans.some(({ seq }) => seq <= version.seq) ? 'plan' : 'goals', version, {
        text: version.passages.map(({ text }) => text),
      }),
    ),
  ]
  const unique = new Map(all.map((one) => [one.key, one]))
  return [...unique.values()].sort((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)
}
