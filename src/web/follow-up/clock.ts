import type { Form } from '../platform/form.ts'

/** A time as people write it (`9.30`, `09:30`, `9`), as `09:30`; what is none stays as it was typed, for the schema to refuse. */
export function clockOf(form: Form, name: string): string | undefined {
  const typed = form.text(name)
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed ?? '') ?? []
  return hour === undefined ? typed : `${hour.padStart(2, '0')}:${minute}`
}
