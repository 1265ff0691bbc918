/** What the browser is told to hold every page to: nothing but our own files, no script or style in the page itself. */
import type { MiddlewareHandler } from 'hono'
import type { Configuration } from '../../configuration.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const secureHeaders =
  ({ https }: Configuration): MiddlewareHandler =>
  async (c, next) => {
    await next()
    // Not by `c.header`, which makes the finished answer anew for each of them, and a stream out of its text.
    const { headers } = c.res
    // A document that somebody sent has a stricter one of its own.
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policy)
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'same-origin')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    // Pages are personal: no shared cache and no back button after log-out shows them again.
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    if (https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  }
