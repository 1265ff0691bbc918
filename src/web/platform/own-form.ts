/** A form that changes something is our own when it comes from our own pages and carries this session's token. */
import type { Context } from 'hono'
import type { PublicContext } from './context.ts'

export type FormOrigin =
  | 'own'
  /** From a page of ours that was opened before the last log-in: its token is an earlier session's. */
  | 'earlier session'
  | 'elsewhere'

export function originOf({ csrf, form, visitor }: PublicContext, c: Context): FormOrigin {
  if (!isFromUs(c)) return 'elsewhere'
  if (visitor === undefined) return 'own'
  const token = form.text('_csrf')
  if (csrf !== '' && token === csrf) return 'own'
  // Only a browser that itself says that the form stood on our page is told more than no.
  return token !== undefined && c.req.header('sec-fetch-site') === 'same-origin'
    ? 'earlier session'
    : 'elsewhere'
}

/** Posted by our own script: from our own page, and with a header that no other page's form or script can send. */
export const isOwnScript = (c: Context): boolean => isFromUs(c) && c.req.header('x-hverdag') === '1'

function isFromUs(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = c.req.header('origin')
  return origin === undefined || hostOf(origin) === c.req.header('host')
}

/** Undefined for `null`, which a page sends that hides where it is, and for what is no origin. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
