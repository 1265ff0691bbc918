import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

const text = z.string().trim().min(1)

/** What a provider reports: the support departs from the plan, it cannot be delivered, or it should be another (K2.3-4, K2.4b-2, K2.4b-3). */
export const reportKinds = ['deviation', 'deliveryProblem', 'changeRequest'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What may make it material. A help to remember, never a condition: anything can be reported. */
export const reportHints = [
  'longAbsence',
  'goalNotWorkedWith',
  'changedBehaviour',
  'hospital',
  'moving',
  'staff',
  'closedDays',
  'other',
] as const
export type ReportHint = (typeof reportHints)[number]

/** What the records of the place said on the day of the report. */
export const ReportedFacts = z.object({
  from: CalendarDay,
  to: CalendarDay,
  came: z.int().nonnegative(),
  absent: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  goalsNotWorkedWith: z.array(PartId),
})
export type ReportedFacts = z.infer<typeof ReportedFacts>

/** What the caseworker does about it. Contact keeps it open; the others end it. */
export const reactions = ['contact', 'noChange', 'reassessment', 'followUp'] as const
export type Reaction = (typeof reactions)[number]

export const reportEvents = {
  /** The provider tells, and changes nothing: the extent is the authority's to decide. */
  providerReported: z.object({
    reportId: PartId,
    orderId: PartId,
    kind: z.enum(reportKinds),
    since: CalendarDay,
    what: text,
    done: text,
    proposed: text,
    hints: z.array(z.enum(reportHints)).default([]),
    facts: ReportedFacts.optional(),
  }),
  /** The answer, which the provider reads. */
  reportAnswered: z.object({ reportId: PartId, reaction: z.enum(reactions), words: text }),
} as const
