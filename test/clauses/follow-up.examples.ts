/** The case lives on: the year's wheel, a follow-up when it is needed, and the report before the meeting. */
import {
  applied,
  asKaren,
  assessed,
  continued,
  decided,
  died,
  followedUp,
  followUpAskedFor,
  grant,
  meetingCalled,
  meetingCancelled,
  meetingMoved,
  meetingTimeKept,
  orderAccepted,
  ordered,
  otherTimeAskedFor,
  remanded,
  repeatedAbsence,
  reported,
  started,
  type Told,
  talkedWith,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

/** Assessed on 23 November 2026, so that a year is over on 23 November 2027; the first day is 4 January. */
const there: Told = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const due = '2027-11-23'
const past = '2027-11-24'
const called: Told = [there, meetingCalled('2027-10-01', '2027-11-10')]
const prepared: Told = [called, reported('2027-10-20')]

const of = (clause: string, title: string, on: string, story: Told, expected: Example['expected']): Example =>
  example(clause, title, told(story), on, expected)

const replaced: Told = [
  remanded('2027-03-01'),
  decided('2027-03-02', grant(), 'second'),
  ordered('2027-03-03', { provider: 'noerrevang' }, 'other'),
  orderAccepted('2027-03-03', '2027-03-08', 'other'),
]
/** A new order at the same place: it goes on. */
const goesOn: Told = [
  remanded('2027-03-01'),
  decided('2027-03-02', grant(), 'second'),
  ordered('2027-03-03', {}, 'other'),
  orderAccepted('2027-03-03', '2027-03-08', 'other'),
]

const unsaid = { supervision: undefined } as const
const supervised: readonly Example[] = [
  of(
    'SEL-148',
    'kept: what supervision found is said at the follow-up',
    '2028-01-05',
    [prepared, followedUp('2027-11-10')],
    ['kept', 'not yet'],
  ),
  of(
    'SEL-148',
    'broken: followed up, and nothing is said of what supervision found',
    '2028-01-05',
    [prepared, followedUp('2027-11-10', unsaid)],
    ['broken'],
  ),
  of('SEL-148', 'not yet: there are more than sixty days left', '2027-11-04', there, ['not yet']),
  of('SEL-148', 'due: sixty days before, it comes up', '2027-11-05', there, ['due']),
  of('SEL-148', 'due: a year since the first day is not over', '2028-01-04', there, ['due']),
  of('SEL-148', 'broken: a year and a day, and nobody has looked after it', '2028-01-05', there, ['broken']),
  of(
    'SEL-148',
    'kept late: looked after a week too late, and a year from there',
    '2028-01-20',
    [there, meetingCalled('2028-01-05', '2028-01-11'), followedUp('2028-01-11')],
    ['kept late', 'not yet'],
  ),
  of(
    'SEL-148',
    'broken: a new order at the same place brings no new first day to count from',
    '2028-01-05',
    [there, goesOn],
    ['broken'],
  ),
  of('SEL-148', 'falls away: another place has taken over', '2028-01-05', [there, replaced], ['void']),
  of(
    'SEL-148',
    'does not apply: the first day has not come',
    '2027-01-03',
    [applied('2026-11-13'), decided('2026-12-14'), ordered('2026-12-16')],
    [],
  ),
]

const yearly: readonly Example[] = [
  of(
    'K2.3-1',
    'kept: Karen’s need is assessed at the meeting on 10 November, before the year is over',
    past,
    [prepared, followedUp('2027-11-10')],
    ['kept', 'not yet'],
  ),
  of('K2.3-1', 'not yet: there are more than sixty days left', '2027-09-23', there, ['not yet']),
  of('K2.3-1', 'due: sixty days before, it comes up', '2027-09-24', there, ['due']),
  of('K2.3-1', 'due: a meeting is called, and nothing is concluded', due, called, ['due']),
  of('K2.3-1', 'broken: the year is over since the last assessment', past, there, ['broken']),
  of(
    'K2.3-1',
    'kept late: the meeting was held a week after the year',
    '2027-12-06',
    [there, meetingCalled('2027-11-15', '2027-11-30'), followedUp('2027-11-30')],
    ['kept late', 'not yet'],
  ),
  of(
    'K2.3-1',
    'kept: followed up in March because it was needed, and the year counts anew from there',
    '2028-02-01',
    [there, meetingCalled('2027-03-01', '2027-03-10'), followedUp('2027-03-10')],
    ['kept', 'due'],
  ),
  of(
    'K2.3-1',
    'kept: the need was assessed anew after the case came back',
    past,
    [there, remanded('2027-05-03'), assessed('2027-05-20')],
    ['kept', 'not yet'],
  ),
  of(
    'K2.3-1',
    'does not apply: she has not begun, and there is nothing to follow up yet',
    past,
    [applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14')],
    [],
  ),
  of('K2.3-1', 'falls away: another place has taken over', '2027-10-01', [there, replaced], ['void']),
  of('K2.3-1', 'falls away: Karen has died', '2027-10-01', [there, died('2027-09-27')], ['void']),
  of(
    'K2.3-1',
    'due: a talk about absence is no follow-up of the need',
    due,
    [
      there,
      repeatedAbsence('2027-10-01'),
      talkedWith('citizen', '2027-10-04'),
      talkedWith('provider', '2027-10-04'),
      continued('asIs', '2027-10-05'),
    ],
    ['due'],
  ),
]

const whenNeeded: readonly Example[] = [
  of(
    'K2.3-2',
    'kept: Kærhøj asks, and it is followed up within four weeks',
    '2027-03-30',
    [
      there,
      followUpAskedFor('2027-03-01'),
      meetingCalled('2027-03-03', '2027-03-17'),
      followedUp('2027-03-17'),
    ],
    ['kept'],
  ),
  of(
    'K2.3-2',
    'due: Karen asks herself',
    '2027-03-29',
    [there, followUpAskedFor('2027-03-01', asKaren)],
    ['due'],
  ),
  of(
    'K2.3-2',
    'broken: a meeting is called, and after four weeks nothing is concluded',
    '2027-03-30',
    [there, followUpAskedFor('2027-03-01', asKaren), meetingCalled('2027-03-03', '2027-04-17')],
    ['broken'],
  ),
  of(
    'K2.3-2',
    'due: a meeting that was held before anybody asked does not answer it',
    '2027-03-20',
    [
      there,
      meetingCalled('2027-02-10', '2027-02-26'),
      followUpAskedFor('2027-03-01'),
      followedUp('2027-02-26', {}, { recordedOn: '2027-03-02' }),
    ],
    ['due'],
  ),
  of('K2.3-2', 'does not apply: nobody has asked', '2027-03-30', there, []),
  of(
    'K2.3-2',
    'falls away: another place has taken over before it was due',
    '2027-03-30',
    [there, followUpAskedFor('2027-02-26'), replaced],
    ['void'],
  ),
]

const report: readonly Example[] = [
  of(
    'K2.2b-4',
    'kept: the report is there two weeks before the meeting',
    '2027-10-28',
    [called, reported('2027-10-27')],
    ['kept'],
  ),
  of('K2.2b-4', 'due: on the last day for it', '2027-10-27', called, ['due']),
  of('K2.2b-4', 'broken: thirteen days before the meeting there is no report', '2027-10-28', called, [
    'broken',
  ]),
  of(
    'K2.2b-4',
    'kept late: it comes the day before the meeting',
    '2027-11-10',
    [called, reported('2027-11-09')],
    ['kept late'],
  ),
  of(
    'K2.2b-4',
    'broken: concluded without it, with a reason, and it was late by then',
    '2027-11-12',
    [called, followedUp('2027-11-10', { withoutReport: 'Kærhøj har skiftet leder.' })],
    ['broken'],
  ),
  of(
    'K2.2b-4',
    'due: called a week before, it is due when the meeting is',
    '2027-11-10',
    [there, meetingCalled('2027-11-03', '2027-11-10')],
    ['due'],
  ),
  of(
    'K2.2b-4',
    'due: the meeting is moved while there was time, and so is the report',
    '2027-11-05',
    [called, meetingMoved('2027-10-20', '2027-11-24')],
    ['void', 'due'],
  ),
  of(
    'K2.2b-4',
    'broken: moving the meeting does not wipe out that the report was late',
    '2027-11-05',
    [called, meetingMoved('2027-11-01', '2027-11-24')],
    ['broken', 'due'],
  ),
  of(
    'K2.2b-4',
    'falls away: the meeting is cancelled in time',
    '2027-11-10',
    [called, meetingCancelled('2027-10-11')],
    ['void'],
  ),
  of('K2.2b-4', 'does not apply: no meeting is called', '2027-10-28', there, []),
]

const otherTime: readonly Example[] = [
  of(
    'HV-31',
    'kept: Karen asks for another time, and the meeting is moved within three working days',
    '2027-10-11',
    [called, otherTimeAskedFor('2027-10-05'), meetingMoved('2027-10-08', '2027-11-24')],
    ['kept'],
  ),
  of(
    'HV-31',
    'kept: there is no other time, and she is told why',
    '2027-10-11',
    [called, otherTimeAskedFor('2027-10-05'), meetingTimeKept('2027-10-06')],
    ['kept'],
  ),
  of('HV-31', 'due: she has asked', '2027-10-08', [called, otherTimeAskedFor('2027-10-05')], ['due']),
  of(
    'HV-31',
    'broken: nobody has answered',
    '2027-10-11',
    [called, otherTimeAskedFor('2027-10-05')],
    ['broken'],
  ),
  of('HV-31', 'does not apply: the time suits her', '2027-10-11', called, []),
]

export const followUpExamples: readonly Example[] = [
  ...yearly,
  ...supervised,
  ...whenNeeded,
  ...report,
  ...otherTime,
]
