import { expect, test } from 'vitest'
import {
  applied,
  assessed,
  decided,
  happened,
  orderAccepted,
  orderDeclined,
  ordered,
  part,
  refusal,
  remanded,
  started,
  type Told,
  told,
} from '../../../../test/support/case-story.ts'
import { getCaseFile } from '../read-case.ts'
import { approvalsOf } from './approvals.ts'

const before = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  happened('goalsSet', '2026-12-01', {
    goals: [{ goalId: part('goal'), text: 'At komme ud', aim: 'maintain', towards: 'livingConditions' }],
  }),
]
const of = (...more: Told[]) => approvalsOf(getCaseFile(told(before, ...more)))
const granted = decided('2026-12-14')
const waiting = { decidedOn: '2026-12-14', providerId: 'kaerhoej', startOn: null, startedOn: null }

test('nobody waits before there is a decision, or for what was refused', () => {
  expect(of()).toEqual([])
  expect(of(decided('2026-12-14', refusal()))).toEqual([])
})
test('from the decision on they wait: before the order, with it, and with a first day agreed', () => {
  expect(of(granted)).toEqual([waiting])
  expect(of(granted, ordered('2026-12-16'))).toEqual([waiting])
  expect(of(granted, ordered('2026-12-16'), orderAccepted('2026-12-18'))).toEqual([
    { ...waiting, startOn: '2027-01-04' },
  ])
})
test('until the first day', () => {
  expect(
    of(granted, ordered('2026-12-16'), orderAccepted('2026-12-18'), started('2027-01-05')),
  ).toMatchObject([{ decidedOn: '2026-12-14', startedOn: '2027-01-05' }])
})
test('when the provider cannot, they go on waiting since the first yes, also at the next place', () => {
  const declined = [granted, ordered('2026-12-16'), orderDeclined('2026-12-18')]
  expect(of(...declined)).toEqual([{ ...waiting, providerId: null }])
  expect(of(...declined, decided('2027-01-11', undefined, 'second'))).toEqual([waiting])
  expect(of(...declined, decided('2027-01-11', refusal(), 'second'))).toEqual([])
})
test('a new decision on somebody who has begun is a placement of its own', () => {
  const begun = [granted, ordered('2026-12-16'), orderAccepted('2026-12-17'), started('2026-12-18')]
  expect(of(...begun, remanded('2027-03-01'))).toHaveLength(1)
  expect(of(...begun, remanded('2027-03-01'), decided('2027-03-10', undefined, 'second'))).toMatchObject([
    { decidedOn: '2026-12-14', startedOn: '2026-12-18' },
    { decidedOn: '2027-03-10', startedOn: null },
  ])
})
