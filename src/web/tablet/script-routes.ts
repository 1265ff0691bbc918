/** What the tablet's script asks and delivers: small answers in JSON. */
import { z } from 'zod'
import { Delivery, deliver } from '../../casework/deliver.ts'
import { askForPasskey, IdentificationAnswer, identify } from '../../casework/passkeys.ts'
import { tryPersonalCode } from '../../casework/personal-code.ts'
import { proofMinutes } from '../../domain/device/passkey.ts'
import { UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { read } from '../../store/connection.ts'
import { staffOfProvider } from '../../store/users.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext, PublicContext } from '../platform/context.ts'
import { siteOf } from '../platform/site.ts'
import { tabletOf } from './tablet.ts'

/** Two hundred facts, and room to spare. */
export const mostBytes = 1024 * 1024

/** How it stands with this tablet, and which day it is. Names nobody, and is asked once a minute: it leaves no line in the log. */
export function state({ visitor, today }: PublicContext): Response {
  return Response.json({ state: visitor?.kind === 'device' ? visitor.state : 'unknown', day: today })
}

/** Takes what the tablet kept. Everything that has an answer here need not be kept there. */
export async function takeDelivery(c: PageContext): Promise<Response> {
  const tablet = tabletOf(c)
  const delivery = Delivery.safeParse(c.json)
  if (!delivery.success) return Response.json({ error: 'delivery' }, { status: 422 })
  const answers = await deliver(c.house, c.asking, tablet, delivery.data, c.lines.takeOwn())
  return Response.json({ state: tablet.state, answers })
}

const Who = z.object({ userId: UserId, code: z.string().min(1).max(20) })

/** Whether the code is this person's, before anything is recorded as theirs. */
export async function checkWho(c: PageContext): Promise<Response> {
  const { provider } = tabletOf(c)
  const who = Who.safeParse(c.json)
  if (!who.success) return Response.json({ error: 'who' }, { status: 422 })
  const { userId, code } = who.data
  const staff = await read(c.house.db, c.scope, (tx) => staffOfProvider(tx, provider))
  const known = staff.some((user) => user.userId === userId)
  const answer = known ? await tryPersonalCode(c.house, c.municipality.code, userId, code) : 'wrong'
  return Response.json({ answer })
}

const Asked = z.object({ userId: UserId.optional() })

/** Locked from afar or unpaired, nobody is anybody at it. */
const isHere = (c: PageContext): boolean => ['paired', 'closed'].includes(tabletOf(c).state)

/** What the authenticator is asked, for whoever picked their name or whoever is there. */
export async function askPasskey(c: PageContext): Promise<Response> {
  const asked = Asked.safeParse(c.json)
  if (!asked.success || !isHere(c)) return Response.json({ error: 'who' }, { status: 422 })
  return Response.json(await askForPasskey(c.house, siteOf(c), tabletOf(c), asked.data.userId))
}

/** Who they are by what it answered, or a sentence that says why not. */
export async function takePasskey(c: PageContext): Promise<Response> {
  const answer = IdentificationAnswer.safeParse(c.json)
  if (!answer.success || !isHere(c)) return Response.json({ error: 'answer' }, { status: 422 })
  const who = await identify(c.house, siteOf(c), tabletOf(c), answer.data)
  if (isRefusal(who)) return Response.json({ refused: refusalInWords(who, c.language), code: who.code })
  return Response.json({ userId: who.userId, proof: who.proof, minutes: proofMinutes })
}
