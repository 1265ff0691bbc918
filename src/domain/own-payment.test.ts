import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProviderId } from './identity.ts'
import { oereOf, PriceList, priceListOn, sumOf } from './own-payment.ts'
import { addDays, getDay } from './time/calendar-day.ts'

const here = ProviderId.parse('kaerhoej')
const item = (itemId: string, priceOere = 5000) => ({ itemId, kind: 'trip', name: 'Tur', priceOere }) as const
const list = (validFrom: string, priceOere = 5000, provider = 'kaerhoej') =>
  PriceList.parse({ provider, validFrom, items: [item('tur', priceOere)] })

describe('amounts', () => {
  test.each([
    ['125', 12500],
    ['125,5', 12550],
    ['125,50', 12550],
    ['1.250,05', 125005],
    [' 0 ', 0],
  ])('%s kroner are %i øre', (typed, oere) => {
    expect(oereOf(typed)).toBe(oere)
  })
  test.each(['', '12.5', '1,234', '-5', '12 kr', '1e3', '1.25,00', '9999999'])('%s is no amount', (typed) => {
    expect(oereOf(typed)).toBeUndefined()
  })
  test('sums add up to the øre, in any order and however they are grouped', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 300 })
    fc.assert(
      fc.property(amounts, fc.nat(300), (all, cut) => {
        const total = sumOf(all)
        expect(sumOf([...all].reverse())).toBe(total)
        expect(sumOf(all.slice(0, cut)) + sumOf(all.slice(cut))).toBe(total)
        expect(BigInt(total)).toBe(all.reduce((sum, n) => sum + BigInt(n), 0n))
      }),
    )
  })
})

describe('the list in force', () => {
  test('is the one with the latest first day; of two from one day, the one approved last', () => {
    const lists = [
      list('2026-01-01', 5000),
      list('2026-06-01', 6000),
      list('2026-06-01', 7000),
      list('2026-03-01', 5500),
    ]
    expect(priceListOn(lists, here, getDay('2025-12-31'))).toBeUndefined()
    expect(priceListOn(lists, here, getDay('2026-03-15'))?.items[0]?.priceOere).toBe(5500)
    expect(priceListOn(lists, here, getDay('2026-07-01'))?.items[0]?.priceOere).toBe(7000)
  })
  test('is never another provider’s', () => {
    expect(priceListOn([list('2026-01-01', 5000, 'veum-dag')], here, getDay('2026-02-01'))).toBeUndefined()
  })
  test('changes only on a first day', () => {
    const firsts = fc.array(fc.nat(400), { maxLength: 6 })
    fc.assert(
      fc.property(firsts, fc.nat(400), (days, at) => {
        const start = getDay('2026-01-01')
        const lists = days.map((d, i) => list(addDays(start, d), 1000 + i))
        const day = addDays(start, at)
        const changed =
          priceListOn(lists, here, day)?.items[0]?.priceOere !==
          priceListOn(lists, here, addDays(day, 1))?.items[0]?.priceOere
        if (changed) expect(days).toContain(at + 1)
      }),
    )
  })
  test('has no two items with one short name, and none that costs nothing', () => {
    const base = { provider: 'kaerhoej', validFrom: '2026-01-01' }
    expect(PriceList.safeParse({ ...base, items: [item('a'), item('a')] }).success).toBe(false)
    expect(PriceList.safeParse({ ...base, items: [item('a', 0)] }).success).toBe(false)
    expect(PriceList.safeParse({ ...base, items: [{ ...item('a'), kind: 'stay' }] }).success).toBe(false)
  })
})
