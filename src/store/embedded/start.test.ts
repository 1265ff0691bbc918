import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate, readMigrations } from '../migrate.ts'
import { findPackage, placeBinaries } from './binaries.ts'
import { findRunning } from './find-running.ts'
import { accountForPostgres, refuseOtherMachines } from './platform.ts'
import { findProcess } from './processes.ts'
import { roleUrls } from './role-urls.ts'
import { startEmbedded } from './start.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'hverdag-embedded-test-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

const isRoot = process.getuid?.() === 0
const quiet = () => {}

async function ask<T>(url: string, question: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', quiet)
  await client.connect()
  try {
    return (await client.query(question)).rows as T[]
  } finally {
    await client.end()
  }
}

const postmasterOf = (home: string) =>
  Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('the PostgreSQL from npm', () => {
  test('keeps its data from one start to the next, sorts in Danish and listens on the loopback only', async () => {
    const dataDir = folder()
    const first = await startEmbedded({ dataDir, log: quiet })
    await ask(first.adminUrl, "create table t as values ('ål'), ('zebra'), ('æble'), ('øre'), ('abe')")
    await first.stop()
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false)
    expect(findRunning(dataDir)).toBeUndefined()

    const second = await startEmbedded({ dataDir, log: quiet })
    try {
      const words = await ask<{ w: string }>(
        second.adminUrl,
        'select column1 as w from t order by column1 collate "da-x-icu"',
      )
      expect(words.map((row) => row.w)).toEqual(['abe', 'zebra', 'æble', 'øre', 'ål'])
      // Whoever asks beside it finds the same server.
      expect(findRunning(dataDir)).toEqual({ adminUrl: second.adminUrl })
      const [settings] = await ask(
        second.adminUrl,
        "select current_setting('listen_addresses') a, current_setting('fsync') f, current_setting('server_encoding') e",
      )
      expect(settings).toEqual({ a: '127.0.0.1', f: 'on', e: 'UTF8' })
    } finally {
      await second.stop()
    }
  })

  test('is migrated and logged in to with passwords that nobody has to keep', async () => {
    const dataDir = folder()
    for (const applied of [readMigrations().length, 0]) {
      const server = await startEmbedded({ dataDir, log: quiet })
      const urls = roleUrls(server.adminUrl)
      expect(await migrate(server.adminUrl, urls)).toHaveLength(applied)
      for (const [role, url] of Object.entries(urls)) {
        expect(await ask(url, 'select current_user as me')).toEqual([{ me: `hverdag_${role}` }])
      }
      await server.stop()
    }
  })

  test('refuses a second start while the first runs, and stops what a killed one left behind', async () => {
    const dataDir = folder()
    const first = await startEmbedded({ dataDir, log: quiet })
    await ask(first.adminUrl, 'create table t as select 42 as answer')
    await expect(startEmbedded({ dataDir, log: quiet })).rejects.toThrow(`in use by process ${process.pid}`)

    const orphan = postmasterOf(dataDir)
    writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: process.pid, started: 'another time' }))
    const said: string[] = []
    const second = await startEmbedded({ dataDir, log: (line) => said.push(line) })
    try {
      expect(said).toEqual([expect.stringContaining(`process ${orphan}`)])
      expect(findProcess(orphan)).toBeUndefined()
      expect(await ask(second.adminUrl, 'select answer from t')).toEqual([{ answer: 42 }])
    } finally {
      await second.stop()
    }
  })

  test('takes no stranger for its orphan', async () => {
    const dataDir = folder()
    const first = await startEmbedded({ dataDir, log: quiet })
    await first.stop()
    // The number in a note left by a power cut now belongs to somebody else: this test itself.
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n`)
    const second = await startEmbedded({ dataDir, log: quiet })
    expect(await ask(second.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
  })

  test('begins again where a first start was broken off', async () => {
    const dataDir = folder()
    mkdirSync(join(dataDir, 'cluster'))
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '18')
    const server = await startEmbedded({ dataDir, temporary: true, log: quiet })
    expect(await ask(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(existsSync(dataDir)).toBe(false)
  })

  test('says which port is taken', async () => {
    const first = await startEmbedded({ dataDir: folder(), temporary: true, log: quiet })
    try {
      const port = Number(new URL(first.adminUrl).port)
      const dataDir = folder()
      await expect(startEmbedded({ dataDir, port, temporary: true, log: quiet })).rejects.toThrow(
        new RegExp(`did not start on port ${port}: .*could not bind`),
      )
    } finally {
      await first.stop()
    }
  })

  test.runIf(isRoot)(
    'root: a folder that the account cannot reach keeps its data elsewhere, and deleting it deletes them',
    async () => {
      const closed = folder()
      chmodSync(closed, 0o700)
      const dataDir = join(closed, 'data')
      const first = await startEmbedded({ dataDir, log: quiet })
      await ask(first.adminUrl, 'create table t as select 42 as answer')
      await first.stop()
      const home = readFileSync(join(dataDir, 'lies-in'), 'utf8')
      expect(existsSync(join(home, 'cluster', 'PG_VERSION'))).toBe(true)

      const second = await startEmbedded({ dataDir, log: quiet })
      expect(await ask(second.adminUrl, 'select answer from t')).toEqual([{ answer: 42 }])
      await second.stop()

      rmSync(dataDir, { recursive: true })
      const third = await startEmbedded({ dataDir, temporary: true, log: quiet })
      expect(existsSync(home)).toBe(false)
      expect(await ask(third.adminUrl, "select to_regclass('t') as t")).toEqual([{ t: null }])
      const newHome = readFileSync(join(dataDir, 'lies-in'), 'utf8')
      await third.stop()
      expect(existsSync(newHome)).toBe(false)
    },
  )
})

describe('the programs', () => {
  /** The package as `npm ci --ignore-scripts` leaves it: without the library links. */
  const withoutLinks = () => {
    const made = folder()
    cpSync(findPackage(), made, { recursive: true, verbatimSymlinks: true })
    const links = JSON.parse(readFileSync(join(made, 'native/pg-symlinks.json'), 'utf8')) as {
      target: string
    }[]
    for (const { target } of links) rmSync(join(made, target), { force: true })
    return made
  }

  test('run where they lie, also when no install script made their links', () => {
    const made = withoutLinks()
    chmodSync(made, 0o755)
    expect(placeBinaries(made, accountForPostgres(), folder())).toBe(join(made, 'native/bin'))
  })

  test.runIf(isRoot)('root: run from one copy where the account cannot reach the package', () => {
    const made = withoutLinks()
    chmodSync(made, 0o700)
    const copies = folder()
    const programs = placeBinaries(made, accountForPostgres(), copies)
    expect(dirname(dirname(dirname(programs)))).toBe(copies)
    expect(placeBinaries(made, accountForPostgres(), copies)).toBe(programs)
  })
})

describe('where it cannot run', () => {
  const linux = { platform: 'linux', arch: 'x64', glibc: '2.36' }

  test.each([
    { ...linux, platform: 'darwin' },
    { ...linux, arch: 'arm64' },
    { ...linux, glibc: undefined },
  ])('$platform $arch glibc $glibc: one sentence that names DATABASE_URL', (machine) => {
    expect(() => refuseOtherMachines(machine)).toThrow(
      /^The PostgreSQL that comes with Hverdag .* DATABASE_URL and DATABASE_ADMIN_URL\.$/,
    )
  })

  test('Linux x64 with glibc is fine', () => {
    expect(() => refuseOtherMachines(linux)).not.toThrow()
  })

  test('an ordinary user runs it; root hands it over; without an account to hand it to, one sentence', () => {
    const passwd =
      'root:x:0:0::/root:/bin/sh\ndaemon:x:1:1::/:/bin/false\nnobody:x:65534:65534::/:/bin/false\n'
    expect(accountForPostgres(1000, () => passwd)).toBeUndefined()
    expect(accountForPostgres(0, () => passwd)).toEqual({ uid: 65534, gid: 65534 })
    expect(() => accountForPostgres(0, () => 'root:x:0:0::/root:/bin/sh\n')).toThrow(
      /ordinary user.*DATABASE_URL/,
    )
  })
})
