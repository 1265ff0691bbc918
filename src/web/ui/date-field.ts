import { type CalendarDay, findDay } from '../../domain/time/calendar-day.ts'
import type { Form } from '../platform/form.ts'

/** The day typed in the three parts of a date field. `'wrong'` when something is typed that is no day; undefined when nothing is. */
export function dateOf(form: Form, name: string): CalendarDay | 'wrong' | undefined {
  const [day, month, year] = [form.text(`${name}-d`), form.text(`${name}-m`), form.text(`${name}-y`)]
  if (day === undefined && month === undefined && year === undefined) return undefined
  const digits = [day, month, year].every((part) => part !== undefined && /^\d{1,4}$/.test(part))
  if (!digits) return 'wrong'
  return findDay(`${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`) ?? 'wrong'
}
