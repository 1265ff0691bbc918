/** Closed cases by how long they are kept, what is left of erased ones, and the one call that erases. */
import type { CaseId, DocumentHash, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import type { RetentionRow } from './projection-rows.ts'
import { limited, sql } from './sql.ts'

export function replaceRetention(tx: WriteTx, caseId: CaseId, row: RetentionRow | null): Promise<number> {
  if (row === null) return tx.run(sql`delete from case_retention where case_id = ${caseId}`)
  return tx.run(sql`
    insert into case_retention (municipality, case_id, closed_on, kept_until, delivered_on, reference, package,
      approved_on, holds)
    values (${tx.scope.municipality}, ${caseId}, ${row.closedOn}, ${row.keptUntil}, ${row.deliveredOn}, ${row.reference},
      ${row.package}, ${row.approvedOn}, ${row.holds}::text[])
    on conflict (municipality, case_id) do update
    set closed_on = excluded.closed_on, kept_until = excluded.kept_until, delivered_on = excluded.delivered_on,
        reference = excluded.reference, package = excluded.package, approved_on = excluded.approved_on,
        holds = excluded.holds`)
}

const columns = sql`r.closed_on as "closedOn", r.kept_until as "keptUntil", r.delivered_on as "deliveredOn", r.reference,
  r.package, r.approved_on as "approvedOn", r.holds`

export const retentionOf = (tx: ReadTx, caseId: CaseId): Promise<RetentionRow | undefined> =>
  tx.findRow(sql`select ${columns} from case_retention r where case_id = ${caseId}`)

export type KeptCase = RetentionRow & { readonly caseId: CaseId; readonly caseNumber: string }

/** Closed cases that may be erased by a day, or will be, the oldest first. */
export const keptCases = (tx: ReadTx, by: CalendarDay, limit: number): Promise<readonly KeptCase[]> =>
  tx.rows(sql`
    select r.case_id as "caseId", c.case_number as "caseNumber", ${columns}
    from case_retention r join case_file c on c.case_id = r.case_id
    where r.kept_until <= ${by} order by r.kept_until, r.case_id ${limited(limit)}`)

/** Closed cases that something holds, whatever their age. */
export const heldCases = (tx: ReadTx, limit: number): Promise<readonly KeptCase[]> =>
  tx.rows(sql`
    select r.case_id as "caseId", c.case_number as "caseNumber", ${columns}
    from case_retention r join case_file c on c.case_id = r.case_id
    where cardinality(r.holds) > 0 order by r.kept_until, r.case_id ${limited(limit)}`)

/** Cases that a person has approved and nothing stands in the way of, the longest kept first. */
export const casesToErase = (tx: ReadTx, today: CalendarDay, limit: number): Promise<readonly CaseId[]> =>
  tx
    .rows<{ caseId: CaseId }>(sql`
      select r.case_id as "caseId" from case_retention r
      where r.kept_until <= ${today} and r.approved_on is not null and cardinality(r.holds) = 0
      order by r.kept_until, r.case_id ${limited(limit)}`)
    .then((rows) => rows.map(({ caseId }) => caseId))

export type Tombstone = {
  readonly caseId: CaseId
  readonly caseNumber: string
  readonly erasedOn: CalendarDay
  readonly closedOn: CalendarDay
  readonly keptUntil: CalendarDay
  readonly deliveredOn: CalendarDay
  readonly reference: string
  readonly package: DocumentHash
  readonly deliveredBy: UserId
  readonly approvedOn: CalendarDay
  readonly approvedBy: UserId
  readonly lastSeq: number
  readonly head: string
  /** How many rows of each kind. */
  readonly erased: Readonly<Record<string, number>>
}

const stone = sql`case_id as "caseId", case_number as "caseNumber", erased_on as "erasedOn", closed_on as "closedOn",
  kept_until as "keptUntil", delivered_on as "deliveredOn", reference, package, delivered_by as "deliveredBy",
  approved_on as "approvedOn", approved_by as "approvedBy", last_seq as "lastSeq", head, erased`

/**
 * Erases a case whole, as the eraser's role. PostgreSQL refuses, by throwing, whatever the journal does not say may be
 * erased, and more than `most` in a day.
 */
export async function eraseCase(tx: WriteTx, caseId: CaseId, most: number): Promise<Tombstone> {
  const row = await tx.findRow<Tombstone>(sql`select ${stone} from erase_case(${caseId}::uuid, ${most}::int)`)
  if (row === undefined) throw new Error('An erased case left no tombstone.')
  return row
}

export const countErasedOn = (tx: ReadTx, day: CalendarDay): Promise<number> =>
  tx
    .findRow<{ count: number }>(sql`select count(*) as count from case_tombstone where erased_on = ${day}`)
    .then((row) => row?.count ?? 0)

/** What is left of erased cases, the latest first. */
export const tombstones = (tx: ReadTx, limit: number): Promise<readonly Tombstone[]> =>
  tx.rows(sql`select ${stone} from case_tombstone order by erased_on desc, ordinal desc ${limited(limit)}`)

/** In the scope of somebody of the authority: that there was such a case, and that it is erased. */
export const findTombstone = (tx: ReadTx, caseNumber: string): Promise<Tombstone | undefined> =>
  tx.findRow(sql`select ${stone} from case_tombstone where case_number = ${caseNumber}`)
