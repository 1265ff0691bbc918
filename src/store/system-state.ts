/** What the database can say of itself, for whoever runs the system. */
import type { ReadTx } from './connection.ts'
import { sql } from './sql.ts'

export type SystemState = {
  /** PostgreSQL's own, such as `18.4`. */
  readonly databaseVersion: string
  /** The newest migration that has been run. */
  readonly migration: string
  readonly users: number
  readonly openCases: number
}

/** Use an authority's scope: the counts are of its municipality. */
export async function systemState(tx: ReadTx): Promise<SystemState> {
  const row = await tx.findRow<SystemState>(sql`
    select split_part(current_setting('server_version'), ' ', 1) as "databaseVersion",
           (select max(version) from schema_migration) as migration,
           (select count(*)::int from staff_user where active) as users,
           (select count(*)::int from case_file where closed_on is null) as "openCases"`)
  if (row === undefined) throw new Error('the database says nothing of itself')
  return row
}
