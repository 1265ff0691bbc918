/** What each provider has reported, how long it took and what came of it, with the cases behind each figure (K2.3-4, K2.4b). */
import { currentStandard } from '../../standards/municipality.ts'
import { type CaseEntry, casesWithIds } from '../../store/cases.ts'
import { type ReadTx, read } from '../../store/connection.ts'
import { countReports, type ReportEntry, reportsBehind } from '../../store/provider-reports.ts'
import { periodSlugs } from '../i18n/chosen-period.ts'
import { reactionNames, reportKindNames } from '../i18n/report-words.ts'
import { ManagementTabs } from '../management/frame.tsx'
import type { PageContext } from '../platform/context.ts'
import { csvOf } from '../platform/csv.ts'
import { file, html } from '../platform/respond.tsx'
import {
  askedOf,
  BehindFigure,
  ChosenPeriod,
  cursorIn,
  FigureTable,
  filterOf,
  hrefOf,
  pageSize,
  periodAsked,
} from './figures.tsx'
import { reportFigureWords } from './words.ts'

const page = '/ledelse/meldinger'
const fileSize = 10_000

/** The case of each. */
async function casesOf(tx: ReadTx, entries: readonly ReportEntry[]) {
  const found = await casesWithIds(tx, [...new Set(entries.map(({ caseId }) => caseId))])
  return new Map(found.map((one) => [one.caseId, one]))
}

/** Another unit's case is opened with a reason. */
const caseHref = (c: PageContext, { caseNumber, unit }: CaseEntry, { reportId }: ReportEntry): string =>
  `/myndighed/sager/${caseNumber}${unit === c.asking.subject.unit ? `/melding/${reportId}` : '/aabn'}`

export async function showReportFigures(c: PageContext): Promise<Response> {
  const t = reportFigureWords(c.language)
  const asked = askedOf(c, page)
  const period = periodAsked(asked, c)
  const { counts, entries, cases } = await read(c.house.db, c.scope, async (tx) => {
    const counts = await countReports(tx, period)
    const entries = await reportsBehind(tx, period, filterOf(asked), {
      limit: pageSize,
      after: cursorIn(c.query),
    })
    return { counts, entries, cases: await casesOf(tx, entries) }
  })
  const { providers } = currentStandard(c.municipality)
  const heard = [...new Set(counts.map(({ providerId }) => providerId))]
  const silent = providers.filter(({ id }) => !heard.includes(id))
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <ManagementTabs c={c} current="/meldinger" />
      <p>{t.lead}</p>
      <ChosenPeriod c={c} asked={asked} />
      {heard.length === 0 ? (
        <div class="hv-empty">
          <p>{t.nothing}</p>
        </div>
      ) : (
        <>
          <p>{t.openNote}</p>
          {heard.map((provider) => (
            <>
              <h2>{c.municipality.providerName(provider)}</h2>
              <FigureTable
                c={c}
                asked={{ ...asked, provider }}
                counts={counts.filter(({ providerId }) => providerId === provider)}
                caption={c.municipality.providerName(provider)}
              />
            </>
          ))}
          {silent.length > 0 && <p>{t.silent(silent.map(({ name }) => name).join(', '))}</p>}
          <BehindFigure
            c={c}
            asked={asked}
            entries={entries}
            columns={[
              {
                heading: t.case,
                title: t.case,
                cell: (row) => {
                  const found = cases.get(row.caseId)
                  return found ? <a href={caseHref(c, found, row)}>{found.caseNumber}</a> : '–'
                },
              },
              {
                heading: t.provider,
                title: t.provider,
                cell: ({ providerId }) => c.municipality.providerName(providerId),
              },
            ]}
          />
          {entries.length > 0 && (
            <p>
              <a href={hrefOf({ ...asked, page: `${page}/fil` })}>{t.csv}</a>
            </p>
          )}
        </>
      )}
    </>,
  )
}

/** The list behind the figure, without anybody's name. */
export async function reportsFile(c: PageContext): Promise<Response> {
  const t = reportFigureWords(c.language)
  const asked = askedOf(c, page)
  const { entries, cases } = await read(c.house.db, c.scope, async (tx) => {
    const entries = await reportsBehind(tx, periodAsked(asked, c), filterOf(asked), { limit: fileSize })
    return { entries, cases: await casesOf(tx, entries) }
  })
  const rows = entries.map((row) => [
    cases.get(row.caseId)?.caseNumber,
    c.municipality.providerName(row.providerId),
    reportKindNames(c.language)[row.kind],
    row.since,
    row.toldOn,
    row.dueOn,
    row.answeredOn,
    row.reaction && reactionNames(c.language)[row.reaction],
  ])
  const head = [t.case, t.provider, t.kind, t.since, t.told, t.due, t.firstAnswer, t.reaction]
  return file(
    csvOf([head, ...rows]),
    'text/csv; charset=utf-8',
    `${t.fileName}-${periodSlugs[asked.period]}-${asked.figure.slug}.csv`,
    'attachment',
  )
}
