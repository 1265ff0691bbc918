/**
 * The four database roles. The owner migrates and does nothing else; application, worker and eraser get what they need
 * by grant. A municipality may log in under names of its own: those become members of ours.
 */
import pg from 'pg'

export const databaseRoles = {
  app: 'hverdag_app',
  worker: 'hverdag_worker',
  eraser: 'hverdag_eraser',
} as const
export type DatabaseRole = keyof typeof databaseRoles

/** Where each role logs in: name and password are read from the address. */
export type RoleUrls = { readonly [R in DatabaseRole]?: string | undefined }

/** A role is missing or unfit: one sentence, with the SQL for whoever may run it. */
export class RoleError extends Error {
  override readonly name = 'RoleError'
}

const lacksPrivilege = '42501'
/** Somebody else created it in the same moment. */
const alreadyThere = ['42710', '23505']

/** Creates what is missing of roles, log-ins and memberships. An existing role keeps its password. */
export async function ensureRoles(client: pg.Client, urls: RoleUrls): Promise<void> {
  for (const role of Object.keys(databaseRoles) as DatabaseRole[]) {
    const group = databaseRoles[role]
    const url = urls[role] === undefined ? undefined : new URL(urls[role])
    const login = url && {
      name: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    }
    await ensureRole(client, group, login?.name === group ? login.password : undefined)
    if (login && login.name !== group) {
      await ensureRole(client, login.name, login.password)
      await attempt(client, `grant ${group} to ${pg.escapeIdentifier(login.name)}`)
    }
  }
}

async function ensureRole(client: pg.Client, name: string, password: string | undefined): Promise<void> {
  const { rows } = await client.query<{ rolcanlogin: boolean }>(
    'select rolcanlogin from pg_roles where rolname = $1',
    [name],
  )
  const identifier = pg.escapeIdentifier(name)
  const login = password === undefined ? 'nologin' : `login password ${pg.escapeLiteral(password)}`
  const [existing] = rows
  if (existing === undefined) await attempt(client, `create role ${identifier} ${login}`)
  else if (password !== undefined && !existing.rolcanlogin)
    await attempt(client, `alter role ${identifier} ${login}`)
}

async function attempt(client: pg.Client, sql: string): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    if (alreadyThere.includes(error.code ?? '')) return
    if (error.code !== lacksPrivilege) throw error
    const shown = sql.replace(/password .*/, "password '…'")
    throw new RoleError(
      `The owner of the database may not set up its roles: have an administrator run «${shown};».`,
    )
  }
}

type Facts = {
  name: string
  superuser: boolean
  bypasses: boolean
  owns: string | null
  changes: string | null
}

/**
 * Throws `RoleError` when the role that this pool logs in as could get round the protections that everything else
 * relies on: superuser, exempt from row-level security, owner of a table, or allowed to change or delete journal rows.
 */
export async function assertSafeRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Facts>(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
      (select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and pg_has_role(r.oid, c.relowner, 'member') limit 1) as owns,
      (select t::text
         from unnest(array['stream', 'event', 'event_payload', 'document', 'access_log', 'chain_head_list',
           'staff_user_change', 'attendance_fact', 'offer_fact', 'transport_fact',
           'transport_handover', 'transport_handover_leg', 'provider_place', 'attendance_quarantine',
           'attendance_quarantine_settlement', 'passkey_use', 'supervision_sample', 'case_tombstone']::regclass[]) t
        where has_table_privilege(r.oid, t, 'update') or has_any_column_privilege(r.oid, t, 'update')
           or has_table_privilege(r.oid, t, 'truncate')
           or has_table_privilege(r.oid, t, 'delete') limit 1) as changes
    from pg_roles r where r.rolname = current_user`)
  const [role] = rows
  const fault =
    role === undefined
      ? 'is unknown to the server'
      : role.superuser
        ? 'is a superuser'
        : role.bypasses
          ? 'bypasses row-level security'
          : role.owns !== null
            ? `owns the table ${role.owns}`
            : role.changes !== null
              ? `may change or delete rows of ${role.changes}`
              : undefined
  if (fault !== undefined) {
    throw new RoleError(
      `Hverdag does not start with the database role ${role?.name ?? ''}, for it ${fault}: ` +
        'let DATABASE_URL and DATABASE_WORKER_URL log in as the roles that "hverdag migrate" creates.',
    )
  }
}

/** Whether the database has the shape that this version needs, by the versions it names. */
export async function findMissingMigrations(
  pool: pg.Pool,
  versions: readonly string[],
): Promise<readonly string[]> {
  const { rows: tables } = await pool.query<{ there: boolean }>(
    "select to_regclass('public.schema_migration') is not null as there",
  )
  if (tables[0]?.there !== true) return versions
  const { rows } = await pool.query<{ version: string }>('select version from schema_migration')
  const applied = new Set(rows.map((row) => row.version))
  return versions.filter((version) => !applied.has(version))
}
