/** The living standard: every promise in its own words with its figures, and the cases behind each figure. */
import { CaseId } from '../../domain/identity.ts'
import { findJudgement } from '../../domain/standard/judgements.ts'
import type { ObligationStatus } from '../../domain/standard/obligation.ts'
import type { Clause } from '../../domain/standard/standard.ts'
import { findDay } from '../../domain/time/calendar-day.ts'
import { currentStandard, findClause } from '../../standards/municipality.ts'
import { reversalsOfClause } from '../../store/complaints.ts'
import { read } from '../../store/connection.ts'
import {
  type BehindEntry,
  casesBehind,
  countClauses,
  countsOfClause,
  type WorklistCursor,
} from '../../store/worklist.ts'
import { placeOf } from '../authority/case.tsx'
import { eventNames } from '../authority/event-words.ts'
import { actorNames, clauseKindNames, clauseStatusNames, statusNames } from '../i18n/clause-words.ts'
import { plainDay, shortDay } from '../i18n/dates.ts'
import { markerOfStatus } from '../i18n/deadline-marker.ts'
import type { Language } from '../i18n/messages.ts'
import { phaseInWords } from '../i18n/phases.ts'
import { taskNames } from '../i18n/tasks.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import {
  Alert,
  BackLink,
  LinkButton,
  StatusMarker,
  SummaryList,
  type SummaryRow,
  Table,
  Tabs,
} from '../ui/parts.tsx'
import { ClauseReversals } from './clause-reversals.tsx'
import {
  type ClauseRow,
  clauseGroups,
  clausesIn,
  type Figure,
  figuresOf,
  inTime,
  type Narrowing,
  narrowed,
} from './clause-rows.ts'
import { ManagementTabs } from './frame.tsx'
import { managementWords, shownStatuses, statusSlugs } from './words.ts'

const pageSize = 100

const clauseHref = (id: string, status?: ObligationStatus, after?: BehindEntry): string => {
  const query = new URLSearchParams({
    ...(status && { stand: statusSlugs[status] }),
    ...(after && { efter: `${after.dueOn ?? ''}~${after.caseId}~${after.key}` }),
  })
  return `/ledelse/loefter/${encodeURIComponent(id)}${query.size > 0 ? `?${query}` : ''}`
}

const statusOfSlug = (slug: string | null): ObligationStatus | undefined =>
  shownStatuses.find((status) => statusSlugs[status] === slug)

/** Shape, word and number: colour only repeats them. */
const FigureMark = ({ figure, c }: { readonly figure: Figure; readonly c: PageContext }) => {
  const { kind, shape } = markerOfStatus(figure.status, c.language)
  return (
    <StatusMarker
      marker={{ kind, shape, words: `${statusNames(c.language)[figure.status]}: ${figure.count}` }}
    />
  )
}

function Counts({ row, c }: { readonly row: ClauseRow; readonly c: PageContext }) {
  const t = managementWords(c.language)
  if (!row.built) return <StatusMarker marker={{ kind: 'notYet', shape: 'dot', words: t.notBuilt }} />
  if (row.figures.length === 0) return <>{t.noCases}</>
  const share = inTime(row)
  return (
    <>
      <ul class="nobullet-list">
        {row.figures.map((figure) => (
          <li>
            <a href={clauseHref(row.clause.id, figure.status)}>
              <FigureMark figure={figure} c={c} />
            </a>
          </li>
        ))}
      </ul>
      {share && t.inTime(share.kept, share.all)}
    </>
  )
}

const narrowings = ['broken', 'needs judgement', 'due', 'not built'] as const satisfies readonly Narrowing[]
const slugOf = (n: (typeof narrowings)[number]): string =>
  n === 'not built' ? 'ikke-bygget' : statusSlugs[n]

export async function clauseList(c: PageContext): Promise<Response> {
  const t = managementWords(c.language)
  const counts = await read(c.house.db, c.scope, (tx) => countClauses(tx, c.today))
  const groups = clauseGroups(c.municipality, counts)
  const wanted = narrowings.find((n) => slugOf(n) === c.query.get('vis'))
  const shown = narrowed(groups, wanted)
  const titles = { standard: t.ofStandard, law: t.ofLaw, house: t.ofHouse }
  const name = (n: (typeof narrowings)[number]) =>
    n === 'not built' ? t.notBuilt : statusNames(c.language)[n]
  return html(
    c,
    t.rightNow,
    <>
      <h1>{t.rightNow}</h1>
      <ManagementTabs c={c} current="/loefter" />
      <p>{t.lead(c.municipality.name, plainDay(c.today, c.language))}</p>
      <Tabs
        label={t.views}
        tabs={[
          {
            href: '/ledelse/loefter',
            text: t.all,
            count: clausesIn(groups, undefined),
            current: wanted === undefined,
          },
          ...narrowings.map((n) => ({
            href: `/ledelse/loefter?vis=${slugOf(n)}`,
            text: name(n),
            count: clausesIn(groups, n),
            current: n === wanted,
          })),
        ]}
      />
      {shown.length === 0 && <p class="hv-empty">{t.noneShown}</p>}
      {shown.map(({ of, rows }) => (
        <>
          <h2>{titles[of]}</h2>
          <Table
            caption={titles[of]}
            rows={rows}
            empty={t.noneShown}
            columns={[
              {
                heading: t.promise,
                title: t.promise,
                cell: ({ clause }) => (
                  <>
                    <a href={clauseHref(clause.id)}>{clause.id}</a>
                    <br />
                    <span class="hv-promise">{clause.quote}</span>
                  </>
                ),
              },
              { heading: t.who, title: t.who, cell: ({ clause }) => actorNames(c.language)[clause.actor] },
              { heading: t.counts, title: t.counts, cell: (row) => <Counts row={row} c={c} /> },
            ]}
          />
        </>
      ))}
    </>,
  )
}

