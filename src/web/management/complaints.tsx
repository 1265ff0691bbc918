/** Complaints that teach: how many came, what became of them, what failed, and the cases behind each figure. */
import { boardResults, reassessmentOutcomes, reversalCauses } from '../../domain/case/complaint/events.ts'
import { PartId } from '../../domain/identity.ts'
import { findDay } from '../../domain/time/calendar-day.ts'
import {
  type ComplaintCounts,
  type ComplaintEntry,
  type ComplaintFilter,
  complaintsBehind,
  countComplaints,
} from '../../store/complaints.ts'
import { read } from '../../store/connection.ts'
import type { ComplaintRow } from '../../store/projection-rows.ts'
import {
  type PeriodName,
  periodIn,
  periodOf,
  periodSlugs,
  periods,
  periodWords,
} from '../i18n/chosen-period.ts'
import { complaintNames } from '../i18n/complaint-words.ts'
import { plainDay, shortDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { csvOf } from '../platform/csv.ts'
import { file, html } from '../platform/respond.tsx'
import { LinkButton, Table, Tabs } from '../ui/parts.tsx'
import { outcomeWords } from './complaint-words.ts'
import { ManagementTabs } from './frame.tsx'

const page = '/ledelse/klager'
const pageSize = 100
const fileSize = 10_000

type Figure = {
  readonly slug: string
  readonly text: string
  readonly filter: ComplaintFilter
  readonly count: (counts: ComplaintCounts) => number
}
type Group = { readonly title: string; readonly figures: readonly Figure[] }

const ownSlugs = { full: 'medhold', part: 'delvist-medhold', notUpheld: 'ikke-medhold' } as const
const resultSlugs = {
  upheld: 'stadfaestet',
  changed: 'aendret',
  annulled: 'ophaevet',
  remanded: 'hjemvist',
  partly: 'delvist-omgjort',
  dismissed: 'afvist',
  lapsed: 'bortfaldet',
} as const
const causeSlugs = {
  information: 'oplysning',
  reasons: 'begrundelse',
  hearing: 'hoering',
  legalBasis: 'hjemmel',
  assessment: 'vurdering',
  newFacts: 'nye-oplysninger',
} as const
const stateSlugs = {
  waiting: 'venter',
  looked: 'genvurderet',
  atBoard: 'ankestyrelsen',
  withdrawn: 'trukket',
  reversed: 'omgjort',
} as const

/** Every figure of the page: its name, what it counts, and how its address says it. */
function groupsOf(language: Language): readonly Group[] {
  const t = outcomeWords(language)
  const names = complaintNames(language)
  const state = (name: keyof typeof stateSlugs): Figure => ({
    slug: stateSlugs[name],
    text: t.figures[name],
    filter: { state: name },
    count: ({ states }) => states[name],
  })
  return [
    {
      title: t.groups.received,
      figures: [
        { slug: 'alle', text: t.figures.all, filter: {}, count: ({ all }) => all },
        state('waiting'),
        state('withdrawn'),
        state('reversed'),
      ],
    },
    {
      title: t.groups.looked,
      figures: [
        state('looked'),
        ...reassessmentOutcomes.map((outcome) => ({
          slug: ownSlugs[outcome],
          text: names.outcomes[outcome],
          filter: { outcome },
          count: ({ outcomes }: ComplaintCounts) => outcomes[outcome] ?? 0,
        })),
      ],
    },
    {
      title: t.groups.board,
      figures: [
        state('atBoard'),
        ...boardResults.map((result) => ({
          slug: resultSlugs[result],
          text: names.results[result],
          filter: { result },
          count: ({ results }: ComplaintCounts) => results[result] ?? 0,
        })),
      ],
    },
    {
      title: t.groups.causes,
      figures: reversalCauses.map((cause) => ({
        slug: causeSlugs[cause],
        text: names.causes[cause],
        filter: { cause },
        count: ({ causes }: ComplaintCounts) => causes[cause] ?? 0,
      })),
    },
  ]
}

type Asked = { readonly period: PeriodName; readonly figure: Figure; readonly groups: readonly Group[] }

function askedOf(c: PageContext): Asked {
  const groups = groupsOf(c.language)
  const figures = groups.flatMap((group) => group.figures)
  const [all] = figures
  if (all === undefined) throw new Error('the page has figures')
  return {
    groups,
    period: periodIn(c.query),
    figure: figures.find(({ slug }) => slug === c.query.get('vis')) ?? all,
  }
}

const hrefOf = ({ period, figure }: Pick<Asked, 'period' | 'figure'>, more = '', path = page): string =>
  `${path}?periode=${periodSlugs[period]}&vis=${figure.slug}${more}`

function cursorOf(text: string | null) {
  const [day, id] = (text ?? '').split('~')
  const complaintId = PartId.safeParse(id)
  const receivedOn = findDay(day ?? '')
  return receivedOn && complaintId.success ? { receivedOn, complaintId: complaintId.data } : undefined
}

export async function showComplaintOutcomes(c: PageContext): Promise<Response> {
  const t = outcomeWords(c.language)
  const asked = askedOf(c)
  const period = periodOf(asked.period, c.today)
  const { counts, entries } = await read(c.house.db, c.scope, async (tx) => ({
    counts: await countComplaints(tx, period),
    entries: await complaintsBehind(tx, period, asked.figure.filter, {
      limit: pageSize,
      after: cursorOf(c.query.get('efter')),
    }),
  }))
  const names = periodWords(c.language)
  const { looked, reversed } = counts.states
  const last = entries.length === pageSize ? entries.at(-1) : undefined
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <ManagementTabs c={c} current="/klager" />
      <p>{t.lead}</p>
      <Tabs
        label={names.periods}
        tabs={periods.map((name) => ({
          href: hrefOf({ ...asked, period: name }),
          text: names[name],
          current: name === asked.period,
        }))}
      />
      {asked.period !== 'all' && (
        <p>{t.between(plainDay(period.from, c.language), plainDay(period.to, c.language))}</p>
      )}
      <p>
        <strong>{looked > 0 ? t.rate(reversed, looked) : t.noRate}</strong>
      </p>
      {asked.groups.map(({ title, figures }) => (
        <>
          <h2>{title}</h2>
          <Table
            caption={title}
            rows={figures}
            empty={null}
            columns={[
              {
                heading: t.what,
                title: t.what,
                cell: (figure) => <a href={`${hrefOf({ ...asked, figure })}#bag`}>{figure.text}</a>,
              },
              { heading: t.count, title: t.count, cell: ({ count }) => String(count(counts)) },
            ]}
          />
        </>
      ))}
      <h2 id="bag">{t.behind(asked.figure.text)}</h2>
      <Behind c={c} entries={entries} />
      {last && (
        <LinkButton
          href={hrefOf(asked, `&efter=${last.receivedOn}~${last.complaintId}#bag`)}
          look="secondary"
        >
          {t.more}
        </LinkButton>
      )}
      {entries.length > 0 && (
        <p>
          <a href={hrefOf(asked, '', `${page}/fil`)}>{t.csv}</a>
        </p>
      )}
    </>,
  )
}

