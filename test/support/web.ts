/** The whole web application on a test's own database and a port of its own, and log-ins without a trip to an issuer. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { House } from '../../src/casework/house.ts'
import { type Configuration, readConfiguration } from '../../src/configuration.ts'
import type { PersonId, UserId } from '../../src/domain/identity.ts'
import { type Identity, openIdentity } from '../../src/exchange/identity/identity.ts'
import { renderPdf } from '../../src/letters/pdf/render-pdf.ts'
import { startServer } from '../../src/server.ts'
import { loadMunicipality } from '../../src/standards/load.ts'
import { write } from '../../src/store/connection.ts'
import { openSession } from '../../src/store/sessions.ts'
import { deviceCookie, tokenOf } from '../../src/web/platform/device.ts'
import { type FreshDatabase, freshDatabase } from './postgres.ts'
import { asSystem, vejen } from './scopes.ts'
import { testSealing } from './sealing.ts'

type Options = {
  /** Added to an environment that is otherwise empty: the demonstration, silent, on a free port. */
  readonly environment?: Readonly<Record<string, string>>
  /** Who logs people in; left out, nobody does, and tests use `logIn`. */
  readonly identity?: Identity
  readonly now?: () => Date
}

export type Who =
  | { readonly userId: UserId }
  | { readonly personId: PersonId; readonly actingFor?: PersonId | undefined }
  /** The secret of a paired one. */
  | { readonly tablet: string }

export type TestWeb = {
  readonly origin: string
  readonly database: FreshDatabase
  readonly house: House
  readonly configuration: Configuration
  /** A session in Vejen for somebody who is in the database: the cookie to send, and the token for forms. */
  readonly logIn: (who: Who) => Promise<{ readonly cookies: Record<string, string>; readonly csrf: string }>
  /** Call it in `afterAll`. */
  readonly stop: () => Promise<void>
}

const nobody = { issuer: 'http://127.0.0.1:9', clientId: 'none', clientSecret: 'none' }

/** Use in `beforeAll`. `http://127.0.0.1:…` is Vejen's, `http://lillerup.localhost:…` the neighbour's. */
export async function startTestWeb(options: Options = {}): Promise<TestWeb> {
  const configuration = readConfiguration({ PORT: '0', HVERDAG_LOG: 'silent', ...options.environment })
  const database = await freshDatabase()
  const municipalities = configuration.standards.map((id) => loadMunicipality(id))
  const house: House = {
    db: database.app,
    municipalities: new Map(municipalities.map((m) => [m.code, m])),
    renderPdf,
    sealing: testSealing(),
    now: options.now ?? (() => new Date()),
    newId: () => randomUUID(),
  }
  const identity = options.identity ?? openIdentity({ citizen: nobody, staff: nobody })
  const server = await startServer({ house, identity, configuration, log: () => {} })
  return {
    origin: `http://127.0.0.1:${server.port}`,
    database,
    house,
    configuration,
    logIn: async (who) => {
      if ('tablet' in who)
        return { cookies: { [deviceCookie(configuration)]: who.tablet }, csrf: tokenOf(who.tablet) }
      const value = randomBytes(32).toString('base64url')
      const csrf = randomBytes(32).toString('base64url')
      const createdAt = house.now()
      const staff = 'userId' in who
      await write(database.app, asSystem(vejen), (tx) =>
        openSession(tx, {
          value,
          issuer: staff ? 'staff' : 'citizen',
          subject: 'test',
          personId: staff ? null : who.personId,
          userId: staff ? who.userId : null,
          actingFor: staff ? null : (who.actingFor ?? null),
          csrf,
          createdAt,
          expiresAt: new Date(createdAt.getTime() + 3_600_000),
          data: {},
        }),
      )
      return { cookies: { hverdag: value }, csrf }
    },
    stop: async () => {
      await server.stop()
      await database.drop()
    },
  }
}
