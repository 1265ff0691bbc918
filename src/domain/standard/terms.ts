/** What a case is decided under: the values of the quality standard in force, without its text. */
import type { AbsenceThreshold } from '../case/absence/pattern.ts'
import type { ReversalCause } from '../case/complaint/events.ts'
import type { MunicipalityCode, ProviderId, UnitId } from '../identity.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { DeadlineParameters } from '../time/deadline.ts'

export const serviceAreas = ['handicap', 'socialPsychiatry'] as const
export type ServiceArea = (typeof serviceAreas)[number]

/** Born on or after `bornFrom` (until the next row): pension age in years, from `validFrom` of the law. */
export type PensionAge = {
  readonly bornFrom: CalendarDay
  readonly years: number
  readonly months?: number | undefined
}

export type CaseParameters = DeadlineParameters & {
  readonly minimumAge: number
  /** Full time, in days a week. */
  readonly defaultDaysPerWeek: number
  readonly secondPairOfEyes: boolean
  readonly pensionAges: readonly PensionAge[]
  readonly receiptWorkingDays: number
  readonly noteWorkingDays: number
  readonly registrationWorkingDays: number
  readonly guidanceWorkingDays: number
  readonly privacyNoticeWorkingDays: number
  readonly orderWorkingDays: number
  readonly orderAnswerWorkingDays: number
  readonly anotherPlaceWorkingDays: number
  readonly messageAnswerWorkingDays: number
  readonly scheduleWorkingDays: number
  /** From the first day until the place's plan says how the goals are worked with. */
  readonly interventionPlanDays: number
  /** How long a goal may go without being followed. */
  readonly goalFollowDays: number
  /** So many changes of contact person within so many months go without a reason. */
  readonly contactChangeMonths: number
  readonly contactChangesMost: number
  /** So many changes of place within so many months go without a warning. */
  readonly providerChangeMonths: number
  readonly providerChangesMost: number
  readonly ownPaymentWorkingDays: number
  /** What "mindre egenbetaling" is at most, for one material. */
  readonly materialMostKroner: number
  /** How long a place may be silent about a person, and about one of their goals. */
  readonly documentationDays: number
  readonly goalNoteDays: number
  /** From the first day until an activity is offered, and until each kind of skills is considered. */
  readonly firstActivityDays: number
  readonly skillDomainDays: number
  /** How long a no to an activity stands before it is offered again. */
  readonly offerAgainMonths: number
  readonly healthSupportMonths: number
  /** From when both have been talked with about repeated absence until it is assessed whether the offer goes on. */
  readonly continuationWorkingDays: number
  /** From the first day until a first follow-up; none where it is 0. */
  readonly firstFollowUpMonths: number
  /** How long before it is due the year's follow-up comes up on the worklist. */
  readonly followUpAheadDays: number
  /** From when somebody asks for a follow-up until it is concluded. */
  readonly followUpAskedDays: number
  /** From when a move is known until it is settled who acts; a disagreement is looked at again as often. */
  readonly moveSettleWorkingDays: number
  /** From when that is settled until the letter about it is sent. */
  readonly moveToldWorkingDays: number
  /** From a complaint's being upheld, by us or by the Appeals Board, until that is carried out. */
  readonly complaintResultWorkingDays: number
  /** Whether somebody else than whoever decided may look at a complaint without giving a reason. */
  readonly reassessmentByAnother: boolean
  /** Which clauses a step that failed can concern, proposed to whoever records a reversal. */
  readonly reversalClauses: Readonly<Record<ReversalCause, readonly string[]>>
  readonly absenceThreshold: AbsenceThreshold
  /** Within how many days of when it began the provider tells of a problem or a deviation. */
  readonly reportDays: number
  /** From a decision that takes something away until it takes effect, at the least (K2.3-7). */
  readonly changeNoticeDays: number
  /** How long a closed case is kept before it may be erased. */
  readonly retentionMonths: number
  /** How many days before the deadline the delay notice comes up, the longest first. */
  readonly delayNoticeWarnDays: readonly number[]
}

export type StandardTerms = {
  /** `id@version`, written on every event. */
  readonly reference: string
  readonly municipality: MunicipalityCode
  readonly unit: UnitId
  readonly validFrom: CalendarDay
  readonly validTo?: CalendarDay | undefined
  readonly parameters: CaseParameters
  readonly providers: readonly { readonly id: ProviderId; readonly serviceArea: ServiceArea }[]
  /** Whether the texts hold these blocks: a letter that must carry one cannot be made without. */
  readonly texts: { readonly complaintGuidance: boolean; readonly changeDuty: boolean }
}
