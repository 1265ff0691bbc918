/** Trips, events and materials: settled after the day, only by a yes that stands, and materials at their price. */
import {
  agreed,
  applied,
  asPia,
  assessed,
  calledOff,
  decided,
  died,
  material,
  orderAccepted,
  ordered,
  settledUp,
  started,
  type Told,
  told,
  tookBack,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const running: Told = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-17'),
  started('2027-01-04'),
]
const yes = agreed('2027-01-11')
const day = '2027-01-22'
/** The fifth working day after a Friday. */
const due = '2027-01-29'
const past = '2027-02-01'

const tripOf = (clause: string, title: string, on: string, story: Told, expected: Example['expected']) =>
  example(clause, title, told(running, story), on, expected)

export const ownPaymentExamples: readonly Example[] = [
  tripOf(
    'K2.4a-1',
    'kept: Karen was with them, and pays what she said yes to',
    past,
    [yes, settledUp(day, 7500)],
    ['kept'],
  ),
  tripOf('K2.4a-1', 'kept: she stayed at home, and pays nothing', past, [yes, settledUp(due, 0)], ['kept']),
  tripOf('K2.4a-1', 'not yet: the trip is tomorrow', '2027-01-21', yes, ['not yet']),
  tripOf('K2.4a-1', 'due: the trip was a week ago', due, yes, ['due']),
  tripOf('K2.4a-1', 'broken: nobody has said who took part', past, yes, ['broken']),
  tripOf(
    'K2.4a-1',
    'broken: the sum is not the price that she said yes to',
    past,
    [yes, settledUp(day, 8000)],
    ['broken'],
  ),
  tripOf(
    'K2.4a-1',
    'falls away: she took her yes back in time',
    past,
    [yes, tookBack('2027-01-20')],
    ['void'],
  ),
  tripOf('K2.4a-1', 'falls away: the trip was called off', past, [yes, calledOff('2027-01-21')], ['void']),
  tripOf('K2.4a-1', 'falls away: Karen died before the trip', past, [yes, died('2027-01-15')], ['void']),
  tripOf('K2.4a-1', 'does not apply: she never said yes', past, [], []),
  tripOf(
    'K2.4a-1',
    'does not apply: yarn is settled when it is handed over',
    past,
    agreed(day, material),
    [],
  ),

  tripOf(
    'K2.4a-2',
    'kept: Karen said yes to the trip that she pays for',
    past,
    [yes, settledUp(day, 7500)],
    ['kept'],
  ),
  tripOf(
    'K2.4a-2',
    'kept: she said it to Pia, who wrote down her words',
    past,
    [
      agreed('2027-01-11', { said: { how: 'spoken', inWords: 'Ja, jeg vil med til stranden' } }, asPia),
      settledUp(day, 7500),
    ],
    ['kept'],
  ),
  tripOf(
    'K2.4a-2',
    'broken: she is to pay though she took her yes back',
    past,
    [yes, tookBack('2027-01-20'), settledUp(day, 7500)],
    ['broken'],
  ),
  tripOf(
    'K2.4a-2',
    'broken: she is to pay for a trip that was called off',
    past,
    [yes, calledOff('2027-01-21'), settledUp(day, 7500)],
    ['broken'],
  ),
  tripOf(
    'K2.4a-2',
    'broken: Pia said yes for her on the web',
    past,
    [agreed('2027-01-11', {}, asPia), settledUp(day, 7500)],
    ['broken'],
  ),
  tripOf(
    'K2.4a-2',
    'broken: the yes was written down after the trip',
    past,
    [agreed('2027-01-25', { said: { how: 'spoken', inWords: 'Ja' } }, asPia), settledUp('2027-01-26', 7500)],
    ['broken'],
  ),
  tripOf('K2.4a-2', 'broken: there is a sum and no yes at all', past, settledUp(day, 7500), ['broken']),
  tripOf(
    'K2.4a-2',
    'does not apply: she stayed at home and pays nothing',
    past,
    [yes, settledUp(day, 0)],
    [],
  ),

  tripOf(
    'K2.4a-4',
    'kept: the yarn cost what the list said',
    past,
    [agreed(day, material, asPia), settledUp(day, 4500, 'yarn')],
    ['kept'],
  ),
  tripOf(
    'K2.4a-4',
    'broken: the yarn cost more than the list said',
    past,
    [agreed(day, material, asPia), settledUp(day, 4600, 'yarn')],
    ['broken'],
  ),
  tripOf(
    'K2.4a-4',
    'broken: the price is from a list that did not hold yet',
    past,
    [agreed(day, { ...material, priceListFrom: '2027-02-01' }, asPia), settledUp(day, 4500, 'yarn')],
    ['broken'],
  ),
  tripOf(
    'K2.4a-4',
    'broken: four hundred kroner is no small co-payment',
    past,
    [
      agreed(day, { ...material, item: { ...material.item, priceOere: 40_000 } }, asPia),
      settledUp(day, 40_000, 'yarn'),
    ],
    ['broken'],
  ),
  tripOf('K2.4a-4', 'does not apply: a trip is no material', past, [yes, settledUp(day, 7500)], []),
]
