/** Brings the product up in order, keeps it up until it is told to stop, and takes it down in the opposite order. */
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import type { Configuration } from '../configuration.ts'
import { peopleToBe } from '../demo/log-in.ts'
import { findClocks } from '../demo/seed.ts'
import { copenhagenDay } from '../domain/time/calendar-day.ts'
import { openIdentity } from '../exchange/identity/identity.ts'
import type { TestProvider } from '../exchange/identity/test-provider.ts'
import { stopRenderer } from '../letters/pdf/render-pdf.ts'
import { logFile, openLog } from '../log.ts'
import {
  type DatabaseAddresses,
  migrateDatabase,
  openProduct,
  startDatabase,
  startProductWorker,
} from '../product.ts'
import { startServer } from '../server.ts'
import type { DemoClock } from '../store/demo-clock.ts'
import { fill } from './fill.ts'
import { StartError } from './start-error.ts'

export type Ready = {
  readonly port: number
  /** The demonstration's day; absent outside it. */
  readonly clock: DemoClock | undefined
}

export type Running = {
  readonly size: 'full' | 'small'
  readonly progress: (line: string) => void
  readonly ready: (ready: Ready) => void
}

/** Gives the exit code once it has stopped in order: 0, also when it was told to stop before it was ready. */
export async function run(configuration: Configuration, running: Running): Promise<number> {
  const stopped = new AbortController()
  const stop = (): void => stopped.abort(new Error('told to stop'))
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  const stops: (() => Promise<unknown>)[] = []
  try {
    const ready = await bringUp(configuration, running, stops, stopped.signal)
    running.ready(ready)
    await new Promise<void>((done) => {
      if (stopped.signal.aborted) done()
      stopped.signal.addEventListener('abort', () => done())
    })
  } catch (error) {
    // Whatever fails because of the stop is the stop's.
    if (!stopped.signal.aborted) throw error
  } finally {
    if (stopped.signal.aborted) running.progress('Stopping.')
    for (const stopOne of stops.reverse()) await stopOne()
    process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop)
  }
  running.progress('Stopped.')
  return 0
}

async function bringUp(
  given: Configuration,
  { progress, size }: Running,
  stops: (() => Promise<unknown>)[],
  signal: AbortSignal,
): Promise<Ready> {
  const configuration = { ...given, port: await freePort(given) }
  if (configuration.database === undefined) progress('Starting the database.')
  const database = await startDatabase(configuration, progress)
  stops.push(database.stop)
  signal.throwIfAborted()
  const applied = await migrateDatabase(database)
  if (applied.length > 0) progress(`The database has its shape (${applied.length} migrations).`)
  if (configuration.demonstration) await goOn(configuration, database, { size, progress, signal })
  signal.throwIfAborted()

  const product = await openProduct(configuration, database)
  stops.push(product.close)
  const own = configuration.database === undefined
  const log = openLog(configuration, own ? logFile(resolve(configuration.dataDir, 'hverdag.log')) : undefined)
  const houses = { app: product.house, worker: { ...product.house, db: product.workerDb } }
  const [clock] = configuration.demonstration ? await findClocks(houses) : []
  const settings = configuration.identity ?? (await testLogIn(configuration, clock, size, stops))
  const worker = await startProductWorker(product, database, log.work)
  stops.push(stopRenderer, worker.stop)
  const identity = openIdentity(settings)
  const server = await startServer({ house: product.house, identity, configuration, log: log.web })
  stops.push(server.stop)
  return { port: server.port, clock }
}

/** Fills the demonstration where there is none yet; one that is there is gone on with. */
async function goOn(
  configuration: Configuration,
  database: DatabaseAddresses,
  filling: Pick<Running, 'size' | 'progress'> & { readonly signal: AbortSignal },
): Promise<void> {
  const anchor = copenhagenDay(new Date())
  const filled = await fill(configuration, database, { ...filling, anchor, whole: 'leave' })
  if (filled === undefined) filling.progress('The demonstration is there already and goes on.')
}

/** The test log-in, which returns to the addresses that the demonstration answers to. */
async function testLogIn(
  { hosts, port, https }: Configuration,
  clock: DemoClock | undefined,
  size: 'full' | 'small',
  stops: (() => Promise<unknown>)[],
) {
  const anchor = clock?.anchor ?? copenhagenDay(new Date())
  const back = (who: string): string[] =>
    [...hosts.keys()].flatMap((host) =>
      https
        ? [`https://${host}/log-ind/svar/${who}`, `https://${host}:${port}/log-ind/svar/${who}`]
        : [`http://${host}:${port}/log-ind/svar/${who}`],
    )
  const provider = await startQuietly({
    listPeople: peopleToBe({ anchor, size }),
    callbacks: { citizen: back('borger'), staff: back('medarbejder') },
  })
  stops.push(provider.stop)
  return provider.settings
}

/** The provider's library says at its loading that it would like a later Node; nobody in front of a terminal can use that. */
async function startQuietly(
  options: Parameters<typeof import('../exchange/identity/test-provider.ts')['startTestProvider']>[0],
): Promise<TestProvider> {
  const { warn } = console
  console.warn = () => {}
  const { startTestProvider } = await import('../exchange/identity/test-provider.ts').finally(() => {
    console.warn = warn
  })
  return startTestProvider(options)
}

/** The port, found free: before anything is started for nothing. Throws one sentence where it is taken. */
function freePort({ bind, port }: Configuration): Promise<number> {
  return new Promise((found, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new StartError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken: end what uses it, or set PORT to another.`
            : `Hverdag cannot listen on ${bind}:${port} (${error.code}): set BIND and PORT to an address of this machine.`,
        ),
      ),
    )
    probe.listen(port, bind, () => {
      const address = probe.address()
      probe.close(() => found(address !== null && typeof address === 'object' ? address.port : port))
    })
  })
}
