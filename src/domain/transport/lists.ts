/** A list for each operator, and what has changed in it since it was last handed over. */
import type { DayPart } from '../attendance/fact.ts'
import type { RideNeeds } from '../case/transport/events.ts'
import type { PartId, PersonId, ProviderId } from '../identity.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import { type Direction, type Leg, type LegState, legKey } from './legs.ts'
import { operatorFor, type RideOperator } from './operator.ts'

export type OperatorList = {
  /** Undefined: the rides that nobody has been asked to drive. */
  readonly operator: RideOperator | undefined
  readonly legs: readonly Leg[]
}

const inOrder = (a: Leg, b: Leg): number =>
  (a.direction === b.direction ? 0 : a.direction === 'there' ? -1 : 1) ||
  a.earliest.localeCompare(b.earliest) ||
  a.providerId.localeCompare(b.providerId) ||
  legKey(a).localeCompare(legKey(b))

/** Each ride on the one list of the operator that drives for its provider; there first, then home, by time. */
export function listsOf(operators: readonly RideOperator[], legs: readonly Leg[]): readonly OperatorList[] {
  const of = (operator: RideOperator | undefined): OperatorList => ({
    operator,
    legs: legs.filter((leg) => operatorFor(operators, leg.providerId) === operator).toSorted(inOrder),
  })
  const nobodys = of(undefined)
  return [...operators.map(of), ...(nobodys.legs.length > 0 ? [nobodys] : [])]
}

/** A ride as it stood in the list that was given away. */
export type HandedLeg = {
  readonly orderId: PartId
  readonly personId: PersonId
  readonly providerId: ProviderId
  readonly day: CalendarDay
  readonly direction: Direction
  readonly part: DayPart
  readonly earliest: string
  readonly latest: string
  readonly needs: RideNeeds | null
  readonly state: LegState
  /** Of the person, the version whose name and address the list showed: a move is told as a change. */
  readonly personVersion: number
}

export type Mark = 'new' | 'changed' | 'same'

/** What an operator must do differently, since the list that it has. A ride it never heard of needs no calling off. */
export function changesSince(
  handed: readonly HandedLeg[],
  legs: readonly HandedLeg[],
): { readonly marks: ReadonlyMap<string, Mark>; readonly gone: readonly HandedLeg[] } {
  const before = new Map(handed.map((leg) => [legKey(leg), leg]))
  const now = new Set(legs.map(legKey))
  const markOf = (leg: HandedLeg): Mark => {
    const was = before.get(legKey(leg))
    if (was === undefined) return leg.state === 'planned' ? 'new' : 'same'
    return said(was) === said(leg) ? 'same' : 'changed'
  }
  return {
    marks: new Map(legs.map((leg) => [legKey(leg), markOf(leg)])),
    gone: handed.filter((leg) => leg.state === 'planned' && !now.has(legKey(leg))),
  }
}

const said = ({ earliest, latest, needs, state, providerId, personVersion }: HandedLeg): string =>
  JSON.stringify([
    earliest,
    latest,
    needs && [needs.wheelchair, needs.companion, needs.aids ?? ''],
    state,
    providerId,
    personVersion,
  ])
