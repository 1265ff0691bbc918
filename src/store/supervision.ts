/** What supervision reads: samples as they were drawn, the access log page by page, and looks that stand out in it. */
import type { CaseId, PersonId, UnitId, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { AccessEntry } from './access-log.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { limited, type Sql, sql } from './sql.ts'

export type SupervisionSample = {
  readonly sampleId: string
  readonly drawnBy: UserId
  readonly drawnAt: string
  readonly onDay: CalendarDay
  readonly purpose: string
  readonly seed: string
  readonly unit: UnitId | null
  readonly receivedFrom: CalendarDay
  readonly receivedTo: CalendarDay
  readonly population: number
  readonly cases: readonly CaseId[]
}

export async function saveSample(
  tx: WriteTx,
  sample: Omit<SupervisionSample, 'drawnAt'> & { readonly drawnAt: Date },
): Promise<void> {
  const {
    sampleId,
    drawnBy,
    drawnAt,
    onDay,
    purpose,
    seed,
    unit,
    receivedFrom,
    receivedTo,
    population,
    cases,
  } = sample
  await tx.run(sql`
    insert into supervision_sample (municipality, sample_id, drawn_by, drawn_at, on_day, purpose, seed, unit,
      received_from, received_to, population, cases)
    values (${tx.scope.municipality}, ${sampleId}, ${drawnBy}, ${drawnAt}, ${onDay}, ${purpose}, ${seed}, ${unit},
      ${receivedFrom}, ${receivedTo}, ${population}, ${cases}::uuid[])
    on conflict do nothing`)
}

const sampleColumns = sql`sample_id as "sampleId", drawn_by as "drawnBy", drawn_at as "drawnAt", on_day as "onDay",
  purpose, seed, unit, received_from as "receivedFrom", received_to as "receivedTo", population, cases`

/** Those that one has drawn oneself, the latest first. */
export const samplesOf = (tx: ReadTx, userId: UserId, limit: number): Promise<readonly SupervisionSample[]> =>
  tx.rows(sql`
    select ${sampleColumns} from supervision_sample where drawn_by = ${userId}
    order by drawn_at desc, sample_id ${limited(limit)}`)

/** The cases that a sample is drawn from: received in the period, in a unit or in all. */
export const casesToSupervise = (
  tx: ReadTx,
  { unit, from, to }: { readonly unit: UnitId | null; readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly { readonly caseId: CaseId }[]> =>
  tx.rows(sql`
    select case_id as "caseId" from case_file
    where received_on between ${from}::date and ${to}::date and (${unit}::text is null or unit = ${unit})
    order by case_id`)

export const unitsWithCases = async (tx: ReadTx): Promise<readonly UnitId[]> =>
  (await tx.rows<{ unit: UnitId }>(sql`select distinct unit from case_file order by unit`)).map((r) => r.unit)

/** What stands out: nothing is proven by it, and somebody looks. */
export const deviations = ['unrelated', 'night', 'sameName', 'refused'] as const
export type Deviation = (typeof deviations)[number]

export type LogFilter = {
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly userId?: UserId | undefined
  readonly outcome?: AccessEntry['outcome'] | undefined
  /** Only looks for which a purpose was stated. */
  readonly withPurpose?: boolean | undefined
  readonly deviation?: Deviation | undefined
}

/** Where the page before ended. */
export type LogCursor = { readonly at: string; readonly id: string }

export type LogLine = Pick<
  AccessEntry,
  'id' | 'at' | 'onDay' | 'actor' | 'route' | 'outcome' | 'caseId' | 'personId'
> & { readonly purpose: string | null; readonly caseNumber: string | null }

/** As it was said at the look, or on opening the case. */
const purpose = sql`coalesce(l.purpose, (
  select o.reason from case_opening o
  where o.user_id::text = l.actor ->> 'userId' and o.case_id = l.case_id and l.at between o.opened_at and o.until
  order by o.opened_at desc limit 1))`

/**
 * By staff of the authority at a case of another unit than their own; between ten at night and six; at somebody who is called
 * as they are (the product does not know who a member of staff is as a citizen); and not let in.
 */
const standsOut = {
  unrelated: sql`l.outcome = 'allowed' and u.provider_id is null and c.case_id is not null
    and u.roles && array['caseworker', 'manager'] and u.unit is distinct from c.unit`,
  night: sql`(extract(hour from l.at at time zone 'Europe/Copenhagen') >= 22
    or extract(hour from l.at at time zone 'Europe/Copenhagen') < 6)`,
  sameName: sql`l.person_id is not null and exists (
    select from person_version v
    where v.person_id = l.person_id and lower(v.given_name || ' ' || v.family_name) = lower(u.name))`,
  refused: sql`l.outcome = 'refused'`,
} as const satisfies Record<Deviation, Sql>

const tables = sql`access_log l
  left join staff_user u on u.user_id::text = l.actor ->> 'userId'
  left join case_file c on c.municipality = l.municipality and c.case_id = l.case_id`

function conditions(
  { from, to, userId, outcome, withPurpose, deviation }: LogFilter,
  without: readonly string[],
): Sql {
  return [
    ...(userId ? [sql`l.actor ->> 'userId' = ${userId}::text`] : []),
    ...(outcome ? [sql`l.outcome = ${outcome}`] : []),
    ...(withPurpose ? [sql`${purpose} is not null`] : []),
    ...(deviation ? [sql`u.user_id is not null and ${standsOut[deviation]}`] : []),
  ].reduce(
    (so, condition) => sql`${so} and ${condition}`,
    sql`l.on_day between ${from}::date and ${to}::date and l.route <> all (${without}::text[])`,
  )
}

/** One page of the log, the newest first; without some routes, whose lines stay in it all the same. */
export function logPage(
  tx: ReadTx,
  filter: LogFilter,
  page: { readonly limit: number; readonly after?: LogCursor | undefined },
  without: readonly string[] = [],
): Promise<readonly LogLine[]> {
  const { after, limit } = page
  const from = after ? sql` and (l.at, l.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``
  return tx.rows(sql`
    select l.id, l.at, l.on_day as "onDay", l.actor, l.route, l.outcome, l.case_id as "caseId",
           l.person_id as "personId", ${purpose} as purpose, c.case_number as "caseNumber"
    from ${tables}
    where ${conditions(filter, without)}${from}
    order by l.at desc, l.id desc ${limited(limit)}`)
}

export type DeviationCounts = Readonly<Record<Deviation, number>>

export async function countDeviations(
  tx: ReadTx,
  period: Pick<LogFilter, 'from' | 'to'>,
  without: readonly string[] = [],
): Promise<DeviationCounts> {
  const [counts] = await tx.rows<DeviationCounts>(sql`
    select count(*) filter (where ${standsOut.unrelated}) as unrelated,
           count(*) filter (where ${standsOut.night}) as night,
           count(*) filter (where ${standsOut.sameName}) as "sameName",
           count(*) filter (where ${standsOut.refused}) as refused
    from ${tables}
    where u.user_id is not null and ${conditions(period, without)}`)
  if (counts === undefined) throw new Error('a count always answers')
  return counts
}

/** The cases that this user has open now, with the purpose they stated. */
export const openedBy = (
  tx: ReadTx,
  userId: UserId,
  now: Date,
): Promise<
  readonly { readonly caseNumber: string; readonly reason: string; readonly personId: PersonId }[]
> =>
  tx.rows(sql`
    select distinct on (f.case_number) f.case_number as "caseNumber", o.reason, f.person_id as "personId"
    from case_opening o join case_file f on f.municipality = o.municipality and f.case_id = o.case_id
    where o.user_id = ${userId} and o.opened_at <= ${now} and o.until > ${now}
    order by f.case_number, o.opened_at desc`)
