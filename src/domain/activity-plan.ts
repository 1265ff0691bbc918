/** What a provider offers, about no person: an activity with its places in the week. */
import { z } from 'zod'
import { OfferedActivity } from './case/activity/events.ts'
import { CalendarDay } from './time/calendar-day.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const ActivitySlot = z
  .object({
    /** ISO: 1 is Monday. */
    weekday: z.int().min(1).max(7),
    starts: time,
    ends: time,
    place: z.string().trim().max(80).optional(),
  })
  .refine((slot) => slot.ends > slot.starts, { path: ['ends'] })
export type ActivitySlot = z.infer<typeof ActivitySlot>

export const PlannedActivity = OfferedActivity.extend({
  name: z.string().trim().min(1).max(80),
  slots: z.array(ActivitySlot).max(14),
  activeFrom: CalendarDay,
  /** The last day, included. */
  activeTo: CalendarDay.nullable(),
})
export type PlannedActivity = z.infer<typeof PlannedActivity>

export const isOffered = ({ activeFrom, activeTo }: PlannedActivity, day: CalendarDay): boolean =>
  activeFrom <= day && (activeTo === null || day <= activeTo)

export type WeekPlanEntry = { readonly slot: ActivitySlot; readonly activity: PlannedActivity }

/** The week as it is offered on a day: for each weekday with something on it, the activities by the clock. */
export function weekPlanOf(
  activities: readonly PlannedActivity[],
  day: CalendarDay,
): ReadonlyMap<number, readonly WeekPlanEntry[]> {
  const entries = activities
    .filter((activity) => isOffered(activity, day))
    .flatMap((activity) => activity.slots.map((slot) => ({ slot, activity })))
    .sort(
      (a, b) =>
        a.slot.weekday - b.slot.weekday ||
        a.slot.starts.localeCompare(b.slot.starts) ||
        a.activity.name.localeCompare(b.activity.name, 'da'),
    )
  return grouped(entries)
}

function grouped(entries: readonly WeekPlanEntry[]): ReadonlyMap<number, readonly WeekPlanEntry[]> {
  const days = new Map<number, WeekPlanEntry[]>()
  for (const entry of entries) {
    const day = days.get(entry.slot.weekday)
    if (day) day.push(entry)
    else days.set(entry.slot.weekday, [entry])
  }
  return days
}

/** The activity as it goes into a person's history. */
export const offeredOf = ({
  activityId,
  name,
  sharing,
  kind,
  domains,
  health,
}: PlannedActivity): OfferedActivity => ({
  activityId,
  name,
  sharing,
  kind,
  domains: [...domains],
  health,
})
