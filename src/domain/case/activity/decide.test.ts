import { expect, test } from 'vitest'
import {
  applied,
  asPia,
  assessed,
  decided,
  joined,
  left,
  orderAccepted,
  ordered,
  part,
  setAside,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'

const on = '2027-01-20'
const before = [applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14'), ordered('2026-12-16')]
const there = [...before, orderAccepted('2026-12-18'), started('2027-01-04')]
const orderId = part('order')
const activity = {
  activityId: part('pottery'),
  name: 'Keramik',
  sharing: 'shared',
  kind: 'be5d5058-ef06-42a9-b894-51e44513e717',
  domains: ['motor'],
  health: false,
} as const
const offered = { ...activity, domains: [...activity.domains] }
const join = (from: string = on): CaseCommand => ({
  type: 'joinActivity',
  input: { orderId, activity: offered, from: getDay(from) },
})
const leave = (from: string = on): CaseCommand => ({
  type: 'leaveActivity',
  input: { participationId: part('in-pottery'), from: getDay(from) },
})
const decline: CaseCommand = { type: 'declineActivity', input: { orderId, activity: offered } }
const explain: CaseCommand = {
  type: 'explainNoSharedActivity',
  input: { orderId, because: 'Kun én ad gangen.' },
}
const aside: CaseCommand = {
  type: 'setSkillDomainAside',
  input: { orderId, domain: 'motor', because: 'Hun træner selv.' },
}

test.each<readonly [string, ReturnType<typeof told>, CaseCommand, string]>([
  ['she joins today', told(there), join(), 'activityJoined'],
  ['she joined last week', told(there), join('2027-01-13'), 'activityJoined'],
  ['she joins tomorrow', told(there), join('2027-01-21'), 'refused dateInFuture from'],
  ['she joined before the order', told(there), join('2026-12-15'), 'refused beforeOrder from'],
  ['she joins twice', told(there, joined('2027-01-11')), join(), 'refused alreadyDone'],
  [
    'she joins again after having left',
    told(there, joined('2027-01-11'), left('2027-01-15')),
    join(),
    'activityJoined',
  ],
  ['she joins before the place said yes', told(before), join(), 'refused orderNotAccepted'],
  [
    'she joins when another place has her',
    told(there, ordered('2027-01-15', {}, 'second'), orderAccepted('2027-01-15', '2027-01-15', 'second')),
    join(),
    'refused orderNotOpen',
  ],
  ['she leaves', told(there, joined('2027-01-11')), leave(), 'activityLeft'],
  [
    'she leaves before she joined',
    told(there, joined('2027-01-11')),
    leave('2027-01-10'),
    'refused beforeOrder from',
  ],
  [
    'she leaves tomorrow',
    told(there, joined('2027-01-11')),
    leave('2027-01-21'),
    'refused dateInFuture from',
  ],
  ['she leaves twice', told(there, joined('2027-01-11'), left('2027-01-15')), leave(), 'refused alreadyDone'],
  ['she leaves what she is not in', told(there), leave(), 'refused notFound'],
  ['she says no', told(there), decline, 'activityDeclined'],
  ['nothing shared is possible', told(there), explain, 'sharedActivityImpossible'],
  ['a kind of skills is set aside', told(there), aside, 'skillDomainSetAside'],
  [
    'a kind of skills is set aside twice',
    told(there, setAside('2027-01-12', 'motor')),
    aside,
    'refused alreadyDone',
  ],
])('%s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on, by: asPia })).toBe(outcome)
})
