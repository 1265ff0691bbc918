/** The week at a provider: who is expected where on a day, who has no schedule yet, and the provider's groups. */
import type { DayPart } from '../domain/attendance/fact.ts'
import type { CaseId, GroupId, PartId, PersonId, ProviderId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import type { ScheduleRow } from './projection-rows.ts'
import { json, type Sql, sql } from './sql.ts'

/** Rows that are the same are not touched. */
export const replaceSchedule = (tx: WriteTx, caseId: CaseId, rows: readonly ScheduleRow[]): Promise<number> =>
  tx.run(sql`
    with row as (
      select r."orderId", r."providerId", r."personId", r.weekday, r.part, r.starts, r.ends, r."groupId", r."validFrom",
        r."validTo"
      from jsonb_to_recordset(${json(rows)}::jsonb) as r(
        "orderId" uuid, "providerId" text, "personId" uuid, weekday integer, part text, starts time, ends time,
        "groupId" uuid, "validFrom" date, "validTo" date)
    ), gone as (
      delete from schedule_day s where s.case_id = ${caseId}::uuid and not exists (
        select from row r where r."orderId" = s.order_id and r."validFrom" = s.valid_from and r.weekday = s.weekday
          and r.part = s.part)
    )
    insert into schedule_day as s (municipality, case_id, order_id, provider_id, person_id, weekday, part, starts, ends,
      group_id, valid_from, valid_to)
    select ${tx.scope.municipality}, ${caseId}::uuid, row.* from (
      select "orderId", "providerId", "personId", weekday, part, starts, ends, "groupId", "validFrom", "validTo" from row
    ) row
    on conflict (municipality, order_id, valid_from, weekday, part) do update
    set starts = excluded.starts, ends = excluded.ends, group_id = excluded.group_id, valid_to = excluded.valid_to,
        provider_id = excluded.provider_id
    where (s.starts, s.ends, s.group_id, s.valid_to, s.provider_id)
      is distinct from
          (excluded.starts, excluded.ends, excluded.group_id, excluded.valid_to, excluded.provider_id)`)

/** Of a case, as a rebuild is compared with them. */
export const scheduleOf = (tx: ReadTx, caseId: CaseId): Promise<readonly ScheduleRow[]> =>
  tx.rows(sql`
    select order_id as "orderId", provider_id as "providerId", person_id as "personId", weekday, part,
           to_char(starts, 'HH24:MI') as starts, to_char(ends, 'HH24:MI') as ends, group_id as "groupId",
           valid_from as "validFrom", valid_to as "validTo"
    from schedule_day where case_id = ${caseId} order by order_id, valid_from, weekday, starts`)

type WithPerson = {
  readonly caseId: CaseId
  readonly orderId: PartId
  readonly providerId: ProviderId
  readonly personId: PersonId
  readonly givenName: string
  readonly familyName: string
}

export type Expected = WithPerson & {
  readonly day: CalendarDay
  readonly part: DayPart
  /** `08:30`. */
  readonly starts: string
  readonly ends: string
  readonly groupId: GroupId | null
  readonly groupName: string | null
}

/** Of a person, what they are called today. */
const named = (personId: Sql): Sql => sql`
  left join lateral (
    select given_name, family_name from person_version v
    where v.person_id = ${personId} order by v.version desc limit 1
  ) v on true`

/** An order that is carried out on a day: begun, not over, and within what was granted. */
const carriedOut = (day: Sql): Sql => sql`
  (o.state ->> 'startedOn')::date <= ${day} and (o.closed_on is null or o.closed_on > ${day})
  and coalesce((o.content ->> 'endOn')::date, 'infinity') >= ${day}`

const at = (provider: ProviderId | undefined, of: Sql): Sql =>
  provider === undefined ? sql`` : sql` and ${of} = ${provider}`

/**
 * Who is expected where on a day, by name in Danish order: those whose placement has begun, by the schedule that holds that
 * day. Holidays and closing days are not asked about. Whoever has no schedule is expected on no day.
 */
export const expectedOn = (
  tx: ReadTx,
  { day, provider }: { readonly day: CalendarDay; readonly provider?: ProviderId | undefined },
): Promise<readonly Expected[]> => expectedBetween(tx, { from: day, to: day, provider })

/** As `expectedOn`, for each of the days, both included. */
export const expectedBetween = (
  tx: ReadTx,
  {
    from,
    to,
    provider,
  }: {
    readonly from: CalendarDay
    readonly to: CalendarDay
    readonly provider?: ProviderId | undefined
  },
): Promise<readonly Expected[]> =>
  tx.rows(sql`
    select d.day::date as day, s.case_id as "caseId", s.order_id as "orderId", s.provider_id as "providerId",
           s.person_id as "personId", v.given_name as "givenName", v.family_name as "familyName", s.part,
           to_char(s.starts, 'HH24:MI') as starts, to_char(s.ends, 'HH24:MI') as ends, s.group_id as "groupId",
           g.name as "groupName"
    from generate_series(${from}::date, ${to}::date, interval '1 day') as d(day)
      join schedule_day s on s.weekday = extract(isodow from d.day)
        and s.valid_from <= d.day::date and (s.valid_to is null or s.valid_to >= d.day::date)${at(provider, sql`s.provider_id`)}
      join service_order o on o.case_id = s.case_id and o.order_id = s.order_id and ${carriedOut(sql`d.day::date`)}
      left join provider_group g on g.group_id = s.group_id
      ${named(sql`s.person_id`)}
    order by d.day, v.given_name collate "da-x-icu", v.family_name collate "da-x-icu", s.person_id, s.starts`)

/** Whose placement has begun by that day and who has no schedule that holds then: "mangler ugeskema". */
export const withoutSchedule = (
  tx: ReadTx,
  { day, provider }: { readonly day: CalendarDay; readonly provider?: ProviderId | undefined },
): Promise<readonly WithPerson[]> =>
  tx.rows(sql`
    select o.case_id as "caseId", o.order_id as "orderId", o.provider_id as "providerId", o.person_id as "personId",
           v.given_name as "givenName", v.family_name as "familyName"
    from service_order o
      ${named(sql`o.person_id`)}
    where ${carriedOut(sql`${day}::date`)}${at(provider, sql`o.provider_id`)}
      and not exists (
        select from schedule_day s
        where s.order_id = o.order_id and s.valid_from <= ${day}::date
          and (s.valid_to is null or s.valid_to >= ${day}::date))
    order by v.given_name collate "da-x-icu", v.family_name collate "da-x-icu", o.person_id`)

export type ProviderGroup = {
  readonly providerId: ProviderId
  readonly groupId: GroupId
  readonly name: string
  readonly activeFrom: CalendarDay
  /** The last day, included. */
  readonly activeTo: CalendarDay | null
}

/** A provider's groups, those that are no more too, by name in Danish order. */
export const groupsOfProvider = (tx: ReadTx, provider: ProviderId): Promise<readonly ProviderGroup[]> =>
  tx.rows(sql`
    select provider_id as "providerId", group_id as "groupId", name, active_from as "activeFrom",
           active_to as "activeTo"
    from provider_group where provider_id = ${provider} order by name collate "da-x-icu", group_id`)

/**
 * Adds a group, or changes its name and when it is there. It stays the provider's: gives 0 when it is another's. Use the
 * scope `command`.
 */
export function saveGroup(tx: WriteTx, group: ProviderGroup): Promise<number> {
  const { providerId, groupId, name, activeFrom, activeTo } = group
  return tx.run(sql`
    insert into provider_group as g (municipality, provider_id, group_id, name, active_from, active_to)
    values (${tx.scope.municipality}, ${providerId}, ${groupId}, ${name}, ${activeFrom}, ${activeTo})
    on conflict (municipality, group_id) do update
    set name = excluded.name, active_from = excluded.active_from, active_to = excluded.active_to
    where g.provider_id = excluded.provider_id`)
}

/** How many people have a group in the week that holds on a day or in one that comes after. Groups of nobody are left out. */
export const peopleInGroups = (
  tx: ReadTx,
  provider: ProviderId,
  day: CalendarDay,
): Promise<readonly { readonly groupId: GroupId; readonly people: number }[]> =>
  tx.rows(sql`
    select s.group_id as "groupId", count(distinct s.person_id)::int as people
    from schedule_day s
      join service_order o on o.case_id = s.case_id and o.order_id = s.order_id
        and (o.closed_on is null or o.closed_on > ${day}::date)
    where s.provider_id = ${provider} and s.group_id is not null and (s.valid_to is null or s.valid_to >= ${day}::date)
    group by s.group_id order by s.group_id`)
