/**
 * The everyday of a country, laid straight into the tables: 20,000 people at 588 places in 98 municipalities, each place with
 * a tablet and somebody who has a personal code, and 230 days of attendance behind them. Cases with a history are lived by
 * `fill.ts`; what is measured here reads none.
 */
import { createHash, randomBytes, scryptSync } from 'node:crypto'
import type { Database } from '../src/store/connection.ts'
import { codes } from './municipalities.ts'

export const people = Number(process.env.BENCH_PEOPLE ?? 20_000)
export const daysBehind = Number(process.env.BENCH_DAYS ?? 230)
const placesOfEach = Number(process.env.BENCH_PLACES ?? 6)

/** The code of everybody, and what its hash is made with: as `personal-code.ts` makes it. */
export const code = '730164'
function hashed() {
  const salt = randomBytes(16)
  return { salt, hash: scryptSync(code, salt, 32, { N: 16_384, r: 8, p: 1 }) }
}

/** The secret that a tablet got when it was paired. */
export const secretOf = (municipality: string, provider: string): string =>
  createHash('sha256').update(`${municipality} ${provider}`).digest('base64url')

export type Place = {
  readonly municipality: string
  readonly provider: string
  readonly deviceId: string
  readonly userId: string
  readonly orders: readonly string[]
}

