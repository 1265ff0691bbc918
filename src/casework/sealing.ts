/**
 * What a tablet records is sealed at once to the municipality's public key, so that nobody reads it on the tablet: ECDH on
 * P-256 with a key for the one fact, HKDF, AES-256-GCM. Whose tablet and which fact it is stand outside, bound to the seal.
 * The same in the browser is `src/web/public/tablet-seal.js`.
 */
import { createDecipheriv, createECDH, createHash, type ECDH, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { DeviceId } from '../domain/device/device.ts'
import type { MunicipalityCode } from '../domain/identity.ts'

const base64url = (bytes: number) =>
  z.base64url().refine((text) => Buffer.from(text, 'base64url').length === bytes)

export const SealedFact = z.object({
  v: z.literal(1),
  /** Which of the municipality's keys. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
  device: DeviceId,
  fact: z.uuid(),
  /** The tablet's public key for this fact: an uncompressed point. */
  from: base64url(65),
  iv: base64url(12),
  data: z.base64url().min(22).max(8000),
})
export type SealedFact = z.infer<typeof SealedFact>

export type PublicSealingKey = { readonly keyId: string; readonly publicKey: string }

export type Sealing = {
  /** What tablets seal to: an uncompressed point in base64url, and its name. */
  readonly publicKey: (municipality: MunicipalityCode) => PublicSealingKey
  /** The text inside, or undefined when it was tampered with or is for a key that is no more. */
  readonly open: (municipality: MunicipalityCode, sealed: SealedFact) => string | undefined
}

type KeyPair = PublicSealingKey & {
  /** Its point, and what agrees with a tablet's: made once, for making it costs as much as agreeing. */
  readonly point: Buffer
  readonly ecdh: ECDH
}

const curve = 'prime256v1'
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** A municipality's own pair, always the same from the same secret: one secret to keep, and no two share a key. */
function pairOf(secret: Uint8Array, municipality: MunicipalityCode): KeyPair {
  const wide = Buffer.from(hkdfSync('sha256', secret, municipality, 'hverdag tablet key 1', 48)).toString(
    'hex',
  )
  const scalar = (BigInt(`0x${wide}`) % (order - 1n)) + 1n
  const ecdh = createECDH(curve)
  ecdh.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'))
  const point = ecdh.getPublicKey()
  return {
    point,
    ecdh,
    publicKey: point.toString('base64url'),
    keyId: createHash('sha256').update(point).digest('hex').slice(0, 16),
  }
}

/** The first secret seals; the others still open what was sealed before it came. */
export function sealingOf(secrets: readonly [Uint8Array, ...Uint8Array[]]): Sealing {
  const known = new Map<MunicipalityCode, readonly KeyPair[]>()
  const pairs = (municipality: MunicipalityCode): readonly KeyPair[] => {
    const made = known.get(municipality) ?? secrets.map((secret) => pairOf(secret, municipality))
    known.set(municipality, made)
    return made
  }
  return {
    publicKey: (municipality) => {
      const [first] = pairs(municipality)
      if (first === undefined) throw new Error('there is no secret')
      return { keyId: first.keyId, publicKey: first.publicKey }
    },
    open: (municipality, sealed) => {
      const pair = pairs(municipality).find(({ keyId }) => keyId === sealed.key)
      return pair && openWith(pair, sealed)
    },
  }
}

function openWith(pair: KeyPair, sealed: SealedFact): string | undefined {
  const [from, iv, data] = [sealed.from, sealed.iv, sealed.data].map((text) => Buffer.from(text, 'base64url'))
  if (!from || !iv || !data) return undefined
  try {
    const salt = Buffer.concat([from, pair.point])
    const key = Buffer.from(
      hkdfSync('sha256', pair.ecdh.computeSecret(from), salt, 'hverdag tablet fact 1', 32),
    )
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
    decipher.setAAD(Buffer.from(boundTo(sealed)))
    decipher.setAuthTag(data.subarray(-16))
    return Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]).toString('utf8')
  } catch {
    // No point on the curve, or not what was sealed.
    return undefined
  }
}

/** What stands outside the seal and cannot be exchanged all the same. */
const boundTo = ({ key, device, fact }: SealedFact): string => `1|${key}|${device}|${fact}`
