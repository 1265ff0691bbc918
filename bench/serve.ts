/** The product's web on the filled database, in a process of its own, so that its memory is its own. Does what `run.ts` asks. */
import { randomBytes, randomUUID } from 'node:crypto'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../src/casework/house.ts'
import { sealingOf } from '../src/casework/sealing.ts'
import { readConfiguration } from '../src/configuration.ts'
import { openIdentity } from '../src/exchange/identity/identity.ts'
import { renderPdf } from '../src/letters/pdf/render-pdf.ts'
import { startServer } from '../src/server.ts'
import { closeDatabase, openDatabase } from '../src/store/connection.ts'
import { askOnce } from './http.ts'
import { hostOf, municipalities } from './municipalities.ts'
import { recording, replay } from './statements.ts'

const Ask = z.discriminatedUnion('do', [
  /** Asks once and tells the statements' times when they are run alone. */
  z.object({
    do: z.literal('alone'),
    url: z.string(),
    method: z.enum(['GET', 'POST']),
    headers: z.record(z.string(), z.string()),
    body: z.string().optional(),
    connections: z.int(),
    seconds: z.number(),
  }),
  /** From now on the bare route answers with so many bytes. */
  z.object({ do: z.literal('bare'), bytes: z.int() }),
  z.object({ do: z.literal('memory') }),
  z.object({ do: z.literal('stop') }),
])
type Ask = z.infer<typeof Ask>

const url = z.string().parse(process.env.BENCH_DATABASE_URL)
const all = municipalities()
/** What tablets seal to, where somebody is to play tablet. */
const sealingSecret = Buffer.from(process.env.BENCH_SEALING ?? randomBytes(32).toString('hex'), 'hex')
const db = openDatabase({ url, max: 10, applicationName: 'bench' })
/** Identifiers made since the list was last emptied. */
let made: string[] = []
const newId = (): string => {
  const id = randomUUID()
  made.push(id)
  if (made.length > 1000) made = []
  return id
}
const house: House = {
  db,
  municipalities: all,
  renderPdf,
  sealing: sealingOf([sealingSecret]),
  now: () => new Date(),
  newId,
}
const configuration = readConfiguration({
  PORT: '0',
  HVERDAG_LOG: 'silent',
  DEMO: '1',
  HVERDAG_HOSTS: JSON.stringify(Object.fromEntries([...all.keys()].map((code) => [hostOf(code), code]))),
})
const nobody = { issuer: 'http://127.0.0.1:9', clientId: 'none', clientSecret: 'none' }
const server = await startServer({
  house,
  configuration,
  identity: openIdentity({ citizen: nobody, staff: nobody }),
  log: () => {},
})

let page = ''
const bare = new Hono().get('/bare', (c) => c.html(page))
const bareServer = createAdaptorServer({ fetch: bare.fetch })
await new Promise<void>((listening) => bareServer.listen(0, '127.0.0.1', listening))
const bareAddress = bareServer.address()
const barePort = bareAddress !== null && typeof bareAddress === 'object' ? bareAddress.port : 0

async function answer(ask: Ask): Promise<unknown> {
  switch (ask.do) {
    case 'alone': {
      const { method, headers, body, connections, seconds } = ask
      made = []
      const recorded = await recording(() => askOnce(ask.url, { method, headers, body }))
      const ids = [...made]
      const options = { connections }
      await replay(db.pool, recorded, ids, { ...options, seconds: seconds / 4 })
      const times = await replay(db.pool, recorded, ids, { ...options, seconds })
      return { statements: recorded.flat().length, transactions: recorded.length, ...times }
    }
    case 'bare':
      page = 'x'.repeat(ask.bytes)
      return {}
    case 'memory':
      return { rss: process.memoryUsage().rss }
    case 'stop':
      await server.stop()
      bareServer.close()
      await closeDatabase(db)
      setImmediate(() => process.disconnect?.())
      return {}
  }
}

// Whoever asks is gone: nothing more to do.
process.on('disconnect', () => process.exit())
process.on('message', (message) => {
  const { id, ask } = z.object({ id: z.int(), ask: Ask }).parse(message)
  answer(ask).then(
    (told) => process.send?.({ id, told }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  )
})
process.send?.({ id: 0, told: { port: server.port, barePort } })
