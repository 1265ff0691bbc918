/** Where a request came to: known from its host and cookies alone, before the database is asked anything. */
import type { Context } from 'hono'
import type { House } from '../../casework/house.ts'
import type { Configuration } from '../../configuration.ts'
import type { Municipality } from '../../standards/municipality.ts'
import type { Language } from '../i18n/messages.ts'
import { languageOf } from './language.ts'

export type Place = {
  readonly municipality: Municipality
  readonly language: Language
  readonly path: string
  readonly requestId: string
}

/** The municipality is the host's to say, never a form's or a query's. Undefined for a host that is nobody's. */
export function findPlace(
  { house, configuration }: { readonly house: House; readonly configuration: Configuration },
  c: Context,
): Place | undefined {
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase()
  const code = configuration.hosts.get(host)
  const municipality = code && house.municipalities.get(code)
  return municipality && { municipality, language: languageOf(c), path: c.req.path, requestId: house.newId() }
}
