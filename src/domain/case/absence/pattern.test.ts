import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vejenTerms } from '../../../../test/support/commands.ts'
import { absenceReasons } from '../../attendance/fact.ts'
import { addDays, type CalendarDay, getDay, weekday } from '../../time/calendar-day.ts'
import { type AbsenceThreshold, dayOutcomes, type ExpectedDay, findAbsencePattern } from './pattern.ts'

const threshold: AbsenceThreshold = vejenTerms.parameters.absenceThreshold
const monday = getDay('2027-02-01')

/** Monday to Friday from 1 February: `k` came, `a` cancelled (does not want to), `u` no-show, `.` unknown, `l` closed, `t` no ride. */
const letters = {
  k: { outcome: 'came' },
  a: { outcome: 'cancelled', reason: 'unwilling' },
  u: { outcome: 'noShow' },
  '.': { outcome: 'unknown' },
  l: { outcome: 'offerClosed' },
  t: { outcome: 'transportFailed' },
  s: { outcome: 'cancelled', reason: 'illness' },
  p: { outcome: 'cancelled', reason: 'illness', toldBeforehand: true },
  h: { outcome: 'cancelled', reason: 'hospital' },
  f: { outcome: 'cancelled', reason: 'holiday', toldBeforehand: true },
  b: { outcome: 'cancelled', reason: 'treatment', toldBeforehand: true },
} as const
const isLetter = (text: string): text is keyof typeof letters => text in letters

const workingDays = (count: number): readonly CalendarDay[] =>
  Array.from({ length: count * 2 }, (_, n) => addDays(monday, n))
    .filter((day) => weekday(day) <= 5)
    .slice(0, count)

const weeks = (text: string): readonly ExpectedDay[] => {
  const said = [...text].filter((letter) => letter !== ' ')
  return workingDays(said.length).flatMap((day, n) => {
    const letter = said[n] ?? ''
    return isLetter(letter) ? [{ day, ...letters[letter] }] : []
  })
}

describe('three times in four weeks', () => {
  test.each([
    ['three cancellations', 'kakkk kakkk kkkka', 'count'],
    ['three no-shows', 'ukkku kkkku', 'count'],
    ['cancellations and no-shows together', 'kakkk ukkkk kkkka', 'count'],
    ['illness told on the day itself', 'sssss', 'count'],
    ['two only', 'kakkk kkkka kkkkk', undefined],
    ['the third more than four weeks after the first', 'aakkk kkkkk kkkkk kkkkk kkkkk akkkk', undefined],
    ['the third in the fourth week', 'akkka kkkkk kkkkk kkkka', 'count'],
    ['the offer was closed a whole week', 'lllll kkkkk aakkk', undefined],
    ['the ride did not come', 'ttttt aakkk', undefined],
    ['nobody knows', '..... ..... aa...', undefined],
    ['illness told beforehand', 'ppppp ppkkk', undefined],
    ['in hospital', 'hhhhh hhhhh', undefined],
    ['holiday told beforehand', 'fffff fffff', undefined],
    ['treatment told beforehand', 'bkbkb bkbkb', undefined],
    ['two that count and planned ones between', 'appka bbbkk', undefined],
    ['nothing at all', '', undefined],
  ])('%s', (_, text, basis) => {
    expect(findAbsencePattern(weeks(text), threshold)?.basis).toBe(basis)
  })

  test('gives the facts behind it, and nothing else', () => {
    expect(findAbsencePattern(weeks('kakkk ulkkk kkk.s'), threshold)).toEqual({
      from: '2027-01-23',
      to: '2027-02-19',
      basis: 'count',
      expected: 13,
      came: 10,
      absences: [
        { day: '2027-02-02', kind: 'cancelled', reason: 'unwilling' },
        { day: '2027-02-08', kind: 'noShow' },
        { day: '2027-02-19', kind: 'cancelled', reason: 'illness' },
      ],
    })
  })
})