/** Another unit's case is opened with a reason. */
export const complaintHref = (
  c: PageContext,
  { caseNumber, number, unit }: Pick<ComplaintEntry, 'caseNumber' | 'number' | 'unit'>,
): string => `/myndighed/sager/${caseNumber}${unit === c.asking.subject.unit ? `/klage/${number}` : '/aabn'}`

const causesOf = (row: ComplaintRow, language: Language): string => {
  const { causes } = complaintNames(language)
  const found = [row.ownCause, row.boardCause].flatMap((cause) => (cause ? [causes[cause]] : []))
  return [...new Set(found)].join(', ')
}
const clausesOf = ({ ownClause, boardClause }: ComplaintRow): readonly string[] => [
  ...new Set([ownClause, boardClause].flatMap((clause) => clause ?? [])),
]

function Behind({ c, entries }: { readonly c: PageContext; readonly entries: readonly ComplaintEntry[] }) {
  const t = outcomeWords(c.language)
  const names = complaintNames(c.language)
  return (
    <Table
      caption={t.title}
      rows={entries}
      empty={<p>{t.none}</p>}
      columns={[
        {
          heading: t.case,
          title: t.case,
          cell: (row) => <a href={complaintHref(c, row)}>{row.caseNumber}</a>,
        },
        {
          heading: t.received,
          title: t.received,
          sorted: 'descending',
          cell: ({ receivedOn }) => shortDay(receivedOn, c.language),
        },
        { heading: t.own, title: t.own, cell: ({ outcome }) => (outcome ? names.outcomes[outcome] : '–') },
        { heading: t.board, title: t.board, cell: ({ result }) => (result ? names.results[result] : '–') },
        { heading: t.failed, title: t.failed, cell: (row) => causesOf(row, c.language) || '–' },
        {
          heading: t.clause,
          title: t.clause,
          cell: (row) =>
            clausesOf(row).map((clause, index) => (
              <>
                {index > 0 && ', '}
                <a href={`/ledelse/loefter/${encodeURIComponent(clause)}`}>{clause}</a>
              </>
            )),
        },
      ]}
    />
  )
}

/** The list behind the figure, without anybody's name. */
export async function complaintsFile(c: PageContext): Promise<Response> {
  const t = outcomeWords(c.language)
  const names = complaintNames(c.language)
  const { period, figure } = askedOf(c)
  const entries = await read(c.house.db, c.scope, (tx) =>
    complaintsBehind(tx, periodOf(period, c.today), figure.filter, { limit: fileSize }),
  )
  const rows = entries.map((row) => [
    row.caseNumber,
    row.receivedOn,
    row.decidedOn,
    row.outcome && names.outcomes[row.outcome],
    row.result && names.results[row.result],
    causesOf(row, c.language),
    clausesOf(row).join(', '),
    row.letterText,
  ])
  const head = [t.case, t.received, t.decided, t.own, t.board, t.failed, t.clause, t.letterText]
  return file(
    csvOf([head, ...rows]),
    'text/csv; charset=utf-8',
    `${t.fileName}-${periodSlugs[period]}-${figure.slug}.csv`,
    'attachment',
  )
}
