/** A provider's groups are changed by who leads the place, and by nobody else. */
import { mayEver } from '../domain/access/permissions.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { write } from '../store/connection.ts'
import { groupsOfProvider, type ProviderGroup, saveGroup } from '../store/schedules.ts'
import type { House } from './house.ts'
import type { Asking } from './perform.ts'

/** A name is at most this long: it stands above lists. */
const longestName = 60

/**
 * Adds a group, or gives it another name or a last day: what was recorded about it stands under it. Two that are there at
 * the same time have two names.
 */
export async function changeGroup(
  house: House,
  { subject, municipality }: Asking,
  group: Omit<ProviderGroup, 'providerId'>,
): Promise<Refusal | undefined> {
  const { provider } = subject
  if (provider === undefined || !mayEver('changeGroups', subject)) return refuse('notAllowed')
  const name = group.name.trim()
  if (name === '' || name.length > longestName) return refuse('invalid', { field: 'name' })
  const { activeFrom, activeTo } = group
  if (activeTo !== null && activeTo < activeFrom) return refuse('endsBeforeItStarts', { field: 'activeTo' })
  const scope = { municipality, viewer: { kind: 'command' } } as const
  return write(house.db, scope, async (tx) => {
    const others = (await groupsOfProvider(tx, provider)).filter((g) => g.groupId !== group.groupId)
    const same = others.some(
      (g) =>
        g.name.toLowerCase() === name.toLowerCase() &&
        (g.activeTo === null || g.activeTo >= activeFrom) &&
        (activeTo === null || activeTo >= g.activeFrom),
    )
    if (same) return refuse('nameTaken', { field: 'name' })
    return (await saveGroup(tx, { ...group, name, providerId: provider })) === 0
      ? refuse('notFound')
      : undefined
  })
}
