import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { readMigrations } from './migrate.ts'
import { assertSafeRole, findMissingMigrations } from './roles.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

/** A role made by the owner for one test, and a pool logged in as it. */
async function withRole(sql: (name: string) => string, use: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const name = `hverdag_test_unsafe_${Date.now()}`
  const { pool: owner } = db.admin
  await owner.query(`create role ${name} login password 'x'`)
  const url = new URL(db.urls.admin)
  url.username = name
  url.password = 'x'
  const pool = new pg.Pool({ connectionString: url.href, max: 1 })
  try {
    await owner.query(sql(name))
    await use(pool)
  } finally {
    await pool.end()
    await owner.query(`reassign owned by ${name} to current_user`)
    await owner.query(`drop owned by ${name}`)
    await owner.query(`drop role ${name}`)
  }
}

describe('the role that the server logs in as', () => {
  test('is fine as the application and as the worker', async () => {
    await assertSafeRole(db.app.pool)
    await assertSafeRole(db.worker.pool)
  })

  test('is refused as the owner', async () => {
    await expect(assertSafeRole(db.admin.pool)).rejects.toThrow(/is a superuser|owns the table/)
  })

  test('is refused when it bypasses row-level security', () =>
    withRole(
      (name) => `alter role ${name} bypassrls`,
      (pool) => expect(assertSafeRole(pool)).rejects.toThrow('bypasses row-level security'),
    ))

  test('is refused when it owns a table', () =>
    withRole(
      (name) => `create table public.own (); alter table public.own owner to ${name}`,
      async (pool) => {
        await expect(assertSafeRole(pool)).rejects.toThrow('owns the table own')
        await db.admin.pool.query('drop table public.own')
      },
    ))

  test.each(['update', 'delete', 'truncate', 'update (type)'])(
    'is refused when it may %s in the journal',
    (privilege) =>
      withRole(
        (name) => `grant ${privilege} on event to ${name}`,
        (pool) => expect(assertSafeRole(pool)).rejects.toThrow('may change or delete rows of event'),
      ),
  )
})

describe('what is still to be migrated', () => {
  test('is told by the application role, for the readiness page', async () => {
    const versions = readMigrations().map((m) => m.version)
    expect(await findMissingMigrations(db.app.pool, versions)).toEqual([])
    expect(await findMissingMigrations(db.app.pool, [...versions, '9999-later'])).toEqual(['9999-later'])
  })
})
