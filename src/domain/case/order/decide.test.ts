import { describe, expect, test } from 'vitest'
import {
  applied,
  asPia,
  assessed,
  contentJudged,
  decided,
  died,
  grant,
  happened,
  mads,
  orderAccepted,
  orderDeclined,
  ordered,
  part,
  pia,
  refusal,
  remanded,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import { currentOrder, currentProceeding } from '../case-file.ts'
import type { CaseCommand } from '../commands.ts'
import { phaseOf } from '../phase.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2026-12-21'
const goals = happened('goalsSet', '2026-12-01', {
  goals: [
    { goalId: part('goal'), text: 'At komme ud blandt andre', aim: 'maintain', towards: 'livingConditions' },
  ],
})
const before = [applied('2026-11-13'), assessed('2026-11-23'), goals]
const granted = told(before, decided('2026-12-14'))
const sent = told(before, decided('2026-12-14'), ordered('2026-12-16'))
const accepted = told(before, decided('2026-12-14'), ordered('2026-12-16'), orderAccepted('2026-12-18'))
const declined = told(before, decided('2026-12-14'), ordered('2026-12-16'), orderDeclined('2026-12-18'))
const question = happened('orderQuestioned', '2026-12-17', {
  orderId: part('order'),
  question: 'Kan hun spise selv?',
})

const orderId = part('order')
const send: CaseCommand = { type: 'sendOrder', input: { needs: 'Overblik', resources: 'Glad for at bage' } }
const accept = (more: object = {}): CaseCommand => ({
  type: 'acceptOrder',
  input: { orderId, startOn: getDay('2027-01-04'), contactPerson: pia, ...more },
})
const decline: CaseCommand = { type: 'declineOrder', input: { orderId, reason: 'Holdet er fuldt' } }
const ask: CaseCommand = { type: 'questionOrder', input: { orderId, question: 'Kan hun spise selv?' } }
const answer: CaseCommand = { type: 'answerOrderQuestion', input: { orderId, answer: 'Ja' } }
const judge = (aimed: boolean): CaseCommand => ({
  type: 'judgeContent',
  input: { orderId, aimed, because: 'Målene handler om at lave mad sammen med andre.' },
})
const start = (day: string): CaseCommand => ({
  type: 'startPlacement',
  input: { orderId, startedOn: getDay(day) },
})
const appoint = (substitute = mads): CaseCommand => ({
  type: 'appointContactPerson',
  input: { orderId, contactPerson: pia, substitute },
})

test.each<readonly [string, typeof sent, CaseCommand, string]>([
  ['the order is sent', granted, send, 'orderSent'],
  ['an order before there is a decision', told(before), send, 'refused orderNeedsGrant'],
  ['an order on a refusal', told(before, decided('2026-12-14', refusal())), send, 'refused orderNeedsGrant'],
  [
    'an order without a goal',
    told(applied('2026-11-13'), decided('2026-12-14')),
    send,
    'refused letterIncomplete goals',
  ],
  ['a second order on one grant', sent, send, 'refused orderAlreadyOpen'],
  ['an order when another place is being sought', declined, send, 'refused orderNeedsGrant'],
  [
    'an order after her death',
    told(before, decided('2026-12-14'), died('2026-12-15')),
    send,
    'refused personDied',
  ],
  ['the provider opens it', sent, { type: 'openOrder', input: { orderId } }, 'orderOpened'],
  [
    'the provider says yes, and names a contact person',
    sent,
    accept(),
    'orderAccepted contactPersonAppointed',
  ],
  [
    'yes, from before the place begins',
    sent,
    accept({ startOn: getDay('2027-01-03') }),
    'refused startBeforeDecision startOn',
  ],
  ['yes, from yesterday', sent, accept({ startOn: getDay('2026-12-20') }), 'refused dateInPast startOn'],
  [
    'a contact person as their own substitute',
    sent,
    accept({ substitute: pia }),
    'refused invalid substitute',
  ],
  ['yes, twice', accepted, accept(), 'refused orderNotOpen'],
  ['yes, after no', declined, accept(), 'refused orderNotOpen'],
  ['yes to an order that is not there', granted, accept(), 'refused notFound'],
  ['the provider cannot', sent, decline, 'orderDeclined'],
  ['no, after yes', accepted, decline, 'refused orderNotOpen'],
  ['the provider asks', sent, ask, 'orderQuestioned'],
  [
    'the question is answered',
    told(before, decided('2026-12-14'), ordered('2026-12-16'), question),
    answer,
    'orderQuestionAnswered',
  ],
  ['an answer where nothing was asked', sent, answer, 'refused notFound'],
  ['its content is judged', sent, judge(true), 'contentJudged'],
  ['its content is judged to lack something', accepted, judge(false), 'contentJudged'],
  [
    'its content is judged again, once mended',
    told(before, decided('2026-12-14'), ordered('2026-12-16'), contentJudged('2026-12-17', false)),
    judge(true),
    'contentJudged',
  ],
  [
    'its content is judged twice',
    told(before, decided('2026-12-14'), ordered('2026-12-16'), contentJudged('2026-12-17', true)),
    judge(false),
    'refused alreadyDone',
  ],
  ['the content of a declined order', declined, judge(true), 'refused orderNotOpen'],
  ['the content of no order', granted, judge(true), 'refused notFound'],
  ['another contact person', accepted, appoint(), 'contactPersonAppointed'],
  ['a contact person before yes', sent, appoint(), 'refused orderNotAccepted'],
  ['a substitute who is the contact person', accepted, appoint(pia), 'refused invalid substitute'],
  ['the first day comes', accepted, start(on), 'placementStarted'],
  ['the first day is tomorrow', accepted, start('2026-12-22'), 'refused dateInFuture startedOn'],
  [
    'the first day was before the decision',
    accepted,
    start('2026-12-13'),
    'refused startBeforeDecision startedOn',
  ],
  ['the first day before yes', sent, start(on), 'refused orderNotAccepted'],
  [
    'a first day twice',
    told(
      before,
      decided('2026-12-14'),
      ordered('2026-12-16'),
      orderAccepted('2026-12-17'),
      started('2026-12-18'),
    ),
    start(on),
    'refused alreadyDone',
  ],
])('%s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on, by: asPia })).toBe(outcome)
})

