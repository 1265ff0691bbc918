/** What a place owes the person who is there: documentation, goals, activities, skills, health (K1.1, K2.0-11, K2.2b-3). */
import {
  applied,
  assessed,
  dailyNote,
  decided,
  died,
  joined,
  left,
  noSharedPossible,
  orderAccepted,
  ordered,
  part,
  saidNoTo,
  setAside,
  started,
  type Told,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

/** Said yes to; the first day is Monday 4 January 2027. */
const agreed: Told = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
]
const there: Told = [agreed, started('2027-01-04')]
const goals = [part('goal')]

const documentation: readonly Example[] = [
  example(
    'K2.2b-3',
    'kept: something is written before two weeks have gone; the next is owed two weeks after the last',
    told(there, dailyNote('2027-01-06'), dailyNote('2027-01-14')),
    '2027-01-28',
    ['kept', 'due'],
  ),
  example(
    'K2.2b-3',
    'broken: nothing has been written for more than two weeks',
    told(there, dailyNote('2027-01-06')),
    '2027-01-21',
    ['kept', 'broken'],
  ),
  example(
    'K2.2b-3',
    'broken, though the note is about a day within the time: it was written down afterwards',
    told(there, dailyNote('2027-01-06', {}, '2027-01-25')),
    '2027-01-25',
    ['kept late', 'due'],
  ),
  example(
    'K2.2b-3',
    'falls away: she has died',
    told(there, dailyNote('2027-01-06'), died('2027-01-12')),
    '2027-03-01',
    ['kept', 'void'],
  ),
  example('K2.2b-3', 'does not apply before the first day', told(agreed), '2027-01-25', []),
]

const workedWith: readonly Example[] = [
  example(
    'K1.1-2',
    'kept: her goal is in a note within four weeks',
    told(there, dailyNote('2027-01-14', { goals })),
    '2027-02-11',
    ['kept', 'due'],
  ),
  example(
    'K1.1-2',
    'broken: there are notes, and none about her goal',
    told(there, dailyNote('2027-01-14'), dailyNote('2027-01-28')),
    '2027-02-02',
    ['broken'],
  ),
  example('K1.1-2', 'does not apply before the first day', told(agreed), '2027-02-02', []),
]

const activity: readonly Example[] = [
  example('K1.1-1', 'kept: she is in the pottery', told(there, joined('2027-01-11')), '2027-06-01', ['kept']),
  example(
    'K1.1-1',
    'kept: it was offered, and she said no',
    told(there, saidNoTo('2027-01-11')),
    '2027-06-01',
    ['kept', 'not yet'],
  ),
  example(
    'K1.1-1',
    'is owed again when the only activity has ended',
    told(there, joined('2027-01-11'), left('2027-03-01')),
    '2027-03-10',
    ['kept', 'due'],
  ),
  example(
    'K1.1-1',
    'is owed again when a no has stood for half a year',
    told(there, saidNoTo('2027-01-11')),
    '2027-07-12',
    ['kept', 'due'],
  ),
  example('K1.1-1', 'broken: nothing was offered in two weeks', told(there), '2027-01-19', ['broken']),
  example('K1.1-1', 'does not apply before the first day', told(agreed), '2027-01-19', []),

  example('K1.1-4', 'kept: the pottery is shared', told(there, joined('2027-01-11')), '2027-06-01', ['kept']),
  example(
    'K1.1-4',
    'kept: a shared one was offered, and she said no',
    told(there, saidNoTo('2027-01-11')),
    '2027-06-01',
    ['kept', 'not yet'],
  ),
  example(
    'K1.1-4',
    'kept: why nothing shared is possible is written down, and asked again after half a year',
    told(there, noSharedPossible('2027-01-11')),
    '2027-07-12',
    ['kept', 'due'],
  ),
  example(
    'K1.1-4',
    'broken: only something of her own was offered',
    told(there, joined('2027-01-11', { sharing: 'individual' })),
    '2027-01-19',
    ['broken'],
  ),
  example(
    'K1.1-4',
    'broken: only something of her own was offered, and she said no',
    told(there, saidNoTo('2027-01-11', { sharing: 'individual' })),
    '2027-01-19',
    ['broken'],
  ),
  example('K1.1-4', 'does not apply before the first day', told(agreed), '2027-01-19', []),
]

const skills: readonly Example[] = [
  example(
    'K1.1-3',
    'kept: each of the four is in an activity, in a note or set aside with a reason',
    told(
      there,
      joined('2027-01-11', { domains: ['motor'] }),
      dailyNote('2027-01-12', { domains: ['social', 'psychological'] }),
      setAside('2027-01-13', 'intellectual'),
    ),
    '2027-02-02',
    ['kept', 'kept', 'kept', 'kept'],
  ),
  example(
    'K1.1-3',
    'broken: nobody has thought of more than the motor ones',
    told(there, joined('2027-01-11', { domains: ['motor'] })),
    '2027-02-02',
    ['broken', 'broken', 'broken', 'kept'],
  ),
  example('K1.1-3', 'does not apply before the first day', told(agreed), '2027-02-02', []),
]

const health: readonly Example[] = [
  example(
    'K2.0-11',
    'kept: a note tells of a walk for her health; the next is owed three months after',
    told(there, dailyNote('2027-02-01', { health: true })),
    '2027-05-01',
    ['kept', 'due'],
  ),
  example(
    'K2.0-11',
    'kept: she swims every week',
    told(there, joined('2027-02-01', { health: true }, 'swimming')),
    '2028-01-01',
    ['kept'],
  ),
  example(
    'K2.0-11',
    'kept: it was offered, and she said no',
    told(there, saidNoTo('2027-02-01', { health: true })),
    '2027-03-01',
    ['kept', 'due'],
  ),
  example(
    'K2.0-11',
    'broken: three months, and neither a note nor an activity is about health',
    told(there, dailyNote('2027-02-01'), joined('2027-02-01'), saidNoTo('2027-02-02')),
    '2027-04-05',
    ['broken'],
  ),
  example('K2.0-11', 'does not apply before the first day', told(agreed), '2027-04-05', []),
]

export const everydayExamples: readonly Example[] = [
  ...documentation,
  ...workedWith,
  ...activity,
  ...skills,
  ...health,
]
