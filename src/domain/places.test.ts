import { expect, test } from 'vitest'
import { placesOn } from './places.ts'
import { getDay } from './time/calendar-day.ts'

const from = (day: string, ...places: number[]) => ({ validFrom: getDay(day), places })

test('what holds is what begins last by then, and of one first day what was told last', () => {
  const versions = [
    from('2026-12-01', 9, 9, 9, 9, 9, 0, 0),
    from('2026-11-01', 4, 5, 6, 7, 8, 1, 2),
    from('2026-12-01', 3, 3, 3, 3, 3, 0, 0),
  ]
  expect(placesOn(versions, getDay('2026-10-31'))).toBeUndefined()
  // A Monday, a Sunday, and the Tuesday from which it is other.
  expect(placesOn(versions, getDay('2026-11-23'))).toBe(4)
  expect(placesOn(versions, getDay('2026-11-29'))).toBe(2)
  expect(placesOn(versions, getDay('2026-12-01'))).toBe(3)
})
