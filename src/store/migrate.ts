/**
 * Brings a database to the shape this version needs: roles, job queue, then the numbered SQL files in order, each in
 * a transaction of its own, written down with its checksum. Runs as the owner (`DATABASE_ADMIN_URL`) and nowhere else.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { ensureRoles, type RoleUrls } from './roles.ts'

/** The database cannot be brought to shape: one sentence that says why and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

export type Migration = { readonly version: string; readonly sql: string; readonly checksum: string }

/** The files stand beside this one; a compiled program reads them where they were written. */
function migrationsFolder(): string {
  const here = fileURLToPath(new URL('./migrations/', import.meta.url))
  return existsSync(here) ? here : fileURLToPath(new URL('../../src/store/migrations/', import.meta.url))
}

/** The numbered files, in order. A gap in the numbers is room for somebody else's. */
export function readMigrations(folder: string = migrationsFolder()): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return {
        version: name.replace('.sql', ''),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      }
    })
}

const oneAtATime = 104_2026
const oldestServer = 150_000

/**
 * Migrates, and gives the versions that were applied. Safe to run at once from several processes and over again.
 * Throws `MigrationError` where a file was changed after it was applied, the server is too old, or a role is missing
 * that the owner may not create.
 */
export async function migrate(
  adminUrl: string,
  roles: RoleUrls = {},
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime])
    await refuseUnfitServer(client)
    await ensureRoles(client, roles)
    await installJobQueue(adminUrl)
    return await applyMissing(client, migrations)
  } finally {
    await client.end()
  }
}

async function refuseUnfitServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string; danish: boolean }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
       exists (select from pg_collation where collname = 'da-x-icu') as danish`,
  )
  const [server] = rows
  if (server === undefined || server.version < oldestServer) {
    throw new MigrationError(
      `Hverdag needs PostgreSQL 15 or later, and this server is ${server?.name ?? 'unknown'}.`,
    )
  }
  if (!server.danish) {
    throw new MigrationError(
      'This PostgreSQL was built without ICU and cannot sort in Danish (collation "da-x-icu"): use a server with ICU.',
    )
  }
}

async function installJobQueue(adminUrl: string): Promise<void> {
  const silent = new Logger(() => () => {})
  // A pool of our own: the queue library would otherwise keep one open for later calls.
  const pool = new pg.Pool({ connectionString: adminUrl, max: 1 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: silent })
  } finally {
    await pool.end()
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(
    `create table if not exists schema_migration (
       version text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  await client.query('grant select on schema_migration to hverdag_app, hverdag_worker, hverdag_eraser')
  const { rows } = await client.query<{ version: string; checksum: string }>(
    'select version, checksum from schema_migration',
  )
  const applied = new Map(rows.map((row) => [row.version, row.checksum]))
  const now: string[] = []
  for (const { version, sql, checksum } of migrations) {
    const earlier = applied.get(version)
    if (earlier === checksum) continue
    if (earlier !== undefined) {
      throw new MigrationError(
        `Migration ${version} was changed after it was applied to this database: restore the file and add a new one.`,
      )
    }
    await applyOne(client, { version, sql, checksum })
    now.push(version)
  }
  return now
}

async function applyOne(client: pg.Client, { version, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (version, checksum) values ($1, $2)', [
      version,
      checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(
      `Migration ${version} failed: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    )
  }
}
