/**
 * Worklists: what somebody owes and has not met, nearest date first. No tasks are stored; these are obligations, read
 * in order from an index, so that a page costs the same in a small municipality and a large one.
 */
import type { CaseId, PersonId, UnitId, UserId } from '../domain/identity.ts'
import type { Actor, Obligation, ObligationStatus, Task } from '../domain/standard/obligation.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx } from './connection.ts'
import { limited, type Sql, sql } from './sql.ts'

export type WorklistFilter = {
  readonly today: CalendarDay
  readonly actors: readonly Actor[]
  /** A user's own; null for those that are nobody's yet; absent for anybody's. */
  readonly assignedTo?: UserId | null
  readonly unit?: UnitId
  readonly tasks?: readonly Task[]
  readonly clause?: string
  /** Only what is due on or before this day. */
  readonly dueBy?: CalendarDay
  /** Only what is due on or after this day. */
  readonly dueFrom?: CalendarDay
  /** Several clauses can ask for the same thing in a case: it is one line, by its nearest date. */
  readonly perTask?: boolean
}

/** Where the page before ended. */
export type WorklistCursor = {
  readonly dueOn: CalendarDay | null
  readonly caseId: CaseId
  readonly key: string
}

export type WorklistEntry = Pick<Obligation, 'key' | 'clause' | 'actor' | 'needsJudgement' | 'arisesOn'> & {
  readonly caseId: CaseId
  readonly dueOn: CalendarDay | null
  readonly task: Task | null
  readonly status: ObligationStatus
  readonly derivation: Obligation['derivation']
  /** Null for what the municipality itself owes, outside any case. */
  readonly caseNumber: string | null
  readonly phase: string | null
  readonly unit: UnitId | null
  readonly assignedTo: UserId | null
  readonly personId: PersonId | null
  readonly givenName: string | null
  readonly familyName: string | null
  /** The day the Appeals Board sent the case back, until it is decided anew. */
  readonly remandedOn: CalendarDay | null
}

function conditions(filter: WorklistFilter): Sql {
  const { today, actors, assignedTo, unit, tasks, clause, dueBy } = filter
  const [actor] = actors
  // One actor as an equation, so that the index gives the order.
  const who = actors.length === 1 ? sql`o.actor = ${actor}` : sql`o.actor = any (${actors}::text[])`
  const more: Sql[] = [
    ...(assignedTo === undefined
      ? []
      : [assignedTo === null ? sql` and o.assigned_to is null` : sql` and o.assigned_to = ${assignedTo}`]),
    ...(unit === undefined ? [] : [sql` and o.unit = ${unit}`]),
    ...(tasks === undefined ? [] : [sql` and o.task = any (${tasks}::text[])`]),
    ...(clause === undefined ? [] : [sql` and o.clause = ${clause}`]),
    ...(dueBy === undefined ? [] : [sql` and o.due_sort <= ${dueBy}`]),
  ]
  return more.reduce(
    (so, condition) => sql`${so}${condition}`,
    sql`o.closed_on is null and o.arises_on <= ${today} and ${who}`,
  )
}

/** Of what asks for the same thing in a case, the nearest; and of those, what is not due before the day asked for. */
function narrowed({ today, actors, clause, dueFrom, perTask }: WorklistFilter): Sql {
  const from = dueFrom === undefined ? sql`` : sql` and o.due_sort >= ${dueFrom}`
  if (!perTask) return from
  const same = clause === undefined ? sql`` : sql` and n.clause = ${clause}`
  return sql`${from} and not exists (
    select from obligation n
    where n.case_id = o.case_id and n.task = o.task and n.closed_on is null and n.arises_on <= ${today}
      and n.actor = any (${actors}::text[])${same} and (n.due_sort, n.key) < (o.due_sort, o.key))`
}

const afterCursor = (after: WorklistCursor | undefined): Sql =>
  after
    ? sql` and (o.due_sort, o.case_id, o.key) > (${after.dueOn ?? 'infinity'}::date, ${after.caseId}::uuid, ${after.key})`
    : sql``

