/** Sealed as the tablet does, opened as the server does: only whole, only by the right municipality, only with its key. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { billund, vejen } from '../../test/support/scopes.ts'
import { SealedFact, sealingOf } from './sealing.ts'

// Plain script of the browser's, without types: what it gives is read by the server's own schema.
const { seal }: { seal: (...given: unknown[]) => Promise<unknown> } = await import(
  join(import.meta.dirname, '../web/public/tablet-seal.js')
)

const [old, fresh] = [randomBytes(32), randomBytes(32)]
const house = sealingOf([fresh, old])
const outside = () => ({ device: randomUUID(), fact: randomUUID() })
const sealed = async (text: string, to = house.publicKey(vejen), out = outside()) =>
  SealedFact.parse(await seal(to, { ...out, text }))

/** The text with one bit of one byte turned. */
const turned = (text: string, at: number): string => {
  const bytes = Buffer.from(text, 'base64url')
  const place = at % bytes.length
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8))
  return bytes.toString('base64url')
}

describe('a sealed fact', () => {
  it('is opened again, whatever it says', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        expect(house.open(vejen, await sealed(text))).toBe(text)
      }),
      { numRuns: 30 },
    ))
  it('shows nothing of what it says, and never the same twice', async () => {
    const to = house.publicKey(vejen)
    const [a, b] = [await sealed('er kommet', to), await sealed('er kommet', to)]
    expect(JSON.stringify(a)).not.toContain('kommet')
    expect([a.from, a.iv, a.data]).not.toEqual([b.from, b.iv, b.data])
  })
  it('that was tampered with anywhere is not opened', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom('from', 'iv', 'data'), fc.nat(5000), async (where, at) => {
        const whole = await sealed('{"kind":"arrived"}')
        expect(house.open(vejen, { ...whole, [where]: turned(whole[where], at) })).toBeUndefined()
      }),
      { numRuns: 60 },
    ))
  it('cannot be passed off as another fact’s or another tablet’s', async () => {
    const whole = await sealed('{"kind":"arrived"}')
    const other = SealedFact.parse({ ...whole, ...outside() })
    expect(house.open(vejen, { ...whole, fact: other.fact })).toBeUndefined()
    expect(house.open(vejen, { ...whole, device: other.device })).toBeUndefined()
  })
  it('is one municipality’s and no other’s', async () => {
    const whole = await sealed('{}')
    expect(house.open(billund, whole)).toBeUndefined()
    expect(house.open(billund, { ...whole, key: house.publicKey(billund).keyId })).toBeUndefined()
  })
})

describe('the key', () => {
  it('is the same after a restart, and another for each municipality', () => {
    expect(sealingOf([fresh]).publicKey(vejen)).toEqual(house.publicKey(vejen))
    expect(house.publicKey(billund).keyId).not.toBe(house.publicKey(vejen).keyId)
  })
  it('can be changed: the old one still opens what was sealed to it, until it is taken away', async () => {
    const before = sealingOf([old])
    const whole = await sealed('{"kind":"left"}', before.publicKey(vejen))
    expect(house.publicKey(vejen).keyId).not.toBe(whole.key)
    expect(house.open(vejen, whole)).toBe('{"kind":"left"}')
    expect(sealingOf([fresh]).open(vejen, whole)).toBeUndefined()
  })
})

it('what is no sealed fact is not read as one', async () => {
  const whole = await sealed('{}')
  for (const broken of [
    { ...whole, v: 2 },
    { ...whole, from: 'AAAA' },
    { ...whole, iv: '' },
    { ...whole, data: '' },
    { ...whole, fact: 'x' },
    { ...whole, key: '../../etc' },
  ])
    expect(SealedFact.safeParse(broken).success).toBe(false)
})
