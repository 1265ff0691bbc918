import { expect, test } from 'vitest'
import type { ExpectedDay } from '../../../domain/case/absence/pattern.ts'
import { getDay } from '../../../domain/time/calendar-day.ts'
import { weeksOf } from './weeks.ts'

const day = (text: string, outcome: ExpectedDay['outcome']): ExpectedDay => ({ day: getDay(text), outcome })

test('each week counts what is the person’s apart from what never is', () => {
  expect(
    weeksOf([
      day('2027-02-01', 'came'),
      day('2027-02-03', 'cancelled'),
      day('2027-02-05', 'offerClosed'),
      day('2027-02-07', 'unknown'),
      day('2027-02-08', 'noShow'),
      day('2027-02-09', 'transportFailed'),
    ]),
  ).toEqual([
    { monday: '2027-02-08', came: 0, cancelled: 0, noShow: 1, notCounted: 1 },
    { monday: '2027-02-01', came: 1, cancelled: 1, noShow: 0, notCounted: 2 },
  ])
})
