/** Ids that a form's own id gives: one press that does several things does each of them once, however often it comes. */
import { createHash } from 'node:crypto'

/** Another id that the same press always gives. */
export function idFrom(commandId: string, of: string): string {
  const hex = createHash('sha256').update(`${commandId} ${of}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
