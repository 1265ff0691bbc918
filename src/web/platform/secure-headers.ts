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
    // A document that somebody sent has a stricter one of its own.
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    // Pages are personal: no shared cache and no back button after log-out shows them again.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
    if (https) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  }
