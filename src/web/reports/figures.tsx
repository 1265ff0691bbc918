/** The figures over what providers report: what each counts, how an address asks for it, and the tables that show it. */
import { type ReportKind, reactions, reportKinds } from '../../domain/case/report/events.ts'
import { PartId, type ProviderId } from '../../domain/identity.ts'
import { findDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import {
  type ReportCounts,
  type ReportCursor,
  type ReportEntry,
  type ReportFilter,
  type ReportPeriod,
  reportStates,
} from '../../store/provider-reports.ts'
import {
  type PeriodName,
  periodIn,
  periodOf,
  periodSlugs,
  periods,
  periodWords,
} from '../i18n/chosen-period.ts'
import { plainDay, shortDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import { reactionNames, reportKindNames } from '../i18n/report-words.ts'
import type { PageContext } from '../platform/context.ts'
import { type Column, LinkButton, Table, Tabs } from '../ui/parts.tsx'
import { reportFigureWords } from './words.ts'

export const pageSize = 100

type Figure = {
  readonly slug: string
  readonly text: string
  readonly filter: Pick<ReportFilter, 'state' | 'reaction'>
  readonly count: (counts: ReportCounts) => number
}

const stateSlugs = {
  open: 'aabne',
  answered: 'besvaret',
  inTime: 'til-tiden',
  late: 'forsinket',
} as const
const reactionSlugs = {
  contact: 'kontakt',
  noChange: 'ingen-aendring',
  reassessment: 'revurdering',
  followUp: 'opfoelgning',
} as const
const kindSlugs = {
  deviation: 'afvigelse',
  deliveryProblem: 'levering',
  changeRequest: 'aendring',
} as const satisfies Record<ReportKind, string>

function figuresOf(language: Language): readonly [Figure, ...Figure[]] {
  const t = reportFigureWords(language)
  return [
    { slug: 'alle', text: t.figures.all, filter: {}, count: ({ all }) => all },
    ...reportStates.map((state) => ({
      slug: stateSlugs[state],
      text: t.figures[state],
      filter: { state },
      count: ({ states }: ReportCounts) => states[state],
    })),
    ...reactions.map((reaction) => ({
      slug: reactionSlugs[reaction],
      text: t.outcome(reactionNames(language)[reaction]),
      filter: { reaction },
      count: ({ reactions: counted }: ReportCounts) => counted[reaction] ?? 0,
    })),
  ]
}

export type AskedReports = {
  readonly page: string
  readonly period: PeriodName
  readonly provider: ProviderId | undefined
  readonly kind: ReportKind | undefined
  readonly figure: Figure
}

/** What the page's address asks for. Whatever it cannot mean is left out. */
export function askedOf(c: PageContext, page: string): AskedReports {
  const figures = figuresOf(c.language)
  const { providers } = currentStandard(c.municipality)
  return {
    page,
    period: periodIn(c.query),
    provider: providers.find(({ id }) => id === c.query.get('tilbud'))?.id,
    kind: reportKinds.find((kind) => kindSlugs[kind] === c.query.get('art')),
    figure: figures.find(({ slug }) => slug === c.query.get('vis')) ?? figures[0],
  }
}

export const hrefOf = ({ page, period, provider, kind, figure }: AskedReports, more = ''): string =>
  `${page}?periode=${periodSlugs[period]}${provider ? `&tilbud=${provider}` : ''}${
    kind ? `&art=${kindSlugs[kind]}` : ''
  }&vis=${figure.slug}${more}`

export const filterOf = ({ provider, kind, figure }: AskedReports): ReportFilter => ({
  provider,
  kind,
  ...figure.filter,
})

export const periodAsked = ({ period }: AskedReports, { today }: PageContext): ReportPeriod => ({
  ...periodOf(period, today),
  today,
})

export function cursorIn(query: URLSearchParams): ReportCursor | undefined {
  const [day, id] = (query.get('efter') ?? '').split('~')
  const reportId = PartId.safeParse(id)
  const toldOn = findDay(day ?? '')
  return toldOn && reportId.success ? { toldOn, reportId: reportId.data } : undefined
}

type Asking = { readonly c: PageContext; readonly asked: AskedReports }

/** Which period, as links, and the days it is. */
export function ChosenPeriod({ c, asked }: Asking) {
  const t = periodWords(c.language)
  const { from, to } = periodAsked(asked, c)
  return (
    <>
      <Tabs
        label={t.periods}
        tabs={periods.map((period) => ({
          href: hrefOf({ ...asked, period }),
          text: t[period],
          current: period === asked.period,
        }))}
      />
      {asked.period !== 'all' && (
        <p>{reportFigureWords(c.language).between(plainDay(from, c.language), plainDay(to, c.language))}</p>
      )}
    </>
  )
}

type Line = {
  readonly text: string
  readonly cell: (counts: ReportCounts | undefined, kind: ReportKind | undefined) => unknown
}

/** One provider's figures: a line for each, a column for each kind. Each number that counts something leads to what it counts. */
export function FigureTable({
  c,
  asked,
  counts,
  caption,
}: Asking & { readonly counts: readonly ReportCounts[]; readonly caption: string }) {
  const t = reportFigureWords(c.language)
  const kindText = (kind: ReportKind | undefined) => (kind ? reportKindNames(c.language)[kind] : t.anyKind)
  const days = (n: number | null | undefined) =>
    n == null ? '–' : n.toLocaleString(c.language === 'en' ? 'en-GB' : 'da-DK')
  const lines: readonly Line[] = [
    ...figuresOf(c.language).map(
      (figure): Line => ({
        text: figure.text,
        cell: (found, kind) => {
          const number = found ? figure.count(found) : 0
          if (number === 0) return '0'
          return (
            <a href={hrefOf({ ...asked, kind, figure }, '#bag')}>
              {number}
              <span class="sr-only">{` ${caption}, ${figure.text}, ${kindText(kind)}`}</span>
            </a>
          )
        },
      }),
    ),
    { text: t.daysToTell, cell: (found) => days(found?.daysToTell) },
    { text: t.daysToAnswer, cell: (found) => days(found?.daysToAnswer) },
  ]
  const columns = [undefined, ...reportKinds].map(
    (kind): Column<Line> => ({
      heading: kindText(kind),
      title: kindText(kind),
      cell: (line) => (
        <>
          {line.cell(
            counts.find((n) => n.kind === (kind ?? null)),
            kind,
          )}
        </>
      ),
    }),
  )
  return (
    <Table
      caption={caption}
      rows={lines}
      empty={null}
      columns={[{ heading: t.what, title: t.what, cell: ({ text }) => text }, ...columns]}
    />
  )
}

/** The list behind the figure, its first columns the page's own, and the way to the rest of it. */
export function BehindFigure({
  c,
  asked,
  entries,
  columns,
}: Asking & {
  readonly entries: readonly ReportEntry[]
  readonly columns: readonly Column<ReportEntry>[]
}) {
  const t = reportFigureWords(c.language)
  const name = [
    asked.figure.text,
    ...(asked.kind ? [reportKindNames(c.language)[asked.kind]] : []),
    ...(asked.provider ? [c.municipality.providerName(asked.provider)] : []),
  ].join(', ')
  const last = entries.length === pageSize ? entries.at(-1) : undefined
  const day = (
    title: string,
    pick: (row: ReportEntry) => ReportEntry['dueOn'],
    none = '–',
  ): Column<ReportEntry> => ({
    heading: title,
    title,
    cell: (row) => {
      const found = pick(row)
      return found ? shortDay(found, c.language) : none
    },
  })
  return (
    <>
      <h2 id="bag">{t.behind(name)}</h2>
      <Table
        caption={t.behind(name)}
        rows={entries}
        empty={<p>{t.none}</p>}
        columns={[
          ...columns,
          { heading: t.kind, title: t.kind, cell: ({ kind }) => reportKindNames(c.language)[kind] },
          day(t.since, (row) => row.since),
          { ...day(t.told, (row) => row.toldOn), sorted: 'descending' },
          day(t.due, (row) => row.dueOn),
          day(t.firstAnswer, (row) => row.answeredOn, t.unanswered),
          {
            heading: t.reaction,
            title: t.reaction,
            cell: ({ reaction }) => (reaction ? reactionNames(c.language)[reaction] : '–'),
          },
        ]}
      />
      {last && (
        <LinkButton href={hrefOf(asked, `&efter=${last.toldOn}~${last.reportId}#bag`)} look="secondary">
          {t.more}
        </LinkButton>
      )}
    </>
  )
}
