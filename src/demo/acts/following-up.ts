/** The year's follow-up of some who have begun: a meeting that comes, a report that is owed, one to conclude, one concluded. */
import type { CaseFile, Order } from '../../domain/case/case-file.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { openMeeting } from '../../domain/case/follow-up/about.ts'
import { gatherReport } from '../../domain/case/follow-up/report.ts'
import { goalsOf } from '../../domain/case/intervention/goals.ts'
import { openThreads } from '../../domain/case/message/thread.ts'
import { addDays, type CalendarDay } from '../../domain/time/calendar-day.ts'
import { chanceOf } from '../chance.ts'
import { type Asker, asCitizen, asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'

const voices = [
  'Jeg kan godt lide at være her. Der må gerne være mere musik.',
  'Det går bedre om formiddagen. Jeg bliver træt efter frokost.',
  'Jeg vil gerne blive ved med at lave mad.',
] as const

/** How far it has come: called and the report owed; reported and prepared; held; concluded; or only asked for. */
const courses = ['called', 'prepared', 'held', 'concluded', 'asked', 'none', 'none'] as const

/** Draws from nothing that the other acts draw from. */
export function followingUpActs({ anchor, cast, citizen, place, caseworker }: Scene): readonly Act[] {
  const chance = chanceOf('following-up', citizen.key)
  const [first] = cast.workersAt(place.provider)
  const said = chance.pick(voices)
  const drawn = chance.pick(courses)
  const course = citizen.featured === undefined || chance.happens(0.4) ? drawn : 'prepared'
  const me = asStaff(caseworker)
  const they = asStaff(first)
  const citizensOwn = asCitizen(citizen)
  type Does = (order: Order, file: CaseFile, today: CalendarDay) => CaseCommand | undefined
  const act = (ago: number, by: Asker, command: Does): Act => ({
    day: nextWorkingDay(addDays(anchor, -ago)),
    stage: 'started',
    by,
    does: async ({ look, today }) => {
      const file = await look()
      const order = openThreads(file, today).at(-1)
      const begun = order?.started !== undefined && order.started.on <= today
      return !begun || file.died || file.closed ? undefined : command(order, file, today)
    },
  })
  const call = (ago: number, inDays: number): Act =>
    act(ago, me, ({ orderId }, _, today) => ({
      type: 'callStatusMeeting',
      input: {
        orderId,
        day: nextWorkingDay(addDays(today, inDays)),
        starts: '10:00',
        ends: '11:00',
        place: 'Hos tilbuddet, i mødelokalet',
        participants: ['citizen', 'companion', 'contactPerson', 'caseworker'],
      },
    }))
  const report = (ago: number): Act =>
    act(ago, they, (order, file, today) => {
      const meeting = openMeeting(order)
      return (
        meeting && {
          type: 'sendStatusReport',
          input: {
            ...gatherReport(file, order, [], today),
            meetingId: meeting.meetingId,
            notes: order.dailyNotes
              .filter((n) => n.on <= today)
              .slice(-2)
              .map((n) => n.seq),
            voice: { kind: 'said', words: said, how: 'words' },
            assessment: 'Dagene har en fast rytme. Fællesskabet om formiddagen er det, der virker bedst.',
          },
        }
      )
    })
  const prepare = act(5, citizensOwn, (order) => {
    const meeting = openMeeting(order)
    return (
      meeting && {
        type: 'prepareMeeting',
        input: {
          meetingId: meeting.meetingId,
          answers: [
            { question: 'goesWell', mood: 'good', words: said },
            { question: 'wantsToTalkAbout', words: 'Om jeg kan komme en anden dag end mandag.' },
          ],
          companion: 'Min søster',
        },
      }
    )
  })
  const otherTime = act(2, citizensOwn, (order) => {
    const meeting = openMeeting(order)
    return (
      meeting && {
        type: 'askForOtherTime',
        input: { meetingId: meeting.meetingId, words: 'Min søster kan kun om eftermiddagen.' },
      }
    )
  })
  const conclude = act(8, me, (order, file, today) => {
    const meeting = openMeeting(order)
    const held = meeting?.appointments.at(-1)
    if (!meeting || !held || held.day > today || meeting.reports.length === 0) return undefined
    return {
      type: 'concludeFollowUp',
      input: {
        meetingId: meeting.meetingId,
        citizen: { kind: 'yes', said },
        minutes: 'Vi talte om dagene, om hvad der går godt, og om vejen frem og tilbage.',
        goals: goalsOf(file, order).map(({ goalId }) => ({ goalId, result: 'partly', level: 2 })),
        onward: 'asIs',
        because: 'Hjælpen tjener stadig sit formål, og borgeren vil gerne blive ved.',
        result: 'continue',
        supervision: {
          getsDecided: 'yes',
          towardsGoals: 'yes',
          asItShouldBe: 'partly',
          action: 'Tilbuddet skriver en note efter hver samtale, og vi taler om det igen til foråret.',
        },
      },
    }
  })
  const ask = act(6, they, ({ orderId }) => ({
    type: 'askForFollowUp',
    input: {
      orderId,
      askedBy: 'provider',
      trigger: 'wellbeing',
      words: 'Er mere træt end før og går tidligere hjem. Vi vil gerne tale sammen før tid.',
    },
  }))
  return {
    called: [call(9, 26)],
    prepared: [call(16, 22), report(7), prepare, otherTime],
    held: [call(20, 18), report(12)],
    concluded: [call(24, 12), report(20), conclude],
    asked: [ask],
    none: [],
  }[course]
}
