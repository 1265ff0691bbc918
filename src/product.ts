/** The product put together from its configuration: databases, standards, neighbours, worker. Both doors use it. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lookForAbsencePatterns } from './casework/absence-pattern.ts'
import { eraseDueCases } from './casework/erase-cases.ts'
import type { House } from './casework/house.ts'
import { sealingOf } from './casework/sealing.ts'
import { type Configuration, ConfigurationError } from './configuration.ts'
import type { MunicipalityCode } from './domain/identity.ts'
import type { DigitalPost, PrintingCentre } from './exchange/digital-post/port.ts'
import { presentOn } from './exchange/digital-post/simulated-present.ts'
import { simulatedDigitalPost, simulatedPrintingCentre } from './exchange/digital-post/simulator.ts'
import type { EmailNudge } from './exchange/email-nudge/port.ts'
import { simulatedEmailNudge } from './exchange/email-nudge/simulator.ts'
import { renderPdf } from './letters/pdf/render-pdf.ts'
import { loadMunicipality } from './standards/load.ts'
import type { Municipality } from './standards/municipality.ts'
import { signHeads } from './store/chain-heads.ts'
import { closeDatabase, type Database, openDatabase, read, write } from './store/connection.ts'
import { findDemoClock } from './store/demo-clock.ts'
import { deleteExpiredDrafts } from './store/drafts.ts'
import { findRunning } from './store/embedded/find-running.ts'
import { roleUrls } from './store/embedded/role-urls.ts'
import { startEmbedded } from './store/embedded/start.ts'
import { MigrationError, migrate, readMigrations } from './store/migrate.ts'
import { assertSafeRole, findMissingMigrations } from './store/roles.ts'
import { deleteExpiredSessions } from './store/sessions.ts'
import { caseworkDesk } from './work/casework-desk.ts'
import { nudgeRoom } from './work/nudge.ts'
import { type RunningWorker, startWorker, type WorkLog } from './work/start-worker.ts'

export type DatabaseAddresses = {
  readonly app: string
  readonly admin: string
  readonly worker: string
  /** Absent: nothing is erased. */
  readonly eraser?: string | undefined
}

export type RunningDatabase = DatabaseAddresses & { readonly stop: () => Promise<void> }

/** The municipality's own database, or the embedded one started. */
export async function startDatabase(
  configuration: Configuration,
  log: (line: string) => void,
): Promise<RunningDatabase> {
  if (configuration.database) return { ...configuration.database, stop: async () => {} }
  mkdirSync(resolve(configuration.dataDir), { recursive: true })
  const { adminUrl, stop } = await startEmbedded({ dataDir: clusterOf(configuration), log })
  return { ...addressesOf(adminUrl), stop }
}

/**
 * As `startDatabase`, for a command beside the running product: joins its embedded database instead of starting another.
 * Throws a `ConfigurationError` where there is none to look into.
 */
export async function joinDatabase(
  configuration: Configuration,
  log: (line: string) => void,
): Promise<RunningDatabase> {
  const folder = clusterOf(configuration)
  const running = configuration.database ? undefined : findRunning(folder)
  if (running) return { ...addressesOf(running.adminUrl), stop: async () => {} }
  if (configuration.database === undefined && !existsSync(folder))
    throw new ConfigurationError(
      `There is no database in ${folder}: start Hverdag once, or set DATABASE_URL, DATABASE_ADMIN_URL and DATABASE_WORKER_URL.`,
    )
  return startDatabase(configuration, log)
}

const clusterOf = ({ dataDir }: Configuration): string => resolve(dataDir, 'postgres')

function addressesOf(adminUrl: string): DatabaseAddresses {
  return { admin: adminUrl, ...roleUrls(adminUrl) }
}

/** Brings the database to this version's shape, with the roles it needs. */
export const migrateDatabase = (addresses: DatabaseAddresses): Promise<readonly string[]> =>
  migrate(addresses.admin, { app: addresses.app, worker: addresses.worker, eraser: addresses.eraser })

export type Product = {
  readonly house: House
  readonly workerDb: Database
  /** Absent: nothing is erased. */
  readonly eraserDb: Database | undefined
  readonly municipalities: readonly Municipality[]
  readonly headsKey: KeyObject
  readonly close: () => Promise<void>
}