describe('present on less than half of the days', () => {
  const once = (text: string): readonly ExpectedDay[] =>
    [...text].flatMap((letter, week) =>
      isLetter(letter) ? [{ day: addDays(monday, week * 7), ...letters[letter] }] : [],
    )
  test.each([
    ['one day a week, two of three absent, over four weeks', 'kala', 'share'],
    ['half is not less than half', 'kaka', undefined],
    ['fewer days than say anything', 'alla', undefined],
    ['begun this month: not measured yet', 'aak', undefined],
  ])('%s', (_, text, basis) => {
    expect(findAbsencePattern(once(text), threshold)?.basis).toBe(basis)
  })
  test('where the count is set high', () => {
    const generous = { ...threshold, count: 100 }
    expect(findAbsencePattern(weeks('kkkkk aaaaa aakkk kkaaa'), generous)).toBeUndefined()
    expect(findAbsencePattern(weeks('kkkkk aaaaa aakkk aaaak'), generous)?.basis).toBe('share')
  })
})

test('what was talked about and settled is not found again, and new absence is', () => {
  const before = 'aaakk kkkkk'
  const settled = getDay('2027-02-12')
  expect(findAbsencePattern(weeks(before), threshold, settled)).toBeUndefined()
  expect(findAbsencePattern(weeks(`${before} aakkk`), threshold, settled)).toBeUndefined()
  expect(findAbsencePattern(weeks(`${before} aakka`), threshold, settled)?.absences).toHaveLength(3)
})

const anyDay: fc.Arbitrary<ExpectedDay> = fc
  .record({
    outcome: fc.constantFrom(...dayOutcomes),
    reason: fc.constantFrom(...absenceReasons),
    toldBeforehand: fc.boolean(),
  })
  .map(({ outcome, reason, toldBeforehand }) => ({
    day: monday,
    outcome,
    ...(outcome === 'cancelled' && { reason, toldBeforehand }),
  }))
const anyDays: fc.Arbitrary<readonly ExpectedDay[]> = fc
  .array(anyDay, { minLength: 1, maxLength: 40 })
  .map((days) => workingDays(days.length).flatMap((day, n) => (days[n] ? [{ ...days[n], day }] : [])))
const anyThreshold: fc.Arbitrary<AbsenceThreshold> = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    attendanceBelowPercent: fc.integer({ min: 0, max: 100 }),
    minimumExpectedDays: fc.integer({ min: 1, max: 8 }),
  })
  .map((values) => ({ ...threshold, ...values }))

describe('however the days fall', () => {
  test('more absence never makes a pattern disappear', () => {
    fc.assert(
      fc.property(anyDays, anyThreshold, fc.nat(39), (days, own, at) => {
        const worse = days.map((one, n): ExpectedDay => {
          return n === at % days.length ? { day: one.day, outcome: 'noShow' } : one
        })
        if (findAbsencePattern(days, own)) expect(findAbsencePattern(worse, own)).toBeDefined()
      }),
      { numRuns: 2_000 },
    )
  })
  test('what nobody knows, a closed offer and a late ride change nothing', () => {
    fc.assert(
      fc.property(anyDays, anyThreshold, (days, own) => {
        const known = days.filter(
          (d) => d.outcome === 'came' || d.outcome === 'cancelled' || d.outcome === 'noShow',
        )
        expect(findAbsencePattern(days, own)).toEqual(findAbsencePattern(known, own))
      }),
      { numRuns: 1_000 },
    )
  })
  test('reading them again, in another order or twice, gives the same', () => {
    fc.assert(
      fc.property(anyDays, anyThreshold, fc.integer(), (days, own, turn) => {
        const shuffled = days.toSorted(
          (a, b) => Math.sin(turn + Number(a.day.slice(8))) - Math.sin(turn + Number(b.day.slice(8))),
        )
        expect(findAbsencePattern([...shuffled, ...days], own)).toEqual(findAbsencePattern(days, own))
      }),
      { numRuns: 1_000 },
    )
  })
  test('everything told as an absence is one, by its day', () => {
    fc.assert(
      fc.property(anyDays, anyThreshold, (days, own) => {
        const found = findAbsencePattern(days, own)
        for (const { day, kind } of found?.absences ?? [])
          expect(days.find((d) => d.day === day)?.outcome).toBe(kind)
        expect(found === undefined || found.came + found.absences.length === found.expected).toBe(true)
      }),
    )
  })
})
