/**
 * `npm run bench:day`: the morning at 588 places, and the pages of the everyday over 4.6 million facts. The peak is delivered
 * by tablets over HTTP as they do it: sealed, with a personal code, some of it twice because the answer was lost. Beside it
 * the same inserts, each delivery one transaction with one line of the access log, through the driver.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { sealingOf } from '../src/casework/sealing.ts'
import type { AttendanceFact } from '../src/domain/attendance/fact.ts'
import { MunicipalityCode, PersonId, UserId } from '../src/domain/identity.ts'
import { addMonths, copenhagenDay } from '../src/domain/time/calendar-day.ts'
import { logAccess } from '../src/store/access-log.ts'
import { addAttendance } from '../src/store/attendance.ts'
import { closeDatabase, type Database, openDatabase, write } from '../src/store/connection.ts'
import { type Child, startChild } from './child.ts'
import { logIn, say, settle } from './country.ts'
import { arrivals, code, layEveryday, type Place, people, placesOf, secretOf } from './day-country.ts'
import { type Measured, measure, type Page, quantile, rounded } from './measure.ts'
import { hostOf } from './municipalities.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const connections = 10
/** Cases with a history, lived by the product's commands: the citizens whose week is asked for. */
const lived = Number(process.env.BENCH_CASES ?? 2000)
/** What a tablet has when its net comes back. */
const queued = 30
/** Of a hundred deliveries, so many are sent once more: the answer did not arrive. */
const sentTwice = 5
const today = copenhagenDay(new Date())

type Delivery = { readonly place: Place; readonly orders: readonly string[]; readonly body: string }

const Seal = z.object({
  seal: z.custom<(to: unknown, what: { device: string; fact: string; text: string }) => Promise<unknown>>(),
})

/** Half of the tablets come back with thirty facts each; everything else is a tap. */
async function deliveriesOf(places: readonly Place[], secret: Buffer): Promise<readonly Delivery[]> {
  const { seal } = Seal.parse(
    await import(new URL('../../../src/web/public/tablet-seal.js', import.meta.url).href),
  )
  const sealing = sealingOf([secret])
  const sentAt = new Date().toISOString()
  const of = async (place: Place, orders: readonly string[]): Promise<Delivery> => {
    const to = sealing.publicKey(MunicipalityCode.parse(place.municipality))
    const facts = await Promise.all(
      orders.map((orderId) => {
        const recorded = { orderId, day: today, kind: 'arrived', at: sentAt, userId: place.userId, code }
        return seal(to, { device: place.deviceId, fact: randomUUID(), text: JSON.stringify(recorded) })
      }),
    )
    return { place, orders, body: JSON.stringify({ sentAt, facts }) }
  }
  const all: Delivery[] = []
  for (const [index, place] of places.entries()) {
    const kept = index % 2 === 0 ? place.orders.slice(0, queued) : []
    if (kept.length > 0) all.push(await of(place, kept))
    for (const order of place.orders.slice(kept.length)) all.push(await of(place, [order]))
  }
  // Shuffled, always the same way: places do not come one after the other.
  return all
    .map((delivery, i) => ({ delivery, at: (i * 7919) % all.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ delivery }) => delivery)
}

const agent = new Agent({ keepAlive: true, maxSockets: connections })

