/**
 * Whether what was recorded can be taken as it stands, and on which day it counts. Nothing depends on what else has been
 * recorded about the day: facts can come in any order, and what they refer to can come after them.
 */
import type { EventActor } from '../case/envelope.ts'
import type { CaseId, PersonId, ProviderId } from '../identity.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { addDays, type CalendarDay, copenhagenDay, daysBetween } from '../time/calendar-day.ts'
import { type AttendanceFact, daysAhead, instantOf, type NewAttendance } from './fact.ts'

/** The placement as it stands on record. */
export type Placement = {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: ProviderId
  readonly startedOn?: CalendarDay | undefined
  /** The first day on which it is over. */
  readonly closedOn?: CalendarDay | undefined
}

/** Who asks: staff of a provider about people placed there, or the citizen (or who acts for them) about their own days. */
export type Recorder =
  | { readonly kind: 'provider'; readonly providerId: ProviderId | undefined }
  /** `own`: cancellations that the citizen's side made, which is all that it can take back. */
  | { readonly kind: 'citizen'; readonly own: ReadonlySet<string> }

export type Ground = {
  readonly today: CalendarDay
  readonly now: Date
  /** So many days back the day can be written in without a reason. */
  readonly lockDays: number
  readonly skewSeconds: number
  readonly recorder: Recorder
  readonly actor: EventActor
  readonly onBehalfOf?: PersonId | undefined
  readonly device?: string | undefined
}

/** Said to whoever recorded, though the fact is kept. */
export const remarks = ['placementOver', 'clockWrong', 'dayMoved'] as const
export type Remark = (typeof remarks)[number]

export type Admitted = { readonly fact: AttendanceFact; readonly told: readonly Remark[] }

/** How far ahead days can be cancelled: a year, which any holiday fits into. */
const mostDaysAhead = 366

export function admit(
  recorded: NewAttendance,
  placement: Placement | undefined,
  ground: Ground,
): Admitted | Refusal {
  const { recorder, skewSeconds, today } = ground
  if (placement === undefined) return refuse('notPlacedHere')
  if (recorder.kind === 'provider' && recorder.providerId !== placement.providerId)
    return refuse('notPlacedHere')
  const ahead = daysAhead(recorded.at, skewSeconds)
  const day = addDays(recorded.day, -ahead)
  if (placement.startedOn === undefined || day < placement.startedOn) return refuse('placementNotStarted')
  const no =
    recorder.kind === 'citizen' ? citizenMay(recorded, day, recorder, today) : staffMay(recorded, day, ground)
  if (no) return no
  const over = placement.closedOn !== undefined && placement.closedOn <= day
  return {
    fact: factOf(recorded, placement, day, ground),
    told: [
      ...(over ? (['placementOver'] as const) : []),
      ...(skewSeconds === 0 ? [] : (['clockWrong'] as const)),
      ...(ahead === 0 ? [] : (['dayMoved'] as const)),
    ],
  }
}

/** Cancels days that are not over, and takes that back until the day begins. */
function citizenMay(
  { kind, refersTo }: NewAttendance,
  day: CalendarDay,
  { own }: Extract<Recorder, { kind: 'citizen' }>,
  today: CalendarDay,
): Refusal | undefined {
  if (kind === 'cancelled') {
    if (day < today) return refuse('dateInPast', { field: 'day' })
    return daysBetween(today, day) > mostDaysAhead ? refuse('invalid', { field: 'day' }) : undefined
  }
  if (kind !== 'undone' || refersTo === undefined || !own.has(refersTo)) return refuse('notAllowed')
  return day <= today ? refuse('dayHasBegun') : undefined
}

function staffMay(recorded: NewAttendance, day: CalendarDay, ground: Ground): Refusal | undefined {
  const { today, lockDays, now, skewSeconds } = ground
  const { kind, text, at } = recorded
  const seen = kind === 'arrived' || kind === 'left' || kind === 'noShow'
  if (seen && day > today) return refuse('dateInFuture', { field: 'day' })
  if (daysBetween(today, day) > mostDaysAhead) return refuse('invalid', { field: 'day' })
  const age = daysBetween(day, today)
  if (age <= lockDays || text !== undefined) return undefined
  // A tablet that was without a net recorded in time, however late it delivers.
  const waited = daysBetween(copenhagenDay(new Date(instantOf({ at, skewSeconds }))), copenhagenDay(now))
  return age - Math.max(0, waited) > lockDays ? refuse('dayIsLocked', { field: 'text' }) : undefined
}

function factOf(
  { actor, ...recorded }: NewAttendance,
  placement: Placement,
  day: CalendarDay,
  ground: Ground,
): AttendanceFact {
  return {
    ...recorded,
    day,
    providerId: placement.providerId,
    caseId: placement.caseId,
    personId: placement.personId,
    actor: actor ?? ground.actor,
    ...(ground.onBehalfOf && { onBehalfOf: ground.onBehalfOf }),
    ...(ground.device && { device: ground.device }),
    skewSeconds: ground.skewSeconds,
    recordedAt: ground.now.toISOString(),
    recordedOn: ground.today,
  }
}
