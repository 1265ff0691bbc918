/**
 * Room and use of it, at present and ahead, and how long people wait from a yes to the first day: sums that are made where
 * the rows lie. They inform whoever plans; nothing that decides reads them (K1.0-1).
 */

import { findHoliday } from '../domain/attendance/offer.ts'
import type { ProviderId, UserId } from '../domain/identity.ts'
import type { PlacesVersion } from '../domain/places.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { type Sql, sql } from './sql.ts'

/** Every version of a provider's places, in the order in which they were told. */
export const placesOfProvider = (tx: ReadTx, provider: ProviderId): Promise<readonly PlacesVersion[]> =>
  tx.rows(sql`
    select version_id as "versionId", provider_id as "providerId", valid_from as "validFrom", places
    from provider_place where provider_id = ${provider} order by made_at, version_id`)

/** Adds a version; the same one again is no second one. Use the scope `command`. */
export const addPlaces = (
  tx: WriteTx,
  { versionId, providerId, validFrom, places }: PlacesVersion,
  by: { readonly userId: UserId; readonly at: Date },
): Promise<number> =>
  tx.run(sql`
    insert into provider_place (municipality, version_id, provider_id, valid_from, places, made_by, made_at)
    values (${tx.scope.municipality}, ${versionId}, ${providerId}, ${validFrom}, ${places}, ${by.userId}, ${by.at})
    on conflict do nothing`)

type Asked = {
  readonly providers: readonly ProviderId[]
  readonly from: CalendarDay
  /** The last day, included. */
  readonly to: CalendarDay
}

/** The first and the last day of an order that was said yes to: agreed, or come; granted until then, or over before. */
const firstDay: Sql = sql`coalesce(o.state ->> 'startedOn', o.state ->> 'startOn')::date`
const lastDay: Sql = sql`least((o.content ->> 'endOn')::date, o.closed_on - 1)`

const holidaysOf = ({ from, to }: Asked): readonly CalendarDay[] => {
  const found: CalendarDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (findHoliday(day)) found.push(day)
  return found
}

/** As `offerOn` (src/domain/attendance/offer.ts): the last word about the group or about them all, else the calendar's. */
const isShut = (asked: Asked, provider: Sql, day: Sql, group: Sql): Sql => sql`
  coalesce(
    (select f.kind <> 'reopened' from offer_fact f
     where f.provider_id = ${provider} and f.day = ${day} and (f.group_id is null or f.group_id = ${group})
     order by f.at desc, f.fact_id desc limit 1),
    ${day} = any (${holidaysOf(asked)}::date[]))`

/**
 * `held`: the orders that have somebody in a place, now or agreed. `day`: for each provider and day the room told of, and
 * how many of it are used at once, in the morning or in the afternoon, whichever is more. On a day that a provider is
 * closed there is neither room nor use of it; where only a group is, its people are not there.
 */
const days = ({ providers, from, to }: Asked): Sql => sql`
  held as (
    select o.case_id, o.order_id, o.provider_id, (o.content ->> 'daysPerWeek')::float8 as days_per_week,
      o.state ->> 'startedOn' is not null as started, ${firstDay} as first_on,
      coalesce(${lastDay}, 'infinity') as last_on
    from service_order o
    where o.provider_id = any (${providers}::text[]) and ${firstDay} <= ${to}::date
      and coalesce(${lastDay}, 'infinity') >= ${from}::date and ${firstDay} <= coalesce(${lastDay}, 'infinity')
  ),
  used as (
    select h.provider_id, d.day::date as day, count(*) filter (where s.part <> 'afternoon')::int as morning,
      count(*) filter (where s.part <> 'morning')::int as afternoon
    from generate_series(${from}::date, ${to}::date, interval '1 day') as d(day)
      join held h on d.day::date between h.first_on and h.last_on
      join schedule_day s on s.case_id = h.case_id and s.order_id = h.order_id
        and s.weekday = extract(isodow from d.day) and s.valid_from <= d.day::date
        and (s.valid_to is null or s.valid_to >= d.day::date)
    where not ${isShut({ providers, from, to }, sql`h.provider_id`, sql`d.day::date`, sql`s.group_id`)}
    group by h.provider_id, d.day
  ),
  day as (
    select p.id as provider_id, d.day::date as day, o.shut,
      (select case when o.shut then 0 else v.places[extract(isodow from d.day)::int] end from provider_place v
       where v.provider_id = p.id and v.valid_from <= d.day::date
       order by v.valid_from desc, v.made_at desc, v.version_id desc limit 1) as places,
      coalesce(greatest(u.morning, u.afternoon), 0) as used
    from unnest(${providers}::text[]) as p(id)
      cross join generate_series(${from}::date, ${to}::date, interval '1 day') as d(day)
      cross join lateral (
        select ${isShut({ providers, from, to }, sql`p.id`, sql`d.day::date`, sql`null::uuid`)} as shut) o
      left join used u on u.provider_id = p.id and u.day = d.day::date
  )`

