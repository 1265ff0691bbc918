import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asSanne,
  complained,
  decided,
  decidedUnsent,
  died,
  grant,
  karen,
  lone,
  lookedAtAnew,
  orderAccepted,
  ordered,
  refusal,
  remanded,
  standardApplied,
  started,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import {
  act,
  apply,
  karensApplication,
  outcomeOf,
  tryToApply,
  vejenTerms,
} from '../../../../test/support/commands.ts'
import { PersonId } from '../../identity.ts'
import { isRefusal } from '../../refusal.ts'
import { getDay } from '../../time/calendar-day.ts'
import { currentProceeding } from '../case-file.ts'
import { getCaseFile } from '../read-case.ts'
import { closingGrounds, receiveApplication } from './decide.ts'

const on = '2026-11-20'
const open = apply()
const types = (history: ReturnType<typeof apply>) => history.map((e) => e.type).join(' ')
const helper = { kind: 'helper', relation: 'søster' } as const
const guardian = { kind: 'representative', personId: lone } as const

describe('an application', () => {
  test.each([
    ['web', undefined, 'applicationReceived caseAssigned privacyNoticeGiven letterIssued'],
    ['letter', undefined, 'applicationReceived caseAssigned privacyNoticeGiven letterIssued'],
    ['email', undefined, 'applicationReceived caseAssigned privacyNoticeGiven letterIssued'],
    [
      'phone',
      'Karen ringede.',
      'applicationReceived caseAssigned noteRecorded privacyNoticeGiven letterIssued',
    ],
    [
      'inPerson',
      'Karen kom forbi.',
      'applicationReceived caseAssigned noteRecorded privacyNoticeGiven letterIssued',
    ],
  ] as const)(
    'in the channel %s starts the same clock and gets a receipt',
    (channel, writtenDown, events) => {
      const history = apply({ channel, writtenDown }, { on: '2026-11-16', by: asSanne })
      expect(types(history)).toBe(events)
      expect(getCaseFile(history).received.on).toBe('2026-11-13')
    },
  )
  test.each([
    [
      'received tomorrow',
      { receivedOn: getDay('2026-11-21') },
      { code: 'dateInFuture', field: 'receivedOn' },
    ],
    ['by telephone and not written down', { channel: 'phone' }, { code: 'invalid', field: 'writtenDown' }],
  ] as const)('is refused when it was %s', (_, more, refusal) => {
    expect(tryToApply(more, { on })).toMatchObject(refusal)
  })
  test('is never refused for what it does not say', () => {
    expect(isRefusal(tryToApply({ answers: { difficulties: [], wishes: [] } }, { on }))).toBe(false)
  })
  const consents = [
    { source: 'doctor', given: true, purpose: 'Helbred' },
    { source: 'hospital', given: false, purpose: 'Helbred' },
  ] as const
  test.each([
    ['herself', { kind: 'self' }, 'consentGiven consentRefused'],
    ['a guardian', guardian, 'consentGiven consentRefused'],
    ['a sister without power', helper, ''],
  ] as const)('sent by %s carries the consents: %3$s', (_, applicant, expected) => {
    const given = types(apply({ applicant, consents: [...consents] })).match(/consent\w+/g) ?? []
    expect(given.join(' ')).toBe(expected)
  })
  test.each([
    ['herself', { kind: 'self' }, [karen], false],
    ['a guardian', guardian, [karen, lone], false],
    ['a sister without power', { ...helper, personId: PersonId.parse(lone) }, [karen], true],
  ] as const)(
    'sent by %s: the receipt goes to those with a right to it',
    (_, applicant, recipients, asks) => {
      const context = { today: getDay(on), actor: asKaren, terms: vejenTerms, newId: () => lone as string }
      const result = receiveApplication({ ...karensApplication, applicant }, context)
      if (isRefusal(result)) throw new Error(result.code)
      expect(result.letters).toMatchObject([
        { kind: 'receipt', recipients, needsConfirmation: asks, deadline: { due: '2026-12-25' } },
      ])
    },
  )
})

const change = {
  type: 'changeApplication',
  input: {
    applied: { daysPerWeek: 3, transport: 'none', start: { kind: 'soonest' } },
    changedBy: 'citizen',
    how: 'telefon',
    inWords: 'Tre dage er nok.',
  },
} as const
const withdraw = { type: 'withdrawApplication', input: { by: 'citizen', how: 'telefon' } } as const
const confirm = { type: 'confirmApplication', input: { how: 'web' } } as const
const close = (reason: 'withdrawn' | 'death' | 'moved' | 'refused' | 'ended') =>
  ({ type: 'closeCase', input: { reason } }) as const
const remand = (receivedOn: string) =>
  ({
    type: 'registerRemand',
    input: { receivedOn: getDay(receivedOn), reference: 'AST 26-1', whatToInform: 'Helbred' },
  }) as const

const byHelper = apply({ applicant: helper })
const unsent = told(applied('2026-11-13'), decidedUnsent('2026-12-14', refusal()))
const refused = told(applied('2026-11-13'), decided('2026-12-14', refusal()))
const granted = told(applied('2026-11-13'), decided('2026-12-14', grant()))
const gone = told(applied('2026-11-13'), withdrawn('2026-11-16'))
const withComplaint = told(applied('2026-11-13'), withdrawn('2026-11-16'), complained('2026-11-20'))
const dead = told(applied('2026-11-13'), died('2026-11-16'))

