/** What is to be written for the Appeals Board, not yet how: `src/letters` makes the covering letter and the bundle of it. */
import type { PartId } from '../../identity.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { ReassessmentOutcome } from './events.ts'

/** The outcome of looking again, as letters tell it. */
export type Reassessed = {
  readonly outcome: ReassessmentOutcome
  readonly reasons: string
  readonly upheldIn?: string | undefined
  readonly decidedOn: CalendarDay
  readonly receivedOn: CalendarDay
  /** Why the decision was as it was; none where it gave everything that was applied for. */
  readonly considerations?: string | undefined
}

export type BoardOrder = { readonly complaintId: PartId; readonly reassessed: Reassessed }
