/** Complaints and what came of them: rows of the journal, for management to count and to look behind. */
import {
  type BoardResult,
  type ReassessmentOutcome,
  type ReversalCause,
  reversals,
} from '../domain/case/complaint/events.ts'
import type { CaseId, PartId, UnitId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import type { ComplaintRow } from './projection-rows.ts'
import { json, limited, type Sql, sql } from './sql.ts'

const columns = sql`k.complaint_id as "complaintId", k.number, k.received_on as "receivedOn",
  k.decided_on as "decidedOn", k.reassessed_on as "reassessedOn", k.outcome, k.own_cause as "ownCause",
  k.own_clause as "ownClause", k.sent_on as "sentOn", k.result_on as "resultOn", k.result,
  k.board_cause as "boardCause", k.board_clause as "boardClause", k.withdrawn_on as "withdrawnOn",
  k.letter_text as "letterText"`

export async function replaceComplaints(
  tx: WriteTx,
  caseId: CaseId,
  rows: readonly ComplaintRow[],
): Promise<void> {
  await Promise.all([
    tx.run(sql`delete from complaint where case_id = ${caseId}`),
    tx.run(sql`
      insert into complaint (municipality, case_id, complaint_id, number, received_on, decided_on, reassessed_on,
        outcome, own_cause, own_clause, sent_on, result_on, result, board_cause, board_clause, withdrawn_on, letter_text)
      select ${tx.scope.municipality}, ${caseId}::uuid, r."complaintId", r.number, r."receivedOn", r."decidedOn",
             r."reassessedOn", r.outcome, r."ownCause", r."ownClause", r."sentOn", r."resultOn", r.result,
             r."boardCause", r."boardClause", r."withdrawnOn", r."letterText"
      from jsonb_to_recordset(${json(rows)}::jsonb) as r(
        "complaintId" uuid, number integer, "receivedOn" date, "decidedOn" date, "reassessedOn" date, outcome text,
        "ownCause" text, "ownClause" text, "sentOn" date, "resultOn" date, result text, "boardCause" text,
        "boardClause" text, "withdrawnOn" date, "letterText" text)`),
  ])
}

/** Of a case, as a rebuild is compared with them. */
export const complaintsOf = (tx: ReadTx, caseId: CaseId): Promise<readonly ComplaintRow[]> =>
  tx.rows(sql`select ${columns} from complaint k where k.case_id = ${caseId} order by k.number`)

/** Received from one day to another, both included. */
export type ComplaintPeriod = { readonly from: CalendarDay; readonly to: CalendarDay }

/** Those that a figure counts. */
export type ComplaintFilter = {
  readonly outcome?: ReassessmentOutcome | undefined
  readonly result?: BoardResult | undefined
  /** What failed, by our own word or by the Appeals Board's. */
  readonly cause?: ReversalCause | undefined
  readonly state?: 'waiting' | 'looked' | 'atBoard' | 'withdrawn' | 'reversed' | undefined
}

const reversed = sql`(k.outcome in ('full', 'part') or k.result = any (${reversals}::text[]))`
const states = {
  waiting: sql`k.reassessed_on is null and k.withdrawn_on is null and k.result_on is null`,
  looked: sql`k.reassessed_on is not null`,
  atBoard: sql`k.sent_on is not null and k.result_on is null and k.withdrawn_on is null`,
  withdrawn: sql`k.withdrawn_on is not null`,
  reversed,
} as const satisfies Record<NonNullable<ComplaintFilter['state']>, Sql>

const conditions = ({ from, to }: ComplaintPeriod, filter: ComplaintFilter): Sql =>
  [
    ...(filter.outcome ? [sql`k.outcome = ${filter.outcome}`] : []),
    ...(filter.result ? [sql`k.result = ${filter.result}`] : []),
    ...(filter.cause ? [sql`${filter.cause} in (k.own_cause, k.board_cause)`] : []),
    ...(filter.state ? [states[filter.state]] : []),
  ].reduce(
    (so, condition) => sql`${so} and ${condition}`,
    sql`k.received_on between ${from}::date and ${to}::date`,
  )

export type ComplaintCounts = {
  readonly all: number
  readonly states: Readonly<Record<NonNullable<ComplaintFilter['state']>, number>>
  readonly outcomes: Readonly<Partial<Record<ReassessmentOutcome, number>>>
  readonly results: Readonly<Partial<Record<BoardResult, number>>>
  readonly causes: Readonly<Partial<Record<ReversalCause, number>>>
}

/** Each figure of a period in one question: what each counts is what `complaintsBehind` lists. */
export async function countComplaints(tx: ReadTx, period: ComplaintPeriod): Promise<ComplaintCounts> {
  const [counts] = await tx.rows<ComplaintCounts>(sql`
    with k as (select * from complaint k where ${conditions(period, {})}),
      outcomes as (select outcome as key, count(*) as n from k where outcome is not null group by outcome),
      results as (select result as key, count(*) as n from k where result is not null group by result),
      causes as (
        select c.cause as key, count(distinct k.complaint_id) as n
        from k, lateral (values (k.own_cause), (k.board_cause)) as c(cause) where c.cause is not null group by c.cause)
    select (select count(*) from k) as all,
      (select jsonb_build_object(
        'waiting', count(*) filter (where ${states.waiting}), 'looked', count(*) filter (where ${states.looked}),
        'atBoard', count(*) filter (where ${states.atBoard}),
        'withdrawn', count(*) filter (where ${states.withdrawn}),
        'reversed', count(*) filter (where ${states.reversed})) from k) as states,
      (select coalesce(jsonb_object_agg(key, n), '{}') from outcomes) as outcomes,
      (select coalesce(jsonb_object_agg(key, n), '{}') from results) as results,
      (select coalesce(jsonb_object_agg(key, n), '{}') from causes) as causes`)
  if (counts === undefined) throw new Error('a count always answers')
  return counts
}

export type ComplaintEntry = ComplaintRow & {
  readonly caseId: CaseId
  readonly caseNumber: string
  readonly unit: UnitId
}

/** Where the page before ended. */
export type ComplaintCursor = Pick<ComplaintRow, 'receivedOn' | 'complaintId'>

/** The complaints behind a figure, the latest first. */
export const complaintsBehind = (
  tx: ReadTx,
  period: ComplaintPeriod,
  filter: ComplaintFilter,
  page: { readonly limit: number; readonly after?: ComplaintCursor | undefined },
): Promise<readonly ComplaintEntry[]> => {
  const { after, limit } = page
  const from = after
    ? sql` and (k.received_on, k.complaint_id) < (${after.receivedOn}::date, ${after.complaintId}::uuid)`
    : sql``
  return tx.rows(sql`
    select k.case_id as "caseId", f.case_number as "caseNumber", f.unit, ${columns}
    from complaint k join case_file f on f.municipality = k.municipality and f.case_id = k.case_id
    where ${conditions(period, filter)}${from}
    order by k.received_on desc, k.complaint_id desc ${limited(limit)}`)
}

export type ClauseReversal = {
  readonly caseNumber: string
  readonly unit: UnitId
  readonly complaintId: PartId
  readonly number: number
  readonly on: CalendarDay
  /** Who reversed it, and how. */
  readonly outcome: ReassessmentOutcome | null
  readonly result: BoardResult | null
  readonly cause: ReversalCause
  readonly letterText: string
}

/** The decisions that were reversed because of this clause, the latest first. */
export const reversalsOfClause = (
  tx: ReadTx,
  clause: string,
  limit: number,
): Promise<readonly ClauseReversal[]> =>
  tx.rows(sql`
    select f.case_number as "caseNumber", f.unit, r.* from (
      select case_id, complaint_id as "complaintId", number, reassessed_on as on, outcome, null as result,
             own_cause as cause, letter_text as "letterText"
      from complaint where own_clause = ${clause}
      union all
      select case_id, complaint_id, number, result_on, null, result, board_cause, letter_text
      from complaint where board_clause = ${clause}
    ) r join case_file f on f.case_id = r.case_id
    order by r.on desc, f.case_number desc, r.number desc, r.result nulls last ${limited(limit)}`)
