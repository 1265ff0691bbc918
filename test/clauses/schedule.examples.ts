/** The week at the place: made in time, and in the shape that was granted. */
import {
  applied,
  assessed,
  decided,
  died,
  orderAccepted,
  ordered,
  scheduled,
  started,
  type Told,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const accepted: Told = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-17'),
]
const begun = started('2027-01-04')
/** The fifth working day after Monday the 4th. */
const due = '2027-01-11'
const past = '2027-01-12'

const of = (clause: string, title: string, on: string, story: Told, expected: Example['expected']): Example =>
  example(clause, title, told(accepted, story), on, expected)

/** A new order at the same place, said yes to from the 1st of March. */
const anew = (content: Parameters<typeof ordered>[1], week: Parameters<typeof scheduled>[1] = {}): Told => [
  begun,
  scheduled('2027-01-04', week),
  ordered('2027-02-09', content, 'order2'),
  orderAccepted('2027-02-10', '2027-03-01', 'order2'),
]

export const scheduleExamples: readonly Example[] = [
  of('K2.0-6', 'kept: her week is made on her first day', past, [begun, scheduled('2027-01-04')], ['kept']),
  of('K2.0-6', 'kept: her week was ready before she came', past, [scheduled('2026-12-21'), begun], ['kept']),
  of('K2.0-6', 'due: she has been there for a week, and it is the fifth working day', due, begun, ['due']),
  of('K2.0-6', 'broken: after five working days she still has no week', past, begun, ['broken']),
  of(
    'K2.0-6',
    'kept late: it was made the day after',
    past,
    [begun, scheduled(past, { from: past })],
    ['kept late'],
  ),
  of('K2.0-6', 'does not apply: she has not begun', past, [], []),
  of('K2.0-6', 'falls away: Karen died in her first week', past, [begun, died('2027-01-07')], ['void']),

  of(
    'K2.0-7',
    'kept: five days were granted, and she comes on five',
    past,
    [begun, scheduled('2027-01-04')],
    ['kept'],
  ),
  of(
    'K2.0-7',
    'kept: she comes on four, and her reason is written down',
    past,
    [begun, scheduled('2027-01-04', { weekdays: [1, 2, 4, 5], because: 'Karen vil hvile sig om onsdagen' })],
    ['kept'],
  ),
  of(
    'K2.0-7',
    'broken: four days, and nobody says why',
    past,
    [begun, scheduled('2027-01-04', { weekdays: [1, 2, 4, 5] })],
    ['broken'],
  ),
  of(
    'K2.0-7',
    'broken: six days, and nobody granted them',
    past,
    [begun, scheduled('2027-01-04', { weekdays: [1, 2, 3, 4, 5, 6] })],
    ['broken'],
  ),
  of('K2.0-7', 'does not apply: there is no week yet', past, begun, []),
  of('K2.0-6', 'kept: her week goes on under a new order at the same place', '2027-03-20', anew({}), [
    'kept',
  ]),
  of('K2.0-7', 'kept: her week goes on, and as many days are granted', '2027-03-20', anew({}), ['kept']),
  of(
    'K2.0-7',
    'due: three days are granted now, and her week goes on with five until the place makes another',
    '2027-03-02',
    anew({ daysPerWeek: 3 }),
    ['kept', 'due'],
  ),
  of(
    'K2.0-7',
    'broken: after five working days her week is still not what is granted',
    '2027-03-09',
    anew({ daysPerWeek: 3 }),
    ['kept', 'broken'],
  ),
  of(
    'K2.0-7',
    'broken: her reason for four days was given when five were granted, and three are granted now',
    '2027-03-09',
    anew({ daysPerWeek: 3 }, { weekdays: [1, 2, 4, 5], because: 'Karen vil hvile sig om onsdagen' }),
    ['kept', 'broken'],
  ),
]
