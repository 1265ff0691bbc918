/**
 * Log-ins as rows, so that one can be ended from anywhere. The cookie holds a random value and the row its hash. All
 * times are real, also in the demonstration. Use the `system` scope of the municipality that the host name says.
 */
import { createHash } from 'node:crypto'
import type { PersonId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'
import type { StaffUser } from './users.ts'

export type Session = {
  readonly issuer: string
  /** Who logged in, as their issuer calls them; null while the log-in is under way. */
  readonly subject: string | null
  readonly personId: PersonId | null
  readonly userId: UserId | null
  readonly actingFor: PersonId | null
  readonly csrf: string
  /** ISO 8601 in UTC, as are the others. */
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly data: Readonly<Record<string, unknown>>
}

export type NewSession = Omit<Session, 'createdAt' | 'lastSeenAt' | 'expiresAt'> & {
  readonly value: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

const hashOf = (value: string): Uint8Array => createHash('sha256').update(value).digest()

export async function openSession(tx: WriteTx, session: NewSession): Promise<void> {
  const { value, issuer, subject, personId, userId, actingFor, csrf, createdAt, expiresAt, data } = session
  await tx.run(sql`
    insert into session (municipality, session_hash, issuer, subject, person_id, user_id, acting_for, csrf,
                         created_at, last_seen_at, expires_at, data)
    values (${tx.scope.municipality}, ${hashOf(value)}, ${issuer}, ${subject}, ${personId}, ${userId}, ${actingFor},
            ${csrf}, ${createdAt}, ${createdAt}, ${expiresAt}, ${json(data)})`)
}

/** A session and the member of staff whose it is, as they are registered today; null when it is no member of staff's. */
export type FoundSession = Session & { readonly user: StaffUser | null }

/** The session behind a cookie, unless it has run out, was ended, or belongs to another municipality. */
export const findSession = (tx: ReadTx, value: string, now: Date): Promise<FoundSession | undefined> =>
  tx.findRow(sql`
    select s.issuer, s.subject, s.person_id as "personId", s.user_id as "userId", s.acting_for as "actingFor", s.csrf,
           s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.data,
           case when u.user_id is not null then jsonb_build_object(
             'userId', u.user_id, 'subject', u.subject, 'name', u.name, 'phone', u.phone, 'email', u.email,
             'unit', u.unit, 'roles', u.roles, 'providerId', u.provider_id, 'active', u.active) end as "user"
    from session s left join staff_user u on u.user_id = s.user_id
    where s.session_hash = ${hashOf(value)} and s.revoked_at is null and s.expires_at > ${now}`)

/** Notes that it was used and lets it live on until then. */
export const prolongSession = (tx: WriteTx, value: string, now: Date, expiresAt: Date): Promise<number> =>
  tx.run(sql`
    update session set last_seen_at = ${now}, expires_at = ${expiresAt}
    where session_hash = ${hashOf(value)} and revoked_at is null and expires_at > ${now}`)

/** A person goes over to acting for somebody, or back to themselves (null). */
export const actFor = (tx: WriteTx, value: string, actingFor: PersonId | null): Promise<number> =>
  tx.run(sql`update session set acting_for = ${actingFor} where session_hash = ${hashOf(value)}`)

export const keepInSession = (
  tx: WriteTx,
  value: string,
  data: Readonly<Record<string, unknown>>,
): Promise<number> =>
  tx.run(sql`update session set data = ${json(data)} where session_hash = ${hashOf(value)}`)

export const endSession = (tx: WriteTx, value: string, now: Date): Promise<number> =>
  tx.run(
    sql`update session set revoked_at = ${now} where session_hash = ${hashOf(value)} and revoked_at is null`,
  )

/** Ends every log-in of a staff member: they left, or lost a device. */
export const endSessionsOfUser = (tx: WriteTx, userId: UserId, now: Date): Promise<number> =>
  tx.run(sql`update session set revoked_at = ${now} where user_id = ${userId} and revoked_at is null`)

/** Deletes what ran out before then. */
export const deleteExpiredSessions = (tx: WriteTx, before: Date): Promise<number> =>
  tx.run(sql`delete from session where expires_at < ${before}`)
