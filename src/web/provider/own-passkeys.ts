/** One's own passkeys: made, named and removed by their owner, logged in as themselves. */
import { askForNewPasskey, keepPasskey, PasskeyName, RegistrationAnswer } from '../../casework/passkeys.ts'
import { PartId } from '../../domain/identity.ts'
import { write } from '../../store/connection.ts'
import { removePasskey } from '../../store/passkeys.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { seeOther } from '../platform/respond.tsx'
import { siteOf } from '../platform/site.ts'
import { ownerOf, showOwnCode } from './own-code.tsx'
import { tabletsWords } from './tablet-words.ts'

/** What the authenticator is asked to make: for this log-in, and nobody else's. */
export const askNewPasskey = async (c: PageContext): Promise<Response> =>
  Response.json(await askForNewPasskey(c.house, siteOf(c), ownerOf(c)))

export async function saveOwnPasskey(c: PageContext): Promise<Response> {
  const t = tabletsWords(c.language)
  const name = PasskeyName.safeParse(c.form.text('name') ?? '')
  if (!name.success) return showOwnCode(c, { name: t.passkeyNameMissing })
  const answer = RegistrationAnswer.safeParse(parsed(c.form.text('answer')))
  if (!answer.success) return showOwnCode(c, { passkey: t.passkeyFailed })
  const refusal = await keepPasskey(c.house, siteOf(c), ownerOf(c), { name: name.data, answer: answer.data })
  if (refusal) return showOwnCode(c, { passkey: refusalInWords(refusal, c.language) })
  return seeOther('/tilbud/min-kode?noegle=1')
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

export async function removeOwnPasskey(c: PageContext): Promise<Response> {
  const passkeyId = PartId.safeParse(c.parameter('passkeyId'))
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  const removed = passkeyId.success
    ? await write(c.house.db, scope, (tx) =>
        removePasskey(tx, ownerOf(c).userId, passkeyId.data, c.house.now()),
      )
    : 0
  return removed === 0 ? errorPage(c, 404) : seeOther('/tilbud/min-kode?fjernet=1')
}
