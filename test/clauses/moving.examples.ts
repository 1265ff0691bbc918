/** The citizen moves: who acts and pays, who is told, what is handed over, and that nothing stops by itself. */
import {
  applied,
  asked,
  decided,
  died,
  dispatched,
  moveAnnounced,
  moveCalledOff,
  movedHere,
  moveSettled,
  orderAccepted,
  ordered,
  papersHandedOver,
  started,
  takenOver,
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
const moves = [...running, moveAnnounced('2027-03-01')]
const placed = [...running, moveAnnounced('2027-03-01', { why: 'placedByUs' })]
const agreed = [...moves, moveSettled('theyTakeOver', '2027-03-08', '2027-05-03')]
const disputed = [...moves, moveSettled('disputed', '2027-03-08')]

export const movingExamples: readonly Example[] = [
  example('RSL-9-1', 'kept: within ten working days it is settled who acts', told(agreed), '2027-03-16', [
    'kept',
  ]),
  example('RSL-9-1', 'due: nobody has settled it yet', told(moves), '2027-03-15', ['due']),
  example('RSL-9-1', 'broken: the ten working days are over', told(moves), '2027-03-16', ['broken']),
  example('RSL-9-1', 'does not apply: Karen stays where she is', told(running), '2027-03-16', []),
  example(
    'RSL-9-1',
    'falls away: she does not move after all',
    told(moves, moveCalledOff('2027-03-10')),
    '2027-03-16',
    ['void'],
  ),

  example(
    'RSL-9-2',
    'kept: it is written down on the day that Kolding has taken over',
    told(agreed, takenOver('2027-05-03')),
    '2027-05-04',
    ['kept'],
  ),
  example('RSL-9-2', 'not yet: Karen’s place goes on with us until the day', told(agreed), '2027-05-02', [
    'not yet',
  ]),
  example(
    'RSL-9-2',
    'broken: the day passed and nobody wrote down whether Kolding took over; the place still goes on',
    told(agreed),
    '2027-05-04',
    ['broken'],
  ),
  example(
    'RSL-9-2',
    'arises anew: the day of takeover is moved',
    told(agreed, moveSettled('theyTakeOver', '2027-04-26', '2027-06-01')),
    '2027-06-01',
    ['void', 'due'],
  ),
  example('RSL-9-2', 'does not apply: we are still the acting municipality', told(placed), '2027-05-04', []),

  example(
    'RSL-9-3',
    'kept: we helped her to a residence in Kolding, and go on acting and paying',
    told(placed, moveSettled('weStay', '2027-03-08')),
    '2027-03-16',
    ['kept'],
  ),
  example('RSL-9-3', 'broken: nobody has written down that we act and pay', told(placed), '2027-03-16', [
    'broken',
  ]),
  example('RSL-9-3', 'does not apply: she moves of her own wish', told(moves), '2027-03-16', []),
  example(
    'RSL-9-3',
    'falls away: she does not move after all',
    told(placed, moveCalledOff('2027-03-10')),
    '2027-03-16',
    ['void'],
  ),

  example(
    'RSL-9-4',
    'kept: the earlier municipality is asked',
    told(applied('2026-11-13'), movedHere('2026-11-13'), asked('2026-11-18', { source: 'otherAuthority' })),
    '2026-11-30',
    ['kept'],
  ),
  example(
    'RSL-9-4',
    'broken: only the doctor is asked',
    told(applied('2026-11-13'), movedHere('2026-11-13'), asked('2026-11-18')),
    '2026-11-30',
    ['broken'],
  ),
  example(
    'RSL-9-4',
    'does not apply: Karen has lived here all the time',
    told(applied('2026-11-13')),
    '2026-11-30',
    [],
  ),

  example(
    'RSL-9a',
    'kept: the disagreement is settled',
    told(disputed, moveSettled('weStay', '2027-03-18')),
    '2027-03-23',
    ['kept'],
  ),
  example('RSL-9a', 'due: they disagree, and Karen’s place goes on', told(disputed), '2027-03-22', ['due']),
  example('RSL-9a', 'broken: the disagreement is left lying', told(disputed), '2027-03-23', ['broken']),
  example('RSL-9a', 'does not apply: they agree', told(agreed), '2027-03-23', []),
  example(
    'RSL-9a',
    'falls away: she does not move after all',
    told(disputed, moveCalledOff('2027-03-15')),
    '2027-03-23',
    ['void'],
  ),

  example(
    'FVL-7-2',
    'kept: the letter is sent within three working days',
    told(agreed, dispatched('move-2027-03-08', '2027-03-10')),
    '2027-03-12',
    ['kept'],
  ),
  example('FVL-7-2', 'broken: the letter lies here', told(agreed), '2027-03-12', ['broken']),
  example('FVL-7-2', 'does not apply: nothing is settled yet', told(moves), '2027-03-12', []),
  example(
    'FVL-7-2',
    'falls away: another letter says something else',
    told(agreed, moveSettled('weStay', '2027-03-09')),
    '2027-03-10',
    ['void', 'due'],
  ),

  example(
    'FVL-27',
    'kept: Kolding has what it needs before it takes over',
    told(agreed, papersHandedOver('2027-04-20')),
    '2027-05-04',
    ['kept'],
  ),
  example(
    'FVL-27',
    'broken: Kolding has taken over with nothing in hand; it is still owed though the case here has ended',
    told(agreed, takenOver('2027-05-03')),
    '2027-05-04',
    ['broken'],
  ),
  example('FVL-27', 'does not apply: they disagree', told(disputed), '2027-05-04', []),
  example('FVL-27', 'falls away: Karen has died', told(agreed, died('2027-04-20')), '2027-05-04', ['void']),
  example(
    'FVL-27',
    'falls away: she does not move after all',
    told(agreed, moveCalledOff('2027-04-20')),
    '2027-05-04',
    ['void'],
  ),
]
