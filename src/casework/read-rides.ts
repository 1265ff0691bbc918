/**
 * A day's rides as this scope sees them: the lists of the operators, what has changed in each since it was handed over, and
 * what became of each ride. A provider sees its own people, and no address that is protected.
 */
import { createHash } from 'node:crypto'
import type { CaseId, PartId, PersonId, ProviderId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { rideOutcome } from '../domain/transport/fact.ts'
import { type Leg, legKey, legsOf, type RideDay } from '../domain/transport/legs.ts'
import { changesSince, type HandedLeg, listsOf, type Mark } from '../domain/transport/lists.ts'
import { operatorFor, type RideOperator } from '../domain/transport/operator.ts'
import { attendanceOfOrders, offerFacts } from '../store/attendance.ts'
import type { ReadTx } from '../store/connection.ts'
import { findPersons, type Person } from '../store/persons.ts'
import { type Expected, expectedOn } from '../store/schedules.ts'
import {
  type Handover,
  handedLegs,
  lastHandovers,
  type RideFact,
  rideFactsOn,
  rideGrants,
  rideOperators,
} from '../store/transport.ts'

export type RideRow = {
  readonly leg: Leg
  readonly caseId: CaseId
  readonly person: Person | undefined
  /** Against the list that was handed over; undefined while none was. */
  readonly mark: Mark | undefined
  /** What became of it, if anybody said. */
  readonly fact: RideFact | undefined
}

export type RideList = {
  /** Undefined: the rides that nobody has been asked to drive. */
  readonly operator: RideOperator | undefined
  readonly handover: Handover | undefined
  readonly rows: readonly RideRow[]
  /** Handed over, and no more. */
  readonly gone: readonly { readonly leg: HandedLeg; readonly person: Person | undefined }[]
  /** What would be handed over now, and its fingerprint: who hands over says which list they saw. */
  readonly handed: readonly HandedLeg[]
  readonly seen: string
}

/** Where nobody drives yet: whatever is said off in time is off. */
const noOperator = { cancelMinutes: 0, windowMinutes: 30 } as const

export async function readRides(
  tx: ReadTx,
  day: CalendarDay,
  provider?: ProviderId,
): Promise<readonly RideList[]> {
  const expected = await expectedOn(tx, { day, provider })
  const orderIds = [...new Set(expected.map((e) => e.orderId))]
  const [operators, grants, attendance, offers, facts, handovers] = await Promise.all([
    rideOperators(tx),
    rideGrants(tx, orderIds),
    attendanceOfOrders(tx, orderIds, day, day),
    Promise.all(
      [...new Set(expected.map((e) => e.providerId))].map((place) => offerFacts(tx, place, day, day)),
    ),
    rideFactsOn(tx, day),
    lastHandovers(tx, day),
  ])
  const known = { attendance, offers: offers.flat() }
  const needs = new Map(grants.map((grant) => [grant.orderId, grant.needs]))
  const legs = placementsOn(expected).flatMap(({ orderId, providerId, ...one }) => {
    const ride: RideDay = {
      ...one,
      orderId,
      providerId,
      granted: needs.has(orderId),
      needs: needs.get(orderId) ?? undefined,
    }
    return legsOf(ride, known, operatorFor(operators, providerId) ?? noOperator)
  })
  const before = await handedLegs(
    tx,
    handovers.map((h) => h.handoverId),
  )
  const ids = new Set<PersonId>([...legs, ...before].map((leg) => leg.personId))
  const people = new Map((await findPersons(tx, [...ids])).map((person) => [person.personId, person]))
  const caseIds = new Map(expected.map((e) => [e.orderId, e.caseId]))
  return listsOf(operators, legs).map(({ operator, legs: own }) => {
    const handover = handovers.find((h) => h.operatorId === operator?.operatorId)
    const handed = own.map((leg) => handedLeg(leg, people.get(leg.personId)))
    const given = before.filter((leg) => leg.handoverId === handover?.handoverId)
    const { marks, gone } = changesSince(given, handed)
    return {
      operator,
      handover,
      rows: own.flatMap((leg): RideRow[] => {
        const caseId = caseIds.get(leg.orderId)
        if (caseId === undefined) return []
        const about = facts.filter((f) => legKey(f) === legKey(leg))
        return [
          {
            leg,
            caseId,
            person: people.get(leg.personId),
            mark: handover && marks.get(legKey(leg)),
            fact: rideOutcome(about),
          },
        ]
      }),
      gone: handover ? gone.map((leg) => ({ leg, person: people.get(leg.personId) })) : [],
      handed,
      seen: createHash('sha256').update(JSON.stringify(handed)).digest('hex').slice(0, 32),
    }
  })
}

/** The times of one placement together: morning and afternoon are one day of rides. */
function placementsOn(expected: readonly Expected[]): readonly Omit<RideDay, 'granted' | 'needs'>[] {
  const rides = new Map<PartId, Omit<RideDay, 'granted' | 'needs'>>()
  for (const { orderId, personId, providerId, day, part, starts, ends, groupId } of expected) {
    const times = [
      ...(rides.get(orderId)?.times ?? []),
      { part, starts, ends, ...(groupId && { group: groupId }) },
    ]
    rides.set(orderId, { orderId, personId, providerId, day, times })
  }
  return [...rides.values()]
}

const handedLeg = ({ from: _, to: __, needs, ...leg }: Leg, person: Person | undefined): HandedLeg => ({
  ...leg,
  needs: needs ?? null,
  personVersion: person?.version ?? 0,
})
