import { z } from 'zod'
import { roundsFrom } from '../../standard/rounds.ts'
import { caseRule, dueBy, dueInWorkingDays, metBy } from '../../standard/rule.ts'
import { addDays, addMonths, type CalendarDay, latest } from '../../time/calendar-day.ts'
import { type Deadline, deadlineFor } from '../../time/deadline.ts'
import type { CaseFile, MeetingAppointment, Order } from '../case-file.ts'
import { continuedOrder, latestOf } from '../order/continued.ts'
import { placementReplacedOn, placements } from '../placement-rounds.ts'
import { conclusionsOf, followUpAfter, wheelOf } from './about.ts'

const none = z.object({})

const superseded = (on: CalendarDay | undefined) => on && { voidOn: on, voidReason: 'superseded' as const }

/**
 * The need is assessed once a year (K2.3-1), and once more some months after the first day where the municipality promises
 * that. It comes up some time ahead, so that a meeting can be called, and a follow-up before that counts.
 */
export const followedUpYearly = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap((placement) => {
    const { order, started, replacedOn } = placement
    const ahead = (due: CalendarDay, from: CalendarDay, met: CalendarDay | undefined): CalendarDay => {
      const comesUp = latest(from, addDays(due, -parameters.followUpAheadDays))
      return met !== undefined && met < comesUp ? met : comesUp
    }
    const rounds = wheelOf(file, placement, parameters).map(({ from, met }) => {
      const deadline = deadlineFor('REVIEW_DUE', from.on, { parameters })
      const begins = latest(from.on, started.on)
      return {
        about: `year-${started.seq}-${from.seq}`,
        triggeredOn: begins,
        arisesOn: ahead(deadline.due, begins, met?.on),
        ...dueBy(deadline),
        ...metBy(met && { ...met, on: latest(met.on, begins) }, started.seq, from.seq),
        ...superseded(replacedOn),
        task: 'followUp' as const,
      }
    })
    const months = parameters.firstFollowUpMonths
    if (months === 0) return rounds
    const day = addMonths(started.on, months)
    const [met] = conclusionsOf(order)
    const first = {
      about: `first-${started.seq}`,
      triggeredOn: started.on,
      arisesOn: ahead(day, started.on, met?.on),
      dueOn: day,
      derivation: [
        { step: 'from' as const, day: started.on },
        { step: 'add' as const, amount: months, unit: 'month' as const, day },
      ],
      ...metBy(met, started.seq),
      ...superseded(replacedOn),
      task: 'followUp' as const,
    }
    return [first, ...rounds]
  }),
)

/**
 * Personal supervision as part of follow-up (SEL § 148): within a year of the first day, and of each time since. A follow-up
 * that does not say what supervision found does not count.
 */
export const supervisedPersonally = caseRule(none, (file, _, { parameters }) =>
  placements(file).flatMap(({ order, started, replacedOn }) => {
    const due = (day: CalendarDay): CalendarDay => deadlineFor('REVIEW_DUE', day, { parameters }).due
    const supervised = conclusionsOf(order).filter(({ supervision }) => supervision !== undefined)
    return roundsFrom(started, supervised, due).map(({ from, met }) => {
      const deadline = deadlineFor('REVIEW_DUE', from.on, { parameters })
      const comesUp = latest(from.on, addDays(deadline.due, -parameters.followUpAheadDays))
      return {
        about: `supervised-${started.seq}-${from.seq}`,
        triggeredOn: from.on,
        arisesOn: met && met.on < comesUp ? met.on : comesUp,
        ...dueBy(deadline),
        ...metBy(met, started.seq, from.seq),
        ...superseded(replacedOn),
        task: 'followUp' as const,
      }
    })
  }),
)

/** And when it is needed (K2.3-2): whoever asked, it is followed up within some days. */
export const followedUpWhenAsked = caseRule(none, (file, _, { parameters }) =>
  file.orders.flatMap((order) =>
    order.followUpWishes.map((wish) => {
      const day = addDays(wish.on, parameters.followUpAskedDays)
      return {
        about: `asked-${wish.seq}`,
        triggeredOn: wish.on,
        arisesOn: wish.on,
        dueOn: day,
        derivation: [
          { step: 'from' as const, day: wish.on },
          { step: 'add' as const, amount: parameters.followUpAskedDays, unit: 'day' as const, day },
        ],
        ...metBy(followUpAfter(continuedOrder(latestOf(file, order)), wish), wish.seq),
        ...superseded(placementReplacedOn(file, order)),
        task: 'followUp' as const,
      }
    }),
  ),
)

/** Called too late for the whole time before it: then the report is due when the meeting is. */
const reportDue = ({ on, day }: MeetingAppointment, deadline: Deadline) =>
  deadline.due < on ? { dueOn: day, derivation: [{ step: 'named' as const, day }] } : dueBy(deadline)

const firstOn = (...days: readonly (CalendarDay | undefined)[]): CalendarDay | undefined =>
  days.flatMap((day) => day ?? []).sort()[0]

/**
 * The provider fills in its follow-up before the status meeting (K2.2b-4). Each time that the meeting was set for has its own
 * duty, so that moving a meeting does not wipe out a report that was late.
 */
export const reportBeforeMeeting = caseRule(none, (file, _, { parameters }) =>
  file.orders.flatMap((order) =>
    order.meetings.flatMap((meeting) =>
      meeting.appointments.map((appointment, index) => {
        const next = meeting.appointments[index + 1]
        const [report] = meeting.reports.filter((r) => next === undefined || r.seq < next.seq)
        const without = meeting.concluded
        const over = firstOn(next?.on, meeting.cancelled?.on, without && latest(without.on, appointment.on))
        return {
          about: `report-${appointment.seq}`,
          triggeredOn: appointment.on,
          arisesOn: appointment.on,
          actor: 'provider' as const,
          towards: 'authority' as const,
          ...reportDue(appointment, deadlineFor('PROVIDER_REPORT_DUE', appointment.day, { parameters })),
          ...metBy(report && { ...report, on: latest(report.on, appointment.on) }, appointment.seq),
          ...(over ? { voidOn: over, voidReason: 'notNeeded' as const } : replacement(file, order)),
          task: 'sendStatusReport' as const,
        }
      }),
    ),
  ),
)

const replacement = (file: CaseFile, order: Order) => superseded(placementReplacedOn(file, order))

/** Whoever asks for another time of their meeting is answered: with one, or with why not. */
export const otherTimeAnswered = caseRule(none, (file, _, { parameters }) =>
  file.orders.flatMap((order) =>
    order.meetings.flatMap((meeting) =>
      meeting.otherTimes.map((wish) => ({
        about: `other-time-${wish.seq}`,
        triggeredOn: wish.on,
        arisesOn: wish.on,
        ...dueInWorkingDays(wish.on, parameters.messageAnswerWorkingDays),
        ...metBy(wish.answered, wish.seq),
        ...(meeting.concluded
          ? { voidOn: latest(meeting.concluded.on, wish.on), voidReason: 'notNeeded' as const }
          : replacement(file, order)),
        task: 'answerOtherTime' as const,
      })),
    ),
  ),
)
