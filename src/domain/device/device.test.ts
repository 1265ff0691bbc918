import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceStateAt, isGoodCode, pairingCodeOf, typedPairingCode } from './device.ts'

const now = new Date('2026-11-25T08:00:00Z')
const none = { pairingExpiresAt: null, pairedAt: null, closedAt: null, lockedAt: null, unpairedAt: null }
const past = '2026-11-25T07:00:00Z'

describe('the state of a tablet', () => {
  it.each([
    ['waiting', { pairingExpiresAt: '2026-11-25T08:00:01Z' }],
    ['expired', { pairingExpiresAt: '2026-11-25T08:00:00Z' }],
    ['expired', {}],
    ['paired', { pairedAt: past }],
    ['closed', { pairedAt: past, closedAt: past }],
    ['locked', { pairedAt: past, lockedAt: past }],
    ['locked', { pairedAt: past, closedAt: past, lockedAt: past }],
    ['unpaired', { pairedAt: past, unpairedAt: past }],
    ['unpaired', { pairedAt: past, lockedAt: past, unpairedAt: past }],
    ['unpaired', { pairingExpiresAt: '2026-11-25T08:00:01Z', unpairedAt: past }],
  ] as const)('is %s', (state, facts) => {
    expect(deviceStateAt({ ...none, ...facts }, now)).toBe(state)
  })
})

describe('the code that pairs', () => {
  it('is the same however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        const code = pairingCodeOf(random)
        expect(code).toMatch(/^[B-Z2-9]{4}-[B-Z2-9]{4}$/)
        for (const typed of [code, code.toLowerCase(), code.replace('-', ' '), ` ${code.replace('-', '')} `])
          expect(typedPairingCode(typed)).toBe(code)
      }),
    )
  })
  it('is nothing else', () => {
    for (const typed of ['', 'BCDF', 'BCDF-GHJ0', 'BCDF-GHJKL', 'ÆØÅB-BBBB'])
      expect(typedPairingCode(typed)).toBeUndefined()
  })
})

describe('a personal code', () => {
  it.each(['4826', '90210', '13572468', '1122'])('%s is good', (code) => {
    expect(isGoodCode(code)).toBe(true)
  })
  it.each(['1234', '8901', '4321', '0000', '777777', '123', '123456789', '12a4', ''])('%s is not', (code) => {
    expect(isGoodCode(code)).toBe(false)
  })
})
