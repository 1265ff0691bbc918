/** The request pipeline with routes of a test's own, called in-process. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { House } from '../../src/casework/house.ts'
import { readConfiguration } from '../../src/configuration.ts'
import type { PersonId, UserId } from '../../src/domain/identity.ts'
import { type Identity, openIdentity } from '../../src/exchange/identity/identity.ts'
import { renderPdf } from '../../src/letters/pdf/render-pdf.ts'
import { loadMunicipality } from '../../src/standards/load.ts'
import { write } from '../../src/store/connection.ts'
import { openSession } from '../../src/store/sessions.ts'
import { createApp } from '../../src/web/platform/app.ts'
import { deviceCookie, tokenOf } from '../../src/web/platform/device.ts'
import type { Route } from '../../src/web/platform/route.ts'
import type { FreshDatabase } from './postgres.ts'
import { asSystem, vejen } from './scopes.ts'
import { testSealing } from './sealing.ts'

export type Who =
  | UserId
  | { readonly person: PersonId; readonly actingFor?: PersonId }
  /** The secret of a paired one. */
  | { readonly tablet: string }
export type LogLine = Readonly<Record<string, unknown>>

export type TestApp = {
  readonly app: Hono
  readonly house: House
  /** Everything logged so far, newest last. */
  readonly lines: readonly LogLine[]
  /** A session in Vejen: the cookie to send, and the token for forms. */
  readonly logIn: (who: Who) => Promise<{ readonly cookie: string; readonly csrf: string }>
  readonly get: (path: string, cookie?: string, headers?: Record<string, string>) => Promise<Response>
  /** As a browser posts a form of one of our pages. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    cookie?: string,
    headers?: Record<string, string>,
  ) => Promise<Response>
  /** As the script of one of our pages posts. */
  readonly postJson: (
    path: string,
    value: unknown,
    cookie?: string,
    headers?: Record<string, string>,
  ) => Promise<Response>
  /** As `post`, with fields that can come more than once. */
  readonly postForm: (path: string, fields: URLSearchParams, cookie?: string) => Promise<Response>
}

type Options = {
  readonly database: FreshDatabase
  readonly routes: readonly Route[]
  readonly environment?: Readonly<Record<string, string>>
  /** Who logs people in; left out, nobody does, and tests use `logIn`. */
  readonly identity?: Identity
  readonly now?: () => Date
}

const nobody = { issuer: 'http://127.0.0.1:9', clientId: 'none', clientSecret: 'none' }
const host = 'vejen.localhost'

export function openTestApp(options: Options): TestApp {
  const { database, routes, environment, now = () => new Date() } = options
  const configuration = readConfiguration({ ...environment })
  const house: House = {
    db: database.app,
    municipalities: new Map(
      configuration.standards.map((id) => loadMunicipality(id)).map((m) => [m.code, m]),
    ),
    renderPdf,
    sealing: testSealing(),
    now,
    newId: () => randomUUID(),
  }
  const lines: LogLine[] = []
  const identity = options.identity ?? openIdentity({ citizen: nobody, staff: nobody })
  const log = (line: LogLine, message: string): void => void lines.push({ ...line, message })
  const app = createApp({ house, identity, configuration, routes, log })
  const postForm: TestApp['postForm'] = (path, fields, cookie) =>
    ask(
      path,
      { method: 'POST', body: fields.toString() },
      {
        'content-type': 'application/x-www-form-urlencoded',
        origin: `http://${host}`,
        ...(cookie && { cookie }),
      },
    )
  const ask = (path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> =>
    Promise.resolve(app.request(`http://${host}${path}`, { ...init, headers: { host, ...headers } }))
  return {
    app,
    house,
    lines,
    logIn: async (who) => {
      if (typeof who !== 'string' && 'tablet' in who)
        return { cookie: `${deviceCookie(configuration)}=${who.tablet}`, csrf: tokenOf(who.tablet) }
      const [value, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
      const person = typeof who === 'string' ? undefined : who
      await write(database.app, asSystem(vejen), (tx) =>
        openSession(tx, {
          value,
          issuer: person ? 'citizen' : 'staff',
          subject: 'test',
          personId: person?.person ?? null,
          userId: typeof who === 'string' ? who : null,
          actingFor: person?.actingFor ?? null,
          csrf,
          createdAt: now(),
          expiresAt: new Date(now().getTime() + 1_800_000),
          data: {},
        }),
      )
      return { cookie: `${configuration.https ? '__Host-hverdag' : 'hverdag'}=${value}`, csrf }
    },
    postForm,
    postJson: (path, value, cookie, headers) =>
      ask(
        path,
        { method: 'POST', body: JSON.stringify(value) },
        {
          'content-type': 'application/json',
          'x-hverdag': '1',
          origin: `http://${host}`,
          ...(cookie && { cookie }),
          ...headers,
        },
      ),
    get: (path, cookie, headers) => ask(path, {}, { ...(cookie && { cookie }), ...headers }),
    post: (path, fields, cookie, headers) =>
      ask(
        path,
        { method: 'POST', body: new URLSearchParams(fields).toString() },
        {
          'content-type': 'application/x-www-form-urlencoded',
          origin: `http://${host}`,
          ...(cookie && { cookie }),
          ...headers,
        },
      ),
  }
}