/** Fills them, and gives how many facts lie behind. `owner` is past every rule. */
export async function layEveryday({ pool }: Database): Promise<number> {
  await pool.query(
    `
    create table bench_place as
    select m.code as municipality, 'sted-' || n as provider_id, gen_random_uuid() as user_id, gen_random_uuid() as device_id
    from unnest($1::text[]) m(code), generate_series(1, ${placesOfEach}) n`,
    [codes],
  )
  await pool.query(`
    create table bench_person as
    select p.municipality, p.provider_id, n, gen_random_uuid() as person_id, gen_random_uuid() as case_id,
           gen_random_uuid() as order_id
    from (select *, row_number() over (order by municipality, provider_id) - 1 as place from bench_place) p
      join generate_series(1, ${people}) n on n % ${placesOfEach * codes.length} = place`)
  const steps = [
    `insert into person (municipality, person_id, created) select municipality, person_id, now() from bench_person`,
    `insert into person_version (municipality, person_id, version, valid_from, recorded_at, given_name, family_name,
       birth_date, language, digital_post_exempt, easy_read)
     select municipality, person_id, 1, '2020-01-01', now(), (array['Asta','Bo','Carl','Ditte','Erik'])[1 + n % 5],
       'Nr' || n, '1980-01-01', 'da', false, false from bench_person`,
    `insert into case_file (municipality, case_id, case_number, person_id, unit, phase, received_on, provider_id, version,
       changed_on, summary)
     select municipality, case_id, '2019-' || (100000 + n), person_id, 'voksenteamet', 'running', '2020-01-01',
       provider_id, 1, '2020-01-01', '{"trigger": "application", "outcome": "granted"}' from bench_person`,
    `insert into case_access (municipality, case_id, person_id, relation, subject, valid_from)
     select municipality, case_id, person_id, 'provider', provider_id, '2020-01-01' from bench_person`,
    `insert into service_order (municipality, case_id, order_id, provider_id, person_id, sent_on, state, content)
     select municipality, case_id, order_id, provider_id, person_id, '2020-01-01',
       '{"status": "started", "startOn": "2020-01-15", "startedOn": "2020-01-15", "questions": []}',
       jsonb_build_object('provider', provider_id, 'transport', true, 'startOn', '2020-01-15', 'daysPerWeek', 5,
         'purpose', 'En fast hverdag', 'intervention', 'En plads i en lille gruppe', 'needs', 'Ro og faste aftaler',
         'resources', 'Glad for at lave mad', 'considerations', 'Tal tydeligt',
         'goals', jsonb_build_array(jsonb_build_object('goalId', gen_random_uuid(), 'text', 'At komme ud hver dag',
           'aim', 'maintain', 'towards', 'personalSkills', 'domain', 'social'))) from bench_person`,
    `insert into schedule_day (municipality, case_id, order_id, provider_id, person_id, weekday, part, starts, ends, valid_from)
     select municipality, case_id, order_id, provider_id, person_id, d, 'full', '09:00', '14:30', '2020-01-15'
     from bench_person, generate_series(1, 7) d`,
    `insert into staff_user (municipality, user_id, subject, name, roles, provider_id, active)
     select municipality, user_id, user_id::text, 'Pia Holm', '{providerStaff}', provider_id, true from bench_place`,
  ]
  for (const step of steps) await pool.query(step)
  const { rows } = await pool.query<{ municipality: string; provider_id: string }>(
    'select municipality, provider_id from bench_place order by 1, 2',
  )
  const chosen = rows.map(hashed)
  await pool.query(
    `insert into personal_code (municipality, user_id, salt, hash, set_at, failures)
     select municipality, user_id, c.salt, c.hash, now(), 0
     from bench_place join unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[]) c(municipality, provider_id, salt, hash)
       using (municipality, provider_id)`,
    [
      rows.map((r) => r.municipality),
      rows.map((r) => r.provider_id),
      chosen.map((c) => c.salt),
      chosen.map((c) => c.hash),
    ],
  )
  await pool.query(
    `insert into device (municipality, device_id, provider_id, name, added_by, added_at, secret_hash, paired_at)
     select p.municipality, p.device_id, p.provider_id, 'Tablet 1', p.user_id, now(), s.hash, now()
     from bench_place p join unnest($1::text[], $2::text[], $3::bytea[]) s(municipality, provider_id, hash)
       using (municipality, provider_id)`,
    [
      rows.map((r) => r.municipality),
      rows.map((r) => r.provider_id),
      rows.map((r) => createHash('sha256').update(secretOf(r.municipality, r.provider_id)).digest()),
    ],
  )
  const { rowCount } = await pool.query(`
    insert into attendance_fact (municipality, fact_id, provider_id, order_id, case_id, person_id, day, kind, reason, said_by,
      at, skew_seconds, recorded_at, recorded_on, actor, confirmed)
    select municipality, gen_random_uuid(), provider_id, order_id, case_id, person_id, d::date,
      case when away then 'cancelled' else 'arrived' end, case when away then 'illness' end,
      case when away then 'residence' end, d + interval '7 hours', 0, d + interval '7 hours', d::date,
      '{"kind": "system", "name": "bench"}', true
    from generate_series(current_date - ${daysBehind}, current_date - 1, interval '1 day') d,
      lateral (select *, (n + extract(doy from d)::int) % 17 = 5 as away from bench_person) p`)
  await pool.query('vacuum analyze')
  return rowCount ?? 0
}

/** The places with the people who go there. */
export async function placesOf({ pool }: Database): Promise<readonly Place[]> {
  const { rows } = await pool.query<Place>(`
    select municipality, p.provider_id as provider, p.device_id as "deviceId", p.user_id as "userId",
      array_agg(order_id::text order by n) as orders
    from bench_place p join bench_person using (municipality, provider_id)
    group by 1, 2, 3, 4 order by 1, 2`)
  return rows
}

/** Who has arrived on a day: how many facts say so, and of how many people. */
export async function arrivals(
  { pool }: Database,
  day: string,
): Promise<{
  readonly facts: number
  readonly people: number
  readonly unconfirmed: number
  readonly waiting: number
}> {
  const { rows } = await pool.query(
    `select count(*)::int as facts, count(distinct order_id)::int as people,
       count(*) filter (where not confirmed)::int as unconfirmed,
       (select count(*)::int from attendance_quarantine) as waiting
     from attendance_fact where day = $1 and kind = 'arrived'`,
    [day],
  )
  return rows[0]
}
