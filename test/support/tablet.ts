/** Tablets of a provider, paired as they are: by a code that somebody typed. */
import { randomBytes, randomUUID } from 'node:crypto'
import { DeviceId } from '../../src/domain/device/device.ts'
import { ProviderId, type UserId } from '../../src/domain/identity.ts'
import { type Database, write } from '../../src/store/connection.ts'
import { addDevice, pairDevice } from '../../src/store/devices.ts'
import { asProvider, asSystem } from './scopes.ts'

export type TestTablet = { readonly deviceId: DeviceId; readonly secret: string }

/** `change` is what happens to it besides, such as being locked. */
export async function pairTablet(
  db: Database,
  { by, provider = 'kaerhoej', now = new Date() }: { by: UserId; provider?: string; now?: Date },
  change: (
    tx: Parameters<Parameters<typeof write>[2]>[0],
    deviceId: DeviceId,
  ) => Promise<unknown> = async () => {},
): Promise<TestTablet> {
  const deviceId = DeviceId.parse(randomUUID())
  const [secret, code] = [randomBytes(32).toString('base64url'), randomUUID()]
  const providerId = ProviderId.parse(provider)
  await write(db, asProvider(provider), (tx) =>
    addDevice(tx, {
      deviceId,
      providerId,
      name: 'Tablet 2',
      addedBy: by,
      code,
      addedAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    }),
  )
  await write(db, asSystem(), async (tx) => {
    await pairDevice(tx, code, secret, now)
    await change(tx, deviceId)
  })
  return { deviceId, secret }
}
