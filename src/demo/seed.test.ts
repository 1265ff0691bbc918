import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { testSealing } from '../../test/support/sealing.ts'
import type { House } from '../casework/house.ts'
import { verifyMunicipality } from '../casework/verify-all.ts'
import { phases } from '../domain/case/phase.ts'
import { MunicipalityCode } from '../domain/identity.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { renderPdf } from '../letters/pdf/render-pdf.ts'
import { loadMunicipality } from '../standards/load.ts'
import type { Houses } from './live.ts'
import { SeedError, seed, stateOf } from './seed.ts'

const anchor = getDay('2026-11-24')
const { privateKey: key } = generateKeyPairSync('ed25519')
const never = new AbortController().signal
const municipalities = new Map(
  ['vejen-104', 'lillerup-104'].map((id) => loadMunicipality(id)).map((m) => [m.code, m] as const),
)

function housesOf(db: FreshDatabase): Houses {
  const app: House = {
    db: db.app,
    municipalities,
    renderPdf,
    sealing: testSealing(),
    now: () => {
      throw new Error('the past has its own hours')
    },
    newId: () => {
      throw new Error('the past has its own ids')
    },
  }
  return { app, worker: { ...app, db: db.worker } }
}

const fill = (houses: Houses, signal: AbortSignal, progress = () => {}) =>
  seed({ houses, size: 'small', anchor, signal, progress })

/** Everything but the salts, and the hashes that come from them. */
async function contentOf({ admin }: FreshDatabase): Promise<Readonly<Record<string, unknown>>> {
  const tables = {
    events: `select e.municipality, e.stream_id, e.seq, event_id, type, occurred_on, recorded_on, recorded_at, actor, body
             from event e join event_payload using (municipality, stream_id, seq) order by 1, 2, 3`,
    documents: 'select municipality, stream_id, hash, name from document order by 1, 2, 3',
    people: 'select * from person_version order by municipality, person_id, version',
    numbers: 'select municipality, person_id, cpr from person order by 1, 2',
    staff: 'select * from staff_user order by municipality, user_id',
    cases: 'select * from case_file order by municipality, case_id',
    obligations: 'select * from obligation order by municipality, case_id, key',
    mailboxes:
      'select municipality, message_id, cpr, title, accepted_at from simulator.message order by 1, 2',
    clock: 'select * from demo_clock order by municipality',
  }
  const content: Record<string, unknown> = {}
  for (const [name, query] of Object.entries(tables)) content[name] = (await admin.pool.query(query)).rows
  return content
}

let one: FreshDatabase
let other: FreshDatabase
beforeAll(async () => {
  one = await freshDatabase()
  other = await freshDatabase()
  await fill(housesOf(one), never)
}, 120_000)
afterAll(async () => {
  await one?.drop()
  await other?.drop()
})

test('the same anchor day gives the same data', { timeout: 120_000 }, async () => {
  await fill(housesOf(other), never)
  const [first, second] = [await contentOf(one), await contentOf(other)]
  for (const [name, rows] of Object.entries(first)) {
    expect(rows, name).not.toEqual([])
    expect(second[name], name).toEqual(rows)
  }
})

test('everything verifies: chains, rows and every letter printed again', async () => {
  for (const municipality of municipalities.keys()) {
    const found = await verifyMunicipality(housesOf(one).app, municipality, { which: 'all', key })
    expect(found.faults).toEqual([])
    expect(found.letters).toBeGreaterThan(found.cases)
  }
})

test('somebody stands in every phase, and the past is past', async () => {
  const { rows } = await one.admin.pool.query<{ phase: string }>('select distinct phase from case_file')
  expect(rows.map((r) => r.phase).sort()).toEqual([...phases].sort())
  const late = await one.admin.pool.query('select 1 from event where occurred_on > $1 or recorded_on > $1', [
    anchor,
  ])
  expect(late.rows).toEqual([])
  const waiting = await one.admin.pool.query("select 1 from post where state = 'queued'")
  expect(waiting.rows).toEqual([])
  const { rows: jobs } = await one.admin.pool.query(
    "select 1 from graphile_worker.jobs where task_identifier = 'dispatch-letter'",
  )
  expect(jobs).toEqual([])
})

test('Vejen has published its deadlines in time, and Lillerup owes it', async () => {
  const { rows } = await one.admin.pool.query<{ municipality: string; met_on: string | null }>(
    "select municipality, met_on from obligation where task = 'publishDeadlines' order by municipality",
  )
  expect(rows.map((r) => [r.municipality, r.met_on !== null])).toEqual([
    ['0575', true],
    ['0999', false],
  ])
})

test('the two municipalities share nobody and no case', async () => {
  for (const [table, column] of [
    ['person', 'person_id'],
    ['staff_user', 'user_id'],
    ['case_file', 'case_id'],
    ['person', 'cpr'],
  ] as const) {
    const { rows } = await one.admin.pool.query(
      `select ${column} from ${table} group by ${column} having count(distinct municipality) > 1`,
    )
    expect(rows, `${table}.${column}`).toEqual([])
  }
})

describe('a database that holds something', () => {
  test('is left alone', async () => {
    const houses = housesOf(one)
    expect(await stateOf(houses)).toBe('whole')
    await expect(fill(houses, never)).rejects.toThrow(SeedError)
  })

  test('that is nothing of ours too', async () => {
    const strange = await freshDatabase()
    try {
      await strange.admin.pool.query(`insert into stream values ('0575', gen_random_uuid(), 'case', now())`)
      expect(await stateOf(housesOf(strange))).toBe('other')
      await expect(fill(housesOf(strange), never)).rejects.toThrow('only put into an empty one')
    } finally {
      await strange.drop()
    }
  })

  test('is gone on with where it was broken off', { timeout: 120_000 }, async () => {
    const broken = await freshDatabase()
    try {
      const houses = housesOf(broken)
      const stop = new AbortController()
      let steps = 0
      const interrupted = fill(houses, stop.signal, () => {
        steps += 1
        if (steps === 40) stop.abort(new Error('switched off'))
      })
      await expect(interrupted).rejects.toThrow('switched off')
      expect(await stateOf(houses)).toBe('begun')
      await fill(houses, never)
      expect(await stateOf(houses)).toBe('whole')
      const vejen = MunicipalityCode.parse('0575')
      expect((await verifyMunicipality(houses.app, vejen, { which: 'all', key })).faults).toEqual([])
      const [gone, whole] = [await contentOf(broken), await contentOf(one)]
      for (const [name, rows] of Object.entries(whole)) expect(gone[name], name).toEqual(rows)
    } finally {
      await broken.drop()
    }
  })
})
