/** Passkeys at a tablet: for how long a question stands, and what an answer is worth and until when. */
import { instantOf } from '../attendance/fact.ts'
import type { UserId } from '../identity.ts'
import type { DeviceId } from './device.ts'

/** Minutes in which an authenticator has to answer what it was asked. */
export const challengeMinutes = 5

/** Minutes for which whoever identified counts as the one who stands there: as long as a code that was right is believed. */
export const proofMinutes = 15

/** Somebody identified at a tablet. Instants are ISO 8601 in UTC. */
export type PasskeyUse = {
  readonly userId: UserId
  readonly deviceId: DeviceId
  readonly usedAt: string
  readonly expiresAt: string
}

/** A clock that is off by less is taken for right, so that what is recorded at once may seem to come before. */
const toleratedMs = 300_000

/** Whether it confirms who recorded: the same person at the same tablet, while it held, whenever it was delivered. */
export function confirms(
  use: PasskeyUse | undefined,
  recorded: {
    readonly userId: UserId
    readonly deviceId: DeviceId
    readonly at: string
    readonly skewSeconds: number
  },
): boolean {
  if (use === undefined || use.userId !== recorded.userId || use.deviceId !== recorded.deviceId) return false
  const at = instantOf(recorded)
  return at >= Date.parse(use.usedAt) - toleratedMs && at <= Date.parse(use.expiresAt)
}
