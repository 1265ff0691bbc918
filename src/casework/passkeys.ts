/**
 * Passkeys at the tablets: made by their owner, logged in as themselves; asked for at a paired tablet; removed by their
 * owner. They work at the municipality's own host alone, and only when the authenticator has verified its user.
 */
import { randomBytes } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { DeviceId } from '../domain/device/device.ts'
import { challengeMinutes, proofMinutes } from '../domain/device/passkey.ts'
import { type MunicipalityCode, PartId, type ProviderId, type UserId } from '../domain/identity.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { type WriteTx, write } from '../store/connection.ts'
import {
  addChallenge,
  addPasskey,
  addPasskeyUse,
  countPasskey,
  findPasskey,
  passkeysOf,
  takeChallenge,
} from '../store/passkeys.ts'
import { staffOfProvider } from '../store/users.ts'
import type { House } from './house.ts'

/** Certificates and all: half a second that only who uses it waits for. */
const webAuthn = () => import('@simplewebauthn/server')

/** Where a passkey is made and used: the host's name, and the address with its scheme and port. */
export type Site = { readonly municipality: MunicipalityCode; readonly rpId: string; readonly origin: string }

const base64url = (most: number) => z.base64url().min(1).max(most)
const mostAnswer = 16_000

export const RegistrationAnswer = z.object({
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url(mostAnswer),
    attestationObject: base64url(mostAnswer),
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
})
export type RegistrationAnswer = z.infer<typeof RegistrationAnswer>

export const IdentificationAnswer = z.object({
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url(mostAnswer),
    authenticatorData: base64url(mostAnswer),
    signature: base64url(mostAnswer),
  }),
})
export type IdentificationAnswer = z.infer<typeof IdentificationAnswer>

export const PasskeyName = z.string().trim().min(1).max(60)

const minutesFrom = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
const scopeAt = ({ municipality }: Site) => ({ municipality, viewer: { kind: 'system' } }) as const

async function newChallenge(
  tx: WriteTx,
  house: House,
  boundTo: string,
  userId: UserId | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const now = house.now()
  await addChallenge(tx, {
    challenge: Buffer.from(challenge).toString('base64url'),
    boundTo,
    userId,
    now,
    expiresAt: minutesFrom(now, challengeMinutes),
  })
  return challenge
}

/** What the browser asks the authenticator to make. `session` is whoever asks and has to be who answers. */
export async function askForNewPasskey(
  house: House,
  site: Site,
  owner: { readonly userId: UserId; readonly name: string; readonly session: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webAuthn()
  const { challenge, known } = await write(house.db, scopeAt(site), async (tx) => ({
    challenge: await newChallenge(tx, house, owner.session, owner.userId),
    known: await passkeysOf(tx, owner.userId),
  }))
  return generateRegistrationOptions({
    rpName: 'Hverdag',
    rpID: site.rpId,
    userID: new Uint8Array(Buffer.from(owner.userId.replaceAll('-', ''), 'hex')),
    userName: owner.name,
    userDisplayName: owner.name,
    challenge,
    attestationType: 'none',
    timeout: challengeMinutes * 60_000,
    excludeCredentials: known
      .filter(({ rpId }) => rpId === site.rpId)
      .map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    // Found by the authenticator itself, so that nobody has to say who they are first.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps what the authenticator made, under the name that its owner gives it. Undefined when that is done. */
export async function keepPasskey(
  house: House,
  site: Site,
  owner: { readonly userId: UserId; readonly session: string },
  { name, answer }: { readonly name: string; readonly answer: RegistrationAnswer },
): Promise<Refusal | undefined> {
  const { verifyRegistrationResponse } = await webAuthn()
  return write(house.db, scopeAt(site), async (tx) => {
    const asked = await takeFor(tx, house, answer, owner.session)
    if (asked?.userId !== owner.userId) return refuse('passkeyTooLate', { field: 'passkey' })
    const made = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challengeIn(answer),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
    }).catch(() => undefined)
    if (!made?.verified) return refuse('passkeyNotVerified', { field: 'passkey' })
    const { id, publicKey, counter } = made.registrationInfo.credential
    const added = await addPasskey(tx, {
      passkeyId: PartId.parse(house.newId()),
      userId: owner.userId,
      credentialId: id,
      publicKey,
      counter,
      rpId: site.rpId,
      transports: answer.response.transports,
      name,
      createdAt: house.now(),
    })
    return added === 0 ? refuse('alreadyDone', { field: 'passkey' }) : undefined
  })
}

export type AtTablet = { readonly deviceId: DeviceId; readonly provider: ProviderId }

/** What the tablet's browser asks for: a passkey of whoever picked their name, or of whoever is there. */
export async function askForPasskey(
  house: House,
  site: Site,
  { deviceId }: AtTablet,
  userId: UserId | undefined,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webAuthn()
  const challenge = await write(house.db, scopeAt(site), (tx) => newChallenge(tx, house, deviceId, userId))
  return generateAuthenticationOptions({
    rpID: site.rpId,
    challenge,
    userVerification: 'required',
    timeout: challengeMinutes * 60_000,
  })
}

/** Who stands at the tablet, and what shows it for `proofMinutes`. */
export type Identified = { readonly userId: UserId; readonly proof: string }

export async function identify(
  house: House,
  site: Site,
  tablet: AtTablet,
  answer: IdentificationAnswer,
): Promise<Refusal | Identified> {
  const { verifyAuthenticationResponse } = await webAuthn()
  return write(house.db, scopeAt(site), async (tx) => {
    // Gone with the first answer, whatever that comes to.
    const asked = await takeFor(tx, house, answer, tablet.deviceId)
    if (asked === undefined) return refuse('passkeyTooLate')
    const passkey = await findPasskey(tx, answer.id)
    // One of another municipality, or made while this one had another address.
    if (passkey === undefined || passkey.rpId !== site.rpId) return refuse('passkeyUnknown')
    const signed = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challengeIn(answer),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      // The counter is held against its row when it is written: two at once are one too many.
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    }).catch(() => undefined)
    if (!signed?.verified) return refuse('passkeyNotVerified')
    const { userId, passkeyId } = passkey
    if (passkey.removedAt !== null) return refuse('passkeyRemoved')
    if (asked.userId !== null && asked.userId !== userId) return refuse('passkeyOfAnother')
    const staff = await staffOfProvider(tx, tablet.provider)
    if (!staff.some((user) => user.userId === userId)) return refuse('passkeyNotStaff')
    const now = house.now()
    const counted = await countPasskey(tx, passkeyId, signed.authenticationInfo.newCounter, now)
    if (counted === 0) return refuse('passkeyCopied')
    const proof = randomBytes(32).toString('base64url')
    const expiresAt = minutesFrom(now, proofMinutes).toISOString()
    const use = { userId, deviceId: tablet.deviceId, usedAt: now.toISOString(), expiresAt }
    await addPasskeyUse(tx, { ...use, passkeyId, proof })
    return { userId, proof }
  })
}

const takeFor = (
  tx: WriteTx,
  house: House,
  answer: RegistrationAnswer | IdentificationAnswer,
  boundTo: string,
) => takeChallenge(tx, { challenge: challengeIn(answer), boundTo, now: house.now() })

/** Which question it answers, as it says itself: whether that was asked is another's to say. */
function challengeIn({ response }: RegistrationAnswer | IdentificationAnswer): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString())
    return z.object({ challenge: z.string() }).parse(said).challenge
  } catch {
    return ''
  }
}
