import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asPia,
  decided,
  died,
  followedUp,
  followUpAskedFor,
  meetingCalled,
  meetingCancelled,
  orderAccepted,
  ordered,
  otherTimeAskedFor,
  part,
  reported,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { act, attempt, type History, outcomeOf } from '../../../../test/support/commands.ts'
import { carryingOut } from '../../../../test/support/later-moves.ts'
import { isRefusal } from '../../refusal.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import { type CaseCommand, type CaseCommandInput, caseCommands } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'
import { appointmentOf, isOpenMeeting } from './about.ts'
import { followUpCommands } from './decide.ts'
import { followUpEvents, supervisionQuestions } from './events.ts'
import { gatherReport } from './report.ts'

const on = '2027-10-05'
const agreed = [
  applied('2026-11-13'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
]
const there = [...agreed, started('2027-01-04')]
const called = [...there, meetingCalled('2027-10-01', '2027-10-05')]
const prepared = [...called, reported('2027-10-04')]

const ask = (askedBy: CaseCommandInput<'askForFollowUp'>['askedBy']): CaseCommand => ({
  type: 'askForFollowUp',
  input: { orderId: part('order'), askedBy, trigger: 'days', words: 'Dagene er for lange.' },
})
const time = { day: getDay('2027-11-10'), starts: '10:00', ends: '11:00', place: 'Kærhøj' }
const call = (more: Partial<typeof time> = {}): CaseCommand => ({
  type: 'callStatusMeeting',
  input: { orderId: part('order'), ...time, ...more, participants: ['citizen', 'contactPerson'] },
})
const move = (day: string): CaseCommand => ({
  type: 'moveStatusMeeting',
  input: { meetingId: part('meeting'), ...time, day: getDay(day), because: 'Sygdom' },
})
const report = (more: object = {}): CaseCommand => ({
  type: 'sendStatusReport',
  input: {
    meetingId: part('meeting'),
    from: getDay('2027-01-04'),
    to: getDay(on),
    days: [],
    absences: [],
    goals: [],
    notes: [],
    voice: { kind: 'said', words: 'Jeg vil blive.', how: 'words' },
    assessment: 'Det går godt.',
    ...more,
  },
})
const allRight = { getsDecided: 'yes', towardsGoals: 'yes', asItShouldBe: 'yes' } as const
const conclude = (more: Partial<CaseCommandInput<'concludeFollowUp'>> = {}): CaseCommand => ({
  type: 'concludeFollowUp',
  input: {
    meetingId: part('meeting'),
    citizen: { kind: 'yes', said: 'Jeg vil blive.' },
    minutes: 'Vi talte om dagene.',
    goals: [{ goalId: part('goal'), result: 'reached', level: 1 }],
    onward: 'asIs',
    because: 'Dagene passer.',
    result: 'continue',
    supervision: allRight,
    ...more,
  },
})

type Case = readonly [string, History, CaseCommand, string]

describe('anybody around the person can say that a follow-up is needed', () => {
  test.each<Case>([
    ['the place', told(there), ask('provider'), 'followUpAskedFor'],
    ['the caseworker, for a relative who called', told(there), ask('other'), 'followUpAskedFor'],
    ['before the first day', told(agreed), ask('provider'), 'refused placementNotStarted'],
    ['after her death', told(there, died('2027-10-01')), ask('provider'), 'refused personDied'],
  ])('%s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on, by: asPia })).toBe(outcome)
  })

  test('a citizen asks as themselves, and as nobody else', () => {
    expect(outcomeOf(told(there), ask('citizen'), { on, by: asKaren })).toBe('followUpAskedFor')
    expect(outcomeOf(told(there), ask('provider'), { on, by: asKaren })).toBe('refused invalid askedBy')
  })
})

