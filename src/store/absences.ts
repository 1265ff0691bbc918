/**
 * What the facts come to, day by day, summed up where they lie: the same as `dayOf` and `outcomeOf` in
 * src/domain/attendance, held equal by a property test. Read within what was expected, so that a day on which nobody
 * waited for the person is nobody's absence.
 */
import { type AbsenceReason, attendanceKinds } from '../domain/attendance/fact.ts'
import { findHoliday, type Outcome } from '../domain/attendance/offer.ts'
import type { CaseId, PartId, PersonId, ProviderId } from '../domain/identity.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx } from './connection.ts'
import { type Sql, sql } from './sql.ts'

/** Whose days: a case's, a placement's, or those of everybody at a provider. */
export type Whose =
  | { readonly caseId: CaseId }
  | { readonly orderId: PartId }
  | { readonly provider: ProviderId }

type Between = { readonly from: CalendarDay; readonly to: CalendarDay }

const isOf = (whose: Whose, table: Sql): Sql => {
  if ('orderId' in whose) return sql`${table}.order_id = ${whose.orderId}`
  if ('provider' in whose) return sql`${table}.provider_id = ${whose.provider}`
  // By the placements, which the facts have an index for.
  return sql`${table}.order_id in (select p.order_id from service_order p where p.case_id = ${whose.caseId})`
}

/** The days between on which everybody is closed, unless somebody said that they were open. */
function holidaysBetween({ from, to }: Between): readonly CalendarDay[] {
  const found: CalendarDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (findHoliday(day)) found.push(day)
  return found
}

/** `outcome_day`: one row for each placement and day on which the person was expected, or came without being so. */
function outcomes(whose: Whose, between: Between): Sql {
  const { from, to } = between
  return sql`
    with fact as (
      select f.*, f.at - make_interval(secs => f.skew_seconds) as told_at
      from attendance_fact f where ${isOf(whose, sql`f`)} and f.day between ${from}::date and ${to}::date
    ),
    live as (
      select * from fact f
      where f.kind <> 'undone' and not exists (
        select from fact u
        where u.kind = 'undone' and u.refers_to = f.fact_id and u.order_id = f.order_id and u.day = f.day)
    ),
    settlement as (
      select * from live s
      where s.kind = 'settled' and exists (
        select from live h where h.fact_id = s.refers_to and h.order_id = s.order_id and h.day = s.day)
    ),
    holding as (
      select l.*,
        min(l.told_at) filter (where l.kind in ('arrived', 'left')) over (partition by l.order_id, l.day) as came_first
      from live l
      where l.kind <> 'settled' and (
        not exists (select from settlement s
                    where s.order_id = l.order_id and s.day = l.day and l.fact_id = any (s.sets_aside))
        or exists (select from settlement s
                   where s.order_id = l.order_id and s.day = l.day and s.refers_to = l.fact_id))
    ),
    recorded as (
      select order_id, day, person_id,
        bool_or(kind in ('arrived', 'left')) as came,
        bool_or(kind = 'cancelled') as cancelled,
        bool_or(kind = 'noShow') as no_show,
        bool_or(kind = 'noShow' or kind = 'cancelled' and not (
          coalesce(part, 'full') <> 'full' or said_by <> 'staff' and came_first is not null and told_at < came_first
        )) as against,
        coalesce(bool_or(late_by = 'transport'), false) as no_ride,
        (array_agg(reason order by array_position(array['citizen', 'relative', 'residence', 'staff'], said_by),
                                   told_at desc, fact_id desc) filter (where kind = 'cancelled'))[1] as reason,
        array_agg(fact_id order by told_at, array_position(${attendanceKinds}::text[], kind), fact_id) as fact_ids
      from holding group by order_id, day, person_id
    ),
    expected as (
      select d.day::date as day, s.order_id, s.person_id, bool_and(coalesce(
        (select w.kind <> 'reopened' from offer_fact w
         where w.provider_id = s.provider_id and w.day = d.day::date
           and (w.group_id is null or w.group_id = s.group_id)
         order by w.at desc, w.fact_id desc limit 1),
        d.day::date = any (${holidaysBetween(between)}::date[]))) as closed
      from generate_series(${from}::date, ${to}::date, interval '1 day') as d(day)
        join schedule_day s on s.weekday = extract(isodow from d.day) and ${isOf(whose, sql`s`)}
          and s.valid_from <= d.day::date and (s.valid_to is null or s.valid_to >= d.day::date)
        join service_order o on o.case_id = s.case_id and o.order_id = s.order_id
          and (o.state ->> 'startedOn')::date <= d.day::date
          and (o.closed_on is null or o.closed_on > d.day::date)
          and coalesce((o.content ->> 'endOn')::date, 'infinity') >= d.day::date
      group by d.day, s.order_id, s.person_id
    ),
    outcome_day as (
      select coalesce(e.day, r.day) as day, coalesce(e.order_id, r.order_id) as order_id,
        coalesce(e.person_id, r.person_id) as person_id, e.day is not null as expected, r.reason,
        coalesce(r.fact_ids, '{}') as fact_ids,
        case
          when r.came and not r.against then 'came'
          when e.closed then 'offerClosed'
          when r.came or r.cancelled and r.no_show then 'unknown'
          when r.no_ride then 'transportFailed'
          when r.cancelled then 'cancelled'
          when r.no_show then 'noShow'
          else 'unknown'
        end as outcome
      from expected e full join recorded r on r.order_id = e.order_id and r.day = e.day
      where e.day is not null or r.came and not r.against
    )`
}