function post(
  port: number,
  path: '/tablet/levering' | '/tablet/hvem',
  { place, body }: Pick<Delivery, 'place' | 'body'>,
): Promise<string> {
  const headers = {
    host: hostOf(MunicipalityCode.parse(place.municipality)),
    origin: `http://${hostOf(MunicipalityCode.parse(place.municipality))}`,
    cookie: `hverdag-tablet=${secretOf(place.municipality, place.provider)}`,
    'content-type': 'application/json',
    'x-hverdag': '1',
  }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(text)
          : reject(new Error(`${response.statusCode}: ${text.slice(0, 200)}`)),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** All of them, ten at a time: how long it took, and how long each. */
async function run(
  deliveries: readonly Delivery[],
  one: (delivery: Delivery, index: number) => Promise<unknown>,
): Promise<{ readonly seconds: number; readonly millis: readonly number[] }> {
  const millis: number[] = []
  let next = 0
  const from = performance.now()
  const work = async (): Promise<void> => {
    for (let index = next++; index < deliveries.length; index = next++) {
      const delivery = deliveries[index]
      if (delivery === undefined) return
      const began = performance.now()
      await one(delivery, index)
      millis[index] = performance.now() - began
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return { seconds: (performance.now() - from) / 1000, millis }
}

/** The same facts once more, on another day, each delivery one transaction with its line of the access log. */
function rawly(db: Database, ids: ReadonlyMap<string, { caseId: string; personId: string }>) {
  return ({ place, orders }: Delivery): Promise<unknown> => {
    const at = new Date().toISOString()
    const actor = { kind: 'system', name: 'bench' } as const
    const facts = orders.map((orderId) => ({
      factId: randomUUID(),
      orderId,
      ...ids.get(orderId),
      providerId: place.provider,
      day: '2019-01-01',
      kind: 'arrived',
      at,
      skewSeconds: 0,
      recordedAt: at,
      recordedOn: today,
      actor,
      confirmed: true,
    })) as unknown as readonly AttendanceFact[]
    const municipality = MunicipalityCode.parse(place.municipality)
    return write(db, { municipality, viewer: { kind: 'command' } }, (tx) =>
      Promise.all([
        addAttendance(tx, facts),
        logAccess(tx, [{ id: randomUUID(), at, onDay: today, actor, route: 'bench', outcome: 'allowed' }]),
      ]),
    )
  }
}

async function morning(server: Child, db: Database, owner: Database, secret: Buffer) {
  const places = await placesOf(owner)
  say('Sealing what the tablets have …')
  const deliveries = await deliveriesOf(places, secret)
  const { port } = Ports.parse(server.first)
  say('Who stands at a tablet with a net says who they are …')
  const began = performance.now()
  const present = places.filter((_, index) => index % 2 === 1)
  for (const place of present) {
    const body = JSON.stringify({ userId: place.userId, code })
    await post(port, '/tablet/hvem', { place, body })
  }
  const identified = { people: present.length, seconds: rounded((performance.now() - began) / 1000) }
  let again = 0
  say(`The morning: ${deliveries.length} deliveries …`)
  const full = await run(deliveries, async (delivery, index) => {
    await post(port, '/tablet/levering', delivery)
    if (index % 100 >= sentTwice) return
    again += 1
    await post(port, '/tablet/levering', delivery)
  })
  const came = await arrivals(owner, today)
  const { rows } = await owner.pool.query<{ order_id: string; case_id: string; person_id: string }>(
    'select order_id, case_id, person_id from bench_person',
  )
  const ids = new Map(rows.map((r) => [r.order_id, { caseId: r.case_id, personId: r.person_id }]))
  say('The same inserts through the driver …')
  const raw = await run(deliveries, rawly(db, ids))
  const of = (millis: readonly number[], many: boolean) => {
    const sorted = millis
      .filter((_, i) => (deliveries[i]?.orders.length ?? 0) > 1 === many)
      .sort((a, b) => a - b)
    return {
      deliveries: sorted.length,
      p50: rounded(quantile(sorted, 0.5)),
      p97_5: rounded(quantile(sorted, 0.975)),
    }
  }
  const told = ({ seconds: took, millis }: typeof full) => ({
    seconds: rounded(took),
    factsPerSecond: rounded(people / took),
    tap: of(millis, false),
    queue: of(millis, true),
  })
  return {
    people,
    tablets: places.length,
    deliveries: deliveries.length,
    sentTwice: again,
    /** Before the morning: their codes are stretched then. The others' are, when their tablet delivers. */
    identified,
    full: told(full),
    raw: told(raw),
    /** Wall time for a fact, in all ÷ through the driver alone. */
    ratio: rounded(full.seconds / raw.seconds),
    lost: people - came.people,
    doubled: came.facts - came.people,
    unconfirmed: came.unconfirmed,
    quarantined: came.waiting,
  }
}

const Ports = z.object({ port: z.int(), barePort: z.int() })

async function pages(db: Database, owner: Database): Promise<readonly Page[]> {
  const [place] = await placesOf(owner)
  if (place === undefined) throw new Error('there is no place')
  const at = MunicipalityCode.parse(place.municipality)
  const { headers } = await logIn(db, at, { userId: UserId.parse(place.userId) })
  const { rows } = await owner.pool.query<{ municipality: string; person_id: string }>(`
    select distinct o.municipality, o.person_id from service_order o
      join schedule_day s on s.municipality = o.municipality and s.order_id = o.order_id and s.valid_to is null
    where o.closed_on is null
      and not exists (select from bench_person b where b.order_id = o.order_id) limit 100`)
  if (rows.length === 0) throw new Error('nobody of those whose case was lived goes anywhere')
  const visitors = await Promise.all(
    rows.map(async (r) => {
      const who = { personId: PersonId.parse(r.person_id) }
      return (await logIn(db, MunicipalityCode.parse(r.municipality), who)).headers
    }),
  )
  const month = addMonths(today, -1).slice(0, 7)
  const get = { method: 'GET', expects: 200 } as const
  return [
    { ...get, name: 'day list', paths: ['/tilbud/i-dag'], headers },
    { ...get, name: 'monthly attendance', paths: [`/tilbud/fremmoede?maaned=${month}`], headers },
    {
      ...get,
      name: 'citizen’s week',
      paths: visitors.map(() => '/borger/uge'),
      headers: visitors[0] ?? headers,
      visitors,
    },
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'hverdag-day-'))
try {
  const country = await settle(lived, Math.round(lived / 100), folder, false)
  const db = openDatabase({ url: country.url, max: connections, applicationName: 'bench-day' })
  try {
    say('Laying 230 days of attendance …')
    const facts = await layEveryday(country.owner)
    const secret = randomBytes(32)
    const server = await startChild('serve', {
      BENCH_DATABASE_URL: country.url,
      BENCH_SEALING: secret.toString('hex'),
    })
    const measured: Measured[] = []
    for (const page of await pages(db, country.owner)) {
      say(`Measuring ${page.name} …`)
      measured.push(await measure(server, Ports.parse(server.first), page, { connections, seconds }))
    }
    const peak = await morning(server, db, country.owner, secret)
    await server.ask({ do: 'stop' })
    const result = {
      date: today,
      machine: {
        cpu: cpus()[0]?.model ?? '',
        cores: cpus().length,
        memory: totalmem(),
        node: process.version,
      },
      everyday: { municipalities: 98, people, facts, livedCases: lived },
      load: { connections, seconds },
      pages: measured,
      morning: peak,
    }
    mkdirSync('bench/results', { recursive: true })
    writeFileSync(`bench/results/${today}-everyday.json`, `${JSON.stringify(result, null, 2)}\n`)
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  } finally {
    await closeDatabase(db)
    await country.stop()
  }
} finally {
  agent.destroy()
  rmSync(folder, { recursive: true, force: true })
}
