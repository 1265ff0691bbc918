/** Secret addresses of calendars: only a hash of the secret is kept, and one person has at most one. */
import { createHash } from 'node:crypto'
import type { PersonId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type CalendarFeed = {
  readonly personId: PersonId
  readonly showsPlace: boolean
  readonly madeAt: string
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const columns = sql`person_id as "personId", shows_place as "showsPlace", made_at as "madeAt"`

/** In the person's own scope: makes the address, and a new one in the place of one there was. */
export const makeFeed = async (
  tx: WriteTx,
  {
    personId,
    showsPlace,
    token,
    at,
  }: Omit<CalendarFeed, 'madeAt'> & { readonly token: string; readonly at: Date },
): Promise<void> => {
  await tx.run(sql`
    insert into calendar_feed (municipality, person_id, token_hash, shows_place, made_at)
    values (${tx.scope.municipality}, ${personId}, ${hashOf(token)}, ${showsPlace}, ${at})
    on conflict (municipality, person_id) do update
    set token_hash = excluded.token_hash, shows_place = excluded.shows_place, made_at = excluded.made_at`)
}

/** In the person's own scope: the address leads nowhere any more. */
export const endFeed = (tx: WriteTx, personId: PersonId): Promise<number> =>
  tx.run(sql`delete from calendar_feed where person_id = ${personId}`)

export const findFeedOf = (tx: ReadTx, personId: PersonId): Promise<CalendarFeed | undefined> =>
  tx.findRow(sql`select ${columns} from calendar_feed where person_id = ${personId}`)

/** Whose calendar this secret leads to. */
export const findFeed = (tx: ReadTx, token: string): Promise<CalendarFeed | undefined> =>
  tx.findRow(sql`select ${columns} from calendar_feed where token_hash = ${hashOf(token)}`)
