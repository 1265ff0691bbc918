/** Attendance facts: added and read. A fact that is there already is left as it is, so that sending again does no harm. */
import type { Placement } from '../domain/attendance/admit.ts'
import type { AttendanceFact } from '../domain/attendance/fact.ts'
import type { OfferFact } from '../domain/attendance/offer.ts'
import type { CaseId, PartId, ProviderId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'

/** Adds those that are not there, and gives their ids. One statement, however many. */
export async function addAttendance(
  tx: WriteTx,
  facts: readonly AttendanceFact[],
): Promise<ReadonlySet<string>> {
  if (facts.length === 0) return new Set()
  const added = await tx.rows<{ factId: string }>(sql`
    insert into attendance_fact (municipality, fact_id, provider_id, order_id, case_id, person_id, day, kind, part,
      reason, said_by, late_by, at, skew_seconds, recorded_at, recorded_on, actor, on_behalf_of, device_id, refers_to,
      sets_aside, confirmed, text)
    select ${tx.scope.municipality}, "factId", "providerId", "orderId", "caseId", "personId", day, kind, part, reason,
      "saidBy", "lateBy", at, "skewSeconds", "recordedAt", "recordedOn", actor, "onBehalfOf", device, "refersTo",
      "setsAside", confirmed, text
    from jsonb_to_recordset(${json(facts)}::jsonb) as f(
      "factId" uuid, "providerId" text, "orderId" uuid, "caseId" uuid, "personId" uuid, day date, kind text, part text,
      reason text, "saidBy" text, "lateBy" text, at timestamptz, "skewSeconds" int, "recordedAt" timestamptz,
      "recordedOn" date, actor jsonb, "onBehalfOf" uuid, device uuid, "refersTo" uuid, "setsAside" uuid[],
      confirmed boolean, text text)
    on conflict do nothing
    returning fact_id as "factId"`)
  return new Set(added.map(({ factId }) => factId))
}

const columns = sql`fact_id as "factId", provider_id as "providerId", order_id as "orderId", case_id as "caseId",
  person_id as "personId", day, kind, part, reason, said_by as "saidBy", late_by as "lateBy", at,
  skew_seconds as "skewSeconds", recorded_at as "recordedAt", recorded_on as "recordedOn", actor,
  on_behalf_of as "onBehalfOf", device_id as device, refers_to as "refersTo", sets_aside as "setsAside", confirmed, text`

type Row = { readonly [K in keyof AttendanceFact]-?: AttendanceFact[K] | null }

/** What is null in the row is absent in the value. */
const toFact = (row: Row): AttendanceFact =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as AttendanceFact

/** Of these ids, those that are there. */
export const findAttendance = async (
  tx: ReadTx,
  factIds: readonly string[],
): Promise<readonly AttendanceFact[]> =>
  (
    await tx.rows<Row>(sql`select ${columns} from attendance_fact where fact_id = any (${factIds}::uuid[])`)
  ).map(toFact)

/** Everything recorded about one day at a provider. */
export const attendanceOfDay = async (
  tx: ReadTx,
  providerId: ProviderId,
  day: CalendarDay,
): Promise<readonly AttendanceFact[]> =>
  (
    await tx.rows<Row>(
      sql`select ${columns} from attendance_fact where provider_id = ${providerId} and day = ${day}`,
    )
  ).map(toFact)

/** Everything recorded about these placements from one day to another, both included. */
export const attendanceOfOrders = async (
  tx: ReadTx,
  orderIds: readonly PartId[],
  from: CalendarDay,
  to: CalendarDay,
): Promise<readonly AttendanceFact[]> =>
  (
    await tx.rows<Row>(sql`
      select ${columns} from attendance_fact
      where order_id = any (${orderIds}::uuid[]) and day between ${from} and ${to}
      order by day, fact_id`)
  ).map(toFact)

export type PlacementRow = Placement & { readonly orderId: PartId }

/** The placements that these orders are, in any state. */
export async function placementsOf(
  tx: ReadTx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, PlacementRow>> {
  const rows = await tx.rows<
    Omit<PlacementRow, 'startedOn' | 'closedOn'> & {
      readonly startedOn: CalendarDay | null
      readonly closedOn: CalendarDay | null
    }
  >(sql`
    select order_id as "orderId", case_id as "caseId", person_id as "personId", provider_id as "providerId",
           (state ->> 'startedOn')::date as "startedOn", closed_on as "closedOn"
    from service_order where order_id = any (${orderIds}::uuid[])`)
  return new Map(
    rows.map(({ startedOn, closedOn, ...row }) => [
      row.orderId,
      { ...row, ...(startedOn && { startedOn }), ...(closedOn && { closedOn }) },
    ]),
  )
}

/** The placements of a case that have started, also those that are over. */
export const startedPlacements = async (tx: ReadTx, caseId: CaseId): Promise<readonly PlacementRow[]> => {
  const rows = await tx.rows<{ orderId: PartId }>(
    sql`select order_id as "orderId" from service_order where case_id = ${caseId} order by sent_on, order_id`,
  )
  return [
    ...(
      await placementsOf(
        tx,
        rows.map((r) => r.orderId),
      )
    ).values(),
  ].filter((p) => p.startedOn)
}

/** Adds what a provider said about its days; what is there already stays. Gives how many were new. */
export const addOfferFacts = (tx: WriteTx, facts: readonly OfferFact[]): Promise<number> =>
  tx.run(sql`
    insert into offer_fact (municipality, fact_id, provider_id, group_id, day, kind, reason, at, recorded_at, actor)
    select ${tx.scope.municipality}, "factId", "providerId", "groupId", day, kind, reason, at, "recordedAt", actor
    from jsonb_to_recordset(${json(facts)}::jsonb) as f(
      "factId" uuid, "providerId" text, "groupId" uuid, day date, kind text, reason text, at timestamptz,
      "recordedAt" timestamptz, actor jsonb)
    on conflict do nothing`)

/** What a provider said about its days, from one to another, both included. */
export const offerFacts = async (
  tx: ReadTx,
  providerId: ProviderId,
  from: CalendarDay,
  to: CalendarDay,
): Promise<readonly OfferFact[]> => {
  const rows = await tx.rows<Omit<OfferFact, 'groupId'> & { readonly groupId: string | null }>(sql`
    select fact_id as "factId", provider_id as "providerId", group_id as "groupId", day, kind, reason, at,
           recorded_at as "recordedAt", actor
    from offer_fact where provider_id = ${providerId} and day between ${from} and ${to} order by day, at, fact_id`)
  return rows.map(({ groupId, ...fact }) => ({ ...fact, ...(groupId && { groupId }) }))
}

/**
 * Cases with so many days of absence in a period, the last of them on or after a day: where looking for a pattern of
 * repeated absence can find something new. What was taken back or set aside is still among them: the fold says.
 */
export const casesWithAbsence = async (
  tx: ReadTx,
  asked: {
    readonly providers: readonly ProviderId[]
    readonly from: CalendarDay
    readonly to: CalendarDay
    readonly lastFrom: CalendarDay
    readonly atLeast: number
  },
): Promise<readonly CaseId[]> => {
  const { providers, from, to, lastFrom, atLeast } = asked
  const rows = await tx.rows<{ caseId: CaseId }>(sql`
    select distinct case_id as "caseId" from (
      select case_id, order_id from attendance_fact
      where provider_id = any (${providers}::text[]) and day between ${from} and ${to}
        and kind in ('cancelled', 'noShow')
      group by case_id, order_id
      having count(distinct day) >= ${atLeast} and max(day) >= ${lastFrom}
    ) absent order by 1`)
  return rows.map(({ caseId }) => caseId)
}
