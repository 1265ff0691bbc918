import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../test/support/postgres.ts'
import { readConfiguration } from './configuration.ts'
import { openIdentity } from './exchange/identity/identity.ts'
import { createWeb } from './server.ts'
import { type Database, openDatabase } from './store/connection.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const nobody = { issuer: 'http://127.0.0.1:9', clientId: 'none', clientSecret: 'none' }

function ask(path: string, database: Database = db.app): Promise<Response> {
  const { house } = openTestApp({ database: db, routes: [] })
  const web = createWeb({
    house: { ...house, db: database },
    identity: openIdentity({ citizen: nobody, staff: nobody }),
    configuration: readConfiguration({}),
    log: () => {},
  })
  // As a load balancer asks: by address, under no municipality's name, with no session.
  return Promise.resolve(web.request(`http://10.0.0.7${path}`))
}

const answer = async (path: string, database?: Database) => {
  const response = await ask(path, database)
  return [response.status, await response.text()]
}

test('healthz says that the process answers, whatever the database does', async () => {
  expect(await answer('/healthz')).toEqual([200, 'ok'])
  const gone = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/nowhere' })
  expect(await answer('/healthz', gone)).toEqual([200, 'ok'])
})

test('readyz says ready on a migrated database', async () => {
  expect(await answer('/readyz')).toEqual([200, 'ready'])
})

test('readyz is 503 when the database does not answer', async () => {
  const gone = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/nowhere' })
  expect(await answer('/readyz', gone)).toEqual([503, 'the database does not answer'])
})

test('readyz is 503 and names what is missing when the database is of an older version', async () => {
  const { rows } = await db.admin.pool.query(
    'select version from schema_migration order by version desc limit 1',
  )
  const [{ version }] = rows
  await db.admin.pool.query('update schema_migration set version = $1 where version = $2', [
    randomUUID(),
    version,
  ])
  expect(await answer('/readyz')).toEqual([503, `migrations missing: ${version}`])
})
