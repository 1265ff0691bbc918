/**
 * `npm run bench`: fills a country, verifies some of it, and measures pages against their own statements and a bare answer, in one
 * run, as ratios. `BENCH_CASES`, `BENCH_SECONDS` make a smaller or shorter run, and the result says what it was; `BENCH_KEEP`
 * names a folder in which the country is kept and found again.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { MunicipalityCode } from '../src/domain/identity.ts'
import { copenhagenDay } from '../src/domain/time/calendar-day.ts'
import { stopRenderer } from '../src/letters/pdf/render-pdf.ts'
import { type Database, read } from '../src/store/connection.ts'
import { sql } from '../src/store/sql.ts'
import { type Child, startChild } from './child.ts'
import { logIn, say, settle, system } from './country.ts'
import { type Measured, measure, type Page } from './measure.ts'
import { large, sizesFor, small } from './municipalities.ts'
import { printTable } from './table.ts'
import { userOf } from './users.ts'
import { verifySome } from './verify-some.ts'

const cases = Number(process.env.BENCH_CASES ?? 100_000)
const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const connections = 10
const toVerify = 500
async function pagesOf(db: Database, code: MunicipalityCode): Promise<readonly Page[]> {
  const { headers, csrf } = await logIn(db, code, { userId: userOf(code, 1) })
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  const open = await read(db, system(code), (tx) =>
    tx.rows<{ path: string }>(sql`
      select '/myndighed/sager/' || case_number as path from case_file
      where closed_on is null order by version desc, case_number limit 200`),
  )
  const paths = open.map(({ path }) => path)
  const [y, m, d] = copenhagenDay(new Date()).split('-')
  return [
    { name: 'worklist', method: 'GET', paths: ['/myndighed/opgaver?visning=team'], headers, expects: 200 },
    { name: 'case page', method: 'GET', paths, headers, expects: 200 },
    {
      name: 'name search',
      method: 'POST',
      paths: ['/myndighed/soeg'],
      headers: form,
      expects: 200,
      fields: { _csrf: csrf, tekst: 'Mette Søren' },
    },
    {
      name: 'recording a note',
      method: 'POST',
      paths: paths.map((path) => `${path}/noter`),
      headers: form,
      expects: 303,
      fields: {
        _csrf: csrf,
        kind: 'internal',
        with: 'nobody',
        text: 'Talt med kontaktpersonen. Alt går, som det skal.',
        'happenedOn-d': String(Number(d)),
        'happenedOn-m': String(Number(m)),
        'happenedOn-y': y ?? '',
      },
    },
  ]
}

const Ports = z.object({ port: z.int(), barePort: z.int() })
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The named pages of a municipality, by mean wall time, several short rounds and their median. */
async function meansOf(
  server: Child,
  pages: readonly Page[],
  names: readonly string[],
): Promise<Record<string, number>> {
  const ports = Ports.parse(server.first)
  const found: Record<string, number> = {}
  for (const page of pages.filter((p) => names.includes(p.name))) {
    const rounds: number[] = []
    for (let round = 0; round < 3; round += 1)
      rounds.push((await measure(server, ports, page, { connections, seconds: seconds / 3 })).full.mean)
    found[page.name] = median(rounds)
  }
  return found
}

/** Proportional memory of every process of this server, in bytes. */
function memoryOfPostgres(): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')) return sum
        const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
        return sum + Number(pss ?? 0) * 1024
      } catch {
        return sum
      }
    }, 0)
}

const growing = ['worklist', 'case page'] as const

const keep = process.env.BENCH_KEEP
const folder = keep ?? mkdtempSync(join(tmpdir(), 'hverdag-bench-'))
const first = Math.min(1000, Math.round(cases / 2))
const ofSmall = Math.round(first / 10)
try {
  const big = await settle(cases, ofSmall, folder, keep !== undefined)
  try {
    const some = await settle(first, ofSmall, folder, false)
    say('Measuring the small country …')
    const before = await startChild('serve', { BENCH_DATABASE_URL: some.url })
    const smallCountry = await meansOf(before, await pagesOf(some.db, small), growing)
    await before.ask({ do: 'stop' })
    await some.stop()

    say(
      `${(big.events / cases).toFixed(1)} events a case, ${big.fillSeconds} s. Verifying ${toVerify} cases …`,
    )
    const verified = await verifySome(big.db, sizesFor(cases, ofSmall), toVerify)
    await stopRenderer()

    say('Measuring …')
    const server = await startChild('serve', { BENCH_DATABASE_URL: big.url })
    const measured: Measured[] = []
    for (const page of await pagesOf(big.db, large))
      measured.push(await measure(server, Ports.parse(server.first), page, { connections, seconds }))
    const { rss } = z.object({ rss: z.number() }).parse(await server.ask({ do: 'memory' }))
    const largeCountry = await meansOf(server, await pagesOf(big.db, small), growing)
    const largeMunicipality = await meansOf(server, await pagesOf(big.db, large), growing)
    const growth = growing.map((page) => ({
      page,
      country: (largeCountry[page] ?? Number.NaN) / (smallCountry[page] ?? Number.NaN),
      municipality: (largeMunicipality[page] ?? Number.NaN) / (largeCountry[page] ?? Number.NaN),
    }))
    const { events, fillSeconds } = big
    const result = {
      date: copenhagenDay(new Date()),
      machine: {
        cpu: cpus()[0]?.model ?? '',
        cores: cpus().length,
        memory: totalmem(),
        node: process.version,
      },
      country: {
        municipalities: 98,
        cases,
        eventsPerCase: events / cases,
        first,
        ofSmall,
        fillSeconds,
        verified,
      },
      load: { connections, seconds },
      pages: measured,
      growth,
      memory: { node: rss, postgres: memoryOfPostgres() },
    }
    await server.ask({ do: 'stop' })
    mkdirSync('bench/results', { recursive: true })
    writeFileSync(`bench/results/${result.date}.json`, `${JSON.stringify(result, null, 2)}\n`)
    printTable(result)
  } finally {
    await big.stop()
  }
} finally {
  if (keep === undefined) rmSync(folder, { recursive: true, force: true })
}
