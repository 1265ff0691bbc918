import type { CalendarDay } from './calendar-day.ts'

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

export type NonWorkingReason =
  | 'saturday'
  | 'sunday'
  | 'publicHoliday'
  | 'constitutionDay'
  | 'christmasEve'
  | 'newYearsEve'
  | 'fridayAfterAscension'

/** One step of how a date came about, to be told in words by a presenter. */
export type DerivationStep =
  | { readonly step: 'from'; readonly day: CalendarDay }
  | {
      readonly step: 'add' | 'subtract'
      readonly amount: number
      readonly unit: 'hour' | 'day' | 'week' | 'month' | 'workingDay' | 'deliveryDay'
      readonly day: CalendarDay
    }
  | { readonly step: 'presumedDelivery'; readonly days: number; readonly day: CalendarDay }
  | { readonly step: 'rollForward'; readonly over: readonly NonWorkingReason[]; readonly day: CalendarDay }
  | { readonly step: 'named'; readonly day: CalendarDay }
  | { readonly step: 'lastWorkingDay'; readonly day: CalendarDay }

export type Deadline = {
  readonly kind: DeadlineKind
  readonly from: CalendarDay
  /** The date in law. Periods that run for the citizen roll forward; the authority's and provider's never do. */
  readonly due: CalendarDay
  /** The latest working day on or before `due`: the internal date to work towards. */
  readonly lastWorkingDay: CalendarDay
  readonly derivation: readonly DerivationStep[]
}
