/** Starts a PostgreSQL from npm-shipped programs on 127.0.0.1 and stops it again: what runs when nobody gave a DATABASE_URL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPackage, placeBinaries } from './binaries.ts'
import { clusterFolder, giveUpOwnership, stopOrphan, takeOwnership } from './orphan.ts'
import { findPlace, type Place, removePlace } from './place.ts'
import {
  type Account,
  accountForPostgres,
  EmbeddedPostgresError,
  refuseOtherMachines,
  thisMachine,
} from './platform.ts'

export type EmbeddedOptions = {
  /** A folder of the cluster's own. Its content survives; deleting it deletes the database. */
  readonly dataDir: string
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number
  /** For tests: the folder is removed at `stop`, and nothing is promised after a power cut. */
  readonly temporary?: boolean
  readonly log: (line: string) => void
}

export type Embedded = {
  /** The owner's address, password and all. */
  readonly adminUrl: string
  /** Ends sessions, writes everything down and waits until the server is gone. */
  readonly stop: () => Promise<void>
}

/** Throws `EmbeddedPostgresError`, one sentence, where this machine cannot. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  refuseOtherMachines(thisMachine())
  const account = accountForPostgres()
  const place = await findPlace(options.dataDir, account, options.log)
  takeOwnership(place.home)
  try {
    await stopOrphan(place.home, options.log)
    const programs = placeBinaries(findPackage(), account, place.copies)
    const password = await makeCluster(place, programs, account, options)
    const { server, port } = await startServer(place, programs, account, options)
    const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
    // A program that ends without stopping it in order leaves it to end by itself.
    const endWithMe = () => server.kill('SIGINT')
    process.once('exit', endWithMe)
    const stop = async () => {
      await stopServer(server, place, options.temporary ?? false)
      process.off('exit', endWithMe)
    }
    return { adminUrl, stop }
  } catch (error) {
    giveUpOwnership(place.home)
    if (options.temporary) removePlace(place)
    throw error
  }
}

/** Creates the cluster the first time, and gives the owner's password. */
async function makeCluster(
  { home }: Place,
  programs: string,
  account: Account | undefined,
  options: EmbeddedOptions,
): Promise<string> {
  const cluster = clusterFolder(home)
  const passwordFile = join(home, 'password')
  // The version file is the last that a finished initdb leaves in a readable state: without password, begin again.
  if (existsSync(passwordFile) && existsSync(join(cluster, 'PG_VERSION')))
    return readFileSync(passwordFile, 'utf8')

  options.log('Making a new PostgreSQL cluster.')
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster)
  chmodSync(cluster, 0o700)
  const password = randomBytes(24).toString('hex')
  const handedOver = join(home, 'password.initdb')
  writeFileSync(handedOver, password, { mode: 0o600 })
  if (account) for (const path of [cluster, handedOver]) chownSync(path, account.uid, account.gid)
  const { code, output } = await run(
    join(programs, 'initdb'),
    // Text is sorted by an explicit collation where people read it; bytes elsewhere.
    [
      '-D',
      cluster,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      `--pwfile=${handedOver}`,
      ...(options.temporary ? ['--no-sync'] : []),
    ],
    account,
  ).finally(() => rmSync(handedOver, { force: true }))
  if (code !== 0)
    throw new EmbeddedPostgresError(
      `PostgreSQL could not make its data folder ${cluster} (${lastLine(output)}): mend that, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  writeFileSync(passwordFile, password, { mode: 0o600 })
  return password
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

function run(program: string, words: readonly string[], account: Account | undefined) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(program, words, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...account })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

async function startServer(
  place: Place,
  programs: string,
  account: Account | undefined,
  options: EmbeddedOptions,
): Promise<{ server: ChildProcess; port: number }> {
  const attempts = options.port === undefined ? 5 : 1
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const server = launch(place.home, programs, account, port, options.temporary ?? false)
    const failure = await untilReady(server, place.home)
    if (failure === undefined) return { server, port }
    // Between finding a free port and taking it somebody else may have.
    if (attempt >= attempts || !failure.includes('could not bind')) {
      throw new EmbeddedPostgresError(`PostgreSQL did not start on port ${port}: ${failure}`)
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const logFile = (home: string) => join(home, 'postgres.log')

function launch(
  home: string,
  programs: string,
  account: Account | undefined,
  port: number,
  temporary: boolean,
): ChildProcess {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    ...(temporary ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const log = openSync(logFile(home), 'w', 0o600)
  // A session of its own: Ctrl-C in the terminal reaches the program alone, which then stops the server in order.
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', clusterFolder(home), ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    { cwd: '/', stdio: ['ignore', log, log], detached: true, ...account },
  )
  closeSync(log)
  server.unref()
  return server
}

/** Undefined once it takes connections; otherwise why it did not. */
async function untilReady(server: ChildProcess, home: string): Promise<string | undefined> {
  let failed: string | undefined
  server.once('error', (error) => (failed = error.message))
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    if (failed !== undefined) return failed
    if (server.exitCode !== null || server.signalCode !== null) {
      const lines = readFileSync(logFile(home), 'utf8').trim().split('\n')
      return (
        lines.filter((line) => /FATAL|ERROR|LOG:\s+could not/.test(line)).join(' ') ||
        lastLine(lines.join('\n'))
      )
    }
    if (readStatus(home, server.pid)) return undefined
    await sleep(10)
  }
  server.kill('SIGQUIT')
  return 'it was not ready within a minute'
}

/** The eighth line of PostgreSQL's own note says when it is ready. */
function readStatus(home: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(clusterFolder(home), 'postmaster.pid'), 'utf8').split('\n')
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

async function stopServer(server: ChildProcess, place: Place, temporary: boolean): Promise<void> {
  const gone = () => server.exitCode !== null || server.signalCode !== null
  const within = async (milliseconds: number) => {
    const end = Date.now() + milliseconds
    while (!gone() && Date.now() < end) await sleep(10)
    return gone()
  }
  if (!gone()) {
    server.kill(temporary ? 'SIGQUIT' : 'SIGINT')
    if (!(await within(30_000))) {
      server.kill('SIGQUIT')
      await within(10_000)
    }
  }
  giveUpOwnership(place.home)
  if (temporary) removePlace(place)
}
