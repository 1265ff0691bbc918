/** The migrated database that every test file gets a copy of. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { derivedPassword } from '../../src/store/embedded/role-urls.ts'
import { migrate } from '../../src/store/migrate.ts'
import { type DatabaseRole, databaseRoles, type RoleUrls } from '../../src/store/roles.ts'

export type DatabaseUrls = { readonly admin: string } & { readonly [R in DatabaseRole]: string }

export async function asOwner(adminUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The addresses of one database for each role. On a server of one's own the roles get a prefix of the tests' own. */
export function urlsOf(adminUrl: string, database: string): DatabaseUrls {
  const address = (name: string, password: string) => {
    const url = new URL(adminUrl)
    url.pathname = `/${database}`
    url.username = name
    url.password = password
    return url.href
  }
  const as = (role: DatabaseRole) =>
    address(`hverdag_test_${role}`, derivedPassword(adminUrl, databaseRoles[role]))
  const owner = new URL(adminUrl)
  owner.pathname = `/${database}`
  return { admin: owner.href, app: as('app'), worker: as('worker'), eraser: as('eraser') }
}

export async function makeTemplate(adminUrl: string): Promise<string> {
  const name = `hverdag_template_${randomUUID().replaceAll('-', '')}`
  await asOwner(adminUrl, `create database ${name} template template0 encoding 'UTF8'`)
  const urls = urlsOf(adminUrl, name)
  const roles: RoleUrls = { app: urls.app, worker: urls.worker, eraser: urls.eraser }
  await migrate(urls.admin, roles)
  return name
}

export const dropTemplate = (adminUrl: string, name: string): Promise<void> =>
  asOwner(adminUrl, `drop database ${name} with (force)`)
