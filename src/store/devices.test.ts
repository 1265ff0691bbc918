/** Tablets, codes and quarantine on the real database: who sees which, and what happens once. */
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asAuthority, asProvider, asSystem, billund, newUser, vejen } from '../../test/support/scopes.ts'
import { DeviceId, deviceStateAt } from '../domain/device/device.ts'
import { ProviderId, type UserId } from '../domain/identity.ts'
import { read, write } from './connection.ts'
import {
  addDevice,
  closeDevice,
  findDevice,
  findDeviceBySecret,
  listDevices,
  lockDevice,
  pairDevice,
  seeDevice,
  unpairDevice,
} from './devices.ts'
import { countFailures, findPersonalCode, lockPersonalCode, setPersonalCode } from './personal-codes.ts'
import {
  findQuarantined,
  listQuarantine,
  type NewlyQuarantined,
  quarantine,
  quarantinedAmong,
  settleQuarantined,
} from './quarantine.ts'
import { saveUser } from './users.ts'

let db: FreshDatabase
let lead: UserId
const kaerhoej = ProviderId.parse('kaerhoej')
const now = new Date('2026-11-25T08:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

beforeAll(async () => {
  db = await freshDatabase()
  lead = newUser()
  await write(db.app, asSystem(), (tx) =>
    saveUser(tx, {
      userId: lead,
      subject: 'lead',
      name: 'Pia Lund',
      phone: null,
      email: null,
      unit: null,
      roles: ['providerStaff', 'providerLead'],
      providerId: kaerhoej,
      active: true,
    }),
  )
})
afterAll(() => db.drop())

let counter = 0
async function added(provider = kaerhoej) {
  counter += 1
  const deviceId = DeviceId.parse(randomUUID())
  const code = `CODE-${counter}`
  await write(db.app, asProvider(provider), (tx) =>
    addDevice(tx, {
      deviceId,
      providerId: provider,
      name: 'Tablet',
      addedBy: lead,
      code,
      addedAt: now,
      expiresAt: later(900),
    }),
  )
  return { deviceId, code, secret: randomBytes(32).toString('base64url') }
}
const pair = (code: string, secret: string, at = now, scope = asSystem()) =>
  write(db.app, scope, (tx) => pairDevice(tx, code, secret, at))
const stateOf = async (deviceId: DeviceId) => {
  const device = await read(db.app, asSystem(), (tx) => findDevice(tx, deviceId))
  return device && deviceStateAt(device, now)
}

describe('a tablet', () => {
  it('is paired once, in time, in its municipality, and known by its secret from then on', async () => {
    const { code, secret, deviceId } = await added()
    expect(await stateOf(deviceId)).toBe('waiting')
    expect(await pair(code, secret, later(900))).toBeUndefined()
    expect(await pair(code, secret, now, asSystem(billund))).toBeUndefined()
    expect(await pair('CODE-0', secret)).toBeUndefined()
    expect(await pair(code, secret)).toMatchObject({ deviceId, providerId: kaerhoej })
    expect(await pair(code, randomBytes(32).toString('base64url'))).toBeUndefined()
    const find = (value: string, scope = asSystem()) =>
      read(db.app, scope, (tx) => findDeviceBySecret(tx, value))
    expect(await find(secret)).toMatchObject({ deviceId, lastSeenAt: now.toISOString() })
    expect(await find('another')).toBeUndefined()
    expect(await find(secret, asSystem(billund))).toBeUndefined()
  })
  it('is seen, closed, locked, unlocked and unpaired, and unpaired for good', async () => {
    const { code, secret, deviceId } = await added()
    const act = (use: Parameters<typeof write<number>>[2]) => write(db.app, asProvider('kaerhoej'), use)
    // Before it is paired there is nothing to lock.
    expect(await act((tx) => lockDevice(tx, deviceId, now))).toBe(0)
    await pair(code, secret)
    expect(await write(db.app, asSystem(), (tx) => seeDevice(tx, deviceId, later(60)))).toBe(1)
    // An answer that was overtaken does not set the time back.
    expect(await write(db.app, asSystem(), (tx) => seeDevice(tx, deviceId, later(30)))).toBe(0)
    await write(db.app, asSystem(), (tx) => closeDevice(tx, deviceId, now))
    expect(await stateOf(deviceId)).toBe('closed')
    await act((tx) => lockDevice(tx, deviceId, now))
    expect(await stateOf(deviceId)).toBe('locked')
    await act((tx) => lockDevice(tx, deviceId, null))
    await write(db.app, asSystem(), (tx) => closeDevice(tx, deviceId, null))
    expect(await stateOf(deviceId)).toBe('paired')
    await act((tx) => unpairDevice(tx, deviceId, now))
    expect(await stateOf(deviceId)).toBe('unpaired')
    expect(await act((tx) => lockDevice(tx, deviceId, null))).toBe(0)
    expect(await act((tx) => unpairDevice(tx, deviceId, now))).toBe(0)
    expect(await read(db.app, asSystem(), (tx) => findDeviceBySecret(tx, secret))).toMatchObject({ deviceId })
  })
  it('that was given up before it was paired takes no code any more', async () => {
    const { code, secret, deviceId } = await added()
    await write(db.app, asProvider('kaerhoej'), (tx) => unpairDevice(tx, deviceId, now))
    expect(await pair(code, secret)).toBeUndefined()
  })
  it('is its provider’s: nobody else sees, locks or adds it', async () => {
    const { deviceId, code, secret } = await added()
    await pair(code, secret)
    for (const scope of [asProvider('noerrevang'), asAuthority(), asProvider('kaerhoej', billund)]) {
      expect(await read(db.app, scope, listDevices)).toEqual([])
      expect(await write(db.app, scope, (tx) => lockDevice(tx, deviceId, now))).toBe(0)
    }
    const own = await read(db.app, asProvider('kaerhoej'), listDevices)
    expect(own.map((d) => d.deviceId)).toContain(deviceId)
    const others = { deviceId: DeviceId.parse(randomUUID()), providerId: kaerhoej, name: 'x', addedBy: lead }
    await expect(
      write(db.app, asProvider('noerrevang'), (tx) =>
        addDevice(tx, { ...others, code: 'c', addedAt: now, expiresAt: now }),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('a personal code', () => {
  it('is read by nobody but the check, counts what is wrong, and starts anew when it is set', async () => {
    const [salt, hash] = [randomBytes(16), randomBytes(32)]
    const asCheck = asSystem()
    expect(await read(db.app, asCheck, (tx) => findPersonalCode(tx, lead))).toBeUndefined()
    await write(db.app, asCheck, (tx) => setPersonalCode(tx, lead, { salt, hash, setAt: now }))
    for (const scope of [asProvider('kaerhoej', vejen, lead), asAuthority(), asSystem(billund)])
      expect(await read(db.app, scope, (tx) => findPersonalCode(tx, lead))).toBeUndefined()
    await write(db.app, asCheck, async (tx) => {
      expect(await lockPersonalCode(tx, lead)).toMatchObject({ failures: 0, blockedAt: null })
      await countFailures(tx, lead, 5, now)
    })
    expect(await read(db.app, asCheck, (tx) => findPersonalCode(tx, lead))).toMatchObject({
      failures: 5,
      blockedAt: now.toISOString(),
    })
    await write(db.app, asCheck, (tx) => setPersonalCode(tx, lead, { salt, hash, setAt: later(1) }))
    expect(await read(db.app, asCheck, (tx) => findPersonalCode(tx, lead))).toMatchObject({
      failures: 0,
      blockedAt: null,
    })
  })
})

describe('what waits for a person', () => {
  it('is kept as it first came, seen by its provider, and settled once; both rows stay', async () => {
    const { deviceId } = await added()
    const fact = (more: Partial<NewlyQuarantined> = {}): NewlyQuarantined => ({
      factId: randomUUID(),
      deviceId,
      providerId: kaerhoej,
      receivedAt: now.toISOString(),
      sealed: '{"v":1}',
      opened: { kind: 'arrived' },
      why: 'locked',
      ...more,
    })
    const [one, unread] = [
      fact(),
      fact({ opened: null, why: 'unreadable', receivedAt: later(1).toISOString() }),
    ]
    await write(db.app, asSystem(), (tx) => quarantine(tx, []))
    await write(db.app, asSystem(), (tx) => quarantine(tx, [one, unread, one]))
    await write(db.app, asSystem(), (tx) => quarantine(tx, [{ ...one, why: 'unpaired' }]))
    expect(await read(db.app, asSystem(), (tx) => quarantinedAmong(tx, [one.factId, randomUUID()]))).toEqual(
      new Set([one.factId]),
    )
    const seen = await read(db.app, asProvider('kaerhoej'), (tx) => listQuarantine(tx, 10))
    expect(seen).toMatchObject([
      { why: 'locked', opened: { kind: 'arrived' }, outcome: null },
      { why: 'unreadable', opened: null },
    ])
    expect(await read(db.app, asProvider('noerrevang'), (tx) => listQuarantine(tx, 10))).toEqual([])

    const settle = (scope = asProvider('kaerhoej')) =>
      write(db.app, scope, (tx) =>
        settleQuarantined(tx, {
          factId: one.factId,
          providerId: kaerhoej,
          outcome: 'rejected',
          reason: 'Stod på en tablet, der var væk',
          settledBy: lead,
          settledAt: now,
        }),
      )
    await expect(settle(asProvider('noerrevang'))).rejects.toThrow(/row-level security/)
    expect([await settle(), await settle()]).toEqual([1, 0])
    const after = await read(db.app, asProvider('kaerhoej'), (tx) => findQuarantined(tx, one.factId))
    expect(after).toMatchObject({ opened: { kind: 'arrived' }, outcome: 'rejected', settledBy: lead })
    // What waits comes before what is settled.
    const order = await read(db.app, asProvider('kaerhoej'), (tx) => listQuarantine(tx, 10))
    expect(order.map((q) => q.factId)).toEqual([unread.factId, one.factId])
    await expect(write(db.app, asProvider('kaerhoej'), (tx) => quarantine(tx, [fact()]))).rejects.toThrow(
      /row-level security/,
    )
  })
})
