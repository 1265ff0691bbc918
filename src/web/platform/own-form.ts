/** A form that changes something is our own when it comes from our own pages and carries this session's token. */
import type { Context } from 'hono'
import type { PublicContext } from './context.ts'

export function isOwnForm({ csrf, form, visitor }: PublicContext, c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = c.req.header('origin')
  if (origin !== undefined && hostOf(origin) !== c.req.header('host')) return false
  return visitor === undefined || (csrf !== '' && form.text('_csrf') === csrf)
}

/** Undefined for `null`, which a page sends that hides where it is, and for what is no origin. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
