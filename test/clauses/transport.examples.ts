/** The ride to and from the place, once it is granted and the place has said yes: ordered by the first day. */
import {
  applied,
  assessed,
  decided,
  died,
  orderAccepted,
  ordered,
  rideArranged,
  type Told,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const granted: Told = [applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14')]
const accepted: Told = [granted, ordered('2026-12-16'), orderAccepted('2026-12-17')]
const firstDay = '2027-01-04'
const past = '2027-01-05'

/** The first of the two is the decision’s own, which is kept in all of them. */
const of = (title: string, on: string, story: Told, expected: Example['expected']): Example =>
  example('K2.4a-3', title, told(story), on, ['kept', ...expected])

export const transportExamples: readonly Example[] = [
  of(
    'kept: her ride is ordered before her first day',
    past,
    [accepted, rideArranged('2026-12-18')],
    ['kept'],
  ),
  of('kept: it is ordered on the very day', past, [accepted, rideArranged(firstDay)], ['kept']),
  of('due: the place has said yes, and nobody has ordered it', firstDay, accepted, ['due']),
  of('broken: her first day has come and gone, and nobody drove her', past, accepted, ['broken']),
  of('kept late: it is ordered the day after', past, [accepted, rideArranged(past)], ['kept late']),
  of('falls away: Karen died before she began', past, [accepted, died('2026-12-28')], ['void']),
  of('does not apply: the place has not said yes yet', past, [granted, ordered('2026-12-16')], []),
  of(
    'does not apply: no ride was ordered from the place',
    past,
    [granted, ordered('2026-12-16', { transport: false }), orderAccepted('2026-12-17')],
    [],
  ),
]
