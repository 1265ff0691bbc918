import { expect, test } from 'vitest'
import { offeredOf, PlannedActivity, weekPlanOf } from './activity-plan.ts'
import { getDay } from './time/calendar-day.ts'

const activity = (name: string, more: object = {}) =>
  PlannedActivity.parse({
    activityId: '00000000-0000-4000-8000-000000000001',
    name,
    sharing: 'shared',
    kind: '7e419926-bb04-4829-99c9-95ea20403c2c',
    domains: ['social'],
    health: false,
    activeFrom: '2026-01-01',
    activeTo: null,
    slots: [{ weekday: 2, starts: '10:00', ends: '11:00', place: 'Køkkenet' }],
    ...more,
  })

test('the week has its days in order, and each day its activities by the clock', () => {
  const plan = weekPlanOf(
    [
      activity('Kor', { slots: [{ weekday: 5, starts: '13:00', ends: '14:00' }] }),
      activity('Bagning'),
      activity('Avis', {
        slots: [
          { weekday: 2, starts: '09:00', ends: '09:30' },
          { weekday: 2, starts: '10:00', ends: '10:30' },
        ],
      }),
    ],
    getDay('2026-11-25'),
  )
  expect(
    [...plan].map(([day, entries]) => [day, entries.map((e) => `${e.slot.starts} ${e.activity.name}`)]),
  ).toEqual([
    [2, ['09:00 Avis', '10:00 Avis', '10:00 Bagning']],
    [5, ['13:00 Kor']],
  ])
})

test('what is not offered yet, or no more, is not in the week', () => {
  const day = getDay('2026-11-25')
  const of = (more: object) => weekPlanOf([activity('Kor', more)], day).size
  expect(of({ activeFrom: '2026-11-26' })).toBe(0)
  expect(of({ activeTo: '2026-11-24' })).toBe(0)
  expect(of({ activeTo: '2026-11-25' })).toBe(1)
})

test('an activity that ends before it begins, or challenges nothing, is none', () => {
  expect(() => activity('Kor', { slots: [{ weekday: 2, starts: '10:00', ends: '10:00' }] })).toThrow()
  expect(() => activity('Kor', { domains: [] })).toThrow()
})

test('into a history goes what the activity is, and not when it is', () => {
  expect(Object.keys(offeredOf(activity('Kor'))).sort()).toEqual(
    ['activityId', 'domains', 'health', 'kind', 'name', 'sharing'].sort(),
  )
})
