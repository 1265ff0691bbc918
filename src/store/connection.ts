/**
 * Connections and transactions. Everything reads and writes through `read` and `write`; the handle they give says what
 * it may do, and a read handle does not fit where a write handle is asked for. PostgreSQL holds both to it as well.
 */
import type { Writable } from 'node:stream'
import pg from 'pg'
import { beginStatement, type Scope } from './scope.ts'
import { type Sql, toStatement } from './sql.ts'

/** A pool logged in as one role. */
export type Database = { readonly pool: pg.Pool }

export type PoolOptions = { readonly url: string; readonly max?: number; readonly applicationName?: string }

/** Days are ISO text (`CalendarDay`), instants ISO text in UTC, and counts are numbers. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [pg.types.builtins.INT8]: Number,
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text'),
}

/** Opens a pool. Connections are made when they are needed. */
export function openDatabase({ url, max = 10, applicationName = 'hverdag' }: PoolOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    // Statements of one transaction that do not wait for each other go in one go.
    pipeline: true,
    types,
  })
  return { pool: surviving(pool) }
}

/** A pool with the driver's own types, for a library that reads its own rows. End it after the library has stopped. */
export const openPlainPool = (url: string, max: number): pg.Pool =>
  surviving(new pg.Pool({ connectionString: url, max, application_name: 'hverdag-queue' }))

/** A connection that the server closes tells its waiting statement; as an event of its own it would end the program. */
function surviving(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export const closeDatabase = (db: Database): Promise<void> => db.pool.end()

type Row = pg.QueryResultRow

export type ReadTx = {
  readonly scope: Scope
  /** All rows. `T` is what the statement selects: a test runs every statement. */
  readonly rows: <T extends Row>(query: Sql) => Promise<readonly T[]>
  /** The first row, or undefined. */
  readonly findRow: <T extends Row>(query: Sql) => Promise<T | undefined>
}

export type WriteTx = ReadTx & {
  /** Runs a statement and gives the number of rows it touched. */
  readonly run: (query: Sql) => Promise<number>
  /** Undoes everything at the end, though the function returns: for an expected "no" found half-way. */
  readonly abandon: () => void
}

/** Reads at one moment, as this scope sees it. */
export const read = <T>(db: Database, scope: Scope, use: (tx: ReadTx) => Promise<T>): Promise<T> =>
  transact(db, 'read', scope, use)

/** Everything that `use` writes, or nothing: a throw or `abandon()` undoes it. */
export const write = <T>(db: Database, scope: Scope, use: (tx: WriteTx) => Promise<T>): Promise<T> =>
  transact(db, 'write', scope, use)

const gathering = new WeakSet<Writable>()

/** What is asked in one turn of the loop leaves in one write: each write wakes the server, and costs more than most statements. */
function gather({ connection: { stream } }: pg.PoolClient): void {
  if (gathering.has(stream)) return
  gathering.add(stream)
  stream.cork()
  process.nextTick(() => {
    gathering.delete(stream)
    stream.uncork()
  })
}

async function transact<T>(
  { pool }: Database,
  mode: 'read' | 'write',
  scope: Scope,
  use: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let abandoned = false
  const query = <R extends Row>(template: Sql) => {
    const { name, text, values } = toStatement(template)
    gather(client)
    return client.query<R>({ name, text, values: values as unknown[] })
  }
  const tx: WriteTx = {
    scope,
    rows: async <R extends Row>(template: Sql) => (await query<R>(template)).rows,
    findRow: async <R extends Row>(template: Sql) => (await query<R>(template)).rows[0],
    run: async (template) => (await query(template)).rowCount ?? 0,
    abandon: () => {
      abandoned = true
    },
  }
  let broken: Error | undefined
  try {
    gather(client)
    // Not waited for: the first statement follows on its heels, and without a scope it would see nothing.
    const begun = client.query(beginStatement(mode, scope))
    begun.catch(() => {})
    try {
      const value = await use(tx)
      await begun
      const ended = await client.query(abandoned ? 'rollback' : 'commit')
      // A statement that failed and was swallowed leaves nothing to commit, and PostgreSQL says so only here.
      if (!abandoned && ended.command !== 'COMMIT')
        throw new Error('The transaction had failed before its end.')
      return value
    } catch (error) {
      await begun.catch(() => {})
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    }
  } finally {
    client.release(broken)
  }
}
