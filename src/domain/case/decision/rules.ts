import { z } from 'zod'
import {
  caseRule,
  dueBy,
  dueInWorkingDays,
  firstOf,
  metBy,
  type ObligationDraft,
  spansOf,
  statedBy,
} from '../../standard/rule.ts'
import { ageOn, earliest } from '../../time/calendar-day.ts'
import type { CaseFile, Proceeding } from '../case-file.ts'
import { dispatchOf, hasProcessingTime, processingDeadline, supersededBy } from '../processing.ts'
import { isAskedToEnd, neededUntil } from '../reassessment/standing.ts'
import { findGrantedPlace, statedElements, states } from './stated.ts'

const none = z.object({})
type Decision = NonNullable<Proceeding['decision']>
const decisions = (file: CaseFile): readonly Decision[] =>
  file.proceedings.flatMap((p) => (p.decision ? [p.decision] : []))

/** Each decision states an element: always, when it grants, or when it gives less than applied for. */
export const decisionStates = caseRule(
  z.object({ element: z.enum(statedElements), when: z.enum(['always', 'grant', 'adverse']) }),
  (file, { element, when }) =>
    decisions(file)
      .filter(({ record }) => {
        if (when === 'grant') return findGrantedPlace(record) !== undefined
        return when === 'always' || record.outcome !== 'GRANTED'
      })
      .map((decision) => statedBy(decision, `${element}-${decision.seq}`, states(decision.record, element))),
)

/**
 * Who is in the target group and needs a place is offered one (K1.0-1): no budget and no waiting list stands against it.
 * When the provider cannot, another place is owed at once, by a new decision.
 */
export const dutyToOffer = caseRule(none, (file, _, { parameters }) =>
  file.proceedings.flatMap((proceeding) => {
    const { trigger, assessments, decision } = proceeding
    const granted = decision && findGrantedPlace(decision.record) ? decision : undefined
    const refused = decision && granted === undefined ? decision : undefined
    const tooYoung = refused && ageOn(file.bornOn, refused.record.effectiveOn) < parameters.minimumAge
    const another = trigger.kind === 'anotherPlace'
    const due = another
      ? dueInWorkingDays(trigger.on, parameters.anotherPlaceWorkingDays)
      : dueBy(processingDeadline(proceeding, parameters))
    return spansOf(assessments, (a) => a.criterionA.answer && a.criterionB.answer).flatMap(
      ({ from, until }) => {
        // What ended before the provider said no is not raised again by it.
        if (another && until !== undefined && until.seq < trigger.seq) return []
        const raised = another && from.seq < trigger.seq ? trigger : from
        const needless = firstOf(until, tooYoung || isAskedToEnd(proceeding) ? refused : undefined)
        return [
          {
            about: `offer-${raised.seq}`,
            triggeredOn: raised.on,
            arisesOn: raised.on,
            ...due,
            ...(refused && { dueOn: earliest(due.dueOn, refused.on) }),
            ...supersededBy(file, proceeding),
            ...metBy(granted && dispatchOf(file, granted.letterId), raised.seq),
            ...neededUntil(proceeding),
            ...(needless && { voidOn: needless.on, voidReason: 'notNeeded' as const }),
            ...(another && { task: 'findAnotherPlace' as const }),
          },
        ]
      },
    )
  }),
)

/** Nobody starts before the minimum age (K1.2-1); there is no maximum. */
export const minimumAge = caseRule(none, (file, _, { parameters }) =>
  decisions(file).flatMap((decision) => {
    const place = findGrantedPlace(decision.record)
    if (!place) return []
    return [
      statedBy(decision, `age-${decision.seq}`, ageOn(file.bornOn, place.startOn) >= parameters.minimumAge),
    ]
  }),
)

/** Full time is always the starting point (K2.0-1): less only with a reason of the citizen's own. */
export const fullTimeDefault = caseRule(none, (file, _, { parameters }) =>
  decisions(file).flatMap((decision) => {
    const place = findGrantedPlace(decision.record)
    if (!place) return []
    const full = place.daysPerWeek >= parameters.defaultDaysPerWeek
    return [statedBy(decision, `full-time-${decision.seq}`, full || place.reducedExtentReason !== undefined)]
  }),
)

/** Fewer days rest on a coded regard for the citizen and the assessment behind it (K2.0-2). */
export const reducedExtentReason = caseRule(none, (file, _, { parameters }) =>
  decisions(file).flatMap((decision) => {
    const place = findGrantedPlace(decision.record)
    if (!place || place.daysPerWeek >= parameters.defaultDaysPerWeek) return []
    const reasoned = place.reducedExtentReason !== undefined && place.extentAssessment !== ''
    return [statedBy(decision, `reduced-${decision.seq}`, reasoned)]
  }),
)

/** No free choice, yet the wish is recorded and answered, and another place is less than applied for (K2.1-4). */
export const wishAnswered = caseRule(none, (file) =>
  decisions(file).flatMap((decision) => {
    const place = findGrantedPlace(decision.record)
    const wish = decision.record.applied.place ?? decision.record.applied.placeInWords
    if (!place || wish === undefined || wish === place.provider) return []
    const answered = place.wishAnswer !== undefined && decision.record.outcome === 'PARTIALLY_REFUSED'
    return [statedBy(decision, `wish-${decision.seq}`, answered)]
  }),
)

/** The place is one of the standard's own registry (K2.2b-2). */
export const providerRegistered = caseRule(none, (file, _, { providers }) =>
  decisions(file).flatMap((decision) => {
    const place = findGrantedPlace(decision.record)
    if (!place) return []
    const registered = providers.some((p) => p.id === place.provider && p.serviceArea === place.serviceArea)
    return [statedBy(decision, `provider-${decision.seq}`, registered)]
  }),
)

/** A functional ground and a granted place carry transport; a social ground alone, an individual assessment (K2.4a-3). */
export const transportDecided = (file: CaseFile): readonly ObligationDraft[] =>
  decisions(file).flatMap((decision) => {
    const place = findGrantedPlace(decision.record)
    if (!place) return []
    const { targetGroup, applied } = decision.record
    const right = targetGroup.criterionA.grounds.some((g) => g !== 'social')
    const declined = applied.transport === 'none' || applied.transport === 'withHelp'
    const holds = place.transport || (place.transportReason !== undefined && (!right || declined))
    return [statedBy(decision, `transport-${decision.seq}`, holds)]
  })

/** A decision lies before the second pair of eyes. */
export const proposalAnswered = caseRule(none, (file, _, { parameters }) =>
  file.proceedings.flatMap((proceeding) =>
    proceeding.proposals.map((proposed, index) => {
      const next = proceeding.proposals[index + 1] ?? proceeding.decision
      return {
        about: `proposal-${proposed.seq}`,
        triggeredOn: proposed.on,
        arisesOn: proposed.on,
        ...(hasProcessingTime(proceeding) && dueBy(processingDeadline(proceeding, parameters))),
        ...metBy(proposed.answered, proposed.seq),
        ...neededUntil(proceeding),
        ...(next && { voidOn: next.on, voidReason: 'superseded' as const }),
        task: 'approveDecision' as const,
      }
    }),
  ),
)
