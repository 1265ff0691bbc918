/**
 * Tablets as the web sees them. Under `/tablet` the tablet is who asks, whoever may be logged in elsewhere in its browser;
 * its cookie goes nowhere else.
 */
import { createHmac } from 'node:crypto'
import { serialize } from 'hono/utils/cookie'
import type { House } from '../../casework/house.ts'
import type { Configuration } from '../../configuration.ts'
import { deviceStateAt } from '../../domain/device/device.ts'
import { write } from '../../store/connection.ts'
import { type Device, seeDevice } from '../../store/devices.ts'
import type { Scope } from '../../store/scope.ts'
import type { Visitor } from './context.ts'

export const tabletPath = '/tablet'
export const isTabletPath = (path: string): boolean =>
  path === tabletPath || path.startsWith(`${tabletPath}/`)

export const deviceCookie = ({ https }: Configuration): string =>
  https ? '__Secure-hverdag-tablet' : 'hverdag-tablet'

/** Browsers let no cookie live longer than this. */
const fourHundredDays = 400 * 24 * 60 * 60

export const deviceHeader = (configuration: Configuration, secret: string): string =>
  serialize(deviceCookie(configuration), secret, {
    path: tabletPath,
    httpOnly: true,
    sameSite: 'Strict',
    secure: configuration.https,
    maxAge: fourHundredDays,
  })

/** What a form on a tablet carries to show that it is our own: known to whoever has the cookie, and telling nothing of it. */
export const tokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('form token').digest('base64url')

export function deviceVisitor(device: Device, now: Date): Visitor | undefined {
  const state = deviceStateAt(device, now)
  if (state === 'waiting' || state === 'expired') return undefined
  return { kind: 'device', deviceId: device.deviceId, name: device.name, provider: device.providerId, state }
}

/** Notes that it was here, once a minute at the most. */
export async function noteSeen(house: House, scope: Scope, { deviceId, lastSeenAt }: Device): Promise<void> {
  const now = house.now()
  if (lastSeenAt !== null && now.getTime() - new Date(lastSeenAt).getTime() <= 60_000) return
  await write(house.db, scope, (tx) => seeDevice(tx, deviceId, now))
}
