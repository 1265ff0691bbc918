/** People and their dated versions. A change is a new version; what was known before stays. */
import type { PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { afterPrefix, nameTokens } from './person-name.ts'
import { eachOf, json, limited, type Sql, sql } from './sql.ts'

export type Address = {
  readonly street: string
  readonly postalCode: string
  readonly town: string
  /** Never shown outside the authority and to the person. */
  readonly protected: boolean
}

export type PersonDetails = {
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: CalendarDay
  readonly diedOn?: CalendarDay | undefined
  /** The municipality the person lives in, four digits. */
  readonly residentMunicipality?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly language: 'da' | 'en'
  readonly interpreter?: string | undefined
  readonly digitalPostExempt: boolean
  readonly easyRead: boolean
  /** Absent when unknown, and when whoever looks may not see it. */
  readonly address?: Address | undefined
}

export type Person = PersonDetails & {
  readonly personId: PersonId
  readonly version: number
  readonly validFrom: CalendarDay
  /** Absent when unknown, and when whoever looks may not see it. */
  readonly cpr?: string | undefined
}

export type PersonToSave = {
  readonly personId: PersonId
  /** Ten digits. Once known it stays when a later version does not give it. */
  readonly cpr?: string | undefined
  readonly details: PersonDetails
  readonly validFrom: CalendarDay
  readonly recordedAt: Date
}

/**
 * Adds a person, or a version to one. Throws when the CPR number is already another person's here: look first, with
 * `findPersonByCpr`.
 */
export async function savePerson(tx: WriteTx, person: PersonToSave): Promise<void> {
  const { personId, cpr, details, validFrom, recordedAt } = person
  const { municipality } = tx.scope
  const key = sql`${municipality}, ${personId}::uuid`
  const tokens = nameTokens(`${details.givenName} ${details.familyName}`)
  await tx.run(sql`
    with known as (
      insert into person (municipality, person_id, cpr, created) values (${key}, ${cpr ?? null}, ${recordedAt})
      on conflict (municipality, person_id) do update set cpr = coalesce(excluded.cpr, person.cpr)
    ), added as (
      insert into person_version
      select ${key}, coalesce(max(v.version), 0) + 1, ${validFrom}::date, ${recordedAt}::timestamptz,
             ${details.givenName}, ${details.familyName}, ${details.birthDate}::date, ${details.diedOn ?? null}::date,
             ${details.residentMunicipality ?? null}, ${details.phone ?? null}, ${details.email ?? null},
             ${details.language}, ${details.interpreter ?? null},
             ${details.digitalPostExempt}::boolean, ${details.easyRead}::boolean
      from person_version v where v.person_id = ${personId}::uuid
      returning version
    ), living as (
      insert into person_address
      select ${key}, version, a.street, a."postalCode", a.town, a.protected
      from added, jsonb_to_record(${json(details.address ?? {})}::jsonb)
        as a(street text, "postalCode" text, town text, protected boolean)
      where a.street is not null
    ), forgotten as (
      delete from person_name_token where person_id = ${personId}::uuid and token <> all (${tokens}::text[])
    )
    insert into person_name_token (municipality, token, person_id)
    select ${municipality}, token, ${personId}::uuid from unnest(${tokens}::text[]) token
    on conflict do nothing`)
}

type PersonRow = Record<string, unknown> & {
  personId: PersonId
  version: number
  validFrom: CalendarDay
  givenName: string
  familyName: string
  birthDate: CalendarDay
  language: 'da' | 'en'
  digitalPostExempt: boolean
  easyRead: boolean
  address: Address | null
}

/** The newest version of the people that `which` selects the ids of. */
const newest = (which: Sql): Sql => sql`
  select v.person_id as "personId", v.version, v.valid_from as "validFrom", p.cpr,
         v.given_name as "givenName", v.family_name as "familyName", v.birth_date as "birthDate", v.died_on as "diedOn",
         v.resident_municipality as "residentMunicipality", v.phone, v.email, v.language, v.interpreter,
         v.digital_post_exempt as "digitalPostExempt", v.easy_read as "easyRead",
         case when a.street is not null then jsonb_build_object(
           'street', a.street, 'postalCode', a.postal_code, 'town', a.town, 'protected', a.protected) end as address
  from (${which}) w
    cross join lateral (select * from person_version v where v.person_id = w.id order by v.version desc limit 1) v
    left join person p on p.person_id = v.person_id
    left join person_address a on a.person_id = v.person_id and a.version = v.version`

/** What is null in the row is absent in the value. */
function toPerson(row: PersonRow): Person {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Person
}

export async function findPerson(tx: ReadTx, personId: PersonId): Promise<Person | undefined> {
  const row = await tx.findRow<PersonRow>(newest(sql`select ${personId}::uuid as id`))
  return row && toPerson(row)
}

/** The people with these ids, in no order; whoever is not there or not to be seen is left out. */
export async function findPersons(tx: ReadTx, personIds: readonly PersonId[]): Promise<readonly Person[]> {
  const rows = await tx.rows<PersonRow>(newest(eachOf(personIds)))
  return rows.map(toPerson)
}

export async function findPersonByCpr(tx: ReadTx, cpr: string): Promise<Person | undefined> {
  const row = await tx.findRow<PersonRow>(newest(sql`select person_id as id from person where cpr = ${cpr}`))
  return row && toPerson(row)
}

/** Words beyond these narrow nothing down. */
const searchedWords = 5

/**
 * Of a beginning that many share, this many times the wanted people are looked at, in the order of the words: a short
 * beginning costs the same among hundred people and among ten thousand.
 */
const looksAtTimes = 2

/**
 * People whose names have, for each word given, a word that begins with it. Sorted in Danish; when there are very many,
 * those whose words come first. A text without a letter or digit finds nobody.
 */
export async function searchPersons(tx: ReadTx, text: string, limit: number): Promise<readonly Person[]> {
  const words = [...nameTokens(text)].sort((a, b) => b.length - a.length).slice(0, searchedWords)
  const [first, ...others] = words
  if (first === undefined) return []
  const rest = others.reduce(
    (so, word) => sql`${so} and exists (
      select from person_name_token o
      where o.person_id = t.person_id and o.token >= ${word} and o.token < ${afterPrefix(word)})`,
    sql``,
  )
  const found = sql`
    select distinct id from (
      select t.person_id as id from person_name_token t
      where t.token >= ${first} and t.token < ${afterPrefix(first)}${rest}
      order by t.token ${limited(limit * looksAtTimes)}) f`
  const rows = await tx.rows<PersonRow>(sql`
    ${newest(found)}
    order by v.family_name collate "da-x-icu", v.given_name collate "da-x-icu", v.birth_date, v.person_id
    ${limited(limit)}`)
  return rows.map(toPerson)
}