describe('a meeting is called, moved and cancelled', () => {
  test.each<Case>([
    ['called', told(there), call(), 'statusMeetingCalled letterIssued'],
    ['called while another is', told(called), call(), 'refused meetingAlreadyCalled'],
    [
      'called again after it was cancelled',
      told(called, meetingCancelled('2027-10-04')),
      call(),
      'statusMeetingCalled letterIssued',
    ],
    ['for a day that is past', told(there), call({ day: getDay('2027-10-04') }), 'refused dateInPast day'],
    ['that ends when it begins', told(there), call({ ends: '10:00' }), 'refused endsBeforeItStarts ends'],
    ['before the first day', told(agreed), call(), 'refused placementNotStarted'],
    ['moved', told(called), move('2027-10-20'), 'statusMeetingMoved letterIssued'],
    ['moved to yesterday', told(called), move('2027-10-04'), 'refused dateInPast day'],
    [
      'moved when it is cancelled',
      told(called, meetingCancelled('2027-10-04')),
      move('2027-10-20'),
      'refused meetingOver',
    ],
    ['moved where there is none', told(there), move('2027-10-20'), 'refused notFound'],
    [
      'cancelled',
      told(called),
      { type: 'cancelStatusMeeting', input: { meetingId: part('meeting'), because: 'Sygdom' } },
      'statusMeetingCancelled letterIssued',
    ],
  ])('%s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on })).toBe(outcome)
  })

  test('the invitation goes to whoever gets her letters, and holds the time as it is now', () => {
    const moved = act(told(called), move('2027-10-20'), { on })
    const [meeting] = getCaseFile(moved).orders[0]?.meetings ?? []
    expect(meeting && appointmentOf(meeting)).toMatchObject({ day: '2027-10-20', because: 'Sygdom' })
    expect(getCaseFile(moved).letters.at(-1)).toMatchObject({ kind: 'meetingInvitation' })
  })
})

describe('the citizen prepares, and asks for another time', () => {
  const meetingId = part('meeting')
  const keep: CaseCommand = { type: 'keepMeetingTime', input: { meetingId, because: 'Intet lokale' } }
  const other: CaseCommand = { type: 'askForOtherTime', input: { meetingId, words: 'Hellere onsdag' } }
  const say = (...questions: readonly ('goesWell' | 'isHard')[]): CaseCommand => ({
    type: 'prepareMeeting',
    input: { meetingId, answers: questions.map((question) => ({ question, words: 'Køkkenet' })) },
  })
  test.each<Case>([
    ['two answers', told(called), say('goesWell', 'isHard'), 'meetingPrepared'],
    ['none, which is an answer too', told(called), say(), 'meetingPrepared'],
    ['one question twice', told(called), say('goesWell', 'goesWell'), 'refused invalid answers'],
    ['when it is cancelled', told(called, meetingCancelled('2027-10-04')), say(), 'refused meetingOver'],
    ['another time', told(called), other, 'anotherTimeAskedFor'],
    ['a no to another time', told(called, otherTimeAskedFor('2027-10-04')), keep, 'meetingTimeKept'],
    ['a no that nobody asked for', told(called), keep, 'refused alreadyDone'],
  ])('%s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on, by: asKaren })).toBe(outcome)
  })
})

describe('the report before the meeting', () => {
  test.each<Case>([
    ['is sent', told(called), report(), 'statusReportSent'],
    ['is sent again, with more in it', told(prepared), report(), 'statusReportSent'],
    ['not with a note that is not there', told(called), report({ notes: [7] }), 'refused invalid notes'],
    [
      'not when it is cancelled',
      told(called, meetingCancelled('2027-10-04')),
      report(),
      'refused meetingOver',
    ],
  ])('%s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on, by: asPia })).toBe(outcome)
  })

  const { schema } = followUpCommands.sendStatusReport
  test.each([
    ['without what she says', { voice: undefined }],
    ['with an empty word from her', { voice: { kind: 'said', words: ' ', how: 'words' } }],
    ['without the reason why it could not be had', { voice: { kind: 'notHad', because: '' } }],
    ['without the place’s own view', { assessment: '' }],
  ])('not %s', (_, more) => {
    expect(schema.safeParse(report().input).success).toBe(true)
    expect(schema.safeParse({ ...report().input, ...more }).success).toBe(false)
  })
})

