/**
 * A tablet that stands at a provider: paired with a code, and from then on known by a secret. What it may do follows from
 * its state alone; who stands before it is another question, answered act by act.
 */
import { z } from 'zod'

export const DeviceId = z.uuid().brand('DeviceId')
export type DeviceId = z.infer<typeof DeviceId>

/**
 * `waiting`: its code has not been typed yet. `expired`: and never will be. `closed`: staff logged out of it, and log in to
 * open it again. `locked`: from afar, for it may be in the wrong hands.
 */
export type DeviceState = 'waiting' | 'expired' | LiveDeviceState
/** Of one that has been paired. */
export type LiveDeviceState = 'paired' | 'closed' | 'locked' | 'unpaired'

/** What of a tablet decides its state. Instants are ISO 8601 in UTC. */
export type DeviceFacts = {
  readonly pairingExpiresAt: string | null
  readonly pairedAt: string | null
  readonly closedAt: string | null
  readonly lockedAt: string | null
  readonly unpairedAt: string | null
}

/** Unpaired is for good; a lock can be lifted again. */
export function deviceStateAt(
  { pairingExpiresAt, pairedAt, closedAt, lockedAt, unpairedAt }: DeviceFacts,
  now: Date,
): DeviceState {
  if (unpairedAt !== null) return 'unpaired'
  if (pairedAt === null)
    return pairingExpiresAt !== null && new Date(pairingExpiresAt) > now ? 'waiting' : 'expired'
  if (lockedAt !== null) return 'locked'
  return closedAt === null ? 'paired' : 'closed'
}

/** Minutes from showing the code that pairs a tablet until it runs out. */
export const pairingMinutes = 15

/** No letters that are taken for digits, no vowels that make words: it is read from one screen and typed on another. */
const alphabet = 'BCDFGHJKMNPQRSTVWXYZ23456789'
const pairingLength = 8

/** Eight signs, 38 bits, in two groups; `random` is at least eight bytes from a good source. */
export function pairingCodeOf(random: Uint8Array): string {
  const signs = Array.from(
    { length: pairingLength },
    (_, i) => alphabet[(random[i] ?? 0) % alphabet.length] ?? alphabet[0],
  ).join('')
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** As it was shown, however it was typed: small letters, spaces and dashes are no mistake. */
export function typedPairingCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '')
  if (signs.length !== pairingLength || [...signs].some((sign) => !alphabet.includes(sign))) return undefined
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** So many wrong codes in a row, and that code is blocked until its owner sets another. */
export const mostWrongCodes = 5

/** A personal code: four to eight digits that are not the first that anybody would try. */
export function isGoodCode(code: string): boolean {
  if (!/^\d{4,8}$/.test(code)) return false
  const steps = new Set([...code].slice(1).map((digit, i) => (Number(digit) - Number(code[i]) + 10) % 10))
  const [step] = steps
  // 1111, 1234 and 4321 have one step all the way.
  return steps.size > 1 || (step !== 0 && step !== 1 && step !== 9)
}
