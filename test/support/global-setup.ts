/**
 * One PostgreSQL a test run, started when the first test asks for it: runs without a database test pay nothing.
 * HVERDAG_TEST_DATABASE_ADMIN_URL puts the tests on a server of one's own, by an owner who may create databases.
 */
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Embedded, startEmbedded } from '../../src/store/embedded/start.ts'
import { dropTemplate, makeTemplate } from './postgres-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked by HTTP for a server with a migrated template database. */
    databaseDoor: string
  }
}

type Cluster = { readonly adminUrl: string; readonly template: string; readonly end: () => Promise<void> }

async function openCluster(): Promise<Cluster> {
  const own = process.env.HVERDAG_TEST_DATABASE_ADMIN_URL
  const embedded: Embedded | undefined = own
    ? undefined
    : await startEmbedded({
        dataDir: mkdtempSync(join(tmpdir(), 'hverdag-test-')),
        temporary: true,
        log: () => {},
      })
  const adminUrl = own ?? embedded?.adminUrl ?? ''
  const template = await makeTemplate(adminUrl).catch(async (error: unknown) => {
    await embedded?.stop()
    throw error
  })
  const end = async () => {
    if (embedded) await embedded.stop()
    else await dropTemplate(adminUrl, template)
  }
  return { adminUrl, template, end }
}

export default async function setup(project: TestProject) {
  let cluster: Promise<Cluster> | undefined
  const door = createServer((_, response) => {
    cluster ??= openCluster()
    cluster.then(
      ({ adminUrl, template }) => response.end(JSON.stringify({ adminUrl, template })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  project.provide('databaseDoor', `http://127.0.0.1:${address.port}/`)

  return async () => {
    door.close()
    const opened = await cluster?.catch(() => undefined)
    await opened?.end()
  }
}
