/** The short codes that staff are known by at a paired tablet: salted and slow to try, never read by anybody. */
import type { ProviderId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type PersonalCode = {
  readonly salt: Uint8Array
  readonly hash: Uint8Array
  readonly setAt: string
  readonly failures: number
  readonly blockedAt: string | null
}

const columns = sql`salt, hash, set_at as "setAt", failures, blocked_at as "blockedAt"`

/** The new one counts from now; what was wrong before is forgotten. */
export async function setPersonalCode(
  tx: WriteTx,
  userId: UserId,
  { salt, hash, setAt }: { readonly salt: Uint8Array; readonly hash: Uint8Array; readonly setAt: Date },
): Promise<void> {
  await tx.run(sql`
    insert into personal_code (municipality, user_id, salt, hash, set_at, failures)
    values (${tx.scope.municipality}, ${userId}, ${salt}, ${hash}, ${setAt}, 0)
    on conflict (municipality, user_id) do update
    set salt = excluded.salt, hash = excluded.hash, set_at = excluded.set_at, failures = 0, blocked_at = null`)
}

export const findPersonalCode = (tx: ReadTx, userId: UserId): Promise<PersonalCode | undefined> =>
  tx.findRow(sql`select ${columns} from personal_code where user_id = ${userId}`)

/** Of these people, those who are staff of a provider today, with their codes; null where they have chosen none. */
export const codesOfStaff = async (
  tx: ReadTx,
  providerId: ProviderId,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, PersonalCode | null>> => {
  const rows = await tx.rows<{ userId: UserId } & (PersonalCode | { readonly hash: null })>(sql`
    select user_id as "userId", ${columns} from staff_user left join personal_code using (municipality, user_id)
    where user_id = any (${userIds}::uuid[]) and provider_id = ${providerId} and active and 'providerStaff' = any (roles)`)
  return new Map(rows.map(({ userId, ...code }) => [userId, code.hash === null ? null : code]))
}

/** Held until the transaction ends: whoever tries codes tries them one after the other. */
export const lockPersonalCode = (tx: WriteTx, userId: UserId): Promise<PersonalCode | undefined> =>
  tx.findRow(sql`select ${columns} from personal_code where user_id = ${userId} for update`)

/** So many wrong in a row by now; `blockedAt` when that is too many. */
export const countFailures = (
  tx: WriteTx,
  userId: UserId,
  failures: number,
  blockedAt: Date | null,
): Promise<number> =>
  tx.run(sql`
    update personal_code set failures = ${failures}, blocked_at = ${blockedAt} where user_id = ${userId}`)
