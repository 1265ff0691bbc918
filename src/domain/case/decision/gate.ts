/**
 * The letter gate (law.md § 2.2). One function tells what is missing; the only constructor of an issued decision calls
 * it. Nothing that lacks a required element can become a letter, whether by page, by API or by code.
 */

import type { LetterId, PartId, PersonId } from '../../identity.ts'
import { isUnderPensionAge } from '../../person/pension-age.ts'
import type { StandardTerms } from '../../standard/terms.ts'
import { addDays, ageOn, type CalendarDay } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { type CaseFile, currentProceeding, type Hearing, type Proceeding } from '../case-file.ts'
import { answerOf } from '../hearing/answer.ts'
import { findLetter, mainCopy, receiptOf } from '../processing.ts'
import { asApplied, isAskedToEnd, isReassessment } from '../reassessment/standing.ts'
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
  'noticePeriod',
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
  const arrived = receiptOf(file, hearing.letterId)
  if (arrived === undefined) return hearing.answerBy
  return deadlineFor('PARTY_HEARING_DUE', arrived, { parameters: terms.parameters }).due
}

/** Heard: the citizen's own answer has come, or the time for it has passed since the letter arrived. */
export function isHeard(file: CaseFile, hearing: Hearing, terms: StandardTerms, today: CalendarDay): boolean {
  if (answerOf(hearing, 'citizen')) return true
  const arrived = receiptOf(file, hearing.letterId)
  return arrived !== undefined && today > hearingAnswerBy(file, hearing, terms)
}

/** The citizen still has time to answer: sent, not given up, and neither answered nor run out. */
const isPending = (file: CaseFile, hearing: Hearing, terms: StandardTerms, today: CalendarDay): boolean => {
  const letter = findLetter(file, hearing.letterId)
  const givenUp = letter && mainCopy(file, letter)?.handled?.how === 'noLongerNeeded'
  return !givenUp && !isHeard(file, hearing, terms, today)
}

/** Blank is not said, whoever calls and with what. */
const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

