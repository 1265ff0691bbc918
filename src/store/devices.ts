/**
 * The tablets of the providers. The cookie holds a random value and the row its hash, as a session does; a tablet's code
 * likewise. Nothing is deleted: one that is unpaired may still have something to deliver.
 */
import { createHash } from 'node:crypto'
import type { DeviceFacts, DeviceId } from '../domain/device/device.ts'
import type { ProviderId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type Device = DeviceFacts & {
  readonly deviceId: DeviceId
  readonly providerId: ProviderId
  readonly name: string
  readonly addedBy: UserId
  /** ISO 8601 in UTC, as are the others. */
  readonly addedAt: string
  readonly lastSeenAt: string | null
}

const hashOf = (value: string): Uint8Array => createHash('sha256').update(value).digest()

const columns = sql`device_id as "deviceId", provider_id as "providerId", name, added_by as "addedBy",
  added_at as "addedAt", pairing_expires_at as "pairingExpiresAt", paired_at as "pairedAt",
  last_seen_at as "lastSeenAt", closed_at as "closedAt", locked_at as "lockedAt", unpaired_at as "unpairedAt"`

/** Adds a tablet that waits for its code to be typed. */
export async function addDevice(
  tx: WriteTx,
  device: Pick<Device, 'deviceId' | 'providerId' | 'name' | 'addedBy'> & {
    readonly code: string
    readonly addedAt: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  const { deviceId, providerId, name, addedBy, code, addedAt, expiresAt } = device
  await tx.run(sql`
    insert into device (municipality, device_id, provider_id, name, added_by, added_at, pairing_hash, pairing_expires_at)
    values (${tx.scope.municipality}, ${deviceId}, ${providerId}, ${name}, ${addedBy}, ${addedAt}, ${hashOf(code)},
            ${expiresAt})`)
}

/** The tablet that this code was shown for is from now on the one with this secret. Once: the code is gone then. */
export const pairDevice = (
  tx: WriteTx,
  code: string,
  secret: string,
  now: Date,
): Promise<Device | undefined> =>
  tx.findRow(sql`
    update device set secret_hash = ${hashOf(secret)}, paired_at = ${now}, last_seen_at = ${now},
                      pairing_hash = null, pairing_expires_at = null
    where pairing_hash = ${hashOf(code)} and pairing_expires_at > ${now} and unpaired_at is null
    returning ${columns}`)

/** Whose secret it is: paired, locked or unpaired since. */
export const findDeviceBySecret = (tx: ReadTx, secret: string): Promise<Device | undefined> =>
  tx.findRow(sql`select ${columns} from device where secret_hash = ${hashOf(secret)}`)

export const findDevice = (tx: ReadTx, deviceId: DeviceId): Promise<Device | undefined> =>
  tx.findRow(sql`select ${columns} from device where device_id = ${deviceId}`)

/** In a provider's scope: its own, the newest first. */
export const listDevices = (tx: ReadTx): Promise<readonly Device[]> =>
  tx.rows(sql`select ${columns} from device order by added_at desc, device_id`)

/** Notes that it was here. */
export const seeDevice = (tx: WriteTx, deviceId: DeviceId, now: Date): Promise<number> =>
  tx.run(sql`
    update device set last_seen_at = ${now}
    where device_id = ${deviceId} and (last_seen_at is null or last_seen_at < ${now})`)

/** Closes it for those who stand before it, or opens it again (null). */
export const closeDevice = (tx: WriteTx, deviceId: DeviceId, closedAt: Date | null): Promise<number> =>
  tx.run(sql`update device set closed_at = ${closedAt} where device_id = ${deviceId} and unpaired_at is null`)

/** Locks it, or lifts the lock (null). */
export const lockDevice = (tx: WriteTx, deviceId: DeviceId, lockedAt: Date | null): Promise<number> =>
  tx.run(sql`
    update device set locked_at = ${lockedAt}
    where device_id = ${deviceId} and paired_at is not null and unpaired_at is null`)

/** For good. A code that was not typed yet is worth nothing any more. */
export const unpairDevice = (tx: WriteTx, deviceId: DeviceId, now: Date): Promise<number> =>
  tx.run(sql`
    update device set unpaired_at = ${now}, pairing_hash = null, pairing_expires_at = null
    where device_id = ${deviceId} and unpaired_at is null`)
