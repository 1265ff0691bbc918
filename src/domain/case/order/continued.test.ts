/** A new order at the same provider goes on with the everyday that was there; at another provider it begins empty. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  asPia,
  assessed,
  contactAppointed,
  decided,
  followed,
  joined,
  lookedAtAnew,
  orderAccepted,
  ordered,
  part,
  planMade,
  rideArranged,
  rikke,
  scheduled,
  started,
  type Told,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf, vejenTerms } from '../../../../test/support/commands.ts'
import { anyHistoryAfter } from '../../../../test/support/histories.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import { placements } from '../placement-rounds.ts'
import { getCaseFile } from '../read-case.ts'
import { weekFollowsGrant, weekScheduled } from '../schedule/rules.ts'
import { scheduledOn, scheduleOn } from '../schedule/scheduled.ts'
import { continuedOrder, holderOn } from './continued.ts'
import { contactPersonKept } from './rules.ts'

const terms = vejenTerms
const running: Told = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-17'),
  contactAppointed('2026-12-17', rikke),
  started('2027-01-04'),
  scheduled('2027-01-05'),
  planMade('2027-01-06'),
  joined('2027-01-11'),
  rideArranged('2026-12-18'),
  followed('2027-01-20'),
  lookedAtAnew('2027-02-01'),
  assessed('2027-02-02'),
  decided('2027-02-08', undefined, 'decision2'),
]
const takesOver = '2027-03-01'
const anew = (content: Parameters<typeof ordered>[1] = {}): Told => [
  running,
  ordered('2027-02-09', content, 'order2'),
  orderAccepted('2027-02-10', takesOver, 'order2'),
]
const fileOf = (story: Told) => getCaseFile(told(story))
const secondOf = (story: Told) => {
  const order = fileOf(story).orders[1]
  if (order === undefined) throw new Error('no second order')
  return order
}

describe('a new order at the same provider', () => {
  test('goes on from the day it takes over, with no new first day', () => {
    const file = fileOf(anew())
    expect(file.orders[1]?.started?.on).toBe(takesOver)
    expect(placements(file).map((p) => [p.started.on, p.orders.length, p.replacedOn])).toEqual([
      ['2027-01-04', 2, undefined],
    ])
  })

  test('has the week, the plan, the activities, the rides and what was followed', () => {
    const order = continuedOrder(secondOf(anew()))
    expect(order.started?.on).toBe('2027-01-04')
    expect(scheduleOn(order, getDay('2027-02-28'))).toBeUndefined()
    expect(scheduledOn(order, getDay(takesOver))).toHaveLength(1)
    expect([order.plans, order.participations, order.rides, order.followed].map((l) => l.length)).toEqual([
      1, 1, 1, 1,
    ])
  })

  test('and everything stays where it was written', () => {
    const { plans, participations, schedules, followed: own } = secondOf(anew())
    expect([plans, participations, schedules, own].flat()).toEqual([])
  })

  test('takes no new word of its first day', () => {
    const command = {
      type: 'startPlacement',
      input: { orderId: part('order2'), startedOn: getDay(takesOver) },
    } as const
    expect(outcomeOf(told(anew()), command, { on: '2027-03-02' })).toBe('refused alreadyDone')
  })

  test('raises no promise of the first days anew', () => {
    const once = fileOf(running)
    const twice = fileOf(anew())
    for (const rule of [contactPersonKept, weekScheduled])
      expect(rule.evaluate(twice, {}, terms)).toEqual(rule.evaluate(once, {}, terms))
  })

  test('lets an activity that began under the former one end', () => {
    const leave = {
      type: 'leaveActivity',
      input: { participationId: part('in-pottery'), from: getDay('2027-03-05') },
    } as const
    const after = act(told(anew()), leave, { on: '2027-03-05', by: asPia })
    const order = getCaseFile(after).orders[1]
    expect(order && continuedOrder(order).participations[0]?.left?.on).toBe('2027-03-05')
  })

  test('with fewer days cuts no week by itself: another one is owed, and made', () => {
    const story = anew({ daysPerWeek: 3 })
    const day = getDay(takesOver)
    expect(scheduleOn(continuedOrder(secondOf(story)), day)?.days).toHaveLength(5)
    const owed = (told_: Told) =>
      weekFollowsGrant.evaluate(fileOf(told_), {}, terms).filter((o) => o.about.startsWith('extent-carried'))
    expect(owed(story)).toMatchObject([{ actor: 'provider', task: 'makeSchedule', arisesOn: takesOver }])
    expect(owed(story)[0]?.metOn).toBeUndefined()
    const days = [1, 2, 3].map((weekday) => ({
      weekday,
      part: 'full' as const,
      starts: '08:30',
      ends: '14:30',
    }))
    const set = { type: 'setWeeklySchedule', input: { orderId: part('order2'), from: day, days } } as const
    const made = getCaseFile(act(told(story), set, { on: '2027-02-26', by: asPia }))
    expect(
      weekFollowsGrant.evaluate(made, {}, terms).find((o) => o.about.startsWith('extent-carried'))?.metOn,
    ).toBe(takesOver)
    expect(owed(anew())).toEqual([])
  })
})

test('a new order at another provider begins empty', () => {
  const order = secondOf(anew({ provider: 'noerrevang' }))
  expect(order.continues).toBeUndefined()
  expect(order.started).toBeUndefined()
  expect(continuedOrder(order)).toBe(order)
})

test('whatever was open at the former order is open at the one that goes on from it', () => {
  fc.assert(
    fc.property(anyHistoryAfter(told(running), getDay('2027-02-09'), 20), (before) => {
      const last = before.at(-1)
      const day = last && last.recordedOn > '2027-02-10' ? last.recordedOn : getDay('2027-02-10')
      const former = getCaseFile(before)
      const held = former.orders.at(-1)
      fc.pre(former.orders.length === 1 && held?.started !== undefined && held.declined === undefined)
      const file = getCaseFile([
        ...before,
        ...told(running, ordered(day, {}, 'order2'), orderAccepted(day, addDays(day, 7), 'order2'))
          .slice(-2)
          .map((event, index) => ({ ...event, seq: former.lastSeq + 1 + index })),
      ])
      const next = file.orders[1]
      fc.pre(next?.continues !== undefined)
      if (held === undefined || next === undefined) return
      const goingOn = continuedOrder(next)
      const open = held.participations.filter((p) => p.left === undefined)
      expect(goingOn.participations.filter((p) => p.left === undefined)).toEqual(open)
      expect(goingOn.plans.at(-1)).toEqual(held.plans.at(-1))
      expect(goingOn.rides.at(-1)).toEqual(held.rides.at(-1))
      const over = addDays(day, 7)
      expect(scheduleOn(goingOn, over)?.days).toEqual(scheduleOn(held, over)?.days)
      expect(holderOn(file, held, over)).toBe(next.orderId)
    }),
    { numRuns: 30 },
  )
})
