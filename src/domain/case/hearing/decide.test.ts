import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  decided,
  died,
  hearingAnswered,
  hearingSent,
  part,
  refusal,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf, vejen, vejenTerms } from '../../../../test/support/commands.ts'
import { obligationsOf } from '../../standard/engine.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { isHeard } from '../decision/gate.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2026-12-01'
const open = told(applied('2026-11-13'))
const answeredFor = hearingAnswered('2026-11-24', 'web', 'hearing', 'representative')
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
  [
    'Lone answers for her, and Karen is heard all the same',
    told(applied('2026-11-13'), hearingSent('2026-11-20'), answeredFor),
    answer(),
    'hearingAnswered',
  ],
  [
    'Lone answers twice',
    told(applied('2026-11-13'), hearingSent('2026-11-20'), answeredFor),
    answer({ by: 'representative' }),
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

describe('what was answered for her', () => {
  const posted = told(applied('2026-11-13'), hearingSent('2026-11-20'), answeredFor)
  const [hearing] = getCaseFile(posted).proceedings.flatMap((p) => p.hearings)
  test('is kept beside her own, ends no waiting for her, and never stands in its place', () => {
    if (hearing === undefined) throw new Error('there is no hearing')
    expect(isHeard(getCaseFile(posted), hearing, vejenTerms, getDay('2026-11-25'))).toBe(false)
    const both = getCaseFile(act(posted, answer(), { on, by: asKaren }))
    const [heardBoth] = both.proceedings.flatMap((p) => p.hearings)
    expect(heardBoth?.answers.map((a) => a.by)).toEqual(['representative', 'citizen'])
    expect(heardBoth?.answered?.by).toBe('citizen')
    expect(heardBoth && isHeard(both, heardBoth, vejenTerms, getDay(on))).toBe(true)
  })
  test('leaves her right to answer standing', () => {
    const open = obligationsOf(posted, vejen.versions).filter((o) => o.task === 'answerHearing')
    expect(open.map((o) => o.metOn)).toEqual([undefined])
  })
})
