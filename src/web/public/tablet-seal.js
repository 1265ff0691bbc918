// Seals what was recorded to the municipality's public key: from then on this tablet cannot read it. The same, opened, is
// src/casework/sealing.ts.
const encoder = new TextEncoder()

const toBase64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64url = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

/** `to`: the key's name and point; `device` and `fact` are bound to the seal; `text` is what is sealed. */
export async function seal(to, { device, fact, text }) {
  const { subtle } = globalThis.crypto
  const p256 = { name: 'ECDH', namedCurve: 'P-256' }
  const theirs = fromBase64url(to.publicKey)
  const publicKey = await subtle.importKey('raw', theirs, p256, false, [])
  const own = await subtle.generateKey(p256, false, ['deriveBits'])
  const from = new Uint8Array(await subtle.exportKey('raw', own.publicKey))
  const shared = await subtle.deriveBits({ name: 'ECDH', public: publicKey }, own.privateKey, 256)
  const salt = new Uint8Array(from.length + theirs.length)
  salt.set(from)
  salt.set(theirs, from.length)
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode('hverdag tablet fact 1') },
    await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(12))
  const additionalData = encoder.encode(`1|${to.keyId}|${device}|${fact}`)
  const data = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, encoder.encode(text))
  return {
    v: 1,
    key: to.keyId,
    device,
    fact,
    from: toBase64url(from),
    iv: toBase64url(iv),
    data: toBase64url(data),
  }
}
