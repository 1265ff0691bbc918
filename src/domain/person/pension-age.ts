import type { PensionAge } from '../standard/terms.ts'
import { addMonths, type CalendarDay } from '../time/calendar-day.ts'

/** The day someone reaches pension age by the table; undefined when born before its first row. */
export function pensionDay(bornOn: CalendarDay, table: readonly PensionAge[]): CalendarDay | undefined {
  const row = table.filter((r) => r.bornFrom <= bornOn).at(-1)
  return row && addMonths(bornOn, row.years * 12 + (row.months ?? 0))
}

/** Whether someone is under pension age on a day (SEL § 141 is for them only). Older than the table: not. */
export function isUnderPensionAge(
  bornOn: CalendarDay,
  day: CalendarDay,
  table: readonly PensionAge[],
): boolean {
  const reached = pensionDay(bornOn, table)
  return reached !== undefined && day < reached
}
