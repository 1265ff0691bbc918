/** What happens to letters and orders, and how a case ends. */

import { dayOutcomes } from '../../src/domain/case/absence/pattern.ts'
import type { OfferedActivity } from '../../src/domain/case/activity/events.ts'
import {
  type CaseFile,
  currentOrder,
  currentProceeding,
  type Letter,
  type Order,
} from '../../src/domain/case/case-file.ts'
import type { EventActor } from '../../src/domain/case/envelope.ts'
import {
  followUpTriggers,
  goalResults,
  interventionResults,
  supervisionAnswers,
} from '../../src/domain/case/follow-up/events.ts'
import { gatherReport } from '../../src/domain/case/follow-up/report.ts'
import { goalsOf } from '../../src/domain/case/intervention/goals.ts'
import { currentMove } from '../../src/domain/case/moving/about.ts'
import {
  asApplied,
  openReassessmentOf,
  runningOrder,
  standingPlace,
} from '../../src/domain/case/reassessment/standing.ts'
import { openReports } from '../../src/domain/case/report/decide.ts'
import { MunicipalityCode } from '../../src/domain/identity.ts'
import { addDays, type CalendarDay, latest } from '../../src/domain/time/calendar-day.ts'
import { type SkillDomain, skillDomains } from '../../src/domain/vocabulary/skill-domain.ts'
import { asKaren, asPia, asPost, asSystem, part, pia } from './case-story.ts'
import { type Move, one, sometimes } from './move.ts'

const byCpr: EventActor = { kind: 'system', name: 'cpr' }
const billund = MunicipalityCode.parse('0530')

/** The post's reports on one copy of one letter: a later letter more likely than one that has arrived. */
export function post(letters: readonly Letter[], today: CalendarDay, detail: number): readonly Move[] {
  const copies = letters.flatMap((letter) => letter.copies.map((copy) => ({ letter, copy })))
  const waiting = copies.filter(({ copy }) => copy.delivered === undefined)
  const found = waiting[detail % Math.max(1, waiting.length)]
  if (found === undefined) return []
  const { letter, copy } = found
  const of = { letterId: letter.letterId, recipient: copy.recipient }
  const digital = { ...of, channel: 'digitalPost' } as const
  return [
    ...(copy.dispatched
      ? [
          sometimes(
            10,
            { type: 'recordDelivery', input: { ...digital, deliveredOn: today, proof: 'receipt' } },
            asPost,
          ),
        ]
      : [sometimes(14, { type: 'recordDispatch', input: { ...digital, messageId: 'm1' } }, asPost)]),
    sometimes(2, { type: 'recordFailure', input: { ...digital, code: 'unknown', reason: 'Ukendt' } }, asPost),
    ...(copy.failed
      ? [
          sometimes(6, {
            type: 'handleLetterFailure',
            input: {
              ...of,
              how: one(['resentDigitally', 'sentOnPaper', 'handedOver', 'noLongerNeeded'], detail),
            },
          }),
        ]
      : []),
  ]
}

export function carryingOut(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const order = currentOrder(file)
  const send = sometimes(currentProceeding(file).decision ? 8 : 0, {
    type: 'sendOrder',
    input: { needs: 'Overblik', resources: 'Glad for at bage' },
  })
  if (order === undefined) return [send]
  const { orderId } = order
  const question = order.questions.some((q) => q.answered === undefined)
  return [
    send,
    sometimes(3, { type: 'openOrder', input: { orderId } }, asPia),
    sometimes(
      5,
      {
        type: 'acceptOrder',
        input: { orderId, startOn: latest(today, order.content.startOn), contactPerson: pia },
      },
      asPia,
    ),
    sometimes(2, { type: 'declineOrder', input: { orderId, reason: 'Holdet er fuldt' } }, asPia),
    sometimes(2, { type: 'questionOrder', input: { orderId, question: 'Kan hun spise selv?' } }, asPia),
    sometimes(question ? 4 : 0, { type: 'answerOrderQuestion', input: { orderId, answer: 'Ja' } }),
    sometimes(4, {
      type: 'judgeContent',
      input: { orderId, aimed: detail % 3 > 0, because: 'Målene er aftalt med hende.' },
    }),
    ...absence(file, order, today, detail),
    ...followUp(file, order, today, detail),
    ...lookingAnew(file, today, detail),
    ...reporting(file, order, today, detail),
    sometimes(3, {
      type: 'arrangeTransport',
      input: { orderId, wheelchair: detail % 2 > 0, companion: detail % 3 > 0 },
    }),
    sometimes(
      5,
      { type: 'startPlacement', input: { orderId, startedOn: addDays(today, -(detail % 2)) } },
      asPia,
    ),
  ]
}

