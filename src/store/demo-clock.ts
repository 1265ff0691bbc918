/** The demonstration's day. It moves forward only; production has no row here and goes by the calendar. */
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type DemoClock = { readonly today: CalendarDay; readonly anchor: CalendarDay }

export const findDemoClock = (tx: ReadTx): Promise<DemoClock | undefined> =>
  tx.findRow(sql`select today, anchor from demo_clock`)

/** Starts it on its anchor day; one that goes already goes on. */
export async function startDemoClock(tx: WriteTx, anchor: CalendarDay): Promise<void> {
  await tx.run(sql`
    insert into demo_clock (municipality, today, anchor) values (${tx.scope.municipality}, ${anchor}, ${anchor})
    on conflict do nothing`)
}

/** Whether it moved: to a day before today it does not. */
export const moveDemoClock = async (tx: WriteTx, today: CalendarDay): Promise<boolean> =>
  (await tx.run(sql`update demo_clock set today = ${today} where today <= ${today}`)) === 1