export type OutcomeDay = {
  readonly orderId: PartId
  readonly day: CalendarDay
  readonly outcome: Outcome
  /** Of a cancellation, as the person nearest to it said. */
  readonly reason: AbsenceReason | null
  /** The facts that hold, in order of time. */
  readonly factIds: readonly string[]
}

/**
 * Each day from one to another, both included, on which somebody was expected, with what became of it. Only `cancelled`
 * and `noShow` are the person's own absence: what is not known and what others failed at is not. In a citizen's scope
 * there are no orders to be read, and nothing comes of it.
 */
export const absencesOf = (tx: ReadTx, whose: Whose, between: Between): Promise<readonly OutcomeDay[]> =>
  tx.rows(sql`${outcomes(whose, between)}
    select order_id as "orderId", day, outcome, reason, fact_ids as "factIds"
    from outcome_day where expected order by day, order_id`)

export type AttendanceSum = {
  readonly orderId: PartId
  readonly personId: PersonId
  readonly givenName: string | null
  readonly familyName: string | null
  readonly expected: number
  readonly came: number
  /** Came without being expected: no schedule, or another day than it says. */
  readonly extra: number
  readonly cancelled: number
  readonly noShow: number
  readonly offerClosed: number
  readonly transportFailed: number
  readonly unknown: number
}

/** Everybody at a provider from one day to another, both included, by name in Danish order. One statement. */
export const sumAttendance = (
  tx: ReadTx,
  provider: ProviderId,
  between: Between,
): Promise<readonly AttendanceSum[]> =>
  tx.rows(sql`${outcomes({ provider }, between)}
    select order_id as "orderId", d.person_id as "personId", v.given_name as "givenName",
      v.family_name as "familyName", d.expected, d.came, d.extra, d.cancelled, d."noShow", d."offerClosed",
      d."transportFailed", d.unknown
    from (
      select order_id, person_id, count(*) filter (where expected)::int as expected,
        count(*) filter (where expected and outcome = 'came')::int as came,
        count(*) filter (where not expected)::int as extra,
        count(*) filter (where outcome = 'cancelled')::int as cancelled,
        count(*) filter (where outcome = 'noShow')::int as "noShow",
        count(*) filter (where outcome = 'offerClosed')::int as "offerClosed",
        count(*) filter (where outcome = 'transportFailed')::int as "transportFailed",
        count(*) filter (where outcome = 'unknown')::int as unknown
      from outcome_day group by order_id, person_id
    ) d
      left join lateral (
        select given_name, family_name from person_version v
        where v.person_id = d.person_id order by v.version desc limit 1
      ) v on true
    order by v.given_name collate "da-x-icu", v.family_name collate "da-x-icu", d.person_id, d.order_id`)
