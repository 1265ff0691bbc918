/** What a person has today: the grant in force, and the placement that carries it out. */
import { Applied } from '../application/wishes.ts'
import { type CaseFile, currentProceeding, type Order, type Proceeding } from '../case-file.ts'
import type { GrantedPlace } from '../decision/record.ts'
import { findGrantedPlace } from '../decision/stated.ts'
import { orderClosedOn } from '../lifetime.ts'

export type Reassessment = Proceeding & { readonly trigger: { readonly kind: 'reassessment' } }

export const isReassessment = (proceeding: Proceeding): proceeding is Reassessment =>
  proceeding.trigger.kind === 'reassessment'

/** The reassessment under way: opened, and neither decided nor concluded. */
export function openReassessmentOf(file: CaseFile): Reassessment | undefined {
  const proceeding = currentProceeding(file)
  return isReassessment(proceeding) && proceeding.decision === undefined ? proceeding : undefined
}

/** The citizen asked for it themselves, which makes it an application: it is answered within the same time (K2.1-1). */
export const isAppliedFor = ({ trigger }: Proceeding): boolean =>
  trigger.kind === 'application' || (trigger.kind === 'reassessment' && trigger.asked !== undefined)

/** The citizen asks for the place to end: nobody is held to a place. */
export const isAskedToEnd = ({ trigger }: Proceeding): boolean =>
  trigger.kind === 'reassessment' && trigger.asked?.end === true

/** What the latest decision granted; a refusal granted nothing. */
export function standingPlace(file: CaseFile): GrantedPlace | undefined {
  const decided = file.proceedings.findLast((p) => p.decision)?.decision
  return decided && findGrantedPlace(decided.record)
}

/** A run that ended without a decision asks for nothing more of what comes before one. */
export const neededUntil = ({ concluded }: Proceeding) =>
  concluded && { voidOn: concluded.on, voidReason: 'notNeeded' as const }

/** The placement that has begun and has no end on record. */
export const runningOrder = (file: CaseFile): Order | undefined =>
  file.orders.findLast((order) => order.started && orderClosedOn(file, order) === undefined)

/** What is granted, said as it would be applied for: what any change is measured against. */
export const asApplied = (place: GrantedPlace): Applied =>
  Applied.parse({
    daysPerWeek: place.daysPerWeek,
    hoursPerWeek: place.hoursPerWeek,
    place: place.provider,
    transport: place.transport ? 'transport' : 'none',
    start: { kind: 'soonest' },
    until: place.endOn,
  })