export type RoomOnDay = {
  readonly providerId: ProviderId
  readonly day: CalendarDay
  /** Closed for everybody: a holiday, or said by the provider. */
  readonly shut: boolean
  /** Null when nobody has told. */
  readonly places: number | null
  /** As many as are there at once. */
  readonly used: number
}

/** Each day of each provider. In a provider's scope its own alone has anything in it. */
export const roomByDay = (tx: ReadTx, asked: Asked): Promise<readonly RoomOnDay[]> =>
  tx.rows(sql`
    with ${days(asked)}
    select provider_id as "providerId", day, shut, places, used from day order by provider_id, day`)

export type RoomInWeek = {
  readonly providerId: ProviderId
  /** Its Monday. */
  readonly week: CalendarDay
  /** Over the days of the week; null when nobody has told. */
  readonly places: number | null
  readonly used: number
  /** On the day with the least of it: below zero there is less room than people. */
  readonly leastFree: number | null
  /** Days a week that are granted to people who have no schedule yet: on which days they come is not known. */
  readonly withoutSchedule: number
  /** First days that are agreed and have not come. */
  readonly starts: number
  /** Last days. */
  readonly ends: number
}

/** Each whole week of each provider, from a Monday to a Sunday. */
export const roomByWeek = (tx: ReadTx, asked: Asked): Promise<readonly RoomInWeek[]> =>
  tx.rows(sql`
    with ${days(asked)},
    week as (
      select provider_id, date_trunc('week', day)::date as monday, sum(places)::int as places, sum(used)::int as used,
        min(places - used) filter (where places > 0 or used > 0) as least_free
      from day group by provider_id, date_trunc('week', day)
    )
    select w.provider_id as "providerId", w.monday as week, w.places, w.used, w.least_free as "leastFree",
      coalesce(sum(h.days_per_week) filter (
        where h.first_on <= w.monday + 6 and h.last_on >= w.monday and not exists (
          select from schedule_day s
          where s.case_id = h.case_id and s.order_id = h.order_id and s.valid_from <= w.monday + 6
            and (s.valid_to is null or s.valid_to >= w.monday))), 0)::float8 as "withoutSchedule",
      count(h.order_id) filter (
        where not h.started and h.first_on between w.monday and w.monday + 6)::int as starts,
      count(h.order_id) filter (where h.last_on between w.monday and w.monday + 6)::int as ends
    from week w left join held h on h.provider_id = w.provider_id
    group by w.provider_id, w.monday, w.places, w.used, w.least_free
    order by w.provider_id, w.monday`)

/** What stands in the cases about approvals (src/domain/case/order/approvals.ts). */
const approvals: Sql = sql`
  case_file c cross join lateral jsonb_to_recordset(coalesce(c.summary -> 'approvals', '[]')) as a(
    "decidedOn" date, "providerId" text, "startOn" date, "startedOn" date)`

/** A row for each provider, and one for all of them. */
type OfProviderOrAll = {
  /** Null with `all`, and where no provider has the person: another place is being sought. */
  readonly providerId: ProviderId | null
  readonly all: boolean
}

export type Waiting = OfProviderOrAll & {
  readonly count: number
  /** Those of them whose first day is agreed. */
  readonly agreed: number
  /** Of their days since the decision. */
  readonly median: number
  readonly longest: number
}

/** Who has a yes and has not begun: how many, and for how long. In an authority's scope. None: no rows. */
export const waitingToStart = (tx: ReadTx, today: CalendarDay): Promise<readonly Waiting[]> =>
  tx.rows(sql`
    select a."providerId", grouping(a."providerId") = 1 as all, count(*)::int as count,
      count(a."startOn")::int as agreed,
      percentile_disc(0.5) within group (order by ${today}::date - a."decidedOn") as median,
      max(${today}::date - a."decidedOn") as longest
    from ${approvals}
    where a."startedOn" is null and a."decidedOn" <= ${today}::date
      and (c.closed_on is null or c.closed_on > ${today}::date)
    group by grouping sets ((a."providerId"), ())
    having count(*) > 0
    order by 2 desc, a."providerId" nulls last`)

export type DaysToStart = OfProviderOrAll & {
  readonly count: number
  readonly median: number
  readonly p90: number
}

/** Days from the decision to the first day, of those who began between two days, both included. In an authority's scope. */
export const daysToStart = (
  tx: ReadTx,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly DaysToStart[]> =>
  tx.rows(sql`
    select a."providerId", grouping(a."providerId") = 1 as all, count(*)::int as count,
      percentile_disc(0.5) within group (order by a."startedOn" - a."decidedOn") as median,
      percentile_disc(0.9) within group (order by a."startedOn" - a."decidedOn") as p90
    from ${approvals}
    where a."startedOn" between ${from}::date and ${to}::date
    group by grouping sets ((a."providerId"), ())
    having count(*) > 0
    order by 2 desc, a."providerId" nulls last`)
