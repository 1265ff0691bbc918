import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { closeDatabase, openDatabase } from './connection.ts'
import { migrate, readMigrations } from './migrate.ts'
import { assertSafeRole, findMissingMigrations } from './roles.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const address = (name: string, password: string, database?: string) => {
  const url = new URL(db.urls.admin)
  url.username = name
  url.password = password
  if (database) url.pathname = `/${database}`
  return url.href
}

/** An empty database, and an owner of it who is no superuser. */
async function withEmptyDatabase(
  privileges: string,
  use: (adminUrl: string, name: string) => Promise<void>,
): Promise<void> {
  const name = `hverdag_test_${randomUUID().replaceAll('-', '')}`
  const owner = `${name}_owner`
  const { pool } = db.admin
  await pool.query(`create role ${owner} login ${privileges} password 'o'`)
  await pool.query(`create database ${name} owner ${owner} template template0 encoding 'UTF8'`)
  try {
    await use(address(owner, 'o', name), name)
  } finally {
    await pool.query(`drop database ${name} with (force)`)
    await pool.query(`drop owned by ${owner} cascade`)
    await pool.query(`drop role ${owner}`)
  }
}

describe('migrating', () => {
  test('over again changes nothing; a new file is applied, a changed one refused', async () => {
    const known = readMigrations()
    expect(known.map((m) => m.version)).toContain('0003-journal')
    expect(await migrate(db.urls.admin)).toEqual([])
    const more = { version: '9000-more', sql: 'create table more (municipality text)', checksum: 'a' }
    const both = await Promise.all([
      migrate(db.urls.admin, {}, [...known, more]),
      migrate(db.urls.admin, {}, [...known, more]),
    ])
    expect(both.flat()).toEqual(['9000-more'])
    await expect(migrate(db.urls.admin, {}, [{ ...more, checksum: 'b' }])).rejects.toThrow(
      'Migration 9000-more was changed after it was applied',
    )
  })

  test('that fails half-way leaves nothing of the failed file', async () => {
    const broken = { version: '9001-broken', sql: 'create table half (); select 1 / 0', checksum: 'a' }
    await expect(migrate(db.urls.admin, {}, [broken])).rejects.toThrow(
      'Migration 9001-broken failed: division by zero',
    )
    const { rows } = await db.admin.pool.query("select to_regclass('half') as half")
    expect(rows).toEqual([{ half: null }])
    expect(await findMissingMigrations(db.app.pool, ['9001-broken'])).toEqual(['9001-broken'])
  })

  test('by an owner who is no superuser, for log-ins of the municipality’s own', () =>
    withEmptyDatabase('createrole', async (adminUrl, name) => {
      // As an administrator of a shared server would have prepared it, for the roles are there already.
      const owner = new URL(adminUrl).username
      for (const role of ['app', 'worker', 'eraser']) {
        await db.admin.pool.query(`grant hverdag_${role} to ${owner} with admin option`)
      }
      const own = `${name}_app`
      const applied = await migrate(adminUrl, { app: address(own, 'p ä:@', name) })
      expect(applied).toEqual(readMigrations().map((m) => m.version))
      const app = openDatabase({ url: address(own, 'p ä:@', name) })
      try {
        await assertSafeRole(app.pool)
        await expect(app.pool.query('delete from event')).rejects.toThrow(/permission denied/)
      } finally {
        await closeDatabase(app)
        const inside = new pg.Client({
          connectionString: address('postgres', new URL(db.urls.admin).password, name),
        })
        await inside.connect()
        await inside.query(`drop owned by ${own}`)
        await inside.end()
        await db.admin.pool.query(`drop role ${own}`)
      }
    }))

  test('by an owner who may not make a role: one sentence, with the statement and without the password', () =>
    withEmptyDatabase('', async (adminUrl, name) => {
      const attempt = migrate(adminUrl, { app: address(`${name}_app`, 'secret', name) })
      await expect(attempt).rejects.toThrow(
        `The owner of the database may not set up its roles: have an administrator run «create role "${name}_app" login password '…';».`,
      )
    }))

  test('before it nothing is there, and the readiness page says so', () =>
    withEmptyDatabase('', async (adminUrl) => {
      const empty = openDatabase({ url: adminUrl })
      expect(await findMissingMigrations(empty.pool, ['0001-scope'])).toEqual(['0001-scope'])
      await closeDatabase(empty)
    }))
})