function cursorOf(text: string | null): WorklistCursor | undefined {
  const [due, id, ...key] = (text ?? '').split('~')
  const caseId = CaseId.safeParse(id)
  return caseId.success
    ? { dueOn: findDay(due ?? '') ?? null, caseId: caseId.data, key: key.join('~') }
    : undefined
}

export async function clausePage(c: PageContext): Promise<Response> {
  const clause = findClause(c.municipality, c.parameter('clause'))
  if (clause === undefined) return errorPage(c, 404)
  const t = managementWords(c.language)
  const { figures, status, entries, reversals } = await read(c.house.db, c.scope, async (tx) => {
    const figures = figuresOf(await countsOfClause(tx, clause.id, c.today))
    const status = statusOfSlug(c.query.get('stand')) ?? figures[0]?.status ?? 'broken'
    const page = { limit: pageSize, after: cursorOf(c.query.get('efter')) }
    const entries = await casesBehind(tx, { clause: clause.id, status, today: c.today }, page)
    const reversals = await reversalsOfClause(tx, clause.id, pageSize)
    return { figures, status, entries, reversals }
  })
  const last = entries.length === pageSize ? entries.at(-1) : undefined
  const title = t.clause(clause.id)
  return html(
    c,
    title,
    <>
      <BackLink href="/ledelse/loefter" language={c.language} />
      <h1>{title}</h1>
      <blockquote class="hv-quote" lang="da">
        {clause.quote}
      </blockquote>
      <SummaryList language={c.language} rows={clauseFacts(clause, c.language)} />
      {clause.status === 'not built yet' ? (
        <Alert kind="info" title={t.notBuilt}>
          <p>{t.notBuiltText}</p>
        </Alert>
      ) : (
        <>
          <h2>{t.behind}</h2>
          <Tabs
            label={t.statuses}
            tabs={shownStatuses.map((s) => ({
              href: clauseHref(clause.id, s),
              text: statusNames(c.language)[s],
              count: figures.find((f) => f.status === s)?.count ?? 0,
              current: s === status,
            }))}
          />
          <Behind c={c} entries={entries} />
          {last && (
            <LinkButton href={clauseHref(clause.id, status, last)} look="secondary">
              {t.more}
            </LinkButton>
          )}
          {(reversals.length > 0 || isProposed(c, clause)) && <ClauseReversals c={c} reversals={reversals} />}
        </>
      )}
    </>,
  )
}

/** The standard proposes it to whoever records why a decision was reversed: none yet is an answer. */
const isProposed = ({ municipality }: PageContext, { id }: Clause): boolean =>
  Object.values(currentStandard(municipality).parameters.reversalClauses.value).flat().includes(id)

/** What is to be known of a clause besides its words; where only a person can say, who that is and where they say it. */
export function clauseFacts(clause: Clause, language: Language): readonly SummaryRow[] {
  const t = managementWords(language)
  const { heading, source, verifiedOn, judgedBy } = clause
  const law = verifiedOn === undefined ? [] : [{ label: t.verified, value: verifiedIn(language, verifiedOn) }]
  const judge = judgedBy && actorNames(language)[judgedBy]
  const judgement = findJudgement(clause.rule)
  return [
    { label: t.who, value: actorNames(language)[clause.actor] },
    { label: t.kind, value: clauseKindNames(language)[clause.kind] },
    { label: t.state, value: clauseStatusNames(language)[clause.status] },
    { label: t.source, value: heading ?? source ?? t.ofStandard },
    ...law,
    ...(judge && judgement
      ? [
          {
            label: t.judge,
            value: t.judgedWhere(
              judge,
              taskNames(language)[judgement.task],
              eventNames(language)[judgement.event],
            ),
          },
        ]
      : []),
  ]
}

const verifiedIn = (language: Language, day: Exclude<Clause['verifiedOn'], undefined>): string =>
  day === null ? managementWords(language).notVerified : plainDay(day, language)

/** Each row is one obligation: as many as the figure says. What the municipality itself owes has a page of its own. */
function Behind({ c, entries }: { readonly c: PageContext; readonly entries: readonly BehindEntry[] }) {
  const t = managementWords(c.language)
  const day = (value: BehindEntry['dueOn']) => (value ? shortDay(value, c.language) : '–')
  return (
    <Table
      caption={t.behind}
      rows={entries}
      empty={<p>{t.noneBehind}</p>}
      columns={[
        {
          heading: t.case,
          title: t.case,
          cell: ({ caseNumber, task, unit }) => {
            if (caseNumber === null) return <a href="/ledelse/kommunen">{t.theMunicipality}</a>
            // Another unit's case is opened with a reason.
            const place = unit === c.asking.subject.unit ? ((task && placeOf[task]) ?? '') : '/aabn'
            return <a href={`/myndighed/sager/${caseNumber}${place}`}>{caseNumber}</a>
          },
        },
        { heading: t.due, title: t.due, sorted: 'ascending', cell: ({ dueOn }) => day(dueOn) },
        { heading: t.met, title: t.met, cell: ({ metOn }) => day(metOn) },
        { heading: t.phase, title: t.phase, cell: ({ phase }) => phaseInWords(phase, c.language) },
      ]}
    />
  )
}
