/** A form filled in from what the case knows, until somebody has typed in it. */
import { formOf } from '../platform/form.ts'
import type { KeptContext } from './kept-draft.tsx'

/** Field name → what stands in it. Nothing, for a field that is left empty. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** The request with its form filled in, unless it holds something typed: posted now, or kept from before. */
export function prefilled(c: KeptContext, values: FieldValues): KeptContext {
  if (Object.keys(c.form.values).length > 0) return c
  const fields = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat()] as const],
  )
  return { ...c, form: formOf(new Map(fields), new Map()) }
}

/** A day as the three fields of a date hold it. */
export function dayFields(name: string, day: string | undefined): FieldValues {
  if (day === undefined) return {}
  const [year, month, date] = day.split('-')
  return { [`${name}-d`]: String(Number(date)), [`${name}-m`]: String(Number(month)), [`${name}-y`]: year }
}
