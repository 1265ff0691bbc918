import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDay, daysBetween, getDay } from '../time/calendar-day.ts'
import { type Counting, type Round, roundsFrom } from './rounds.ts'

const start = { on: getDay('2026-01-05'), seq: 1 }
const day = (n: number): CalendarDay => addDays(start.on, n)
const within = 14
const rounds = (facts: readonly Counting[]): readonly Round[] =>
  roundsFrom(start, facts, (from) => addDays(from, within))
const told = (facts: readonly Counting[]) =>
  rounds(facts).map(({ from, due, met }) => [
    daysBetween(start.on, from.on),
    daysBetween(start.on, due),
    met && daysBetween(start.on, met.on),
  ])
const once = (n: number, seq = n + 2): Counting => ({ on: day(n), seq })

test('with nothing that counts one round is open', () => {
  expect(told([])).toEqual([[0, 14, undefined]])
})

test('what comes in time begins the next round at the last of it, and no round of its own for each', () => {
  expect(told([once(1), once(2), once(3), once(9)])).toEqual([
    [0, 14, 1],
    [9, 23, undefined],
  ])
})

test('what comes too late meets the round late, and begins the next', () => {
  expect(told([once(5), once(30)])).toEqual([
    [0, 14, 5],
    [5, 19, 30],
    [30, 44, undefined],
  ])
})

test('what goes on leaves nothing owed, and what ended begins a round on that day', () => {
  expect(told([{ on: day(3), seq: 5, open: true }])).toEqual([[0, 14, 3]])
  expect(told([{ on: day(3), seq: 5, until: { on: day(60), seq: 9 } }])).toEqual([
    [0, 14, 3],
    [60, 74, undefined],
  ])
})

test('what begins before another ends carries on from it', () => {
  expect(
    told([
      { on: day(3), seq: 5, until: { on: day(60), seq: 9 } },
      { on: day(50), seq: 7, open: true },
    ]),
  ).toEqual([[0, 14, 3]])
})

test('what had begun before the start counts on the day of the start', () => {
  expect(told([{ on: day(-20), seq: 0, open: true }])).toEqual([[0, 14, 0]])
  expect(told([once(-20, 0)])).toEqual([[0, 14, undefined]])
})

const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 60 })

test('a round is broken exactly for each stretch longer than allowed in which nothing counted', () => {
  fc.assert(
    fc.property(days, (offsets) => {
      const sorted = [...offsets].sort((a, b) => a - b)
      const gaps = sorted.filter((n, i) => n - (sorted[i - 1] ?? 0) > within).length
      const late = rounds(offsets.map((n) => once(n))).filter(({ due, met }) => met && met.on > due).length
      expect(late).toBe(gaps)
    }),
  )
})

test('there are never more rounds than two for each time that is allowed, and one open at the end', () => {
  fc.assert(
    fc.property(days, (offsets) => {
      const found = rounds(offsets.map((n) => once(n)))
      const last = Math.max(0, ...offsets)
      expect(found.length).toBeLessThanOrEqual(2 * Math.ceil((last + 1) / within) + 2)
      expect(found.filter((r) => r.met === undefined)).toHaveLength(1)
      expect(found.at(-1)?.due).toBe(addDays(day(last), within))
    }),
  )
})
