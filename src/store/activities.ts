/** What providers offer. Who takes part is in the journal; these rows are about nobody. */
import { PlannedActivity } from '../domain/activity-plan.ts'
import type { PartId, ProviderId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'

const columns = sql`activity_id as "activityId", name, sharing, kind, domains, health, active_from as "activeFrom",
  active_to as "activeTo", slots`

const planned = (rows: readonly unknown[]): readonly PlannedActivity[] =>
  rows.map((row) => PlannedActivity.parse(row))

/** Everything a provider offers or has offered, by name. */
export const activitiesOf = async (tx: ReadTx, provider: ProviderId): Promise<readonly PlannedActivity[]> =>
  planned(
    await tx.rows(
      sql`select ${columns} from activity where provider_id = ${provider} order by name, activity_id`,
    ),
  )

/** Adds the activity, or changes it. Gives 0 when it is another provider's. */
export const saveActivity = (tx: WriteTx, provider: ProviderId, a: PlannedActivity): Promise<number> =>
  tx.run(sql`
    insert into activity as a (municipality, provider_id, activity_id, name, sharing, kind, domains, health, active_from,
      active_to, slots)
    values (${tx.scope.municipality}, ${provider}, ${a.activityId}, ${a.name}, ${a.sharing}, ${a.kind}, ${a.domains},
      ${a.health}, ${a.activeFrom}, ${a.activeTo}, ${json(a.slots)})
    on conflict (municipality, activity_id) do update
    set name = excluded.name, sharing = excluded.sharing, kind = excluded.kind, domains = excluded.domains,
        health = excluded.health, active_from = excluded.active_from, active_to = excluded.active_to,
        slots = excluded.slots
    where a.provider_id = excluded.provider_id`)

export const findActivity = async (tx: ReadTx, activityId: PartId): Promise<PlannedActivity | undefined> =>
  planned(await tx.rows(sql`select ${columns} from activity where activity_id = ${activityId}`))[0]