describe('the follow-up is concluded', () => {
  test.each<Case>([
    ['with the report', told(prepared), conclude(), 'followUpConcluded'],
    ['without it', told(called), conclude(), 'refused reportMissing withoutReport'],
    ['without it, and why', told(called), conclude({ withoutReport: 'Ny leder' }), 'followUpConcluded'],
    ['with a goal left out', told(prepared), conclude({ goals: [] }), 'refused goalWithoutResult goals'],
    [
      'with a goal that is not hers',
      told(prepared),
      conclude({ goals: [{ goalId: part('other'), result: 'reached' }] }),
      'refused unknownGoal goals',
    ],
    [
      'to an end, though the need is the same',
      told(prepared),
      conclude({ result: 'end' }),
      'refused needUnchanged result',
    ],
    [
      'with another need: it is assessed anew, and nothing changes by itself',
      told(prepared),
      conclude({ onward: 'reassessment', result: 'endAndReferToNew' }),
      'followUpConcluded reassessmentOpened',
    ],
    ['twice', told(prepared, followedUp('2027-10-05')), conclude(), 'refused meetingOver'],
    [
      'before it was held',
      told(there, meetingCalled('2027-10-01', '2027-10-06'), reported('2027-10-04')),
      conclude(),
      'refused meetingNotHeld',
    ],
  ])('%s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on })).toBe(outcome)
  })

  test('by a person, and on the day of the meeting', () => {
    expect(outcomeOf(told(prepared), conclude(), { on, by: asKaren })).toBe('refused notAllowed')
    const concluded = act(told(prepared), conclude(), { on: '2027-10-08' }).at(-1)
    expect(concluded).toMatchObject({ occurredOn: '2027-10-05', recordedOn: '2027-10-08' })
  })

  test('a reason for going without is not kept where the report was there', () => {
    const done = act(told(prepared), conclude({ withoutReport: 'Kom for sent' }), { on })
    expect(getCaseFile(done).orders[0]?.meetings[0]?.concluded).not.toHaveProperty('withoutReport')
  })
})

test('the report gathers what is on record since the first day, and once told it is not told again', () => {
  const days = [
    { day: getDay('2027-01-03'), outcome: 'came' as const },
    { day: getDay('2027-09-01'), outcome: 'cancelled' as const, reason: 'illness' as const },
    { day: getDay('2027-09-02'), outcome: 'came' as const },
  ]
  const file = getCaseFile(told(there, followUpAskedFor('2027-03-01')))
  const [order] = file.orders
  if (!order) throw new Error('no order')
  expect(gatherReport(file, order, days, getDay(on))).toEqual({
    from: '2027-01-04',
    to: on,
    days: [
      { outcome: 'came', count: 1 },
      { outcome: 'cancelled', count: 1 },
    ],
    absences: [{ day: '2027-09-01', outcome: 'cancelled', reason: 'illness' }],
    goals: [{ goalId: part('goal'), text: 'At komme ud blandt andre to gange om ugen.', followed: [] }],
  })
  const later = getCaseFile(told(prepared, followedUp('2027-10-05')))
  const [told2] = later.orders
  expect(told2 && gatherReport(later, told2, days, getDay('2027-12-01'))).toMatchObject({
    from: '2027-10-05',
    days: [],
  })
})

test('whatever happens, no placement has two open meetings, and none is concluded without report or reason', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(there, called, prepared, [...called, otherTimeAskedFor('2027-10-04')]),
      fc.array(fc.tuple(fc.nat(10_000), fc.nat(5), fc.nat(1_000)), { maxLength: 30 }),
      (story, choices) => {
        let history = told(story)
        let today = getDay(on)
        for (const [pick, gap, detail] of choices) {
          today = addDays(today, gap)
          const possible = carryingOut(getCaseFile(history), today, detail).filter((m) => m.weight > 0)
          const move = possible[pick % possible.length]
          const next = move && attempt(history, move.command, { on: today, by: move.by })
          if (next === undefined || isRefusal(next)) continue
          for (const { type } of next.slice(history.length)) seen.add(type)
          history = next
        }
        for (const { meetings } of getCaseFile(history).orders) {
          expect(meetings.filter(isOpenMeeting).length).toBeLessThanOrEqual(1)
          for (const { concluded, cancelled, reports } of meetings) {
            if (!concluded) continue
            expect(reports.length > 0 || concluded.withoutReport !== undefined).toBe(true)
            expect(cancelled).toBeUndefined()
          }
        }
      },
    ),
  )
  expect(Object.keys(followUpEvents).filter((type) => !seen.has(type))).toEqual([])
})

test('personal supervision is answered question by question, and where something is wrong, what is done about it', () => {
  const { schema } = caseCommands.concludeFollowUp
  const pathsOf = (supervision: unknown) =>
    schema.safeParse({ ...conclude().input, supervision }).error?.issues.map(({ path }) => path.join('.'))
  expect(pathsOf(undefined)).toEqual(['supervision'])
  expect(pathsOf({ ...allRight, towardsGoals: undefined })).toEqual(['supervision.towardsGoals'])
  expect(pathsOf(allRight)).toBeUndefined()
  for (const answer of ['partly', 'no'] as const)
    for (const question of supervisionQuestions) {
      const found = { ...allRight, [question]: answer }
      expect(pathsOf(found)).toEqual(['supervision.action'])
      expect(pathsOf({ ...found, action: 'Vi taler med tilbuddet.' })).toBeUndefined()
    }
})
