/** The offer's own list of activities is changed by those who work there, and by nobody else. */
import { mayEver } from '../domain/access/permissions.ts'
import type { PlannedActivity } from '../domain/activity-plan.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { saveActivity } from '../store/activities.ts'
import { write } from '../store/connection.ts'
import type { House } from './house.ts'
import type { Asking } from './perform.ts'

export async function changeActivity(
  house: House,
  asking: Asking,
  activity: PlannedActivity,
): Promise<Refusal | undefined> {
  const { provider } = asking.subject
  if (provider === undefined || !mayEver('manageActivities', asking.subject)) return refuse('notAllowed')
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  const changed = await write(house.db, scope, (tx) => saveActivity(tx, provider, activity))
  return changed === 0 ? refuse('notFound') : undefined
}
