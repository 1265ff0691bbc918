/**
 * What somebody recorded about one person's day at one placement. A fact is made once, with an id of its maker's own, and
 * never changed: sent twice it is one fact, and what was wrong is undone or set aside by another fact.
 */
import { z } from 'zod'
import { EventActor } from '../case/envelope.ts'
import { type CaseId, PartId, type PersonId, type ProviderId } from '../identity.ts'
import { CalendarDay, copenhagenDay, daysBetween } from '../time/calendar-day.ts'

export const attendanceKinds = [
  'arrived',
  'left',
  /** Said beforehand or on the day, with a reason (“afbud”). */
  'cancelled',
  /** Expected, did not come, and nobody said so (“udeblevet”). */
  'noShow',
  'late',
  /** Takes back the fact it refers to. */
  'undone',
  /** Of facts that contradict each other, the one it refers to holds; the others are set aside, and stay on record. */
  'settled',
] as const
export type AttendanceKind = (typeof attendanceKinds)[number]

export const absenceReasons = [
  'illness',
  'hospital',
  'holiday',
  'treatment',
  'unwilling',
  'other',
  'unsaid',
] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** Whose word it is, whoever wrote it down. */
export const informants = ['citizen', 'relative', 'residence', 'staff'] as const
export type Informant = (typeof informants)[number]

export const dayParts = ['full', 'morning', 'afternoon'] as const
export type DayPart = (typeof dayParts)[number]

/** What whoever records says. The rest of the fact is the server's own knowledge. */
export const NewAttendance = z
  .object({
    factId: z.uuid().toLowerCase(),
    orderId: PartId,
    day: CalendarDay,
    kind: z.enum(attendanceKinds),
    part: z.enum(dayParts).optional(),
    reason: z.enum(absenceReasons).optional(),
    saidBy: z.enum(informants).optional(),
    /** Whose delay it is: the ride's never counts against the person. */
    lateBy: z.enum(['transport', 'own']).optional(),
    /** When it was recorded, as the clock of whoever did so said. */
    at: z.iso.datetime(),
    refersTo: z.uuid().toLowerCase().optional(),
    setsAside: z.array(z.uuid().toLowerCase()).max(50).optional(),
    text: z.string().trim().min(1).max(2000).optional(),
    /** Who recorded it at a shared tablet; left out, whoever asks. */
    actor: EventActor.optional(),
    /** False when the code of that person did not fit: “not confirmed who”. */
    confirmed: z.boolean().default(true),
  })
  .refine((f) => (f.kind === 'undone' || f.kind === 'settled') === (f.refersTo !== undefined), {
    path: ['refersTo'],
    error: 'what is undone or settled is named, and nothing else is',
  })
  .refine((f) => f.kind !== 'cancelled' || (f.reason !== undefined && f.saidBy !== undefined), {
    path: ['reason'],
    error: 'a cancellation says why and whose word it is',
  })
  .refine((f) => (f.kind === 'late') === (f.lateBy !== undefined), {
    path: ['lateBy'],
    error: 'a delay is somebody’s',
  })
  .refine((f) => (f.kind === 'settled') === (f.setsAside !== undefined), {
    path: ['setsAside'],
    error: 'what is settled sets something aside',
  })
export type NewAttendance = z.infer<typeof NewAttendance>

export type AttendanceFact = Omit<NewAttendance, 'actor'> & {
  readonly providerId: ProviderId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly actor: EventActor
  readonly onBehalfOf?: PersonId | undefined
  readonly device?: string | undefined
  /** How far the recording clock was ahead of the server's when it delivered; 0 for our own pages. */
  readonly skewSeconds: number
  /** The real instant at which it reached the server. */
  readonly recordedAt: string
  /** The product's day then. */
  readonly recordedOn: CalendarDay
}

/** When it was recorded, by the server's clock as far as that can be told (milliseconds). */
export const instantOf = ({ at, skewSeconds }: Pick<AttendanceFact, 'at' | 'skewSeconds'>): number =>
  Date.parse(at) - skewSeconds * 1000

/** A clock that is off by less is taken for right. */
const toleratedSeconds = 300

/** How far a clock is ahead of the server's, in whole seconds; 0 within what a delivery takes. */
export function skewOf(clock: Date, now: Date): number {
  const seconds = Math.round((clock.getTime() - now.getTime()) / 1000)
  return Math.abs(seconds) < toleratedSeconds ? 0 : seconds
}

/** How many days a clock that is off moves the day in Copenhagen: what was recorded “today” is moved back by as many. */
export const daysAhead = (at: string, skewSeconds: number): number =>
  skewSeconds === 0
    ? 0
    : daysBetween(
        copenhagenDay(new Date(instantOf({ at, skewSeconds }))),
        copenhagenDay(new Date(Date.parse(at))),
      )