describe('when the provider cannot', () => {
  const file = getCaseFile(declined)
  test('the grant stands, and another place is owed by a new decision', () => {
    expect(file.proceedings[0]?.decision?.record.outcome).toBe('GRANTED')
    expect(currentProceeding(file).trigger.kind).toBe('anotherPlace')
    expect(currentProceeding(file).decision).toBeUndefined()
    expect(phaseOf(file)).not.toBe('running')
  })
  test('what was found out about her need not be found out again', () => {
    expect(currentProceeding(file).assessment?.criterionA.answer).toBe(true)
  })
})

test('the provider gets what the order needs, and no more', () => {
  const content = currentOrder(getCaseFile(act(granted, send, { on })))?.content ?? {}
  expect(
    [...Object.entries(content)].flatMap(([name, value]) => (value === undefined ? [] : name)).sort(),
  ).toEqual(
    [
      'daysPerWeek',
      'goals',
      'intervention',
      'needs',
      'provider',
      'purpose',
      'resources',
      'startOn',
      'transport',
    ].sort(),
  )
})

test('a remand leaves the place as it is, and an order goes with the new decision only', () => {
  const sentBack = told(
    before,
    decided('2026-12-14'),
    ordered('2026-12-16'),
    orderAccepted('2026-12-17'),
    remanded('2027-03-01'),
  )
  expect(outcomeOf(sentBack, send, { on: '2027-03-02' })).toBe('refused orderNeedsGrant')
  const again = told(
    before,
    decided('2026-12-14'),
    ordered('2026-12-16'),
    remanded('2027-03-01'),
    decided('2027-03-10', grant(), 'second'),
  )
  expect(outcomeOf(again, send, { on: '2027-03-11' })).toBe('orderSent')
})
