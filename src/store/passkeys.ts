/** Passkeys of staff, what authenticators were asked, and who identified where. Secrets come in and leave hashes behind. */
import { createHash } from 'node:crypto'
import type { PasskeyUse } from '../domain/device/passkey.ts'
import type { PartId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type Passkey = {
  readonly passkeyId: PartId
  readonly userId: UserId
  /** In base64url. */
  readonly credentialId: string
  readonly publicKey: Uint8Array
  readonly rpId: string
  readonly transports: readonly string[]
  readonly name: string
  /** ISO 8601 in UTC, as are the others. */
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly removedAt: string | null
}

const hashOf = (value: string): Uint8Array => createHash('sha256').update(value).digest()

const columns = sql`passkey_id as "passkeyId", user_id as "userId", credential_id as "credentialId",
  public_key as "publicKey", rp_id as "rpId", transports, name, created_at as "createdAt",
  last_used_at as "lastUsedAt", removed_at as "removedAt"`

/** Gives 0 when this credential is somebody's already. */
export const addPasskey = (
  tx: WriteTx,
  passkey: Omit<Passkey, 'createdAt' | 'lastUsedAt' | 'removedAt'> & {
    readonly counter: number
    readonly createdAt: Date
  },
): Promise<number> => {
  const { passkeyId, userId, credentialId, publicKey, counter, rpId, transports, name, createdAt } = passkey
  return tx.run(sql`
    insert into passkey (municipality, passkey_id, user_id, credential_id, public_key, counter, rp_id, transports, name,
      created_at)
    values (${tx.scope.municipality}, ${passkeyId}, ${userId}, ${credentialId}, ${publicKey}, ${counter}, ${rpId},
      ${transports}, ${name}, ${createdAt})
    on conflict do nothing`)
}

/** Those that were not removed, in the order they were made. */
export const passkeysOf = (tx: ReadTx, userId: UserId): Promise<readonly Passkey[]> =>
  tx.rows(sql`
    select ${columns} from passkey where user_id = ${userId} and removed_at is null order by created_at, passkey_id`)

/** Also one that was removed. */
export const findPasskey = (tx: ReadTx, credentialId: string): Promise<Passkey | undefined> =>
  tx.findRow(sql`select ${columns} from passkey where credential_id = ${credentialId}`)

/**
 * Notes a use. Gives 0 when its counter did not go on from where it stood, which a copy's does not: authenticators that
 * do not count say zero each time.
 */
export const countPasskey = (
  tx: WriteTx,
  passkeyId: PartId,
  counter: number,
  usedAt: Date,
): Promise<number> =>
  tx.run(sql`
    update passkey set counter = ${counter}, last_used_at = ${usedAt}
    where passkey_id = ${passkeyId} and removed_at is null
      and (counter < ${counter}::bigint or (counter = 0 and ${counter}::bigint = 0))`)

/** Its owner's to do; gives 0 where it is not theirs or is gone already. */
export const removePasskey = (
  tx: WriteTx,
  userId: UserId,
  passkeyId: PartId,
  removedAt: Date,
): Promise<number> =>
  tx.run(sql`
    update passkey set removed_at = ${removedAt}
    where passkey_id = ${passkeyId} and user_id = ${userId} and removed_at is null`)

/** Keeps a challenge until it is answered or has run out; those that have run out go. */
export async function addChallenge(
  tx: WriteTx,
  given: {
    readonly challenge: string
    readonly boundTo: string
    readonly userId: UserId | undefined
    readonly now: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  const { challenge, boundTo, userId, now, expiresAt } = given
  await tx.run(sql`delete from passkey_challenge where expires_at < ${now}`)
  await tx.run(sql`
    insert into passkey_challenge (municipality, challenge_hash, bound_to, user_id, expires_at)
    values (${tx.scope.municipality}, ${hashOf(challenge)}, ${hashOf(boundTo)}, ${userId ?? null}, ${expiresAt})`)
}

/** Takes it: once, in time, and by whom it was given to. */
export const takeChallenge = (
  tx: WriteTx,
  { challenge, boundTo, now }: { readonly challenge: string; readonly boundTo: string; readonly now: Date },
): Promise<{ readonly userId: UserId | null } | undefined> =>
  tx.findRow(sql`
    delete from passkey_challenge
    where challenge_hash = ${hashOf(challenge)} and bound_to = ${hashOf(boundTo)} and expires_at >= ${now}
    returning user_id as "userId"`)

export async function addPasskeyUse(
  tx: WriteTx,
  {
    proof,
    passkeyId,
    userId,
    deviceId,
    usedAt,
    expiresAt,
  }: PasskeyUse & { readonly proof: string; readonly passkeyId: PartId },
): Promise<void> {
  await tx.run(sql`
    insert into passkey_use (municipality, proof_hash, passkey_id, user_id, device_id, used_at, expires_at)
    values (${tx.scope.municipality}, ${hashOf(proof)}, ${passkeyId}, ${userId}, ${deviceId}, ${usedAt}, ${expiresAt})`)
}

/** Of these, those that were given to somebody. Asks nothing when there are none. */
export async function findPasskeyUses(
  tx: ReadTx,
  proofs: readonly string[],
): Promise<ReadonlyMap<string, PasskeyUse>> {
  if (proofs.length === 0) return new Map()
  const byHash = new Map(proofs.map((proof) => [Buffer.from(hashOf(proof)).toString('hex'), proof]))
  const rows = await tx.rows<PasskeyUse & { readonly hash: string }>(sql`
    select encode(proof_hash, 'hex') as hash, user_id as "userId", device_id as "deviceId", used_at as "usedAt",
           expires_at as "expiresAt"
    from passkey_use where proof_hash = any (${proofs.map(hashOf)}::bytea[])`)
  return new Map(rows.map(({ hash, ...use }) => [byHash.get(hash) ?? '', use]))
}
