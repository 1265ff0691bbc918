/** The one command, run as people run it: up, stopped, killed and up again; and what it says where it cannot. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const dataDir = mkdtempSync(join(tmpdir(), 'hverdag-serve-test-'))
let taken: Server
let takenPort = 0

beforeAll(async () => {
  taken = createServer()
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  const address = taken.address()
  takenPort = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  taken.close()
  rmSync(dataDir, { recursive: true, force: true })
})

type Started = {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<number | null>
}

function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, ['bin/hverdag.js', ...words], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', HVERDAG_DATA: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, out: () => out, err: () => err, ended }
}

async function until(holds: () => boolean, { child, err }: Started): Promise<void> {
  while (!holds()) {
    if (child.exitCode !== null) throw new Error(`it ended before its time: ${err()}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}

/** Processes that stand in the data folder: the embedded PostgreSQL and its children. */
const leftOver = (): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(dataDir)
      } catch {
        return false
      }
    })

test('it fills the demonstration, stops in order at any time, and goes on with the same data', {
  timeout: 240_000,
}, async () => {
  const demo = ['demo', '--small', '--json']
  const first = start(demo)
  await until(() => / % of what/.test(first.err()), first)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(first.out()).toBe('')
  expect(leftOver()).toEqual([])

  const second = start(demo)
  await until(() => second.out().includes('"ready": true'), second)
  expect(second.err()).toContain('Going on with the demonstration that was broken off.')
  const told = JSON.parse(second.out())
  expect(told.demonstration.municipalities.map((m: { name: string }) => m.name)).toEqual([
    'Vejen Kommune',
    'Lillerup Kommune',
  ])
  const page = await fetch(`http://127.0.0.1:${told.port}/log-ind`)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Vejen Kommune')])
  expect(await (await fetch(`http://127.0.0.1:${told.port}/readyz`)).text()).toBe('ready')
  const log = await fetch(`http://127.0.0.1:${told.port}/log-ind/medarbejder`, { redirect: 'manual' })
  const choice = await fetch(log.headers.get('location') ?? '', { redirect: 'manual' })
  expect(choice.headers.get('location')).toContain('/vaelg/')
  const beside = start(['serve'])
  expect(await beside.ended).toBe(1)
  expect(beside.err()).toContain(`is in use by process ${second.child.pid}`)
  second.child.kill('SIGKILL')
  await second.ended

  const third = start(demo)
  await until(() => third.out().includes('"ready": true'), third)
  expect(third.err()).toContain('The demonstration is there already')
  third.child.kill('SIGINT')
  expect(await third.ended).toBe(0)
  expect(leftOver()).toEqual([])

  const again = start(['seed', '--small'])
  expect(await again.ended).toBe(1)
  expect(again.err()).toContain('holds a demonstration already')
})

const own = 'postgresql://hverdag:wrong@127.0.0.1:9/hverdag'
const ownDatabase = { DATABASE_URL: own, DATABASE_ADMIN_URL: own, DATABASE_WORKER_URL: own }

describe('what it cannot do is one sentence and no success', () => {
  test.each<
    [string, readonly string[], Readonly<Record<string, string>> | (() => Record<string, string>), RegExp]
  >([
    [
      'a port that is taken',
      ['serve'],
      () => ({ PORT: String(takenPort) }),
      /^Port \d+ is taken: .*set PORT to another\.\n$/,
    ],
    ['a port that is none', ['serve'], { PORT: 'http' }, /^PORT is wrong: .*\.\n$/],
    [
      'half of a database',
      ['serve'],
      { DATABASE_URL: own },
      /^DATABASE_URL is set, and DATABASE_ADMIN_URL, DATABASE_WORKER_URL must be set with it\.\n$/,
    ],
    [
      'no address of a database',
      ['serve'],
      { ...ownDatabase, DATABASE_URL: 'mysql://x' },
      /^DATABASE_URL is wrong: .*\n$/,
    ],
    ['a database that does not answer', ['demo'], ownDatabase, /^The database does not answer: .*\n$/],
    [
      'half of a log-in',
      ['serve'],
      { OIDC_CITIZEN_ISSUER: 'https://issuer.example' },
      /^OIDC_CITIZEN_ISSUER is set, and .* must be set with it\.\n$/,
    ],
    ['a database of one’s own and nobody who logs in', ['serve'], ownDatabase, /^Nobody can log in: .*\n$/],
    ['a seed beside real people', ['seed'], ownDatabase, /^This is not set up as a demonstration, .*\n$/],
    [
      'a demonstration that is none',
      ['demo'],
      { DEMO: '0' },
      /^DEMO=0 says that this is no demonstration: .*\n$/,
    ],
    [
      'a standard that is not there',
      ['serve'],
      { HVERDAG_STANDARDS: 'nowhere-104', HVERDAG_DATA: join(dataDir, 'x') },
      /nowhere-104/,
    ],
  ])('%s', async (_, words, environment, sentence) => {
    const { ended, err, out } = start(words, typeof environment === 'function' ? environment() : environment)
    expect(await ended).toBe(1)
    expect(err()).toMatch(sentence)
    expect(err()).not.toContain('fault in Hverdag')
    expect(out()).toBe('')
  })

  test('a day that is none, and an option that there is none of, are wrong use', async () => {
    for (const words of [
      ['seed', '--anchor', '2026-13-01'],
      ['serve', '--fast'],
    ]) {
      const { ended, err } = start(words)
      expect(await ended).toBe(2)
      expect(err().trim().split('\n')).toHaveLength(1)
    }
  })
})
