/** Where follow-up of a placement stands: the year's wheel, the meeting that is called, what it rests on. */
import type { PartId } from '../../identity.ts'
import { type Round, roundsFrom } from '../../standard/rounds.ts'
import type { CaseParameters } from '../../standard/terms.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import type { CaseFile, Fact, FollowUp, MeetingAppointment, Order, StatusMeeting } from '../case-file.ts'
import type { Placement } from '../placement-rounds.ts'

export const conclusionsOf = (order: Order): readonly FollowUp[] =>
  order.meetings.flatMap((m) => m.concluded ?? [])

/** When and where it is, as it was said last. Every meeting was called for a time. */
export function appointmentOf({
  appointments,
  meetingId,
}: Pick<StatusMeeting, 'appointments' | 'meetingId'>): MeetingAppointment {
  const last = appointments.at(-1)
  if (last === undefined) throw new Error(`meeting ${meetingId} has no time`)
  return last
}

export const isOpenMeeting = ({ cancelled, concluded }: StatusMeeting): boolean => !cancelled && !concluded

/** The meeting that is called and neither cancelled nor concluded. There is never more than one. */
export const openMeeting = ({ meetings }: Order): StatusMeeting | undefined => meetings.find(isOpenMeeting)

export function findMeeting(
  file: CaseFile,
  meetingId: PartId,
): { readonly order: Order; readonly meeting: StatusMeeting } | undefined {
  for (const order of file.orders) {
    const meeting = order.meetings.find((m) => m.meetingId === meetingId)
    if (meeting) return { order, meeting }
  }
  return undefined
}

const assessments = (file: CaseFile): readonly Fact[] => [
  ...file.proceedings.flatMap((p) => p.assessments),
  ...file.orders.flatMap(conclusionsOf),
]

/**
 * The year's wheel of a placement (K2.3-1): from the last assessment of the need before the first day (or from that day, when
 * the year would be over by then), and from each follow-up or new assessment since.
 */
export function wheelOf(
  file: CaseFile,
  { order, started }: Placement,
  parameters: CaseParameters,
): readonly Round[] {
  const due = (day: CalendarDay): CalendarDay => deadlineFor('REVIEW_DUE', day, { parameters }).due
  const before = assessments(file)
    .filter((fact) => fact.on <= started.on && fact.seq < started.seq)
    .sort((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)
    .at(-1)
  const from = before && due(before.on) > started.on ? before : started
  const since = file.proceedings.flatMap((p) => p.assessments).filter((a) => a.seq > started.seq)
  return roundsFrom(from, [...conclusionsOf(order), ...since], due)
}

/** When the next follow-up is due, of a placement that goes on. */
export const nextFollowUp = (
  file: CaseFile,
  placement: Placement,
  parameters: CaseParameters,
): CalendarDay | undefined => wheelOf(file, placement, parameters).at(-1)?.due

/** The wishes that no follow-up has answered. */
export const openWishes = (order: Order) =>
  order.followUpWishes.filter((wish) => followUpAfter(order, wish) === undefined)

/** The first follow-up on or after the day of a wish, concluded after it was on record. */
export const followUpAfter = (order: Order, wish: Fact): FollowUp | undefined =>
  conclusionsOf(order).find((c) => c.seq > wish.seq && c.on >= wish.on)
