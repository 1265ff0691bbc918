/** Personal codes at the tablets: set by their owner, tried one after the other, blocked when too many were wrong. */
import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { isGoodCode, mostWrongCodes } from '../domain/device/device.ts'
import type { MunicipalityCode, UserId } from '../domain/identity.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { write } from '../store/connection.ts'
import {
  countFailures,
  lockPersonalCode,
  type PersonalCode,
  setPersonalCode,
} from '../store/personal-codes.ts'
import type { House } from './house.ts'

/** `none`: they have chosen no code yet. `blocked` says nothing of whether this one was right. */
export type CodeAnswer = 'right' | 'wrong' | 'blocked' | 'none'

/** A few hundredths of a second, and 16 MB. */
const cost = { N: 16_384, r: 8, p: 1 }

const hashOf = (code: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(code, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key))),
  )

/**
 * Codes that were right lately, under the stored hash: at a busy tablet the same person records every minute, and stretching
 * their code each time would be most of the work. A key of this process alone, and nothing that leaves it.
 */
const proven = new Map<string, { readonly mac: Buffer; readonly until: number }>()
const provenKey = randomBytes(32)
const provenFor = 15 * 60_000
const mostProven = 10_000

const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')
const macOf = (code: string): Buffer => createHmac('sha256', provenKey).update(code).digest()

function wasRightLately(code: string, hash: Uint8Array, now: number): boolean {
  const before = proven.get(keyOf(hash))
  return before !== undefined && before.until > now && timingSafeEqual(before.mac, macOf(code))
}

/**
 * Whether a code need not be tried: it was right lately, and nobody has guessed since. Anything else, also a code that is
 * wrong, takes its turn in `tryPersonalCode`.
 */
export const isKnownRight = (
  code: string,
  { hash, failures, blockedAt }: Pick<PersonalCode, 'hash' | 'failures' | 'blockedAt'>,
  now: Date,
): boolean => blockedAt === null && failures === 0 && wasRightLately(code, hash, now.getTime())

async function isRight(code: string, { salt, hash }: PersonalCode, now: number): Promise<boolean> {
  if (wasRightLately(code, hash, now)) return true
  if (!timingSafeEqual(await hashOf(code, salt), hash)) return false
  const key = keyOf(hash)
  proven.delete(key)
  proven.set(key, { mac: macOf(code), until: now + provenFor })
  const [oldest] = proven.keys()
  if (proven.size > mostProven && oldest !== undefined) proven.delete(oldest)
  return true
}

const systemScope = (municipality: MunicipalityCode) =>
  ({ municipality, viewer: { kind: 'system' } }) as const

/** The owner chooses a code: it holds from now, also where the former one was blocked. */
export async function choosePersonalCode(
  house: House,
  municipality: MunicipalityCode,
  userId: UserId,
  code: string,
): Promise<Refusal | undefined> {
  if (!isGoodCode(code)) return refuse('codeTooSimple', { field: 'code' })
  const salt = randomBytes(16)
  const hash = await hashOf(code, salt)
  await write(house.db, systemScope(municipality), (tx) =>
    setPersonalCode(tx, userId, { salt, hash, setAt: house.now() }),
  )
  return undefined
}

/** Tries a code. Whoever guesses waits for the one before, and the fifth wrong one in a row is the last. */
export function tryPersonalCode(
  house: House,
  municipality: MunicipalityCode,
  userId: UserId,
  code: string,
): Promise<CodeAnswer> {
  return write(house.db, systemScope(municipality), async (tx): Promise<CodeAnswer> => {
    const known = await lockPersonalCode(tx, userId)
    if (known === undefined) return 'none'
    if (known.blockedAt !== null) return 'blocked'
    const right = await isRight(code, known, house.now().getTime())
    if (right && known.failures === 0) return 'right'
    const failures = right ? 0 : known.failures + 1
    await countFailures(tx, userId, failures, failures >= mostWrongCodes ? house.now() : null)
    return right ? 'right' : 'wrong'
  })
}
