/** Where a request came to, as a browser binds a passkey to it: the host's name without its port, and the whole address. */
import type { Site } from '../../casework/passkeys.ts'
import type { PublicContext } from './context.ts'

export const siteOf = ({ origin, municipality }: PublicContext): Site => ({
  municipality: municipality.code,
  rpId: new URL(origin).hostname,
  origin,
})
