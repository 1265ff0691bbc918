import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProviderId } from '../../identity.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import { hasChangedPlaceOften, providerChangesUpTo, wouldChangePlaceOften } from './provider-changes.ts'

const limits = { providerChangeMonths: 12, providerChangesMost: 1 }
const at = (name: string, on?: string) => ({
  content: { provider: ProviderId.parse(name) },
  ...(on !== undefined && { started: { on: getDay(on) } }),
})
const lived = [at('haven', '2025-01-06'), at('bakken', '2026-03-02'), at('haven', '2026-09-01')]
const today = getDay('2026-11-25')

describe('changes of place', () => {
  it('are first days at another place, counted over the standard’s time', () => {
    expect(providerChangesUpTo(lived, today, limits)).toBe(2)
    expect(hasChangedPlaceOften(lived, today, limits)).toBe(true)
    // The day before the second, and the day a year after the first.
    expect(hasChangedPlaceOften(lived, getDay('2026-08-31'), limits)).toBe(false)
    expect(hasChangedPlaceOften(lived, getDay('2027-03-01'), limits)).toBe(true)
    expect(hasChangedPlaceOften(lived, getDay('2027-03-02'), limits)).toBe(false)
  })
  it('are none where nobody began, or where one begins anew at the same place', () => {
    const orders = [at('haven', '2025-01-06'), at('bakken'), at('haven', '2026-03-02')]
    expect(providerChangesUpTo(orders, today, limits)).toBe(0)
  })
  it('are warned of before the one that would be too many, and only where it is one', () => {
    const once = lived.slice(0, 2)
    const to = (name: string, orders: typeof lived) =>
      wouldChangePlaceOften(orders, ProviderId.parse(name), today, limits)
    expect(to('haven', once)).toBe(true)
    expect(to('bakken', once)).toBe(false)
    expect(to('bakken', lived.slice(0, 1))).toBe(false)
    expect(to('haven', [])).toBe(false)
  })
  it('are too many after exactly where they would have been before', () => {
    const place = fc.constantFrom('haven', 'bakken', 'engen')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.integer({ min: 1, max: 200 })), { maxLength: 6 }),
        place,
        (steps, next) => {
          let day = getDay('2025-01-06')
          const orders = steps.map(([name, later]) => {
            day = addDays(day, later)
            return at(name, day)
          })
          const on = addDays(day, 1)
          const before = wouldChangePlaceOften(orders, ProviderId.parse(next), on, limits)
          const changed = orders.length > 0 && orders.at(-1)?.content.provider !== next
          expect(before).toBe(changed && hasChangedPlaceOften([...orders, at(next, on)], on, limits))
        },
      ),
    )
  })
})