function grantedBy(draft: DecisionDraft): Granted | undefined {
  const { daysPerWeek, provider, transport, startOn } = draft
  if (draft.place !== 'granted') return undefined
  if (daysPerWeek === undefined || provider === undefined || startOn === undefined) return undefined
  // Not yet said is not the same as no: nothing is compared, and no part refusal made of it, before it is.
  if (transport === undefined) return undefined
  return {
    daysPerWeek,
    provider,
    transport,
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
    agreedToMore: draft.agreedToMore !== undefined && draft.agreedToMore.on <= today,
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
  need('purpose', said(draft.purpose))
  need('intervention', said(draft.intervention))
  need('recipient', recipientsOn(file, today, 'decision').length > 0)

  const inTargetGroup = assessment?.criterionA.answer === true && assessment.criterionB.answer
  // The target group begins at the minimum age (K1.2-1): who is younger can be refused for that alone.
  const tooYoung = ageOn(file.bornOn, draft.effectiveOn ?? today) < terms.parameters.minimumAge
  if (assessment !== undefined && draft.place === 'refused')
    need('dutyToOffer', !inTargetGroup || tooYoung || isAskedToEnd(proceeding))
  if (assessment !== undefined && draft.place === 'granted') need('targetGroup', inTargetGroup)

  need('noticePeriod', isNoticeKept(file, draft, granted, comparison, terms, today))
  if (draft.place === 'granted') examinePlace(file, draft, terms, today, need)
  if (outcome === 'REFUSED' || outcome === 'PARTIALLY_REFUSED') {
    need('considerations', said(draft.considerations))
    need('facts', draft.facts.length > 0 && draft.facts.every((f) => said(f.text) && said(f.source)))
    need('citizensView', said(draft.citizensView) && said(draft.citizensViewWeighed))
    need('otherPossibilities', areOtherPossibilitiesSaid(draft))
    need('complaintGuidance', terms.texts.complaintGuidance)
    need('hearing', isHearingSettled(file, draft, terms, today))
  }
  const warnings: GateElement[] = []
  if ((outcome === 'REFUSED' || outcome === 'PARTIALLY_REFUSED') && draft.alternatives === undefined)
    warnings.push('alternatives')
  return { missing: gateElements.filter((e) => missing.has(e)), warnings, comparison, outcome }
}

/**
 * What a person has is taken from them with notice, so that there is time to complain and to arrange oneself (K2.3-7).
 * Where nobody loses anything, or they asked for it themselves, a change can take effect at once.
 */
function isNoticeKept(
  file: CaseFile,
  { effectiveOn, startOn, agreedToMore }: DecisionDraft,
  granted: Granted | undefined,
  comparison: readonly ElementComparison[],
  { parameters }: StandardTerms,
  today: CalendarDay,
): boolean {
  const proceeding = currentProceeding(file)
  if (!isReassessment(proceeding) || proceeding.before === undefined || isAskedToEnd(proceeding)) return true
  const lost = compare(asApplied(proceeding.before), granted, {
    defaultDays: parameters.defaultDaysPerWeek,
    agreedToMore: agreedToMore !== undefined && agreedToMore.on <= today,
  })
  const unasked = (element: ElementComparison['element']) =>
    comparison.some((row) => row.element === element && row.unfavourable)
  if (!lost.some(({ element, unfavourable }) => unfavourable && unasked(element))) return true
  const first = addDays(today, parameters.changeNoticeDays)
  return [effectiveOn, granted && startOn].every((day) => day === undefined || day >= first)
}

function isHearingSettled(
  file: CaseFile,
  draft: DecisionDraft,
  terms: StandardTerms,
  today: CalendarDay,
): boolean {
  const reference = draft.hearing
  const { hearings } = currentProceeding(file)
  // Once asked, the citizen is waited for, whatever the draft refers to.
  if (reference === undefined || hearings.some((h) => isPending(file, h, terms, today))) return false
  if (reference.kind === 'omitted') return said(reference.because)
  const hearing = hearings.find((h) => h.hearingId === reference.hearingId)
  return hearing !== undefined && isHeard(file, hearing, terms, today)
}

const areOtherPossibilitiesSaid = ({ otherPossibilities }: DecisionDraft): boolean => {
  if (otherPossibilities === undefined) return false
  return otherPossibilities.kind === 'none'
    ? said(otherPossibilities.because)
    : otherPossibilities.items.length > 0 &&
        otherPossibilities.items.every((item) => said(item.paragraph) && said(item.result))
}

function examinePlace(
  file: CaseFile,
  draft: DecisionDraft,
  terms: StandardTerms,
  today: CalendarDay,
  need: (element: GateElement, present: boolean) => void,
): void {
  const { daysPerWeek, startOn, endOn, provider } = draft
  const { applied } = file
  need('extent', daysPerWeek !== undefined)
  need('extentAssessment', said(draft.extentAssessment))
  const reduced = daysPerWeek !== undefined && daysPerWeek < terms.parameters.defaultDaysPerWeek
  need('reducedExtentReason', !reduced || draft.reducedExtentReason !== undefined)
  need('providerChoice', provider !== undefined && said(draft.providerReason))
  need(
    'providerChoice',
    draft.providersConsidered.some((p) => said(p.why)),
  )
  // The service area is the registry's: a place that is not in it has none.
  need('serviceArea', provider === undefined || terms.providers.some((p) => p.id === provider))
  const wishDiffers =
    applied.place === undefined ? applied.placeInWords !== undefined : applied.place !== provider
  need('wishAnswer', provider === undefined || !wishDiffers || said(draft.wishAnswer))
  const right = hasTransportRight(currentProceeding(file))
  const wantsTransport = applied.transport === 'transport' || applied.transport === 'unknown'
  need('transport', draft.transport !== undefined && (draft.transport || !right || !wantsTransport))
  need('transportReason', draft.transport !== false || said(draft.transportReason))
  need('startDate', startOn !== undefined && startOn >= today && (endOn === undefined || endOn >= startOn))
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
  const made = {
    letterId: input.letterId,
    record: record.data,
    recipients: recipientsOn(file, today, 'decision'),
  }
  return made as unknown as IssuedDecision
}

/** What the record would hold, for the schema to check: the draft, and beside it what is computed and never written. */
export function recordOf(
  { file, draft, terms, decisionId }: Omit<IssueInput, 'letterId' | 'today'>,
  { comparison, outcome }: GateFindings,
): unknown {
  const { assessment, before, trigger } = currentProceeding(file)
  const provider = terms.providers.find((p) => p.id === draft.provider)
  const { place: _, hearing, ...written } = draft
  return {
    ...written,
    outcome,
    hearing,
    decisionId,
    applied: file.applied,
    ...(trigger.kind === 'reassessment' &&
      before && {
        change: {
          before: asApplied(before),
          asked: trigger.asked !== undefined,
          end: trigger.asked?.end === true,
        },
      }),
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
