/**
 * The letter gate (law.md § 2.2). One function tells what is missing; the only constructor of an issued decision calls
 * it. Nothing that lacks a required element can become a letter, whether by page, by API or by code.
 */
import type { LetterId, PartId, PersonId } from '../../identity.ts'
import { isUnderPensionAge } from '../../person/pension-age.ts'
import type { StandardTerms } from '../../standard/terms.ts'
import { ageOn, type CalendarDay } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { type CaseFile, currentProceeding, type Hearing, type Proceeding } from '../case-file.ts'
import { recipientsOn } from '../recipients.ts'
import { compare, type ElementComparison, type Granted, type Outcome, outcomeOf } from './comparison.ts'
import { type DecisionDraft, DecisionRecord } from './record.ts'

export const gateElements = [
  'outcome',
  'criterionA',
  'criterionB',
  'informed',
  'dutyToOffer',
  'targetGroup',
  'legalBasis',
  'effectiveDate',
  'caseworkerContact',
  'planOffer',
  'extent',
  'extentAssessment',
  'reducedExtentReason',
  'providerChoice',
  'serviceArea',
  'wishAnswer',
  'transport',
  'transportReason',
  'startDate',
  'minimumAge',
  'purpose',
  'intervention',
  'considerations',
  'facts',
  'citizensView',
  'hearing',
  'otherPossibilities',
  'complaintGuidance',
  'changeDuty',
  'recipient',
  'alternatives',
] as const
export type GateElement = (typeof gateElements)[number]

export type GateFindings = {
  /** What must be there before the letter can be issued. */
  readonly missing: readonly GateElement[]
  /** What is worth a second look; never blocks. */
  readonly warnings: readonly GateElement[]
  readonly comparison: readonly ElementComparison[]
  /** Undefined until it has been said whether a place is granted. */
  readonly outcome: Outcome | undefined
}

/** Whether functional impairment is among the grounds: it carries the right to transport (K2.4a-3, SEL § 105). */
export const hasTransportRight = (proceeding: Proceeding): boolean =>
  proceeding.assessment?.criterionA.grounds.some((g) => g === 'physical' || g === 'mental') ?? false

/** Whether the duty to offer a § 141 plan covers this person on a day. */
export function isCoveredByActionPlan(file: CaseFile, terms: StandardTerms, day: CalendarDay): boolean {
  const assessment = currentProceeding(file).assessment
  const ground = hasTransportRight(currentProceeding(file)) || assessment?.seriousSocialProblems === true
  return ground && isUnderPensionAge(file.bornOn, day, terms.parameters.pensionAges)
}

/** The last day for the citizen's answer: counted from receipt once there is one, rolled forward (FVL §§ 19–20). */
export function hearingAnswerBy(file: CaseFile, hearing: Hearing, terms: StandardTerms): CalendarDay {
  const copy = file.letters
    .find((l) => l.letterId === hearing.letterId)
    ?.copies.find((c) => c.recipient === file.personId)
  if (copy?.delivered === undefined) return hearing.answerBy
  return deadlineFor('PARTY_HEARING_DUE', copy.delivered.on, { parameters: terms.parameters }).due
}

/** Heard: an answer has come, or the time for it has passed since the letter arrived. */
export function isHeard(file: CaseFile, hearing: Hearing, terms: StandardTerms, today: CalendarDay): boolean {
  if (hearing.answered) return true
  const arrived = file.letters
    .find((l) => l.letterId === hearing.letterId)
    ?.copies.some((c) => c.recipient === file.personId && c.delivered !== undefined)
  return arrived === true && today > hearingAnswerBy(file, hearing, terms)
}

function grantedBy(draft: DecisionDraft): Granted | undefined {
  const { daysPerWeek, provider, transport, startOn } = draft
  if (draft.place !== 'granted') return undefined
  if (daysPerWeek === undefined || provider === undefined || startOn === undefined) return undefined
  return {
    daysPerWeek,
    provider,
    transport: transport ?? false,
    startOn,
    hoursPerWeek: draft.hoursPerWeek,
    endOn: draft.endOn,
  }
}

/** What the draft lacks to become a letter, and what the difference from the application makes of it. */
export function examine(
  file: CaseFile,
  draft: DecisionDraft,
  terms: StandardTerms,
  today: CalendarDay,
): GateFindings {
  const missing = new Set<GateElement>()
  const need = (element: GateElement, present: boolean): void => {
    if (!present) missing.add(element)
  }
  const proceeding = currentProceeding(file)
  const { assessment } = proceeding
  const granted = grantedBy(draft)
  const comparison = compare(file.applied, granted, {
    defaultDays: terms.parameters.defaultDaysPerWeek,
    agreedToMore: draft.agreedToMore !== undefined,
  })
  const outcome: Outcome | undefined =
    draft.place === 'refused' ? 'REFUSED' : granted === undefined ? undefined : outcomeOf(comparison)

  need('outcome', draft.place !== undefined)
  need('criterionA', assessment !== undefined)
  need('criterionB', assessment !== undefined)
  need('informed', proceeding.sufficientlyInformed !== undefined)
  need('legalBasis', draft.legalBasis.includes('SEL-104'))
  need('effectiveDate', draft.effectiveOn !== undefined && draft.effectiveOn >= today)
  need('caseworkerContact', draft.contact !== undefined)
  need('purpose', draft.purpose !== undefined)
  need('intervention', draft.intervention !== undefined)
  need('recipient', recipientsOn(file, today).length > 0)

  const inTargetGroup = assessment?.criterionA.answer === true && assessment.criterionB.answer
  if (assessment !== undefined && draft.place === 'refused') need('dutyToOffer', !inTargetGroup)
  if (assessment !== undefined && draft.place === 'granted') need('targetGroup', inTargetGroup)

  if (draft.place === 'granted') examinePlace(file, draft, terms, today, need)
  if (outcome === 'REFUSED' || outcome === 'PARTIALLY_REFUSED') {
    need('considerations', draft.considerations !== undefined)
    need('facts', draft.facts.length > 0)
    need('citizensView', draft.citizensView !== undefined && draft.citizensViewWeighed !== undefined)
    need('otherPossibilities', draft.otherPossibilities !== undefined)
    need('complaintGuidance', terms.texts.complaintGuidance)
    need('hearing', isHearingSettled(file, draft, terms, today))
  }
  const warnings: GateElement[] = []
  if ((outcome === 'REFUSED' || outcome === 'PARTIALLY_REFUSED') && draft.alternatives === undefined)
    warnings.push('alternatives')
  return { missing: gateElements.filter((e) => missing.has(e)), warnings, comparison, outcome }
}

