/** Whom somebody represents on a day: read from the access rows, which the journal projects to. Use the `system` scope. */
import type { PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx } from './connection.ts'
import { sql } from './sql.ts'

export const representedBy = (
  tx: ReadTx,
  personId: PersonId,
  today: CalendarDay,
): Promise<readonly { readonly personId: PersonId; readonly name: string }[]> =>
  tx.rows(sql`
    select a.person_id as "personId", max(v.given_name || ' ' || v.family_name) as name
    from case_access a
    join lateral (
      select given_name, family_name from person_version v
      where v.person_id = a.person_id order by version desc limit 1
    ) v on true
    where a.subject = ${personId} and a.relation = 'representative'
      and a.valid_from <= ${today} and (a.valid_to is null or a.valid_to >= ${today})
    group by a.person_id order by name`)
