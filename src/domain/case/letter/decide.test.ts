import { expect, test } from 'vitest'
import {
  applied,
  asPost,
  delivered,
  dispatched,
  failedInPost,
  handled,
  karen,
  letter,
  letterId,
  lone,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { dispatchOf, receiptOf } from '../processing.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2026-11-20'
const of = (recipient = karen) => ({ letterId: letterId('guidance'), recipient })
const dispatch = (recipient = karen): CaseCommand => ({
  type: 'recordDispatch',
  input: { ...of(recipient), channel: 'digitalPost', messageId: 'm1' },
})
const deliver: CaseCommand = {
  type: 'recordDelivery',
  input: { ...of(), channel: 'digitalPost', deliveredOn: getDay(on), proof: 'receipt' },
}
const fail: CaseCommand = {
  type: 'recordFailure',
  input: { ...of(), channel: 'digitalPost', code: 'x', reason: 'Ukendt' },
}
const handle = (how: 'resentDigitally' | 'sentOnPaper' | 'handedOver' | 'noLongerNeeded'): CaseCommand => ({
  type: 'handleLetterFailure',
  input: { ...of(), how },
})
const open: CaseCommand = { type: 'openLetter', input: { letterId: letterId('guidance'), by: karen } }

const follow = (answer: 'arrived' | 'notArrived', arrivedOn = on): CaseCommand => ({
  type: 'followUpLetter',
  input: answer === 'arrived' ? { ...of(), answer, arrivedOn: getDay(arrivedOn) } : { ...of(), answer },
})

const written = told(applied('2026-11-13'), letter('guidance', '2026-11-16'))
const sent = told(
  applied('2026-11-13'),
  letter('guidance', '2026-11-16'),
  dispatched('guidance', '2026-11-16'),
)
const there = told(
  applied('2026-11-13'),
  letter('guidance', '2026-11-16'),
  dispatched('guidance', '2026-11-16'),
  delivered('guidance', '2026-11-17'),
)
const failed = told(
  applied('2026-11-13'),
  letter('guidance', '2026-11-16'),
  failedInPost('guidance', '2026-11-16'),
)
const byHand = told(
  applied('2026-11-13'),
  letter('guidance', '2026-11-16'),
  failedInPost('guidance', '2026-11-16'),
  handled('guidance', '2026-11-17', 'handedOver'),
)
const again = told(
  applied('2026-11-13'),
  letter('guidance', '2026-11-16'),
  failedInPost('guidance', '2026-11-16'),
  handled('guidance', '2026-11-17', 'resentDigitally'),
)

test.each<readonly [string, typeof sent, CaseCommand, string]>([
  ['handed to the post', written, dispatch(), 'letterDispatched'],
  ['handed to the post twice', sent, dispatch(), 'refused alreadyDone'],
  ['handed to the post for somebody it is not for', written, dispatch(lone), 'refused notFound'],
  ['delivered', sent, deliver, 'letterDelivered'],
  ['delivered twice', there, deliver, 'refused alreadyDone'],
  ['failed', sent, fail, 'letterFailed'],
  ['failed, though it arrived', there, fail, 'refused alreadyDone'],
  ['failed twice before anybody dealt with it', failed, fail, 'refused alreadyDone'],
  ['failed again after somebody dealt with it', again, fail, 'letterFailed'],
  ['handed to the post after it was handed over', byHand, dispatch(), 'refused alreadyDone'],
  ['failed after it was handed over', byHand, fail, 'refused alreadyDone'],
  ['dealt with', failed, handle('sentOnPaper'), 'letterFailureHandled'],
  ['dealt with twice', again, handle('sentOnPaper'), 'refused alreadyDone'],
  ['dealt with, though it did not fail', sent, handle('sentOnPaper'), 'refused alreadyDone'],
  ['said to have come', sent, follow('arrived'), 'letterDelivered'],
  ['said to have come tomorrow', sent, follow('arrived', '2026-11-21'), 'refused dateInFuture arrivedOn'],
  [
    'said to have come before it was sent',
    sent,
    follow('arrived', '2026-11-15'),
    'refused invalid arrivedOn',
  ],
  ['said not to have come', sent, follow('notArrived'), 'letterFailed'],
  ['said not to have come, though there is a receipt', there, follow('notArrived'), 'refused alreadyDone'],
  ['asked about before it was sent', written, follow('notArrived'), 'refused alreadyDone'],
  ['delivered after all', act(sent, follow('notArrived'), { on }), deliver, 'letterDelivered'],
  ['opened', there, open, 'letterOpened'],
  ['opened twice', act(there, open, { on }), open, 'refused alreadyDone'],
])('a letter is %s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on, by: asPost })).toBe(outcome)
})

test.each([
  ['handedOver', on, on],
  ['sentOnPaper', undefined, undefined],
  ['resentDigitally', undefined, undefined],
  ['noLongerNeeded', undefined, undefined],
] as const)('a failed letter, %s, is given %s and received %s', (how, given, received) => {
  const file = getCaseFile(act(failed, handle(how), { on }))
  expect(dispatchOf(file, letterId('guidance'))?.on).toBe(given)
  expect(receiptOf(file, letterId('guidance'))).toBe(received)
})
