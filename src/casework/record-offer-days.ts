/** What a provider says about its own days: closed, short of staff, open after all. It is never the citizen's absence. */
import { mayEver } from '../domain/access/permissions.ts'
import type { NewOfferFact } from '../domain/attendance/offer.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { addOfferFacts } from '../store/attendance.ts'
import { write } from '../store/connection.ts'
import { groupsOfProvider } from '../store/schedules.ts'
import type { House } from './house.ts'
import type { Asking } from './perform.ts'

/** Keeps them for the provider of whoever asks; sent again they are the same. */
export async function recordOfferDays(
  house: House,
  asking: Asking,
  facts: readonly NewOfferFact[],
): Promise<Refusal | { readonly added: number }> {
  const { subject, municipality, actor } = asking
  const { provider } = subject
  if (provider === undefined) return refuse('notAllowed')
  // About no case: the provider's own day, and whoever works there may say it.
  if (!mayEver('recordOfferDay', subject)) return refuse('notAllowed')
  const scope = { municipality, viewer: { kind: 'command' } } as const
  return write(house.db, scope, async (tx) => {
    const groups = new Set<string>((await groupsOfProvider(tx, provider)).map((g) => g.groupId))
    if (facts.some((f) => f.groupId !== undefined && !groups.has(f.groupId)))
      return refuse('notFound', { field: 'group' })
    const recordedAt = house.now().toISOString()
    return {
      added: await addOfferFacts(
        tx,
        facts.map((f) => ({ ...f, providerId: provider, actor, recordedAt })),
      ),
    }
  })
}
