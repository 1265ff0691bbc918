import { expect, test } from 'vitest'
import {
  answeredBySource,
  applied,
  asKaren,
  asked,
  consented,
  died,
  document,
  letterId,
  part,
  sentToSource,
  told,
  withdrawn,
  writtenToSource,
} from '../../../../test/support/case-story.ts'
import { apply, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'

const on = '2026-11-20'
const open = told(applied('2026-11-13'))
const byHelper = apply({ applicant: { kind: 'helper', relation: 'søster' } })
const agreed = told(applied('2026-11-13'), consented('2026-11-14'))
const takenBack = (day: string) =>
  told(applied('2026-11-13'), consented('2026-11-14'), {
    type: 'consentWithdrawn',
    on: day,
    payload: { consentId: part('consent') },
    by: asKaren,
  })
const runOut = told(applied('2026-11-13'), consented('2026-11-14', { until: '2026-11-19' }))
const pending = told(applied('2026-11-13'), consented('2026-11-14'), asked('2026-11-16'))
const silenced = told(applied('2026-11-13'), consented('2026-11-14'), asked('2026-11-16'), {
  type: 'consentWithdrawn',
  on: '2026-11-18',
  payload: { consentId: part('consent') },
  by: asKaren,
})
const askedKaren = told(
  applied('2026-11-13'),
  asked('2026-11-16', { source: 'citizen', consentId: undefined }),
)
const toDoctor = told(
  applied('2026-11-13'),
  consented('2026-11-14'),
  asked('2026-11-16'),
  writtenToSource('2026-11-16'),
)
const sentAlready = told(
  applied('2026-11-13'),
  asked('2026-11-16'),
  writtenToSource('2026-11-16'),
  sentToSource('2026-11-17'),
)
const answered = told(applied('2026-11-13'), asked('2026-11-16'), answeredBySource('2026-11-18'))
const gone = told(applied('2026-11-13'), consented('2026-11-14'), withdrawn('2026-11-16'))
const dead = told(applied('2026-11-13'), consented('2026-11-14'), died('2026-11-16'))

const give = (more: object = {}) =>
  ({
    type: 'giveConsent',
    input: { source: 'doctor', purpose: 'Helbred', form: 'web', by: 'citizen', ...more },
  }) as const
const ask = (more: object = {}) =>
  ({
    type: 'requestInformation',
    input: {
      source: 'doctor',
      topic: 'functioning',
      what: 'Statusattest',
      answerBy: getDay('2026-12-04'),
      ...more,
    },
  }) as const
const remind = (answerBy = '2026-12-04') =>
  ({ type: 'remindSource', input: { requestId: part('request'), answerBy: getDay(answerBy) } }) as const
const send = (sentOn = on) =>
  ({
    type: 'recordSourceLetterSent',
    input: { letterId: letterId('toDoctor'), how: 'paper', sentOn: getDay(sentOn) },
  }) as const
const receive = (more: object = {}) =>
  ({
    type: 'receiveInformation',
    input: { source: 'doctor', summary: 'Attest', receivedOn: getDay(on), ...more },
  }) as const
const takeBack = { type: 'withdrawConsent', input: { consentId: part('consent') } } as const

test.each([
  ['consent is given', open, give(), 'consentGiven'],
  ['consent to what a relative without power began', byHelper, give(), 'refused needsConfirmation'],
  [
    'consent that has run out already',
    open,
    give({ until: getDay('2026-11-19') }),
    'refused dateInPast until',
  ],
  ['consent after withdrawal', gone, give(), 'refused caseWithdrawn'],
  ['consent is withdrawn', agreed, takeBack, 'consentWithdrawn'],
  ['consent is withdrawn twice', takenBack('2026-11-18'), takeBack, 'refused alreadyDone'],
  ['a consent that was not given is withdrawn', open, takeBack, 'refused notFound'],
  [
    'the doctor is asked, and Karen is told',
    agreed,
    ask(),
    'informationRequested privacyNoticeGiven letterIssued sourceLetterWritten',
  ],
  ['the doctor is asked without consent', open, ask(), 'refused needsConsent source'],
  [
    'the hospital is asked on a consent for the doctor',
    agreed,
    ask({ source: 'hospital' }),
    'refused needsConsent source',
  ],
  [
    'the doctor is asked the day the consent is taken back',
    takenBack(on),
    ask(),
    'refused needsConsent source',
  ],
  ['the doctor is asked when the consent has run out', runOut, ask(), 'refused needsConsent source'],
  [
    'the doctor is asked on a ground in law',
    open,
    ask({ withoutConsent: 'RSL § 11 c' }),
    'informationRequested privacyNoticeGiven letterIssued sourceLetterWritten',
  ],
  [
    'Karen is asked, which needs no consent',
    open,
    ask({ source: 'citizen' }),
    'informationRequested letterIssued',
  ],
  [
    'Karen is asked for diagnoses, if she will',
    open,
    ask({ source: 'citizen', topic: 'diagnosis' }),
    'informationRequested letterIssued',
  ],
  [
    'a diagnosis is demanded',
    agreed,
    ask({ topic: 'diagnosis', mandatory: true }),
    'refused diagnosisNeverDemanded mandatory',
  ],
  ['an answer by yesterday', agreed, ask({ answerBy: getDay('2026-11-19') }), 'refused dateInPast answerBy'],
  ['asked after withdrawal', gone, ask(), 'refused caseWithdrawn'],
  ['asked after her death', dead, ask(), 'refused personDied'],
  ['the doctor is reminded, in a letter', pending, remind(), 'sourceReminded sourceLetterWritten'],
  [
    'the doctor is reminded when the consent is taken back',
    silenced,
    remind(),
    'refused needsConsent requestId',
  ],
  ['Karen is reminded, by her own post', askedKaren, remind(), 'sourceReminded letterIssued'],
  ['the letter to the doctor is sent', toDoctor, send(), 'sourceLetterSent documentRegistered'],
  ['the letter to the doctor is sent twice', sentAlready, send(), 'refused alreadyDone'],
  ['the letter to the doctor is sent tomorrow', toDoctor, send('2026-11-21'), 'refused dateInFuture sentOn'],
  ['a letter is sent before it was written', toDoctor, send('2026-11-15'), 'refused invalid sentOn'],
  ['a letter that was not written is sent', pending, send(), 'refused notFound'],
  ['the doctor is reminded of yesterday', pending, remind('2026-11-19'), 'refused dateInPast answerBy'],
  ['the doctor is reminded though he answered', answered, remind(), 'refused alreadyDone'],
  ['a reminder of nothing', open, remind(), 'refused notFound'],
  ['the answer comes', pending, receive(), 'informationReceived'],
  [
    'the answer comes with a document, which is registered',
    pending,
    receive({ document: document('attest') }),
    'informationReceived documentRegistered',
  ],
  [
    'the answer comes tomorrow',
    pending,
    receive({ receivedOn: getDay('2026-11-21') }),
    'refused dateInFuture receivedOn',
  ],
  ['something comes after withdrawal, and is not lost', gone, receive(), 'informationReceived'],
  [
    'it is said to be informed',
    open,
    { type: 'markInformed', input: { reason: 'Lægen har svaret' } },
    'caseSufficientlyInformed',
  ],
  [
    'it is said to be informed after withdrawal',
    gone,
    { type: 'markInformed', input: { reason: 'Ja' } },
    'refused caseWithdrawn',
  ],
] as const)('%s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on })).toBe(outcome)
})
