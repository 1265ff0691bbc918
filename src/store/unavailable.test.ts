import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asSystem } from '../../test/support/scopes.ts'
import { closeDatabase, openDatabase, read } from './connection.ts'
import { sql } from './sql.ts'
import { isUnavailable } from './unavailable.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  )

it('a server that is not there is unavailable', async () => {
  const gone = openDatabase({ url: 'postgresql://app@127.0.0.1:1/none' })
  expect(isUnavailable(await thrown(read(gone, asSystem(), (tx) => tx.rows(sql`select 1`))))).toBe(true)
  await closeDatabase(gone)
})

it('a connection ended in the middle is unavailable', async () => {
  const ended = thrown(
    read(db.app, asSystem(), async (tx) => {
      const [row] = await tx.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      const owner = new pg.Client({ connectionString: db.urls.admin })
      await owner.connect()
      await owner.query('select pg_terminate_backend($1)', [row?.pid])
      await owner.end()
      await tx.rows(sql`select 1`)
    }),
  )
  expect(isUnavailable(await ended)).toBe(true)
})

it('a wrong statement is a bug, and so is anything else', async () => {
  expect(isUnavailable(await thrown(read(db.app, asSystem(), (tx) => tx.rows(sql`select nothing`))))).toBe(
    false,
  )
  expect(isUnavailable(new Error('the path has no caseNumber'))).toBe(false)
  expect(isUnavailable(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
    false,
  )
})
