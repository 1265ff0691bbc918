/** How the open cases of a unit lie among its caseworkers: counted, never listed. */
import type { UnitId, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx } from './connection.ts'
import { sql } from './sql.ts'

export type Caseload = {
  /** Null: nobody's yet. */
  readonly userId: UserId | null
  readonly open: number
  /** Of these, the decision was due before today and has not been made. */
  readonly overdue: number
  /** The nearest date of a decision that is still to be made. */
  readonly nextDueOn: CalendarDay | null
}

/** One row for everybody who has an open case, and one for nobody; without a unit, of the whole municipality. */
export const caseloads = (
  tx: ReadTx,
  { unit, today }: { readonly unit: UnitId | undefined; readonly today: CalendarDay },
): Promise<readonly Caseload[]> =>
  tx.rows(sql`
    select assigned_to as "userId", count(*)::int as open,
           (count(*) filter (where decision_due_on < ${today}::date))::int as overdue,
           min(decision_due_on) filter (where decision_due_on >= ${today}::date) as "nextDueOn"
    from case_file
    where closed_on is null${unit === undefined ? sql`` : sql` and unit = ${unit}`}
    group by assigned_to order by assigned_to nulls first`)
