import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../../configuration.ts'
import { addressOf, rateLimit } from './rate-limit.ts'

describe('so often in a minute', () => {
  it('and no more, for each address by itself, and anew in the next', () => {
    let seconds = 0
    const may = rateLimit(2, () => new Date(seconds * 1000))
    expect([may('a'), may('a'), may('a'), may('b')]).toEqual([true, true, false, true])
    seconds = 59
    expect(may('a')).toBe(false)
    seconds = 60
    expect(may('a')).toBe(true)
  })
})

describe('the address', () => {
  const seen = async (environment: Record<string, string>, forwarded: string | undefined, remote: string) => {
    const app = new Hono().get('/', (c) => c.text(addressOf(c, readConfiguration(environment))))
    const headers = forwarded ? { 'x-forwarded-for': forwarded } : undefined
    const answer = await app.request(
      '/',
      { ...(headers && { headers }) },
      { incoming: { socket: { remoteAddress: remote } } },
    )
    return answer.text()
  }
  it('is the socket’s own, whatever a visitor writes in a header', async () => {
    expect(await seen({}, '1.2.3.4', '127.0.0.1')).toBe('127.0.0.1')
  })
  it('is, behind the proxy, what the proxy itself saw', async () => {
    expect(await seen({ HTTPS: '1' }, '6.6.6.6, 1.2.3.4', '10.0.0.1')).toBe('1.2.3.4')
    expect(await seen({ HTTPS: '1' }, undefined, '10.0.0.1')).toBe('10.0.0.1')
  })
  it('is a whole network in IPv6: one visitor has 2⁶⁴ of them', async () => {
    expect(await seen({}, undefined, '2001:db8:1:2:aaaa::1')).toBe(
      await seen({}, undefined, '2001:db8:1:2:bbbb::9'),
    )
    expect(await seen({}, undefined, '::ffff:1.2.3.4')).toBe('::ffff:1.2.3.4')
  })
})
