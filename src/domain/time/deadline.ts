import { z } from 'zod'
import { addDays, addMonths, CalendarDay, copenhagenDay, getDay, yearOf } from './calendar-day.ts'
import { findNonWorkingReason, isFridayAfterAscension } from './holidays.ts'
import { addWorkingDays, lastWorkingDay } from './working-days.ts'

export const deadlineKinds = [
  'DECISION_DUE',
  'DELAY_NOTICE_DUE',
  'NEW_EXPECTED_DATE',
  'PARTY_HEARING_DUE',
  'COMPLAINT_EXPIRY',
  'REASSESSMENT_DUE',
  'REMAND_DECISION_DUE',
  'REVIEW_DUE',
  'PROVIDER_REPORT_DUE',
  'DEVIATION_REACTION_DUE',
  'ABSENCE_DIALOG_DUE',
  'START_KPI',
  'ACCESS_DUE',
  'GDPR_ACCESS_DUE',
  'BREACH_DUE',
  'DST_DUE',
  'LOG_REVIEW_DUE',
  'COUNCIL_MAP_DUE',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export const nonWorkingReasons = [
  'saturday',
  'sunday',
  'publicHoliday',
  'constitutionDay',
  'christmasEve',
  'newYearsEve',
  'fridayAfterAscension',
] as const
export type NonWorkingReason = (typeof nonWorkingReasons)[number]

/** One step of how a date came about, to be told in words by a presenter. */
export const DerivationStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('from'), day: CalendarDay }),
  z.object({
    step: z.enum(['add', 'subtract']),
    amount: z.number(),
    unit: z.enum(['hour', 'day', 'week', 'month', 'workingDay', 'deliveryDay']),
    day: CalendarDay,
  }),
  z.object({ step: z.literal('presumedDelivery'), days: z.int(), day: CalendarDay }),
  z.object({
    step: z.literal('rollForward'),
    over: z.array(z.enum(nonWorkingReasons)).readonly(),
    day: CalendarDay,
  }),
  z.object({ step: z.literal('named'), day: CalendarDay }),
  z.object({ step: z.literal('lastWorkingDay'), day: CalendarDay }),
])
export type DerivationStep = z.infer<typeof DerivationStep>

export type Deadline = {
  readonly kind: DeadlineKind
  readonly from: CalendarDay
  /** The date in law. Periods that run for the citizen roll forward; the authority's and provider's never do. */
  readonly due: CalendarDay
  /** The latest working day on or before `due`: the internal date to work towards. */
  readonly lastWorkingDay: CalendarDay
  readonly derivation: readonly DerivationStep[]
}

export type Period = { readonly amount: number; readonly unit: 'day' | 'week' | 'month' | 'workingDay' }

/** The lengths, all of them the standard's own parameters. */
export type DeadlineParameters = {
  readonly processingTime: Period
  /** How long a reassessment may take that nobody applied for (K2.3-5). */
  readonly changedNeedTime: Period
  readonly hearingDays: number
  readonly complaintWeeks: number
  readonly reassessmentWeeks: number
  readonly reviewMonths: number
  readonly providerReportDays: number
  readonly deviationReactionWorkingDays: number
  readonly absenceDialogueWorkingDays: number
  readonly startWarningDays: number
  readonly accessWorkingDays: number
  /** Delivery days until a paper letter is presumed to have arrived, by the day it was sent. */
  readonly paperPresumption: readonly { readonly validFrom: CalendarDay; readonly deliveryDays: number }[]
  /** Whether the Friday after Ascension rolls the citizen's periods forward. */
  readonly rollFridayAfterAscension: boolean
}

export type DeadlineOptions = {
  readonly parameters: DeadlineParameters
  /** On paper, the citizen's periods start at the presumed delivery of a letter dated `from`. */
  readonly channel?: 'digital' | 'paper' | undefined
}

type Course = { readonly day: CalendarDay; readonly steps: readonly DerivationStep[] }

const start = (day: CalendarDay): Course => ({ day, steps: [{ step: 'from', day }] })
const named = (day: CalendarDay): Course => ({ day, steps: [{ step: 'named', day }] })

function plus(course: Course, { amount, unit }: Period): Course {
  const day = {
    day: () => addDays(course.day, amount),
    week: () => addDays(course.day, amount * 7),
    month: () => addMonths(course.day, amount),
    workingDay: () => addWorkingDays(course.day, amount),
  }[unit]()
  const step = amount < 0 ? 'subtract' : 'add'
  return { day, steps: [...course.steps, { step, amount: Math.abs(amount), unit, day }] }
}

/** Periods that run for the citizen never end on a day when nothing can be handed in (law.md § 2.6: the roll-list). */
function rolled(course: Course, parameters: DeadlineParameters): Course {
  const over: NonWorkingReason[] = []
  let day = course.day
  for (;;) {
    const friday = parameters.rollFridayAfterAscension && isFridayAfterAscension(day)
    const reason = findNonWorkingReason(day) ?? (friday ? 'fridayAfterAscension' : undefined)
    if (reason === undefined) break
    over.push(reason)
    day = addDays(day, 1)
  }
  return over.length === 0 ? course : { day, steps: [...course.steps, { step: 'rollForward', over, day }] }
}

