import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  asPia,
  assessed,
  decided,
  orderAccepted,
  ordered,
  part,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { addDays, getDay, weekday } from '../../time/calendar-day.ts'
import type { CaseCommand, CaseCommandInput } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'
import { daysIn, scheduledOn, validSchedules } from './scheduled.ts'

const accepted = told(
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-17'),
)
const running = told(
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-17'),
  started('2027-01-04'),
)
const full = (day: number) => ({ weekday: day, part: 'full', starts: '08:30', ends: '14:30' }) as const
const week = [1, 2, 3, 4, 5].map(full)
const set = (more: Partial<CaseCommandInput<'setWeeklySchedule'>> = {}): CaseCommand => ({
  type: 'setWeeklySchedule',
  input: { orderId: part('order'), from: getDay('2027-01-04'), days: week, ...more },
})
const half = { weekday: 1, part: 'morning', starts: '08:30', ends: '11:30' } as const

test.each([
  ['five whole days', accepted, set(), '2026-12-18', 'weeklyScheduleSet'],
  [
    'from before the place begins',
    accepted,
    set({ from: getDay('2027-01-03') }),
    '2026-12-18',
    'refused startBeforeDecision from',
  ],
  [
    'four days and no word of why',
    accepted,
    set({ days: week.slice(1) }),
    '2026-12-18',
    'refused fewerThanOrdered because',
  ],
  [
    'four days, and why',
    accepted,
    set({ days: week.slice(1), because: 'Hun har fri om mandagen' }),
    '2026-12-18',
    'weeklyScheduleSet',
  ],
  [
    'six days where five were granted',
    accepted,
    set({ days: [...week, full(6)] }),
    '2026-12-18',
    'refused moreThanOrdered days',
  ],
  [
    'a morning inside a whole day',
    accepted,
    set({ days: [...week, half] }),
    '2026-12-18',
    'refused timesOverlap days',
  ],
  [
    'a day that ends before it begins',
    accepted,
    set({ days: [{ ...full(1), ends: '08:00' }] }),
    '2026-12-18',
    'refused endsBeforeItStarts days',
  ],
  [
    'before the provider has said yes',
    told(applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14'), ordered('2026-12-16')),
    set(),
    '2026-12-18',
    'refused orderNotAccepted',
  ],
  ['the first, from the first day, a week late', running, set(), '2027-01-11', 'weeklyScheduleSet'],
])('%s', (_, history, command, on, outcome) => {
  expect(outcomeOf(history, command, { on, by: asPia })).toBe(outcome)
})

test('a second one never begins in the past', () => {
  const once = act(running, set(), { on: '2027-01-04', by: asPia })
  expect(outcomeOf(once, set({ from: getDay('2027-01-10') }), { on: '2027-01-11', by: asPia })).toBe(
    'refused dateInPast from',
  )
  expect(outcomeOf(once, set({ from: getDay('2027-01-11') }), { on: '2027-01-11', by: asPia })).toBe(
    'weeklyScheduleSet',
  )
})

test('a half day counts half', () => {
  expect(daysIn([half, { part: 'afternoon' }, full(2)])).toBe(2)
})

describe('whatever schedules follow each other', () => {
  const start = getDay('2027-01-04')
  const many = fc.array(fc.tuple(fc.nat(40), fc.subarray([1, 2, 3, 4, 5], { minLength: 1 })), {
    minLength: 1,
    maxLength: 6,
  })
  const order = (list: readonly (readonly [number, readonly number[]])[]) => {
    const orders = getCaseFile(running).orders
    const [one] = orders
    if (one === undefined) throw new Error('no order')
    for (const [offset, days] of list)
      one.schedules.push({
        ...one,
        orderId: part('order'),
        from: addDays(start, offset),
        days: days.map(full),
      })
    return one
  }
  test('exactly one holds on each day from the earliest, and the rows say what the rule says', () => {
    fc.assert(
      fc.property(many, fc.nat(60), (list, offset) => {
        const one = order(list)
        const day = addDays(start, offset)
        const holding = validSchedules(one).filter(
          (v) => v.from <= day && (v.to === undefined || v.to >= day),
        )
        const first = Math.min(...list.map(([from]) => from))
        expect(holding.length).toBe(offset >= first ? 1 : 0)
        const expected = (holding[0]?.schedule.days ?? []).filter((d) => d.weekday === weekday(day))
        expect(scheduledOn(one, day)).toEqual(expected)
      }),
    )
  })
})