test.each([
  ['confirmed by the citizen', byHelper, confirm, 'applicationConfirmed'],
  ['confirmed twice', act(byHelper, confirm, { on }), confirm, 'refused alreadyDone'],
  ['confirmed, though she applied herself', open, confirm, 'refused alreadyDone'],
  ['changed', open, change, 'applicationChanged'],
  ['changed after the decision', granted, change, 'refused alreadyDecided'],
  ['changed after it was withdrawn', gone, change, 'refused caseWithdrawn'],
  ['withdrawn', open, withdraw, 'applicationWithdrawn'],
  ['withdrawn twice', gone, withdraw, 'refused caseWithdrawn'],
  ['withdrawn after the decision', granted, withdraw, 'refused alreadyDecided'],
  ['withdrawn after her death', dead, withdraw, 'refused personDied'],
  ['closed as refused before the letter is sent', unsent, close('refused'), 'refused letterNotSent'],
  ['closed as refused while she can complain', refused, close('refused'), 'refused complaintPeriodRuns'],
  ['closed as withdrawn, with a complaint open', withComplaint, close('withdrawn'), 'refused complaintOpen'],
  ['closed as refused, though granted', granted, close('refused'), 'refused invalid reason'],
  ['closed as ended, which needs more than the wish', open, close('ended'), 'refused invalid reason'],
  ['closed as withdrawn', gone, close('withdrawn'), 'caseClosed'],
  ['closed after her death', dead, close('death'), 'caseClosed'],
  [
    'closed twice',
    act(gone, close('withdrawn'), { on: '2026-12-20' }),
    close('withdrawn'),
    'refused alreadyDone',
  ],
  ['sent back before it was decided', open, remand('2026-12-21'), 'refused orderNeedsGrant'],
  ['sent back', refused, remand('2026-12-21'), 'remandReceived'],
  ['sent back tomorrow', refused, remand('2026-12-22'), 'refused dateInFuture receivedOn'],
] as const)('the application is %s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on: '2026-12-21' })).toBe(outcome)
})

test.each([
  ['on the last day of the four weeks', refused, '2027-01-11', 'refused complaintPeriodRuns'],
  ['when the four weeks are over', refused, '2027-01-12', 'caseClosed'],
  [
    'with a complaint open',
    told(applied('2026-11-13'), decided('2026-12-14', refusal()), complained('2027-01-04')),
    '2027-03-01',
    'refused complaintOpen',
  ],
] as const)('a refusal is closed %s: %4$s', (_, history, on, outcome) => {
  expect(outcomeOf(history, close('refused'), { on })).toBe(outcome)
})

test('a running place is not closed: it takes a decision', () => {
  const running = told(
    applied('2026-11-13'),
    decided('2026-12-14'),
    ordered('2026-12-16'),
    orderAccepted('2026-12-18'),
    started('2027-01-04'),
  )
  for (const reason of ['withdrawn', 'death', 'moved', 'refused', 'ended'] as const)
    expect(outcomeOf(running, close(reason), { on: '2027-06-01' })).toBe('refused invalid reason')
})

test('a place that a decision ended is closed when its last day has passed and the time to complain is over', () => {
  const change = { before: standardApplied, asked: false, end: true }
  const record = { ...refusal(), change, effectiveOn: getDay('2027-07-01') }
  const ended = told(
    applied('2026-11-13'),
    decided('2026-12-14'),
    ordered('2026-12-16'),
    orderAccepted('2026-12-18'),
    started('2027-01-04'),
    lookedAtAnew('2027-04-01'),
    decided('2027-05-10', record, 'ending'),
  )
  const file = getCaseFile(ended)
  expect(closingGrounds(file, getDay('2027-06-30'))).toEqual([])
  expect(closingGrounds(file, getDay('2027-07-01'))).toEqual(['ended'])
  expect(outcomeOf(ended, close('ended'), { on: '2027-06-30' })).toBe('refused invalid reason')
  expect(outcomeOf(ended, close('ended'), { on: '2027-07-01' })).toBe('caseClosed')
})

test('a remand opens a closed case: there is a decision to be made again', () => {
  const closed = act(refused, close('refused'), { on: '2027-01-20' })
  const again = act(closed, remand('2027-02-01'), { on: '2027-02-01' })
  expect(getCaseFile(again).closed).toBeUndefined()
  expect(currentProceeding(getCaseFile(again))).toMatchObject({
    trigger: { kind: 'remand', on: '2027-02-01' },
  })
  expect(
    outcomeOf(again, { type: 'markInformed', input: { reason: 'Nyt lægesvar' } }, { on: '2027-02-02' }),
  ).toBe('caseSufficientlyInformed')
  expect(types(told(applied('2026-11-13'), decided('2026-12-14'), remanded('2027-02-01')))).toContain(
    'remand',
  )
})

test('guidance is written to her, and to nobody when she is dead', () => {
  const guide = {
    type: 'giveGuidance',
    input: { about: 'Rette kommune', forwardedTo: 'Billund', how: 'brev' },
  } as const
  expect(outcomeOf(open, guide, { on })).toBe('guidanceGiven letterIssued')
  expect(outcomeOf(dead, guide, { on })).toBe('refused personDied')
})