/** Opens the product on a migrated database. Refuses roles that could get round its protections. */
export async function openProduct(
  configuration: Configuration,
  addresses: DatabaseAddresses,
): Promise<Product> {
  const municipalities = configuration.standards.map((id) => loadMunicipality(id))
  const codes = new Set(municipalities.map((m) => m.code))
  for (const [host, code] of configuration.hosts)
    if (!codes.has(code))
      throw new ConfigurationError(
        `HVERDAG_HOSTS sends ${host} to ${code}, which no standard in HVERDAG_STANDARDS is for.`,
      )
  const db = openDatabase({ url: addresses.app, max: 10, applicationName: 'hverdag' })
  const workerDb = openDatabase({ url: addresses.worker, max: 4, applicationName: 'hverdag-worker' })
  const eraserDb =
    addresses.eraser === undefined
      ? undefined
      : openDatabase({ url: addresses.eraser, max: 1, applicationName: 'hverdag-eraser' })
  const closeAll = () =>
    Promise.all([db, workerDb, ...(eraserDb ? [eraserDb] : [])].map((each) => closeDatabase(each)))
  try {
    const missing = await findMissingMigrations(
      db.pool,
      readMigrations().map((m) => m.version),
    )
    if (missing.length > 0)
      throw new MigrationError(
        'The database has not the shape this version needs: run "hverdag migrate" first.',
      )
    await assertSafeRole(db.pool)
    await assertSafeRole(workerDb.pool)
  } catch (error) {
    await closeAll()
    throw error
  }
  const house: House = {
    db,
    municipalities: new Map(municipalities.map((m) => [m.code, m])),
    renderPdf,
    sealing: sealingOf(configuration.tabletSecrets ?? [ownTabletSecret(configuration)]),
    now: () => new Date(),
    newId: () => randomUUID(),
  }
  return {
    house,
    workerDb,
    eraserDb,
    municipalities,
    headsKey: configuration.headsKey ?? ownKey(configuration),
    close: async () => {
      await closeAll()
    },
  }
}

/** A key made at the first start and kept beside the data, for whoever has set none. */
function ownKey({ dataDir }: Configuration): KeyObject {
  const file = join(resolve(dataDir), 'heads-key.pem')
  if (existsSync(file)) return createPrivateKey(readFileSync(file, 'utf8'))
  const { privateKey } = generateKeyPairSync('ed25519')
  mkdirSync(resolve(dataDir), { recursive: true })
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return privateKey
}

/** As the key: what tablets seal to must be the same after a restart, or what they still hold could not be opened. */
function ownTabletSecret({ dataDir }: Configuration): Uint8Array {
  const file = join(resolve(dataDir), 'tablet-secret')
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  const secret = randomBytes(32)
  mkdirSync(resolve(dataDir), { recursive: true })
  writeFileSync(file, secret.toString('base64'), { mode: 0o600 })
  return secret
}

export type Neighbours = {
  readonly digitalPost: DigitalPost
  readonly printingCentre: PrintingCentre
  readonly emailNudge: EmailNudge
}

/** There is no real adapter yet (`docs/digital-post.md`, `docs/email-nudge.md`): the simulators stand in, also outside the demonstration. */
export function neighboursOf(db: Database): Neighbours {
  const now = async (municipality: MunicipalityCode): Promise<Date> => {
    const scope = { municipality, viewer: { kind: 'system' } } as const
    const clock = await read(db, scope, findDemoClock)
    const real = new Date()
    return clock ? presentOn(clock.today, real) : real
  }
  return {
    digitalPost: simulatedDigitalPost({ db, now }),
    printingCentre: simulatedPrintingCentre({ db, now }),
    emailNudge: simulatedEmailNudge({ db, now }),
  }
}

/** The queue's runner, with the chores that are not post. */
export function startProductWorker(
  { house, workerDb, eraserDb, municipalities, headsKey }: Product,
  addresses: DatabaseAddresses,
  log: WorkLog,
): Promise<RunningWorker> {
  // Everything the worker does, it does in the worker's role.
  const own: House = { ...house, db: workerDb }
  const desk = caseworkDesk(own)
  const neighbours = neighboursOf(workerDb)
  return startWorker({
    url: addresses.worker,
    desk,
    ...neighbours,
    nudges: nudgeRoom(own, neighbours.emailNudge),
    municipalities: municipalities.map((m) => m.code),
    log,
    chores: {
      expireDrafts: async (municipality) => {
        const scope = { municipality, viewer: { kind: 'system' } } as const
        await write(workerDb, scope, async (tx) => {
          await deleteExpiredDrafts(tx, house.now())
          await deleteExpiredSessions(tx, house.now())
        })
      },
      findRepeatedAbsence: async (municipality) =>
        lookForAbsencePatterns(own, { municipality, today: await desk.today(municipality) }),
      eraseDueCases: async (municipality) => {
        if (eraserDb === undefined) return 0
        const today = await desk.today(municipality)
        return (await eraseDueCases({ ...house, db: eraserDb }, { municipality, today })).length
      },
      signHeads: async (municipality) => {
        const scope = { municipality, viewer: { kind: 'system' } } as const
        const day = await desk.today(municipality)
        await write(workerDb, scope, (tx) => signHeads(tx, day, headsKey))
      },
    },
  })
}
