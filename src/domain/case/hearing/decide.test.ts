import { expect, test } from 'vitest'
import {
  applied,
  decided,
  died,
  hearingAnswered,
  hearingSent,
  part,
  refusal,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2026-12-01'
const open = told(applied('2026-11-13'))
const heard = told(applied('2026-11-13'), hearingSent('2026-11-20'))
const late = told(applied('2026-11-13'), hearingSent('2026-11-20'), decided('2026-11-30', refusal()))
const send: CaseCommand = { type: 'sendHearing', input: { paragraphs: ['Lægen mener, at tre dage er nok.'] } }
const answer = (more: object = {}): CaseCommand => ({
  type: 'answerHearing',
  input: {
    hearingId: part('hearing'),
    by: 'citizen',
    channel: 'web',
    answers: [{ paragraph: 0, agrees: false, inWords: 'Jeg kan klare fem.' }],
    answeredOn: getDay(on),
    ...more,
  },
})

test.each([
  ['the adverse facts are put to Karen', open, send, 'hearingSent letterIssued'],
  ['a hearing when it is decided', late, send, 'refused alreadyDecided'],
  [
    'a hearing after withdrawal',
    told(applied('2026-11-13'), withdrawn('2026-11-16')),
    send,
    'refused caseWithdrawn',
  ],
  [
    'a hearing of somebody who has died',
    told(applied('2026-11-13'), died('2026-11-16')),
    send,
    'refused personDied',
  ],
  ['Karen answers', heard, answer(), 'hearingAnswered'],
  [
    'Karen answers on the telephone, and it is written down',
    heard,
    answer({ channel: 'phone' }),
    'hearingAnswered noteRecorded',
  ],
  ['Karen answers after the decision, and is heard', late, answer(), 'hearingAnswered'],
  [
    'Karen answers twice',
    told(applied('2026-11-13'), hearingSent('2026-11-20'), hearingAnswered('2026-11-24')),
    answer(),
    'refused alreadyDone',
  ],
  ['Karen answers what was not asked', open, answer(), 'refused notFound'],
  [
    'Karen answers tomorrow',
    heard,
    answer({ answeredOn: getDay('2026-12-02') }),
    'refused dateInFuture answeredOn',
  ],
] as const)('%s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on })).toBe(outcome)
})

test('the answer is asked for two weeks on, and never on a day without work', () => {
  const sent = act(open, send, { on: '2026-12-11' })
  expect(getCaseFile(sent).proceedings[0]?.hearings[0]?.answerBy).toBe('2026-12-28')
})