const activities: readonly [OfferedActivity, OfferedActivity] = [
  {
    activityId: part('Keramik'),
    name: 'Keramik',
    sharing: 'shared',
    kind: 'be5d5058-ef06-42a9-b894-51e44513e717',
    domains: ['motor'],
    health: false,
  },
  {
    activityId: part('Gåtur'),
    name: 'Gåtur',
    sharing: 'individual',
    kind: '66e23d66-1c5f-4070-bed1-8827cc863dcd',
    domains: ['motor', 'social'],
    health: true,
  },
]

/** What is written and done at the place, day by day. */
export function everyday(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const order = currentOrder(file)
  if (order === undefined) return []
  const { orderId } = order
  const activity = one(activities, detail)
  const going = order.participations.find((p) => p.left === undefined)
  return [
    sometimes(
      6,
      {
        type: 'recordDailyNote',
        input: {
          orderId,
          text: 'Bagte boller med holdet.',
          goals: detail % 2 ? order.content.goals.slice(0, 1).map((g) => g.goalId) : [],
          domains: one<SkillDomain[]>([['social'], ['motor', 'intellectual'], []], detail),
          health: detail % 5 === 0,
          happenedOn: addDays(today, -(detail % 6)),
        },
      },
      asPia,
    ),
    sometimes(3, { type: 'joinActivity', input: { orderId, activity, from: today } }, asPia),
    ...(going
      ? [
          sometimes(
            1,
            { type: 'leaveActivity', input: { participationId: going.participationId, from: today } },
            asPia,
          ),
        ]
      : []),
    sometimes(1, { type: 'declineActivity', input: { orderId, activity } }, asPia),
    sometimes(
      1,
      { type: 'explainNoSharedActivity', input: { orderId, because: 'Kun én ad gangen.' } },
      asPia,
    ),
    sometimes(
      1,
      {
        type: 'setSkillDomainAside',
        input: { orderId, domain: one(skillDomains, detail), because: 'Kan selv.' },
      },
      asPia,
    ),
  ]
}

/** Days at the offer as they may have been, and the talks about absence that follow. */
function absence(file: CaseFile, order: Order, today: CalendarDay, detail: number): readonly Move[] {
  const { orderId, started } = order
  if (!started) return []
  const pattern = file.repeatedAbsence.at(-1)
  const days = Array.from({ length: 8 }, (_, n) => ({
    day: addDays(today, -n),
    outcome: one(dayOutcomes, detail + n * n),
  }))
  const look = sometimes(6, { type: 'recordAbsencePattern', input: { orderId, days } }, asSystem)
  if (!pattern) return [look]
  const { patternId } = pattern
  return [
    look,
    sometimes(8, {
      type: 'recordAbsenceDialogue',
      input: {
        patternId,
        with: one(['citizen', 'provider'], detail),
        how: 'phone',
        cause: one(['days', 'health', 'unsaid'], detail),
        words: 'Onsdag er svær.',
        heldOn: addDays(today, -(detail % 3)),
      },
    }),
    sometimes(8, {
      type: 'assessContinuation',
      input: {
        patternId,
        outcome: one(['asIs', 'adjusted', 'proposedToEnd'], detail),
        because: 'De tre dage passer.',
      },
    }),
  ]
}