/** The day a paper letter sent on a day is presumed to have arrived: so many delivery days after, Monday to Friday. */
export function presumedDelivery(sentOn: CalendarDay, { paperPresumption }: DeadlineParameters): CalendarDay {
  const row = [...paperPresumption]
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
    .filter((r) => r.validFrom <= sentOn)
    .at(-1)
  const days = row?.deliveryDays ?? paperPresumption[0]?.deliveryDays
  if (days === undefined) throw new Error('the standard says nothing of when paper letters arrive')
  return addWorkingDays(sentOn, days)
}

function received(from: CalendarDay, { channel, parameters }: DeadlineOptions): Course {
  if (channel !== 'paper') return start(from)
  const day = presumedDelivery(from, parameters)
  const { steps } = start(from)
  return { day, steps: [...steps, { step: 'presumedDelivery', days: workingDaysBetween(from, day), day }] }
}

function workingDaysBetween(from: CalendarDay, to: CalendarDay): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (findNonWorkingReason(day) === undefined) count += 1
  return count
}

function courseOf(kind: DeadlineKind, from: CalendarDay, options: DeadlineOptions): Course {
  const p = options.parameters
  switch (kind) {
    case 'DECISION_DUE':
    case 'DELAY_NOTICE_DUE':
    case 'REMAND_DECISION_DUE':
      return plus(start(from), p.processingTime)
    case 'NEW_EXPECTED_DATE':
      return named(from)
    case 'PARTY_HEARING_DUE':
      return rolled(plus(received(from, options), { amount: p.hearingDays, unit: 'day' }), p)
    case 'COMPLAINT_EXPIRY':
      return rolled(plus(received(from, options), { amount: p.complaintWeeks, unit: 'week' }), p)
    case 'REASSESSMENT_DUE':
      return plus(start(from), { amount: p.reassessmentWeeks, unit: 'week' })
    case 'REVIEW_DUE':
      return plus(start(from), { amount: p.reviewMonths, unit: 'month' })
    case 'PROVIDER_REPORT_DUE':
      return plus(start(from), { amount: -p.providerReportDays, unit: 'day' })
    case 'DEVIATION_REACTION_DUE':
      return plus(start(from), { amount: p.deviationReactionWorkingDays, unit: 'workingDay' })
    case 'ABSENCE_DIALOG_DUE':
      return plus(start(from), { amount: p.absenceDialogueWorkingDays, unit: 'workingDay' })
    case 'START_KPI':
      return plus(start(from), { amount: p.startWarningDays, unit: 'day' })
    case 'ACCESS_DUE':
      return plus(start(from), { amount: p.accessWorkingDays, unit: 'workingDay' })
    case 'GDPR_ACCESS_DUE':
      return plus(start(from), { amount: 1, unit: 'month' })
    case 'BREACH_DUE': {
      const day = addDays(from, 3)
      return { day, steps: [...start(from).steps, { step: 'add', amount: 72, unit: 'hour', day }] }
    }
    case 'DST_DUE': {
      const next = addMonths(getDay(`${from.slice(0, 7)}-01`), 1)
      return { ...named(getDay(`${next.slice(0, 7)}-14`)) }
    }
    case 'LOG_REVIEW_DUE':
      return plus(start(from), { amount: 6, unit: 'month' })
    case 'COUNCIL_MAP_DUE':
      return named(getDay(`${yearOf(from)}-12-31`))
  }
}

/** The instant at which 72 hours are over since a breach was known (GDPR art. 33); both ISO 8601 in UTC. */
export const breachDueAt = (knownAt: string): string =>
  new Date(Date.parse(knownAt) + 72 * 3_600_000).toISOString()

/** `BREACH_DUE` keeps an instant: its day is the day in Copenhagen on which the hours are over. */
export function breachDeadline(
  knownAt: string,
  options: DeadlineOptions,
): Deadline & { readonly dueAt: string } {
  const dueAt = breachDueAt(knownAt)
  const due = copenhagenDay(new Date(dueAt))
  const from = copenhagenDay(new Date(knownAt))
  const { lastWorkingDay: _, ...rest } = deadlineFor('BREACH_DUE', from, options)
  const steps: readonly DerivationStep[] = [
    { step: 'from', day: from },
    { step: 'add', amount: 72, unit: 'hour', day: due },
  ]
  const last = lastWorkingDay(due)
  const derivation: readonly DerivationStep[] =
    last === due ? steps : [...steps, { step: 'lastWorkingDay', day: last }]
  return { ...rest, due, lastWorkingDay: last, derivation, dueAt }
}

/**
 * The deadline of a kind that starts on a day (law.md §§ 2.6–2.7). The day of receipt is not counted. Only the citizen's
 * periods roll forward; the authority's and the provider's never do, and tell the last working day before instead.
 */
export function deadlineFor(kind: DeadlineKind, from: CalendarDay, options: DeadlineOptions): Deadline {
  const { day: due, steps } = courseOf(kind, from, options)
  const last = lastWorkingDay(due)
  const derivation: readonly DerivationStep[] =
    last === due ? steps : [...steps, { step: 'lastWorkingDay', day: last }]
  return { kind, from: kind === 'NEW_EXPECTED_DATE' ? due : from, due, lastWorkingDay: last, derivation }
}
