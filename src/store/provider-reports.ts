/** What providers report and what came of it: rows of the journal, to count by provider and to look behind. */
import type { Reaction, ReportKind } from '../domain/case/report/events.ts'
import type { CaseId, ProviderId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import type { ReportRow } from './projection-rows.ts'
import { json, limited, type Sql, sql } from './sql.ts'

const columns = sql`k.report_id as "reportId", k.seq, k.order_id as "orderId", k.provider_id as "providerId", k.kind,
  k.since, k.told_on as "toldOn", k.due_on as "dueOn", k.answered_on as "answeredOn", k.reaction,
  k.closed_on as "closedOn"`

export async function replaceReports(tx: WriteTx, caseId: CaseId, rows: readonly ReportRow[]): Promise<void> {
  await Promise.all([
    tx.run(sql`delete from provider_report where case_id = ${caseId}`),
    tx.run(sql`
      insert into provider_report (municipality, case_id, report_id, seq, order_id, provider_id, kind, since, told_on,
        due_on, answered_on, reaction, closed_on)
      select ${tx.scope.municipality}, ${caseId}::uuid, r."reportId", r.seq, r."orderId", r."providerId", r.kind,
             r.since, r."toldOn", r."dueOn", r."answeredOn", r.reaction, r."closedOn"
      from jsonb_to_recordset(${json(rows)}::jsonb) as r(
        "reportId" uuid, seq integer, "orderId" uuid, "providerId" text, kind text, since date, "toldOn" date,
        "dueOn" date, "answeredOn" date, reaction text, "closedOn" date)`),
  ])
}

/** Of a case, as a rebuild is compared with them. */
export const reportsOf = (tx: ReadTx, caseId: CaseId): Promise<readonly ReportRow[]> =>
  tx.rows(sql`select ${columns} from provider_report k where k.case_id = ${caseId} order by k.seq`)

/** Told from one day to another, both included, and how they stand today. */
export type ReportPeriod = {
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly today: CalendarDay
}

export const reportStates = ['open', 'answered', 'inTime', 'late'] as const
export type ReportState = (typeof reportStates)[number]

/** Those that a figure counts. */
export type ReportFilter = {
  readonly provider?: ProviderId | undefined
  readonly kind?: ReportKind | undefined
  readonly state?: ReportState | undefined
  /** The latest answer's. */
  readonly reaction?: Reaction | undefined
}

const stateOf = (state: ReportState, today: CalendarDay): Sql => {
  switch (state) {
    case 'open':
      return sql`k.closed_on is null`
    case 'answered':
      return sql`k.answered_on is not null`
    case 'inTime':
      return sql`k.answered_on <= k.due_on`
    case 'late':
      return sql`coalesce(k.answered_on, ${today}::date) > k.due_on`
  }
}

const conditions = ({ from, to, today }: ReportPeriod, filter: ReportFilter): Sql =>
  [
    ...(filter.provider ? [sql`k.provider_id = ${filter.provider}`] : []),
    ...(filter.kind ? [sql`k.kind = ${filter.kind}`] : []),
    ...(filter.state ? [stateOf(filter.state, today)] : []),
    ...(filter.reaction ? [sql`k.reaction = ${filter.reaction}`] : []),
  ].reduce(
    (so, condition) => sql`${so} and ${condition}`,
    sql`k.told_on between ${from}::date and ${to}::date`,
  )

export type ReportCounts = {
  readonly providerId: ProviderId
  /** Null: of every kind. */
  readonly kind: ReportKind | null
  readonly all: number
  readonly states: Readonly<Record<ReportState, number>>
  readonly reactions: Readonly<Partial<Record<Reaction, number>>>
  /** In the middle of all: days from when it began to when it was told, and from then to the first answer. */
  readonly daysToTell: number
  readonly daysToAnswer: number | null
}

/** Each figure of a period in one question, by provider and by kind; what each counts is what `reportsBehind` lists. */
export const countReports = (tx: ReadTx, period: ReportPeriod): Promise<readonly ReportCounts[]> => {
  const number = (state: ReportState) => sql`count(*) filter (where ${stateOf(state, period.today)})`
  return tx.rows(sql`
    select k.provider_id as "providerId", k.kind, count(*)::int as all,
      jsonb_build_object('open', ${number('open')}, 'answered', ${number('answered')}, 'inTime', ${number('inTime')},
        'late', ${number('late')}) as states,
      jsonb_build_object('contact', count(*) filter (where k.reaction = 'contact'),
        'noChange', count(*) filter (where k.reaction = 'noChange'),
        'reassessment', count(*) filter (where k.reaction = 'reassessment'),
        'followUp', count(*) filter (where k.reaction = 'followUp')) as reactions,
      percentile_cont(0.5) within group (order by (k.told_on - k.since)::float8) as "daysToTell",
      percentile_cont(0.5) within group (order by (k.answered_on - k.told_on)::float8) as "daysToAnswer"
    from provider_report k where ${conditions(period, {})}
    group by grouping sets ((k.provider_id), (k.provider_id, k.kind))
    order by k.provider_id, k.kind nulls first`)
}

export type ReportEntry = ReportRow & { readonly caseId: CaseId }

/** Where the page before ended. */
export type ReportCursor = Pick<ReportRow, 'toldOn' | 'reportId'>

/** The reports behind a figure, the latest first. */
export const reportsBehind = (
  tx: ReadTx,
  period: ReportPeriod,
  filter: ReportFilter,
  page: { readonly limit: number; readonly after?: ReportCursor | undefined },
): Promise<readonly ReportEntry[]> => {
  const { after, limit } = page
  const from = after
    ? sql` and (k.told_on, k.report_id) < (${after.toldOn}::date, ${after.reportId}::uuid)`
    : sql``
  return tx.rows(sql`
    select k.case_id as "caseId", ${columns} from provider_report k where ${conditions(period, filter)}${from}
    order by k.told_on desc, k.report_id desc ${limited(limit)}`)
}
