/** The web's door: static files, health, and the application. */

import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { House } from './casework/house.ts'
import { assertServable, type Configuration } from './configuration.ts'
import type { Identity } from './exchange/identity/identity.ts'
import { readMigrations } from './store/migrate.ts'
import { findMissingMigrations } from './store/roles.ts'
import { createApp, type Log } from './web/platform/app.ts'
import { routes } from './web/routes.ts'

export type RunningServer = { readonly port: number; readonly stop: () => Promise<void> }

/** The folder of static files that the build made. */
function publicFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'dist', 'public'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The static files are not there: run `npm run build` first.')
    folder = parent
  }
  return join(folder, 'dist', 'public')
}

type Parts = {
  readonly house: House
  readonly identity: Identity
  readonly configuration: Configuration
  readonly log: Log
}

/** The whole web application, also for tests that call it without a socket. */
export function createWeb(parts: Parts): Hono {
  const web = new Hono()
  web.get('/healthz', (c) => c.text('ok'))
  web.get('/readyz', async (c) => {
    try {
      const versions = readMigrations().map((m) => m.version)
      const missing = await findMissingMigrations(parts.house.db.pool, versions)
      return missing.length === 0 ? c.text('ready') : c.text(`migrations missing: ${missing.join(', ')}`, 503)
    } catch {
      return c.text('the database does not answer', 503)
    }
  })
  const root = relative(process.cwd(), publicFolder()) || '.'
  web.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=3600')
    c.header('X-Content-Type-Options', 'nosniff')
    // It lies with the other files and answers for the tablet's pages.
    if (c.req.path === '/assets/tablet-worker.js') c.header('Service-Worker-Allowed', '/tablet')
  })
  web.use('/assets/*', serveStatic({ root, rewriteRequestPath: (path) => path.replace(/^\/assets/, '') }))
  // Handed on whole: a mounted application's own answer to what is not there would not be used.
  const app = createApp({ ...parts, routes })
  web.all('*', (c) => app.fetch(c.req.raw, c.env))
  return web
}

/** Listens. Says in one sentence when nobody could log in, or when the port is taken. */
export function startServer(parts: Parts): Promise<RunningServer> {
  const { bind, port } = parts.configuration
  assertServable(parts.configuration)
  const server = createAdaptorServer({ fetch: createWeb(parts).fetch })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken: end what uses it, or set PORT to another.`)
          : error,
      ),
    )
    server.listen(port, bind, () => {
      const address = server.address()
      const taken = address !== null && typeof address === 'object' ? address.port : port
      resolve({
        port: taken,
        stop: () =>
          new Promise((done) => {
            // Who is being answered gets the answer, for five seconds at the most.
            const patience = setTimeout(() => {
              if ('closeAllConnections' in server) server.closeAllConnections()
            }, 5000)
            server.close(() => {
              clearTimeout(patience)
              done()
            })
          }),
      })
    })
  })
}
