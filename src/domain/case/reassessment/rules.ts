import { z } from 'zod'
import { caseRule, dueBy, metBy, statedBy } from '../../standard/rule.ts'
import type { StandardTerms } from '../../standard/terms.ts'
import { addDays } from '../../time/calendar-day.ts'
import type { CaseFile, Proceeding } from '../case-file.ts'
import { compare } from '../decision/comparison.ts'
import type { DecisionRecord } from '../decision/record.ts'
import { findGrantedPlace } from '../decision/stated.ts'
import { dispatchOf, processingDeadline } from '../processing.ts'
import { asApplied, isAskedToEnd, isReassessment } from './standing.ts'

const none = z.object({})
type Decision = NonNullable<Proceeding['decision']>

/** Each reassessment that was decided, with what the person had before it. */
const decidedAnew = (file: CaseFile): readonly { readonly run: Proceeding; readonly decision: Decision }[] =>
  file.proceedings.flatMap((run) =>
    isReassessment(run) && run.decision ? [{ run, decision: run.decision }] : [],
  )

/**
 * Where the need is seen to have changed, it is assessed anew (K2.3-5): by a new decision, or by saying that nothing
 * changes and why. What the citizen applies for is the application's own promise (K2.1-1).
 */
export const needReassessed = caseRule(none, (file, _, { parameters }) =>
  file.proceedings.flatMap((run) => {
    const { trigger, decision, concluded } = run
    if (trigger.kind !== 'reassessment' || trigger.asked !== undefined) return []
    return [
      {
        about: `reassess-${trigger.seq}`,
        triggeredOn: trigger.on,
        arisesOn: trigger.on,
        ...dueBy(processingDeadline(run, parameters)),
        ...metBy(concluded ?? (decision && dispatchOf(file, decision.letterId)), trigger.seq),
        task: 'reassess' as const,
      },
    ]
  }),
)

/** The new support answers to the concrete need (K2.3-6): assessed in this run, and the extent reasoned from it. */
export const supportMatchesNeed = caseRule(none, (file) =>
  decidedAnew(file).map(({ run, decision }) => {
    const assessed = run.assessments.some((a) => a.seq < decision.seq)
    const place = findGrantedPlace(decision.record)
    const reasoned = place === undefined || place.extentAssessment.trim() !== ''
    return statedBy(decision, `matches-${decision.seq}`, assessed && reasoned, run.trigger.seq)
  }),
)

/** Whether a decision takes something that the person had and did not ask to lose. */
function takesAway(run: Proceeding, record: DecisionRecord, { parameters }: StandardTerms): boolean {
  if (run.before === undefined || isAskedToEnd(run)) return false
  const place = findGrantedPlace(record)
  const lost = compare(asApplied(run.before), place, {
    defaultDays: parameters.defaultDaysPerWeek,
    agreedToMore: place?.agreedToMore !== undefined,
  }).filter((row) => row.unfavourable)
  const asked = run.trigger.kind === 'reassessment' ? run.trigger.asked?.applied : undefined
  if (asked === undefined || place === undefined) return lost.length > 0
  const unasked = compare(asked, place, {
    defaultDays: parameters.defaultDaysPerWeek,
    agreedToMore: place.agreedToMore !== undefined,
  })
  return lost.some(({ element }) => unasked.some((row) => row.element === element && row.unfavourable))
}

const guided = (record: DecisionRecord): boolean =>
  record.outcome !== 'GRANTED' &&
  record.complaintGuidance &&
  record.considerations.trim() !== '' &&
  (record.hearing.kind === 'heard' || record.hearing.because.trim() !== '')

/**
 * A material change can be appealed (K2.3-7): what takes something away is a decision with reasons, hearing and complaint
 * guidance, that takes effect after its notice; and no later order gives less than the decision behind it.
 */
export const changeAppealable = caseRule(none, (file, _, terms) => [
  ...decidedAnew(file).flatMap(({ run, decision }) => {
    if (!takesAway(run, decision.record, terms)) return []
    const place = findGrantedPlace(decision.record)
    const first = addDays(decision.on, terms.parameters.changeNoticeDays)
    const noticed = decision.record.effectiveOn >= first && (place === undefined || place.startOn >= first)
    return [statedBy(decision, `change-${decision.seq}`, guided(decision.record) && noticed, run.trigger.seq)]
  }),
  ...file.orders.slice(1).map((order) => {
    const decided = file.proceedings.findLast((p) => p.decision && p.decision.seq < order.seq)?.decision
    const place = decided && findGrantedPlace(decided.record)
    const { daysPerWeek, hoursPerWeek, provider, transport, endOn } = order.content
    const follows =
      place !== undefined &&
      place.daysPerWeek === daysPerWeek &&
      place.hoursPerWeek === hoursPerWeek &&
      place.provider === provider &&
      place.transport === transport &&
      place.endOn === endOn
    return statedBy(order, `ordered-${order.seq}`, follows, ...(decided ? [decided.seq] : []))
  }),
])
