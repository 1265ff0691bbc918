/** The demonstration's day. It moves forward only; production has no row here and goes by the calendar. */
import type { Actor } from '../domain/standard/obligation.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type DemoClock = { readonly today: CalendarDay; readonly anchor: CalendarDay }

export const findDemoClock = (tx: ReadTx): Promise<DemoClock | undefined> =>
  tx.findRow(sql`select today, anchor from demo_clock`)

/** Starts it on its anchor day, or before it while its past is still being made; one that goes already goes on. */
export async function startDemoClock(
  tx: WriteTx,
  anchor: CalendarDay,
  today: CalendarDay = anchor,
): Promise<void> {
  await tx.run(sql`
    insert into demo_clock (municipality, today, anchor) values (${tx.scope.municipality}, ${today}, ${anchor})
    on conflict do nothing`)
}

/** Whether the municipality has people, staff or cases. */
export async function holdsAnything(tx: ReadTx): Promise<boolean> {
  const row = await tx.findRow<{ something: boolean }>(sql`
    select exists (select from person) or exists (select from staff_user) or exists (select from stream) as something`)
  return row?.something ?? false
}

/** Whether it moved: to a day before today it does not. */
export const moveDemoClock = async (tx: WriteTx, today: CalendarDay): Promise<boolean> =>
  (await tx.run(sql`update demo_clock set today = ${today} where today <= ${today}`)) === 1

export type Fallen = {
  readonly actor: Actor
  /** Not broken before, broken now. */
  readonly broken: number
  /** Open, with a date between the two days: fell due on the way or falls due on the day itself. */
  readonly fellDue: number
  /** Did not exist before. */
  readonly arisen: number
}

/** What the days between did to the obligations, by who owes them; actors whom it did nothing to are left out. */
export const fallenBetween = (tx: ReadTx, from: CalendarDay, to: CalendarDay): Promise<readonly Fallen[]> =>
  tx.rows(sql`
    select actor, count(*) filter (where was <> 'broken' and is_now = 'broken')::int as broken,
           count(*) filter (where due_on > ${from}::date and due_on <= ${to}::date and is_now in ('due', 'broken'))::int
             as "fellDue",
           count(*) filter (where was = 'not yet' and is_now <> 'not yet')::int as arisen
    from (
      select actor, due_on,
        obligation_status(arises_on, due_on, met_on, void_on, needs_judgement, ${from}::date) as was,
        obligation_status(arises_on, due_on, met_on, void_on, needs_judgement, ${to}::date) as is_now
      from obligation
    ) o
    group by actor
    having count(*) filter (where was is distinct from is_now or (due_on > ${from}::date and due_on <= ${to}::date
                            and is_now in ('due', 'broken'))) > 0
    order by array_position(array['authority', 'provider', 'citizen', 'management', 'appealsBoard'], actor)`)
