/** A database of its own for a test file: migrated, empty, dropped afterwards. */
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { closeDatabase, type Database, openDatabase } from '../../src/store/connection.ts'
import { asOwner, type DatabaseUrls, urlsOf } from './postgres-template.ts'

export type { DatabaseUrls } from './postgres-template.ts'

export type FreshDatabase = {
  readonly urls: DatabaseUrls
  /** Pools by role; `admin` is the owner, past row-level security, for what no role may do. */
  readonly app: Database
  readonly worker: Database
  readonly eraser: Database
  readonly admin: Database
  /** Closes the pools and drops the database: call it in `afterAll`. */
  readonly drop: () => Promise<void>
}

type Cluster = { readonly adminUrl: string; readonly template: string }

async function findCluster(): Promise<Cluster> {
  const answer = await fetch(inject('databaseDoor'))
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Cluster
}

/** Use in `beforeAll`. About 50 ms; the first one of a run starts PostgreSQL. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { adminUrl, template } = await findCluster()
  const name = `hverdag_test_${randomUUID().replaceAll('-', '')}`
  await asOwner(adminUrl, `create database ${name} template ${template}`)
  const urls = urlsOf(adminUrl, name)
  const pools = {
    app: openDatabase({ url: urls.app, max: 4 }),
    worker: openDatabase({ url: urls.worker, max: 4 }),
    eraser: openDatabase({ url: urls.eraser, max: 2 }),
    admin: openDatabase({ url: urls.admin, max: 2 }),
  }
  const drop = async () => {
    await Promise.all(Object.values(pools).map(closeDatabase))
    await asOwner(adminUrl, `drop database ${name} with (force)`)
  }
  return { urls, ...pools, drop }
}
