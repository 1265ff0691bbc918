import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  copenhagenDay,
  daysBetween,
  findDay,
  getDay,
  weekday,
  yearOf,
} from './calendar-day.ts'
import { easterSunday, findNonWorkingReason, isFridayAfterAscension, publicHolidays } from './holidays.ts'
import { addWorkingDays, isWorkingDay, lastWorkingDay } from './working-days.ts'

const anyDay = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays(getDay('1990-01-01'), n))

test.each([
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2029, '2029-04-01'],
  [2030, '2030-04-21'],
  [2031, '2031-04-13'],
])('Easter Sunday %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day)
})

test('the public holidays of 2026, and Great Prayer Day for the last time in 2023', () => {
  expect(publicHolidays(2026).map((h) => `${h.day} ${h.name}`)).toEqual([
    '2026-01-01 Nytårsdag',
    '2026-04-02 Skærtorsdag',
    '2026-04-03 Langfredag',
    '2026-04-05 Påskedag',
    '2026-04-06 2. påskedag',
    '2026-05-14 Kristi himmelfartsdag',
    '2026-05-24 Pinsedag',
    '2026-05-25 2. pinsedag',
    '2026-12-25 Juledag',
    '2026-12-26 2. juledag',
  ])
  const prayer = (year: number) => publicHolidays(year).find((h) => h.name === 'Store bededag')?.day
  expect([2022, 2023, 2024].map(prayer)).toEqual(['2022-05-13', '2023-05-05', undefined])
})

describe('a day without work', () => {
  test.each([
    ['2026-06-05', 'constitutionDay'],
    ['2026-12-24', 'christmasEve'],
    ['2026-12-31', 'newYearsEve'],
    ['2026-05-14', 'publicHoliday'],
    ['2026-12-26', 'saturday'],
    ['2026-12-27', 'sunday'],
    ['2026-05-01', undefined],
    ['2026-05-15', undefined],
  ])('%s: %s', (day, reason) => {
    expect(findNonWorkingReason(getDay(day))).toBe(reason)
  })
  test('the Friday after Ascension is one for citizens’ periods only', () => {
    expect(isFridayAfterAscension(getDay('2026-05-15'))).toBe(true)
    expect(isWorkingDay(getDay('2026-05-15'))).toBe(true)
  })
})

test('Easter falls on a Sunday between 22 March and 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
      const easter = easterSunday(year)
      expect(weekday(easter)).toBe(7)
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
    }),
  )
})

test('the last working day is the latest one on or before a day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const last = lastWorkingDay(day)
      expect(last <= day && isWorkingDay(last)).toBe(true)
      for (let later = addDays(last, 1); later <= day; later = addDays(later, 1))
        expect(isWorkingDay(later)).toBe(false)
    }),
  )
})

test('working days are counted one by one, and back again', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, amount) => {
      const to = addWorkingDays(day, amount)
      let counted = 0
      for (let d = addDays(day, 1); d <= to; d = addDays(d, 1)) if (isWorkingDay(d)) counted += 1
      expect([counted, isWorkingDay(to)]).toEqual([amount, true])
      expect(addWorkingDays(addWorkingDays(to, amount), -amount)).toBe(to)
    }),
  )
})

describe('a day', () => {
  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-15', 12, '2027-03-15'],
  ])('%s and %i months is %s: months clamp to the last day', (day, months, to) => {
    expect(addMonths(getDay(day), months)).toBe(to)
  })
  test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-11-13T00:00'])(
    '“%s” is none',
    (text) => {
      expect(findDay(text)).toBeUndefined()
    },
  )
  test('is the one in Copenhagen, summer and winter', () => {
    expect(copenhagenDay(new Date('2026-11-13T22:59:59Z'))).toBe('2026-11-13')
    expect(copenhagenDay(new Date('2026-11-13T23:00:00Z'))).toBe('2026-11-14')
    expect(copenhagenDay(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01')
    expect(copenhagenDay(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02')
  })
  test('counts the same over a change of clocks', () => {
    expect(daysBetween(getDay('2026-03-28'), getDay('2026-03-30'))).toBe(2)
    expect(daysBetween(getDay('2026-10-24'), getDay('2026-10-26'))).toBe(2)
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })
  test.each([
    ['2008-11-13', '2026-11-12', 17],
    ['2008-11-13', '2026-11-13', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s, on %s one is %i', (born, day, age) => {
    expect(ageOn(getDay(born), getDay(day))).toBe(age)
    expect(yearOf(getDay(day))).toBe(2026)
  })
})
