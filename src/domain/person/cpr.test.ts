import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { birthDateOf, findCpr, formatCpr } from './cpr.ts'

describe('the century is told by the seventh digit and the year', () => {
  test.each([
    ['0101000000', '1900-01-01'],
    ['3112993999', '1999-12-31'],
    ['0101004000', '2000-01-01'],
    ['0101364000', '2036-01-01'],
    ['0101374000', '1937-01-01'],
    ['0101005000', '2000-01-01'],
    ['0101578000', '2057-01-01'],
    ['0101588000', '1858-01-01'],
    ['0101369999', '2036-01-01'],
    ['0101379999', '1937-01-01'],
    // An official test person, which modulo 11 would refuse.
    ['0201609995', '1960-01-02'],
  ])('%s is born %s', (cpr, born) => {
    expect(birthDateOf(cpr)).toBe(born)
    expect(findCpr(cpr)).toBe(cpr)
  })
})

test.each(['3002901234', '0013901234', '123', '12345678901', 'abcdefghij', '2902011234'])(
  '%s is none',
  (typed) => {
    expect(findCpr(typed)).toBeUndefined()
  },
)

test('hyphen and spaces do not matter', () => {
  expect(findCpr(' 020160-9995 ')).toBe('0201609995')
  expect(formatCpr('0201609995')).toBe('020160-9995')
})

test('whatever is found has ten digits and agrees with its own birth date', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{10}$/), (digits) => {
      const cpr = findCpr(digits)
      if (cpr === undefined) return
      const born = birthDateOf(cpr)
      expect(born?.slice(8, 10)).toBe(cpr.slice(0, 2))
      expect(born?.slice(5, 7)).toBe(cpr.slice(2, 4))
      expect(born?.slice(2, 4)).toBe(cpr.slice(4, 6))
    }),
  )
})
