/** A security key in a few lines, for tests of what the server takes: ES256, attestation “none”, and whatever is wrong with it. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

type Asked = { readonly challenge: string }
type Flaws = {
  /** Where the browser says it is. */
  readonly origin?: string
  readonly rpId?: string
  /** False: somebody touched it, and showed no finger and no PIN. */
  readonly verified?: boolean
  /** False: it counts no further, as a copy would not. */
  readonly counts?: boolean
}

/** `origin` is where it is used, as a browser says it. */
export function authenticatorAt(home: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0

  const clientData = (type: string, { challenge }: Asked, { origin = home }: Flaws): Buffer =>
    Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }))

  function authData({ rpId = new URL(home).hostname, verified = true, counts = true }: Flaws, more: Buffer) {
    if (counts) counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = 0x01 | (verified ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more])
  }

  const outside = { id: text(id), rawId: text(id), type: 'public-key' as const }
  return {
    make(asked: Asked, flaws: Flaws = {}) {
      // {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR.
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const data = authData(flaws, Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]))
      // {"fmt": "none", "attStmt": {}, "authData": …}
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x58, data.length]),
        data,
      ])
      return {
        ...outside,
        response: {
          clientDataJSON: text(clientData('create', asked, flaws)),
          attestationObject: text(attestation),
          transports: ['usb'],
        },
      }
    },
    use(asked: Asked, flaws: Flaws = {}) {
      const data = authData(flaws, Buffer.alloc(0))
      const client = clientData('get', asked, flaws)
      return {
        ...outside,
        response: {
          clientDataJSON: text(client),
          authenticatorData: text(data),
          signature: text(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)),
        },
      }
    },
  }
}