/** What the provider tells, and what is answered. */
function reporting(file: CaseFile, { orderId }: Order, today: CalendarDay, detail: number): readonly Move[] {
  const [report] = openReports(file)
  return [
    sometimes(
      3,
      {
        type: 'reportToAuthority',
        input: {
          orderId,
          kind: one(['deviation', 'deliveryProblem', 'changeRequest'], detail),
          since: addDays(today, -(detail % 40)),
          what: 'Hun kommer ikke om onsdagen.',
          done: 'Vi har talt med hende.',
          proposed: 'En anden dag.',
          hints: ['longAbsence'],
        },
      },
      asPia,
    ),
    ...(report
      ? [
          sometimes(4, {
            type: 'answerReport',
            input: {
              reportId: report.reportId,
              reaction: one(['contact', 'noChange', 'reassessment', 'followUp'], detail),
              words: 'Vi taler med hende på mandag.',
            },
          }),
        ]
      : []),
  ]
}

/** A running placement looked at anew, by us or because the citizen asks for something else. */
function lookingAnew(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const place = standingPlace(file)
  if (place === undefined || runningOrder(file) === undefined) return []
  const open = openReassessmentOf(file)
  return [
    sometimes(open ? 1 : 5, {
      type: 'openReassessment',
      input: { cause: one(['followUp', 'deviation', 'absence'], detail), because: 'Hun kommer sjældnere.' },
    }),
    sometimes(
      open ? 1 : 4,
      {
        type: 'askForChange',
        input: {
          channel: one(['web', 'phone', 'letter'], detail),
          by: 'citizen',
          applied: { ...asApplied(place), daysPerWeek: 1 + (detail % 5) },
          end: detail % 9 === 0,
          because: 'Jeg vil gerne have andre dage.',
          receivedOn: addDays(today, -(detail % 2)),
        },
      },
      asKaren,
    ),
    sometimes(open ? 3 : 0, {
      type: 'concludeReassessment',
      input: { conclusion: one(['unchanged', 'takenBack'], detail), because: 'De dage, hun har, passer.' },
    }),
  ]
}

/** Meetings called, moved, prepared, reported to and concluded, in whatever order somebody tries it. */
function followUp(file: CaseFile, order: Order, today: CalendarDay, detail: number): readonly Move[] {
  const { orderId, started } = order
  if (!started) return []
  const meetingId = order.meetings.at(-1)?.meetingId
  const time = { starts: '10:00', ends: '11:00', place: 'Kærhøj' }
  const ask = sometimes(
    2,
    {
      type: 'askForFollowUp',
      input: {
        orderId,
        askedBy: 'provider',
        trigger: one(followUpTriggers, detail),
        words: 'Sover dårligt.',
      },
    },
    asPia,
  )
  const call = sometimes(5, {
    type: 'callStatusMeeting',
    input: { orderId, ...time, day: addDays(today, detail % 5), participants: ['citizen', 'contactPerson'] },
  })
  if (meetingId === undefined) return [ask, call]
  const needChanged = detail % 4 === 0
  return [
    ask,
    call,
    sometimes(2, {
      type: 'moveStatusMeeting',
      input: { meetingId, ...time, day: addDays(today, detail % 9), because: 'Sygdom.' },
    }),
    sometimes(1, { type: 'cancelStatusMeeting', input: { meetingId, because: 'Efter ferien.' } }),
    sometimes(5, { type: 'askForOtherTime', input: { meetingId, words: 'Hellere om onsdagen.' } }, asKaren),
    sometimes(2, { type: 'keepMeetingTime', input: { meetingId, because: 'Intet andet lokale.' } }),
    sometimes(
      2,
      {
        type: 'prepareMeeting',
        input: {
          meetingId,
          answers: [{ question: 'goesWell', words: 'Køkkenet.' }],
          companion: 'Min søster',
        },
      },
      asKaren,
    ),
    sometimes(
      4,
      {
        type: 'sendStatusReport',
        input: {
          ...gatherReport(file, order, [], today),
          meetingId,
          notes: [],
          voice: { kind: 'said', words: 'Jeg vil blive.', how: 'words' },
          assessment: 'Det går godt.',
        },
      },
      asPia,
    ),
    sometimes(8, {
      type: 'concludeFollowUp',
      input: {
        meetingId,
        citizen: { kind: 'yes', said: 'Jeg vil blive.' },
        minutes: 'Vi talte om dagene.',
        goals: goalsOf(file, order).map(({ goalId }) => ({ goalId, result: one(goalResults, detail) })),
        onward: needChanged ? 'reassessment' : one(['asIs', 'adjustedGoals'], detail),
        because: 'Dagene passer.',
        result: needChanged ? one(interventionResults, detail) : 'continue',
        supervision: {
          getsDecided: one(supervisionAnswers, detail),
          towardsGoals: 'yes',
          asItShouldBe: one(supervisionAnswers, detail + 1),
          action: 'Vi taler med tilbuddet om onsdagene.',
        },
        ...(detail % 3 === 0 && { withoutReport: 'Tilbuddet nåede den ikke.' }),
      },
    }),
  ]
}

