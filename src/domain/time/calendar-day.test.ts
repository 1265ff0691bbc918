import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, type CalendarDay, daysBetween, weekday } from './calendar-day.ts'

/** Any day of four centuries, leap years and centuries that are none among them. */
const days = fc
  .integer({ min: 0, max: 146_097 })
  .map((n) => Temporal.PlainDate.from('1800-01-01').add({ days: n }))
const dayOf = (date: Temporal.PlainDate): CalendarDay => date.toString() as CalendarDay

test('days are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (date, n) => {
      const there = date.add({ days: n })
      expect(addDays(dayOf(date), n)).toBe(dayOf(there))
      expect(daysBetween(dayOf(date), dayOf(there))).toBe(n)
      expect(weekday(dayOf(date))).toBe(date.dayOfWeek)
    }),
  )
})
