/** How often one address may do a thing in a minute. In this process only: two of them allow twice as much. */
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Configuration } from '../../configuration.ts'

/** Whether this address may once more. Each minute begins anew, so nothing is remembered for longer. */
export type RateLimit = (address: string) => boolean

export function rateLimit(perMinute: number, now: () => Date): RateLimit {
  let minute = 0
  let counts = new Map<string, number>()
  return (address) => {
    const current = Math.floor(now().getTime() / 60_000)
    if (current !== minute) {
      minute = current
      counts = new Map()
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count <= perMinute
  }
}

/**
 * The visitor's address. Visitors come by https only through a proxy that ends it, and the last address in its header is
 * the one that the proxy itself saw; what stands before that, anybody can write.
 */
export function addressOf(c: Context, { https }: Configuration): string {
  const forwarded = https ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  // The server puts Node's own request here; a test that calls without a socket has none.
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage }
  return networkOf(forwarded || incoming?.socket.remoteAddress || 'nowhere')
}

/** One household has one IPv4 address, or 2⁶⁴ of IPv6. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
