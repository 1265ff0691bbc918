/**
 * The provider's report before a status meeting gathers itself out of what is on record: how the days went, the goals as
 * they were followed with both voices, absences with their reasons. Only what the citizen says, and what the place makes
 * of it, is written for it. Followings and notes are told by the event that holds them: they never change, and what the
 * eraser takes away is gone from the report too.
 */
import { z } from 'zod'
import { absenceReasons } from '../../attendance/fact.ts'
import { PartId } from '../../identity.ts'
import { addDays, CalendarDay } from '../../time/calendar-day.ts'
import { dayOutcomes, type ExpectedDay } from '../absence/pattern.ts'
import type { CaseFile, DailyNote, GoalFollowed, Order, StatusMeeting } from '../case-file.ts'
import { goalsOf } from '../intervention/goals.ts'

const text = z.string().trim().min(1)

/** What the citizen says themselves, in their own words, or why it could not be had. Never left out. */
export const CitizensVoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), words: text, how: z.enum(['words', 'pictures', 'shown']) }),
  z.object({ kind: z.literal('notHad'), because: text }),
])
export type CitizensVoice = z.infer<typeof CitizensVoice>

export const ReportedAbsence = z.object({
  day: CalendarDay,
  outcome: z.enum(dayOutcomes),
  reason: z.enum(absenceReasons).optional(),
})

export const ReportFacts = z.object({
  from: CalendarDay,
  to: CalendarDay,
  /** How many days became what. A day that nobody wrote of is in none. */
  days: z.array(z.object({ outcome: z.enum(dayOutcomes), count: z.int().positive() })),
  absences: z.array(ReportedAbsence),
  goals: z.array(z.object({ goalId: PartId, text, followed: z.array(z.int().positive()) })),
})
export type ReportFacts = z.infer<typeof ReportFacts>

export const StatusReport = ReportFacts.extend({
  /** Daily notes that the place chose, by their events. */
  notes: z.array(z.int().positive()),
  voice: CitizensVoice,
  /** How the place sees it: what works, what does not, what is needed. */
  assessment: text,
})
export type StatusReport = z.infer<typeof StatusReport>

/** The day after the last report of a meeting that is over, or the first day: what was told once is not told again. */
function reportFrom(order: Order, today: CalendarDay): CalendarDay {
  const told = order.meetings.filter((m) => m.concluded).flatMap((m) => reportOf(m)?.to ?? [])
  const last = told.sort().at(-1)
  return last ? addDays(last, 1) : (order.started?.on ?? today)
}

/** What is on record of the person at the place from the last report, or the first day, until today. */
export function gatherReport(
  file: Pick<CaseFile, 'goals'>,
  order: Order,
  days: readonly ExpectedDay[],
  today: CalendarDay,
): ReportFacts {
  const from = reportFrom(order, today)
  const within = days.filter(({ day }) => day >= from && day <= today)
  const counted = dayOutcomes
    .map((outcome) => ({ outcome, count: within.filter((d) => d.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
  return {
    from,
    to: today,
    days: counted,
    absences: within
      .filter(({ outcome }) => outcome === 'cancelled' || outcome === 'noShow')
      .map(({ day, outcome, reason }) => ({ day, outcome, ...(reason && { reason }) })),
    goals: goalsOf(file, order).map(({ goalId, text: words }) => ({
      goalId,
      text: words,
      followed: order.followed
        .filter((f) => f.goalId === goalId && f.on >= from && f.on <= today)
        .map(({ seq }) => seq),
    })),
  }
}

/** The daily notes that a report can choose from: the period's, the newest first. */
export const notesForReport = (order: Order, today: CalendarDay): readonly DailyNote[] =>
  order.dailyNotes
    .filter((note) => note.on >= reportFrom(order, today) && note.on <= today)
    .sort((a, b) => b.on.localeCompare(a.on) || b.seq - a.seq)

/** The report that holds for a meeting: the latest. */
export const reportOf = ({ reports }: Pick<StatusMeeting, 'reports'>) => reports.at(-1)

/** The followings that a report tells of, as they stand in the case. */
export const followingsIn = (
  order: Pick<Order, 'followed'>,
  seqs: readonly number[],
): readonly GoalFollowed[] => order.followed.filter((f) => seqs.includes(f.seq))
export const notesIn = (order: Pick<Order, 'dailyNotes'>, seqs: readonly number[]): readonly DailyNote[] =>
  order.dailyNotes.filter((n) => seqs.includes(n.seq))
