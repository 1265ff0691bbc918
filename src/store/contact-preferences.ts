/** Whether a person wants an e-mail when something new waits for them. Nobody has said so: no. */
import type { PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export async function wantsNudge(tx: ReadTx, personId: PersonId): Promise<boolean> {
  const row = await tx.findRow<{ wants: boolean }>(
    sql`select email_nudge as wants from contact_preference where person_id = ${personId}`,
  )
  return row?.wants ?? false
}

/** In the person's own scope: nobody else says it for them. */
export const chooseNudge = async (
  tx: WriteTx,
  personId: PersonId,
  { wants, on }: { readonly wants: boolean; readonly on: CalendarDay },
): Promise<void> => {
  await tx.run(sql`
    insert into contact_preference (municipality, person_id, email_nudge, changed_on)
    values (${tx.scope.municipality}, ${personId}, ${wants}, ${on})
    on conflict (municipality, person_id) do update
    set email_nudge = excluded.email_nudge, changed_on = excluded.changed_on`)
}
