/** How many people a provider has room for is told by its lead or by the municipality's manager, and by nobody else. */
import { mayEver } from '../domain/access/permissions.ts'
import type { PlacesVersion } from '../domain/places.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { addPlaces } from '../store/capacity.ts'
import { write } from '../store/connection.ts'
import type { House } from './house.ts'
import type { Asking } from './perform.ts'

/** From a day on, never backwards: what was told before stands. Sent again it is the same. */
export async function setPlaces(
  house: House,
  { subject, municipality, today }: Asking,
  version: PlacesVersion,
): Promise<Refusal | undefined> {
  const { userId, provider, roles } = subject
  const isOwn = roles.includes('providerLead') && provider === version.providerId
  if (userId === undefined || !mayEver('setPlaces', subject)) return refuse('notAllowed')
  if (!isOwn && !roles.includes('manager')) return refuse('notAllowed')
  if (version.validFrom < today) return refuse('dateInPast', { field: 'validFrom' })
  const scope = { municipality, viewer: { kind: 'command' } } as const
  await write(house.db, scope, (tx) => addPlaces(tx, version, { userId, at: house.now() }))
  return undefined
}
