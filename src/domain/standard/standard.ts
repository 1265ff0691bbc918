/**
 * A quality standard as data: what the municipality adopted, sentence by sentence, with the rule that each sentence names,
 * its parameters, its places. Another municipality is another folder.
 */
import { z } from 'zod'
import { AbsenceThreshold } from '../case/absence/pattern.ts'
import { reversalCauses } from '../case/complaint/events.ts'
import { MunicipalityCode, ProviderId, UnitId } from '../identity.ts'
import { CalendarDay } from '../time/calendar-day.ts'
import { findJudgement } from './judgements.ts'
import { actors } from './obligation.ts'
import { ruleNames } from './registry.ts'
import { type CaseParameters, type StandardTerms, serviceAreas } from './terms.ts'

const text = z.string().trim().min(1)

export const clauseKinds = ['duty', 'right', 'default', 'purpose', 'limit', 'information'] as const
export const clauseStatuses = ['in force', 'needs judgement', 'not built yet'] as const

/** A sentence, or the part of one that promises one thing. The quote stands as it was adopted, errors and all. */
export const Clause = z
  .object({
    id: text,
    /** The heading it stands under: the standard's own numbers are not unique. Of law and house clauses, the source. */
    heading: text.optional(),
    source: text.optional(),
    quote: text,
    actor: z.enum(actors),
    kind: z.enum(clauseKinds),
    status: z.enum(clauseStatuses),
    /** Who judges, where only a person can. */
    judgedBy: z.enum(actors).optional(),
    /** When somebody last checked a clause of the law against its source; null when nobody has. */
    verifiedOn: CalendarDay.nullable().optional(),
    rule: z.enum(ruleNames).optional(),
    parameters: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(
    (c) => (c.status === 'not built yet') === (c.rule === undefined),
    'a clause in force names its rule',
  )
  .refine((c) => (c.status === 'needs judgement') === (c.judgedBy !== undefined), 'a judgement has its judge')
  .refine(
    (c) => (c.status === 'needs judgement') === (findJudgement(c.rule) !== undefined),
    'a judgement has its screen and the event that records it',
  )
export type Clause = z.infer<typeof Clause>

/** Where a value comes from: said by the standard, by law, or our own assumption for the municipality to confirm. */
export const parameterOrigins = ['standard', 'law', 'assumption'] as const

const entry = <S extends z.ZodType>(value: S) =>
  z.object({ value, unit: text.optional(), origin: z.enum(parameterOrigins), note: text })

const Period = z.object({
  amount: z.int().positive(),
  unit: z.enum(['day', 'week', 'month', 'workingDay']),
})
const days = entry(z.int().nonnegative())

export const Parameters = z.object({
  processingTime: entry(Period),
  changedNeedTime: entry(Period),
  changeNoticeDays: days,
  reportDays: days,
  minimumAge: entry(z.int().positive()),
  defaultDaysPerWeek: entry(z.number().min(1).max(7)),
  reviewMonths: days,
  complaintWeeks: days,
  reassessmentWeeks: days,
  accessWorkingDays: days,
  paperPresumption: entry(
    z.array(z.object({ validFrom: CalendarDay, deliveryDays: z.int().positive() })).min(1),
  ),
  rollFridayAfterAscension: entry(z.boolean()),
  pensionAges: entry(
    z.array(z.object({ bornFrom: CalendarDay, years: z.int().positive(), months: z.int().optional() })),
  ),
  delayNoticeWarnDays: entry(z.array(z.int().positive()).min(1)),
  hearingDays: days,
  startWarningDays: days,
  receiptWorkingDays: days,
  noteWorkingDays: days,
  registrationWorkingDays: days,
  guidanceWorkingDays: days,
  privacyNoticeWorkingDays: days,
  orderWorkingDays: days,
  orderAnswerWorkingDays: days,
  anotherPlaceWorkingDays: days,
  messageAnswerWorkingDays: days,
  scheduleWorkingDays: days,
  interventionPlanDays: days,
  goalFollowDays: days,
  contactChangeMonths: days,
  contactChangesMost: days,
  providerChangeMonths: days,
  providerChangesMost: days,
  ownPaymentWorkingDays: days,
  materialMostKroner: days,
  documentationDays: days,
  goalNoteDays: days,
  firstActivityDays: days,
  skillDomainDays: days,
  offerAgainMonths: days,
  healthSupportMonths: days,
  providerReportDays: days,
  deviationReactionWorkingDays: days,
  absenceDialogueWorkingDays: days,
  attendanceLockDays: days,
  continuationWorkingDays: days,
  firstFollowUpMonths: days,
  followUpAheadDays: days,
  followUpAskedDays: days,
  moveSettleWorkingDays: days,
  moveToldWorkingDays: days,
  complaintResultWorkingDays: days,
  reassessmentByAnother: entry(z.boolean()),
  reversalClauses: entry(z.record(z.enum(reversalCauses), z.array(text))),
  absenceThreshold: entry(AbsenceThreshold),
  secondPairOfEyes: entry(z.boolean()),
  dueSoonWorkingDays: days,
  uploadMaxMegabytes: days,
  uploadMaxFiles: days,
  uploadTotalMegabytes: days,
  draftDays: days,
  draftNoticeDays: days,
  retentionMonths: days,
  erasuresPerDay: days,
})
export type Parameters = z.infer<typeof Parameters>
export type ParameterValues = { readonly [K in keyof Parameters]: Parameters[K]['value'] }

export const Provider = z.object({
  id: ProviderId,
  name: text,
  serviceArea: z.enum(serviceAreas),
  internal: z.boolean(),
  address: z.array(text).optional(),
  phone: text.optional(),
  /** How a day goes there, as the place itself tells it. */
  dailyRhythm: z.array(z.object({ at: text, what: text })).optional(),
})
export type Provider = z.infer<typeof Provider>

export const StandardHead = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: text,
  title: text,
  paragraph: text,
  municipality: z.object({ code: MunicipalityCode, name: text }),
  source: text,
  adoptedOn: CalendarDay,
  validFrom: CalendarDay,
  validTo: CalendarDay.optional(),
  datesNote: text.optional(),
  unit: z.object({ id: UnitId, name: text, address: z.array(text), phone: text, email: text }),
})
export type StandardHead = z.infer<typeof StandardHead>

export type Standard = StandardHead & {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly parameters: Parameters
  readonly providers: readonly Provider[]
}

export const valuesOf = (parameters: Parameters): ParameterValues =>
  // Each entry's value under its own name: the mapped type cannot be built up entry by entry.
  Object.fromEntries(
    Object.entries(parameters).map(([name, { value }]) => [name, value]),
  ) as unknown as ParameterValues

/** What a case is decided under, out of a standard and what its letter texts hold. */
export function termsOf(standard: Standard, texts: StandardTerms['texts']): StandardTerms {
  const parameters: CaseParameters = valuesOf(standard.parameters)
  return {
    reference: `${standard.id}@${standard.version}`,
    municipality: standard.municipality.code,
    unit: standard.unit.id,
    validFrom: standard.validFrom,
    validTo: standard.validTo,
    parameters,
    providers: standard.providers,
    texts,
  }
}
