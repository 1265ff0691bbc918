/** What the archive gets of a case besides its events and documents: rows as they stand, in an order that does not change. */
import type { CaseId, PersonId } from '../domain/identity.ts'
import type { ReadTx } from './connection.ts'
import { sql } from './sql.ts'

export type ArchivedPerson = {
  readonly personId: PersonId
  readonly cpr: string | null
  readonly version: number
  readonly validFrom: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly diedOn: string | null
  readonly language: string
  /** Null where there is none, and where it is protected. */
  readonly address: string | null
  readonly protectedAddress: boolean
}

/** The citizen and whoever has represented them, in every version. */
export const personsOfCase = (tx: ReadTx, caseId: CaseId): Promise<readonly ArchivedPerson[]> =>
  tx.rows(sql`
    select v.person_id as "personId", p.cpr, v.version, v.valid_from as "validFrom", v.given_name as "givenName",
           v.family_name as "familyName", v.birth_date as "birthDate", v.died_on as "diedOn", v.language,
           case when not a.protected then a.street || ', ' || a.postal_code || ' ' || a.town end as address,
           coalesce(a.protected, false) as "protectedAddress"
    from person_version v join person p on p.person_id = v.person_id
      left join person_address a on a.person_id = v.person_id and a.version = v.version
    where v.person_id in (
      select c.person_id from case_file c where c.case_id = ${caseId}
      union select x.subject::uuid from case_access x where x.case_id = ${caseId} and x.relation <> 'provider')
    order by v.person_id, v.version`)

export type ArchivedAttendance = {
  readonly factId: string
  readonly day: string
  readonly kind: string
  readonly part: string | null
  readonly reason: string | null
  readonly saidBy: string | null
  readonly lateBy: string | null
  readonly providerId: string
  readonly orderId: string
  readonly recordedAt: string
  readonly actor: unknown
  readonly refersTo: string | null
  readonly text: string | null
}

export const attendanceOfCase = (tx: ReadTx, caseId: CaseId): Promise<readonly ArchivedAttendance[]> =>
  tx.rows(sql`
    select fact_id as "factId", day, kind, part, reason, said_by as "saidBy", late_by as "lateBy",
           provider_id as "providerId", order_id as "orderId", recorded_at as "recordedAt", actor,
           refers_to as "refersTo", text
    from attendance_fact where case_id = ${caseId} order by day, recorded_at, fact_id`)

export type ArchivedRide = {
  readonly factId: string
  readonly day: string
  readonly direction: string
  readonly part: string
  readonly kind: string
  readonly providerId: string
  readonly orderId: string
  readonly recordedAt: string
  readonly actor: unknown
  readonly refersTo: string | null
}

export const ridesOfCase = (tx: ReadTx, caseId: CaseId): Promise<readonly ArchivedRide[]> =>
  tx.rows(sql`
    select fact_id as "factId", day, direction, part, kind, provider_id as "providerId", order_id as "orderId",
           recorded_at as "recordedAt", actor, refers_to as "refersTo"
    from transport_fact where case_id = ${caseId} order by day, recorded_at, fact_id`)