/** The citizen moves, here or away: said, settled, handed over, or not after all. */
function moving(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const here = sometimes(detail % 5 === 0 ? 1 : 0, {
    type: 'recordMovedHere',
    input: { from: billund, movedOn: addDays(today, -(detail % 20)) },
  })
  if (currentMove(file) === undefined)
    return [
      here,
      sometimes(2, {
        type: 'announceMove',
        input: {
          to: billund,
          movesOn: addDays(today, (detail % 60) - 10),
          why: one(['ownWish', 'ownWish', 'placedByUs'], detail),
          how: 'Karen ringede',
        },
      }),
    ]
  return [
    sometimes(1, { type: 'callOffMove', input: { because: 'Hun blev boende' } }),
    sometimes(5, {
      type: 'settleMove',
      input: {
        outcome: one(['theyTakeOver', 'weStay', 'theyTakeOver', 'disputed'], detail),
        takeoverOn: addDays(today, detail % 30),
        basis: 'Aftalt på telefon',
        toProvider: 'Hun flytter. Pladsen fortsætter.',
      },
    }),
    sometimes(2, { type: 'answerHandover', input: { given: detail % 2 > 0, form: 'oral', said: 'Ja' } }),
    sometimes(3, {
      type: 'handOverPapers',
      input: { ground: one(['consent', 'necessary'], detail), papers: 'Afgørelsen', how: 'sikker mail' },
    }),
  ]
}

/** Rare, as in life, so that most histories come further. */
export function endings(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const decided = currentProceeding(file).decision !== undefined
  const rarely = detail % 8 === 0 ? 1 : 0
  return [
    sometimes(rarely, { type: 'withdrawApplication', input: { by: 'citizen', how: 'telefon' } }, asKaren),
    sometimes(rarely, { type: 'registerDeath', input: { diedOn: addDays(today, -(detail % 3)) } }, byCpr),
    sometimes(detail % 4 === 0 ? 1 : 0, {
      type: 'changeActingMunicipality',
      input: { to: billund, effectiveOn: addDays(today, -(detail % 6)), basis: 'RSL § 9' },
    }),
    ...moving(file, today, detail),
    sometimes(decided ? 2 : 0, {
      type: 'registerRemand',
      input: { receivedOn: today, reference: 'AST 26-1234', whatToInform: 'Lægelige oplysninger' },
    }),
    sometimes(decided ? 2 : rarely, {
      type: 'closeCase',
      input: { reason: one(['refused', 'withdrawn', 'death', 'moved'], detail) },
    }),
  ]
}