function isHearingSettled(
  file: CaseFile,
  draft: DecisionDraft,
  terms: StandardTerms,
  today: CalendarDay,
): boolean {
  const reference = draft.hearing
  if (reference === undefined) return false
  if (reference.kind === 'omitted') return true
  const hearing = currentProceeding(file).hearings.find((h) => h.hearingId === reference.hearingId)
  return hearing !== undefined && isHeard(file, hearing, terms, today)
}

function examinePlace(
  file: CaseFile,
  draft: DecisionDraft,
  terms: StandardTerms,
  today: CalendarDay,
  need: (element: GateElement, present: boolean) => void,
): void {
  const { daysPerWeek, startOn, provider } = draft
  const { applied } = file
  need('extent', daysPerWeek !== undefined)
  need('extentAssessment', draft.extentAssessment !== undefined)
  const reduced = daysPerWeek !== undefined && daysPerWeek < terms.parameters.defaultDaysPerWeek
  need('reducedExtentReason', !reduced || draft.reducedExtentReason !== undefined)
  const registered = terms.providers.find((p) => p.id === provider)
  need('providerChoice', registered !== undefined && draft.providerReason !== undefined)
  need('providerChoice', draft.providersConsidered.length > 0)
  need('serviceArea', registered !== undefined)
  const wishDiffers =
    applied.place === undefined ? applied.placeInWords !== undefined : applied.place !== provider
  need('wishAnswer', !wishDiffers || draft.wishAnswer !== undefined)
  const right = hasTransportRight(currentProceeding(file))
  const wantsTransport = applied.transport === 'transport' || applied.transport === 'unknown'
  need('transport', draft.transport !== undefined && (draft.transport || !right || !wantsTransport))
  need('transportReason', draft.transport !== false || draft.transportReason !== undefined)
  need('startDate', startOn !== undefined && startOn >= today)
  if (startOn !== undefined) need('minimumAge', ageOn(file.bornOn, startOn) >= terms.parameters.minimumAge)
  need('changeDuty', terms.texts.changeDuty)
  if (isCoveredByActionPlan(file, terms, today))
    need('planOffer', file.planOffer !== undefined && file.planAnswer !== undefined)
}

declare const issued: unique symbol

/** A decision that may be sent. Made here and nowhere else. */
export type IssuedDecision = {
  readonly letterId: LetterId
  readonly record: DecisionRecord
  readonly recipients: readonly PersonId[]
  readonly [issued]: true
}

export type IssueInput = {
  readonly file: CaseFile
  readonly draft: DecisionDraft
  readonly terms: StandardTerms
  readonly today: CalendarDay
  readonly decisionId: PartId
  readonly letterId: LetterId
}

/** The issued decision, or everything that is missing for it. The outcome is computed here (law.md § 2.5). */
export function issueDecision(
  input: IssueInput,
): IssuedDecision | { readonly missing: readonly GateElement[] } {
  const { file, draft, terms, today } = input
  const findings = examine(file, draft, terms, today)
  if (findings.missing.length > 0) return { missing: findings.missing }
  const record = DecisionRecord.safeParse(recordOf(input, findings))
  // The schema is the gate's second lock: what it refuses has no name in the list above and is reported as the outcome.
  if (!record.success) return { missing: ['outcome'] }
  const made = { letterId: input.letterId, record: record.data, recipients: recipientsOn(file, today) }
  return made as unknown as IssuedDecision
}

/** What the record would hold, for the schema to check: the draft, and beside it what is computed and never written. */
export function recordOf(
  { file, draft, terms, decisionId }: Omit<IssueInput, 'letterId' | 'today'>,
  { comparison, outcome }: GateFindings,
): unknown {
  const { assessment } = currentProceeding(file)
  const provider = terms.providers.find((p) => p.id === draft.provider)
  const { place: _, hearing, ...written } = draft
  return {
    ...written,
    outcome,
    hearing,
    decisionId,
    applied: file.applied,
    comparison,
    targetGroup: assessment && { criterionA: assessment.criterionA, criterionB: assessment.criterionB },
    complaintGuidance: outcome !== 'GRANTED',
    ...(draft.place === 'granted' && {
      place: {
        ...written,
        serviceArea: provider?.serviceArea,
        transportBasis: hasTransportRight(currentProceeding(file)) ? 'right' : 'individual',
        changeDuty: true,
      },
    }),
  }
}

/** Until when a hearing sent today is asked to be answered, if it arrives at once. */
export const hearingAnswerByIfSent = (terms: StandardTerms, today: CalendarDay): CalendarDay =>
  deadlineFor('PARTY_HEARING_DUE', today, { parameters: terms.parameters }).due
