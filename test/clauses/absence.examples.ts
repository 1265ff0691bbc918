/** Repeated absence: the talk with the citizen and with the provider, and whether the offer goes on. */
import {
  applied,
  continued,
  decided,
  died,
  grant,
  orderAccepted,
  ordered,
  remanded,
  repeatedAbsence,
  started,
  talkedWith,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const running = [
  applied('2026-11-13'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const found = [...running, repeatedAbsence('2027-02-26')]
const talked = [...found, talkedWith('citizen', '2027-03-01'), talkedWith('provider', '2027-03-04')]

export const absenceExamples: readonly Example[] = [
  example(
    'K1.2-4',
    'kept: Karen and Kærhøj are both talked with within ten working days',
    told(talked),
    '2027-03-15',
    ['kept', 'kept'],
  ),
  example(
    'K1.2-4',
    'due: nobody has been talked with, and the ten working days are not over',
    told(found),
    '2027-03-12',
    ['due', 'due'],
  ),
  example(
    'K1.2-4',
    'broken: Karen is talked with, and Kærhøj is not; one does not stand in for the other',
    told(found, talkedWith('citizen', '2027-03-01')),
    '2027-03-15',
    ['kept', 'broken'],
  ),
  example(
    'K1.2-4',
    'kept late: Kærhøj is called when the ten working days are over',
    told(found, talkedWith('citizen', '2027-03-01'), talkedWith('provider', '2027-03-15')),
    '2027-03-15',
    ['kept', 'kept late'],
  ),
  example('K1.2-4', 'does not apply: Karen comes as agreed', told(running), '2027-03-15', []),
  example(
    'K1.2-4',
    'falls away: another place has taken over before the talks were due',
    told(
      found,
      remanded('2027-03-01'),
      decided('2027-03-02', grant(), 'second'),
      ordered('2027-03-03', { provider: 'noerrevang' }, 'other'),
      orderAccepted('2027-03-03', '2027-03-08', 'other'),
    ),
    '2027-03-15',
    ['void', 'void'],
  ),
  example('K1.2-4', 'falls away: Karen has died', told(found, died('2027-03-01')), '2027-03-15', [
    'void',
    'void',
  ]),
  example(
    'K1.2-4',
    'arises anew: what was settled, and then absence again',
    told(talked, continued('asIs', '2027-03-05'), repeatedAbsence('2027-04-30', 'again')),
    '2027-05-03',
    ['kept', 'kept', 'due', 'due'],
  ),

  example(
    'K1.2-5',
    'kept: it is assessed, within ten working days of the talks, that she goes on as now',
    told(talked, continued('asIs', '2027-03-18')),
    '2027-03-19',
    ['kept'],
  ),
  example('K1.2-5', 'due: both have been talked with', told(talked), '2027-03-18', ['due']),
  example(
    'K1.2-5',
    'broken: both have been talked with, and nobody has assessed whether it goes on',
    told(talked),
    '2027-03-19',
    ['broken'],
  ),
  example(
    'K1.2-5',
    'does not apply: the provider has not been talked with, so there is nothing to assess on yet',
    told(found, talkedWith('citizen', '2027-03-01')),
    '2027-03-19',
    [],
  ),
  example(
    'K1.2-5',
    'due: an end is proposed, and it takes a new decision; time alone carries nothing out',
    told(talked, continued('proposedToEnd', '2027-03-10')),
    '2028-03-10',
    ['kept', 'due'],
  ),
  example(
    'K1.2-5',
    'kept: a new decision answers what was proposed',
    told(
      talked,
      continued('adjusted', '2027-03-10'),
      remanded('2027-03-15'),
      decided('2027-04-12', grant(), 'second'),
    ),
    '2027-04-13',
    ['kept', 'kept'],
  ),
  example(
    'K1.2-5',
    'falls away: the proposal is taken back, and she goes on as now',
    told(talked, continued('proposedToEnd', '2027-03-10'), continued('asIs', '2027-03-12')),
    '2027-03-15',
    ['kept', 'void'],
  ),
  example(
    'K1.2-5',
    'falls away: Karen has died before it was assessed',
    told(talked, died('2027-03-08')),
    '2027-03-19',
    ['void'],
  ),
]