/** One page. What has no date comes last. Use an authority's scope. */
export function worklist(
  tx: ReadTx,
  filter: WorklistFilter,
  page: { readonly limit: number; readonly after?: WorklistCursor | undefined },
): Promise<readonly WorklistEntry[]> {
  const { after, limit } = page
  const from = afterCursor(after)
  return tx.rows(sql`
    select o.case_id as "caseId", o.key, o.clause, o.actor, o.arises_on as "arisesOn", o.due_on as "dueOn", o.task,
           o.needs_judgement as "needsJudgement", o.derivation, o.unit, o.assigned_to as "assignedTo",
           obligation_status(o.arises_on, o.due_on, o.met_on, o.void_on, o.needs_judgement, ${filter.today}::date) as status,
           c.case_number as "caseNumber", c.phase, c.person_id as "personId",
           v.given_name as "givenName", v.family_name as "familyName", c.summary ->> 'remandedOn' as "remandedOn"
    from (
      select * from obligation o where ${conditions(filter)}${narrowed(filter)}${from}
      order by o.due_sort, o.case_id, o.key ${limited(limit)}
    ) o
      left join case_file c on c.case_id = o.case_id
      left join lateral (
        select given_name, family_name from person_version v
        where v.person_id = c.person_id order by v.version desc limit 1
      ) v on true
    order by o.due_sort, o.case_id, o.key`)
}

export type WorklistCount = {
  readonly open: number
  readonly overdue: number
  /** There are more than were counted. */
  readonly andMore: boolean
}

/** How many there are. Counting stops at `most`, for nobody needs the exact number of too many. */
export async function countWorklist(tx: ReadTx, filter: WorklistFilter, most = 1000): Promise<WorklistCount> {
  const row = await tx.findRow<{ open: number; overdue: number }>(sql`
    select count(*)::int as open, count(*) filter (where due_on < ${filter.today}::date)::int as overdue
    from (select o.due_on from obligation o where ${conditions(filter)}${narrowed(filter)}
          order by o.due_sort, o.case_id, o.key ${limited(most + 1)}) o`)
  const { open, overdue } = row ?? { open: 0, overdue: 0 }
  return { open: Math.min(open, most), overdue: Math.min(overdue, most), andMore: open > most }
}

export type ClauseCount = {
  readonly clause: string
  readonly status: ObligationStatus
  readonly count: number
}

/** How each clause stands on a day, over all cases: the living standard. */
export const countClauses = (tx: ReadTx, today: CalendarDay): Promise<readonly ClauseCount[]> =>
  tx.rows(sql`
    select clause, status, count(*)::int as count
    from (select clause, obligation_status(arises_on, due_on, met_on, void_on, needs_judgement, ${today}::date) as status
          from obligation) o
    group by clause, status order by clause collate "C", status collate "C"`)

/** The same for one clause. */
export const countsOfClause = (
  tx: ReadTx,
  clause: string,
  today: CalendarDay,
): Promise<readonly Omit<ClauseCount, 'clause'>[]> =>
  tx.rows(sql`
    select status, count(*)::int as count
    from (select obligation_status(arises_on, due_on, met_on, void_on, needs_judgement, ${today}::date) as status
          from obligation where clause = ${clause}) o
    group by status order by status collate "C"`)

export type BehindEntry = {
  readonly caseId: CaseId
  readonly key: string
  /** Null for what the municipality itself owes, outside any case. */
  readonly caseNumber: string | null
  readonly phase: string | null
  readonly unit: UnitId | null
  readonly arisesOn: CalendarDay
  readonly dueOn: CalendarDay | null
  readonly metOn: CalendarDay | null
  readonly task: Task | null
}

export type Figure = {
  readonly clause: string
  readonly status: ObligationStatus
  readonly today: CalendarDay
}

/** What is behind one figure of `countClauses`, the nearest date first: as many rows, page by page, as the figure says. */
export const casesBehind = (
  tx: ReadTx,
  { clause, status, today }: Figure,
  { limit, after }: { readonly limit: number; readonly after?: WorklistCursor | undefined },
): Promise<readonly BehindEntry[]> =>
  tx.rows(sql`
    select o.case_id as "caseId", o.key, c.case_number as "caseNumber", c.phase, o.unit, o.arises_on as "arisesOn",
           o.due_on as "dueOn", o.met_on as "metOn", o.task
    from obligation o left join case_file c on c.case_id = o.case_id
    where o.clause = ${clause}
      and obligation_status(o.arises_on, o.due_on, o.met_on, o.void_on, o.needs_judgement, ${today}::date) = ${status}
      ${afterCursor(after)}
    order by o.due_sort, o.case_id, o.key ${limited(limit)}`)
