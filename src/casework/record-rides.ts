/** What is written about rides: who drives, that a list was handed over, and that a ride came late or not at all. */
import { may, mayEver } from '../domain/access/permissions.ts'
import type { NewAttendance } from '../domain/attendance/fact.ts'
import { PartId } from '../domain/identity.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { type CalendarDay, daysBetween } from '../domain/time/calendar-day.ts'
import { attendanceOfRide, type NewRideFact } from '../domain/transport/fact.ts'
import type { RideOperator } from '../domain/transport/operator.ts'
import { currentStandard } from '../standards/municipality.ts'
import { placementsOf } from '../store/attendance.ts'
import { read, write } from '../store/connection.ts'
import { addHandover, addRideFact, rideFactsOn, rideGrants, saveRideOperator } from '../store/transport.ts'
import { getMunicipality, type House } from './house.ts'
import type { Asking } from './perform.ts'
import { readRides } from './read-rides.ts'
import { recordAttendance } from './record-attendance.ts'

const commandScope = ({ municipality }: Asking) => ({ municipality, viewer: { kind: 'command' } }) as const

/** Adds an operator or changes it. The providers are those of the standard. */
export async function changeRideOperator(
  house: House,
  asking: Asking,
  operator: RideOperator,
): Promise<Refusal | 'done'> {
  if (!mayEver('changeRideOperators', asking.subject)) return refuse('notAllowed')
  const { providers } = currentStandard(getMunicipality(house, asking.municipality))
  if (operator.providers.some((id) => !providers.some((p) => p.id === id)))
    return refuse('notFound', { field: 'providers' })
  await write(house.db, commandScope(asking), (tx) => saveRideOperator(tx, operator))
  return 'done'
}

/**
 * Keeps the list as it is given to its operator. It is the one that whoever hands it over has seen: where something changed
 * meanwhile, they look again, for the operator has another list than we would think.
 */
export async function handOverRides(
  house: House,
  asking: Asking,
  given: {
    readonly operatorId: string
    readonly day: CalendarDay
    readonly seen: string
    readonly commandId: string
  },
): Promise<Refusal | 'done'> {
  const { subject, today } = asking
  if (!mayEver('handOverRides', subject) || subject.userId === undefined) return refuse('notAllowed')
  const { day, seen } = given
  const givenBy = subject.userId
  return write(house.db, commandScope(asking), async (tx) => {
    const list = (await readRides(tx, day)).find((l) => l.operator?.operatorId === given.operatorId)
    if (list?.operator === undefined) return refuse('notFound')
    if (list.handover?.handoverId === given.commandId) return 'done'
    if (list.seen !== seen) return refuse('ridesChanged')
    await addHandover(
      tx,
      {
        handoverId: PartId.parse(given.commandId),
        operatorId: list.operator.operatorId,
        day,
        givenAt: house.now().toISOString(),
        givenOn: today,
        givenBy,
      },
      list.handed,
    )
    return 'done'
  })
}

/**
 * Records what became of a ride. On the way there it is the transport's delay in attendance too (K1.2-4: never the person's
 * own absence), under the same id: sent twice it is once.
 */
export async function recordRide(
  house: House,
  asking: Asking,
  fact: NewRideFact,
  /** Why a day is corrected that is locked by now. */
  text?: string,
): Promise<Refusal | 'done'> {
  const { subject, today, actor, municipality } = asking
  const scope = commandScope(asking)
  const { placement, granted, earlier } = await read(house.db, scope, async (tx) => ({
    placement: (await placementsOf(tx, [fact.orderId])).get(fact.orderId),
    granted: (await rideGrants(tx, [fact.orderId])).length > 0,
    earlier: (await rideFactsOn(tx, fact.day)).find(
      (f) => f.factId === fact.refersTo && f.orderId === fact.orderId && f.direction === fact.direction,
    ),
  }))
  const target = placement && {
    personId: placement.personId,
    scopes: [],
    providers: [placement.providerId],
    opened: false,
  }
  if (placement === undefined || !may('recordRide', subject, target)) return refuse('notPlacedHere')
  if (!granted) return refuse('transportNotGranted')
  if (fact.day > today) return refuse('dateInFuture')
  if (fact.kind === 'undone' && earlier === undefined) return refuse('notFound')
  const { attendanceLockDays } = currentStandard(getMunicipality(house, municipality)).parameters
  if (text === undefined && daysBetween(fact.day, today) > attendanceLockDays.value)
    return refuse('dayIsLocked')
  const attendance = earlier?.kind === 'delivered' ? undefined : attendanceOfRide(fact)
  if (attendance) {
    const [answer] = await recordAttendance(house, asking, [{ ...attendance, ...(text && { text }) }])
    if (answer?.outcome === 'refused') return answer.refusal
  }
  const { caseId, providerId } = placement
  await write(house.db, scope, (tx) =>
    addRideFact(tx, { ...fact, caseId, providerId, actor, recordedAt: house.now().toISOString() }),
  )
  return 'done'
}

/**
 * The ride that a delay in attendance is about, or the taking back of one, so that it is written once: the ride there that
 * was planned. Undefined where nobody drives the person there that day, or it has not been yet.
 */
export function rideOfDelay(
  house: House,
  asking: Asking,
  { factId, orderId, day, at, kind, lateBy, refersTo }: NewAttendance,
  became: 'late' | 'noShow',
): Promise<NewRideFact | undefined> {
  const made = { factId, orderId, day, at }
  return read(house.db, commandScope(asking), async (tx): Promise<NewRideFact | undefined> => {
    if (kind === 'undone') {
      const said = (await rideFactsOn(tx, day)).find((f) => f.factId === refersTo && f.orderId === orderId)
      return said && { ...made, direction: said.direction, part: said.part, kind: 'undone', refersTo }
    }
    if (kind !== 'late' || lateBy !== 'transport' || day > asking.today) return undefined
    const rides = (await readRides(tx, day, asking.subject.provider)).flatMap(({ rows }) => rows)
    const ride = rides.find(
      ({ leg }) => leg.orderId === orderId && leg.direction === 'there' && leg.state === 'planned',
    )
    return ride && { ...made, direction: 'there', part: ride.leg.part, kind: became }
  })
}
