/** Rides: who drives for whom, who has the right, what an operator was told, and what became of it. */

import type { EventActor } from '../domain/case/envelope.ts'
import type { RideNeeds } from '../domain/case/transport/events.ts'
import type { CaseId, PartId, ProviderId, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { NewRideFact } from '../domain/transport/fact.ts'
import type { HandedLeg } from '../domain/transport/lists.ts'
import type { RideOperator } from '../domain/transport/operator.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'

/** Every operator with the providers that it drives for, by name in Danish order. */
export const rideOperators = (tx: ReadTx): Promise<readonly RideOperator[]> =>
  tx.rows(sql`
    select o.operator_id as "operatorId", o.name, o.phone, o.cancel_minutes as "cancelMinutes",
           o.window_minutes as "windowMinutes",
           array(select r.provider_id from transport_route r where r.operator_id = o.operator_id order by 1) as providers
    from transport_operator o order by o.name collate "da-x-icu", o.operator_id`)

/** Adds an operator or changes it. A provider that it now drives for is taken from whoever drove for it before. */
export async function saveRideOperator(tx: WriteTx, operator: RideOperator): Promise<void> {
  const { operatorId, name, phone, cancelMinutes, windowMinutes, providers } = operator
  const { municipality } = tx.scope
  await tx.run(sql`
    insert into transport_operator (municipality, operator_id, name, phone, cancel_minutes, window_minutes)
    values (${municipality}, ${operatorId}, ${name}, ${phone}, ${cancelMinutes}, ${windowMinutes})
    on conflict (municipality, operator_id) do update
    set name = excluded.name, phone = excluded.phone, cancel_minutes = excluded.cancel_minutes,
        window_minutes = excluded.window_minutes`)
  await tx.run(sql`
    delete from transport_route where operator_id = ${operatorId} and provider_id <> all (${providers}::text[])`)
  await tx.run(sql`
    insert into transport_route (municipality, provider_id, operator_id)
    select ${municipality}, p, ${operatorId}::uuid from unnest(${providers}::text[]) p
    on conflict (municipality, provider_id) do update set operator_id = excluded.operator_id`)
}

export type RideGrant = {
  readonly orderId: PartId
  /** What the person needs on the way; null while nobody has said. */
  readonly needs: RideNeeds | null
}

/** Of these orders, those that were granted the ride. */
export const rideGrants = (tx: ReadTx, orderIds: readonly PartId[]): Promise<readonly RideGrant[]> =>
  tx.rows(sql`
    select order_id as "orderId", state -> 'ride' as needs from service_order
    where order_id = any (${orderIds}::uuid[]) and (content ->> 'transport')::boolean
    order by order_id`)

export type RideFact = NewRideFact & {
  readonly caseId: CaseId
  readonly providerId: ProviderId
  readonly actor: EventActor
  readonly recordedAt: string
}

/** Adds it; one that is there already stays as it is, and 0 is given. */
export const addRideFact = (tx: WriteTx, f: RideFact): Promise<number> =>
  tx.run(sql`
    insert into transport_fact (municipality, fact_id, order_id, case_id, provider_id, day, direction, part, kind,
      refers_to, at, recorded_at, actor)
    values (${tx.scope.municipality}, ${f.factId}, ${f.orderId}, ${f.caseId}, ${f.providerId}, ${f.day}, ${f.direction},
      ${f.part}, ${f.kind}, ${f.refersTo ?? null}, ${f.at}, ${f.recordedAt}, ${json(f.actor)})
    on conflict do nothing`)

/** What became of a day's rides, as far as this scope sees, in order. */
export async function rideFactsOn(tx: ReadTx, day: CalendarDay): Promise<readonly RideFact[]> {
  const rows = await tx.rows<Omit<RideFact, 'refersTo'> & { readonly refersTo: string | null }>(sql`
    select fact_id as "factId", order_id as "orderId", case_id as "caseId", provider_id as "providerId", day, direction,
           part, kind, refers_to as "refersTo", at, recorded_at as "recordedAt", actor
    from transport_fact where day = ${day} order by at, fact_id`)
  return rows.map(({ refersTo, ...fact }) => ({ ...fact, ...(refersTo && { refersTo }) }))
}

export type Handover = {
  readonly handoverId: PartId
  readonly operatorId: PartId
  readonly day: CalendarDay
  readonly givenAt: string
  /** The product's day then. */
  readonly givenOn: CalendarDay
  readonly givenBy: UserId
}

/** Keeps a list as it is given away. With the id of one that is kept already it changes nothing, and 0 is given. */
export async function addHandover(
  tx: WriteTx,
  handover: Handover,
  legs: readonly HandedLeg[],
): Promise<number> {
  const { handoverId, operatorId, day, givenAt, givenOn, givenBy } = handover
  const { municipality } = tx.scope
  const added = await tx.run(sql`
    insert into transport_handover (municipality, handover_id, operator_id, day, given_at, given_on, given_by)
    values (${municipality}, ${handoverId}, ${operatorId}, ${day}, ${givenAt}, ${givenOn}, ${givenBy})
    on conflict do nothing`)
  if (added > 0)
    await tx.run(sql`
      insert into transport_handover_leg (municipality, handover_id, order_id, person_id, provider_id, day, direction,
        part, earliest, latest, needs, state, person_version)
      select ${municipality}, ${handoverId}::uuid, "orderId", "personId", "providerId", day, direction, part, earliest,
             latest, nullif(needs, 'null'::jsonb), state, "personVersion"
      from jsonb_to_recordset(${json(legs)}::jsonb) as l(
        "orderId" uuid, "personId" uuid, "providerId" text, day date, direction text, part text, earliest time,
        latest time, needs jsonb, state text, "personVersion" integer)`)
  return added
}

/** Of each operator, the list for the day that it was given last. */
export const lastHandovers = (tx: ReadTx, day: CalendarDay): Promise<readonly Handover[]> =>
  tx.rows(sql`
    select distinct on (operator_id) handover_id as "handoverId", operator_id as "operatorId", day,
           given_at as "givenAt", given_on as "givenOn", given_by as "givenBy"
    from transport_handover where day = ${day} order by operator_id, given_at desc, handover_id`)

/** What stood in a list, as far as this scope sees. */
export const handedLegs = (
  tx: ReadTx,
  handoverIds: readonly PartId[],
): Promise<readonly (HandedLeg & { readonly handoverId: PartId })[]> =>
  tx.rows(sql`
    select handover_id as "handoverId", order_id as "orderId", person_id as "personId", provider_id as "providerId", day,
           direction, part, to_char(earliest, 'HH24:MI') as earliest, to_char(latest, 'HH24:MI') as latest, needs, state,
           person_version as "personVersion"
    from transport_handover_leg where handover_id = any (${handoverIds}::uuid[])
    order by direction desc, earliest, order_id, part`)
