/** A country to measure in: a PostgreSQL of its own with cases in it, and somebody who is logged in there. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { MunicipalityCode, PersonId, UserId } from '../src/domain/identity.ts'
import { closeDatabase, type Database, openDatabase, write } from '../src/store/connection.ts'
import { roleUrls } from '../src/store/embedded/role-urls.ts'
import { startEmbedded } from '../src/store/embedded/start.ts'
import { migrate } from '../src/store/migrate.ts'
import { openSession } from '../src/store/sessions.ts'
import { runChild } from './child.ts'
import { hostOf, type Size, sizesFor } from './municipalities.ts'

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

export const system = (code: MunicipalityCode) =>
  ({ municipality: code, viewer: { kind: 'system' } }) as const

/** Fills the municipalities, two processes at it. */
async function fill(url: string, sizes: readonly Size[]): Promise<void> {
  // The large ones first and dealt out in turn, so that both processes end at about the same time.
  const dealt = [...sizes].sort((a, b) => b.cases - a.cases)
  const done = [0, 0]
  const timer = setInterval(() => say(`  ${done.reduce((sum, n) => sum + n)} cases`), 10_000)
  await Promise.all(
    done.map((_, half) => {
      const municipalities = dealt.filter((_size, i) => i % 2 === half)
      return runChild('fill', { BENCH_ORDER: JSON.stringify({ url, municipalities }) }, (message) => {
        done[half] = z.object({ done: z.int() }).parse(message).done
      })
    }),
  )
  clearInterval(timer)
}

/** Somebody logged in at a municipality: the headers of a request, and the token of a form. */
export async function logIn(
  db: Database,
  code: MunicipalityCode,
  who: { readonly userId: UserId } | { readonly personId: PersonId },
) {
  const value = randomBytes(32).toString('base64url')
  const csrf = randomBytes(32).toString('base64url')
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + 10 * 3_600_000)
  await write(db, system(code), (tx) =>
    openSession(tx, {
      ...{ value, subject: 'bench', personId: null, userId: null, actingFor: null, csrf },
      issuer: 'userId' in who ? 'staff' : 'citizen',
      ...who,
      ...{ createdAt, expiresAt, data: {} },
    }),
  )
  return { headers: { host: hostOf(code), cookie: `hverdag=${value}` }, csrf }
}

export type Country = {
  readonly url: string
  readonly db: Database
  /** Past every rule: what is measured is filled and counted with it. */
  readonly owner: Database
  readonly events: number
  readonly fillSeconds: number
  readonly stop: () => Promise<void>
}

/** A server with a country of that size in it. In a folder that was kept, what is there already is not filled again. */
export async function settle(all: number, ofSmall: number, folder: string, kept: boolean): Promise<Country> {
  const dataDir = join(folder, `country-${all}`)
  const postgres = await startEmbedded({ dataDir, temporary: !kept, log: () => {} })
  const { app, worker } = roleUrls(postgres.adminUrl)
  await migrate(postgres.adminUrl, { app, worker })
  const db = openDatabase({ url: app, max: 4, applicationName: 'bench-run' })
  const owner = openDatabase({ url: postgres.adminUrl, max: 1, applicationName: 'bench-owner' })
  const count = async (table: 'stream' | 'event'): Promise<number> =>
    (await owner.pool.query<{ n: number }>(`select count(*)::bigint as n from ${table}`)).rows[0]?.n ?? 0
  const started = performance.now()
  if ((await count('stream')) < all) {
    say(`Filling ${all} cases …`)
    await fill(app, sizesFor(all, ofSmall))
    await owner.pool.query('vacuum analyze')
  }
  const fillSeconds = Math.round((performance.now() - started) / 1000)
  const events = await count('event')
  const stop = async (): Promise<void> => {
    await closeDatabase(owner)
    await closeDatabase(db)
    await postgres.stop()
  }
  return { url: app, db, owner, events, fillSeconds, stop }
}
