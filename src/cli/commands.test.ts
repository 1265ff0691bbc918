/** Every command run as people run it, its output held to its schema in `schemas/`. */
import { spawnSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { vejen } from '../../test/support/scopes.ts'
import { settleTown, type Town } from '../../test/support/town.ts'
import { commands, main } from '../cli.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { stopRenderer } from '../letters/pdf/render-pdf.ts'
import { signHeads } from '../store/chain-heads.ts'
import { write } from '../store/connection.ts'
import { drawFrom } from './verify.ts'

let db: FreshDatabase
let town: Town
let folder: string
let environment: Record<string, string>

beforeAll(async () => {
  db = await freshDatabase()
  town = await settleTown(openTestApp({ database: db, routes: [] }).house)
  folder = mkdtempSync(join(tmpdir(), 'hverdag-cli-'))
  environment = {
    DATABASE_URL: db.urls.app,
    DATABASE_ADMIN_URL: db.urls.admin,
    DATABASE_WORKER_URL: db.urls.worker,
    HVERDAG_DATA: folder,
  }
})
afterAll(async () => {
  await db.drop()
  await stopRenderer()
  rmSync(folder, { recursive: true })
})

async function run(...given: string[]) {
  const lines = { out: [] as string[], err: [] as string[] }
  const code = await main(given, {
    environment,
    out: (line) => lines.out.push(line),
    err: (line) => lines.err.push(line),
  })
  return { code, out: lines.out.join('\n'), err: lines.err }
}

const json = async (...given: string[]) => {
  const { code, out } = await run(...given, '--json')
  return { code, value: JSON.parse(out) }
}

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, validateFormats: false })
function expectToFit(name: string, value: unknown): void {
  const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema)
  validate(value)
  expect(validate.errors ?? []).toEqual([])
}

/** The compiled product, as `npx hverdag` starts it. */
const shell = (...given: string[]) =>
  spawnSync(process.execPath, ['bin/hverdag.js', ...given], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HVERDAG_DATA: folder },
  })

describe('every command', () => {
  test.each(commands.map((c) => c.name))('%s has help', async (name) => {
    const { code, out, err } = await run(name, '--help')
    expect([code, err]).toEqual([0, []])
    expect(out).toContain(`Usage: hverdag ${name}`)
    expect(out).toContain('--json')
  })

  test('runs compiled, without a database where it needs none; with --json nothing else is on standard output', () => {
    const clauses = shell('clauses', '--json')
    expect([clauses.status, clauses.stderr]).toEqual([0, ''])
    expectToFit('clauses', JSON.parse(clauses.stdout))
    const deadline = shell('deadline', '--kind', 'DECISION_DUE', '--from', '2026-11-13', '--json')
    expect([deadline.status, deadline.stderr]).toEqual([0, ''])
    expectToFit('deadline', JSON.parse(deadline.stdout))
    const wrong = shell('deadline', '--kind', 'TEA_TIME', '--from', '2026-11-13', '--json')
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr.trim().split('\n')).toEqual([
      'There is no deadline "TEA_TIME": hverdag deadline --help lists those there are.',
    ])
    // Three processes, each of which loads the whole product.
  }, 120_000)

  test.each([
    [['deadline', '--kind', 'DECISION_DUE', '--from', '2026-02-30'], 'no date'],
    [['deadline', '--kind', 'DECISION_DUE', '--from', '13.11.2026'], 'no date'],
    [['deadline', '--kind', 'DECISION_DUE', '--from', '2026-11-13', '--standard', 'x'], 'no standard'],
    [
      ['deadline', '--kind', 'DECISION_DUE', '--from', '2026-11-13', '--channel', 'pigeon'],
      'digital or paper',
    ],
    [['clauses', '--standard', 'x'], 'no standard'],
    [['explain', '1999-0001'], 'no case'],
    [['explain', '1999-0001', '--municipality', '0001'], 'no municipality'],
    [['explain', 'package.json'], 'no exported case'],
    [['explain', 'LICENSE'], 'not JSON'],
    [['explain', '1999-0001', '--on', 'tomorrow'], 'no date'],
    [['export-case', '1999-0001'], 'no case'],
    [['verify', '--case', '1999-0001'], 'no case'],
    [['verify', '--sample', 'some'], 'no number'],
    [['verify', '--sample', '3', '--case', '1999-0001'], 'Either'],
    [['verify', '--heads', 'package.json'], 'no list'],
    [['export-heads', '0001'], 'no municipality'],
    [['rebuild', '--case', '00000000-0000-4000-8000-000000000000'], 'no case'],
  ])('wrong use is exit 2 and one sentence: %j', async (given, sentence) => {
    const { code, out, err } = await run(...given, '--json')
    expect([code, out]).toEqual([2, ''])
    expect(err).toEqual([expect.stringContaining(sentence)])
    expect(err[0]).toMatch(/^\S.*[.]$/)
  })
})

describe('clauses', () => {
  test('tells each promise with its whole sentence, actor, kind, status, source and tests', async () => {
    const { value } = await json('clauses')
    expectToFit('clauses', value)
    const ids: string[] = value.map((c: { id: string }) => c.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ['K1.0-1', 'K2.4b-3', 'FVL-24-2', 'GDPR-14', 'HV-8']) expect(ids).toContain(id)
    expect(value.find((c: { id: string }) => c.id === 'K2.1-3')).toMatchObject({
      sentence:
        'Kan sagsbehandlingstiden ikke overholdes, vil dette blive meddelt skriftligt inden fristens udløb samt med en dato for, hvornår afgørelsen kan forventet afgjort.',
      quote: 'samt med en dato for, hvornår afgørelsen kan forventet afgjort.',
      actor: 'authority',
      kind: 'duty',
      status: 'in force',
      source: 'vejen-104@1, 2.1 Sagsbehandlingstid',
    })
    for (const { sentence, quote } of value) expect(sentence).toContain(quote)
  })

  test('lists another standard by its name', async () => {
    const { value } = await json('clauses', '--standard', 'lillerup-104')
    expectToFit('clauses', value)
    expect(value[0].source).toMatch(/^lillerup-104@/)
    const ofSentence = (id: string) => value.find((c: { id: string }) => c.id === id).sentence
    expect(ofSentence('L-6-2')).toBe(ofSentence('L-6'))
  })
})

describe('deadline', () => {
  test.each([
    // law.md § 2.6: six weeks never roll, and tell the last working day before.
    [['DECISION_DUE', '2026-11-13'], '2026-12-25', '2026-12-23'],
    [['COMPLAINT_EXPIRY', '2026-03-05'], '2026-04-07', '2026-04-07'],
    [['COMPLAINT_EXPIRY', '2026-03-02', 'paper'], '2026-04-07', '2026-04-07'],
    [['DST_DUE', '2026-11-30'], '2026-12-14', '2026-12-14'],
  ])('%j', async ([kind = '', from = '', channel = 'digital'], due, lastWorkingDay) => {
    const { value } = await json('deadline', '--kind', kind, '--from', from, '--channel', channel)
    expectToFit('deadline', value)
    expect(Object.keys(value)).toEqual(['kind', 'from', 'due', 'lastWorkingDay', 'derivation'])
    expect(value).toMatchObject({ kind, from, due, lastWorkingDay })
  })

  test('takes the lengths of the standard that is named, and says in words how the date came about', async () => {
    const given = ['deadline', '--kind', 'DECISION_DUE', '--from', '2026-11-13', '--standard', 'lillerup-104']
    expect((await json(...given)).value.due).toBe('2027-01-08')
    expect((await run(...given)).out).toContain('8 weeks → Friday, 8 January 2027')
  })
})

describe('a case', () => {
  test('explained from the database and from its exported file is the same', async () => {
    const exported = await json('export-case', town.caseNumber)
    expectToFit('export-case', exported.value)
    const file = join(folder, 'case.json')
    writeFileSync(file, (await run('export-case', town.caseNumber)).out)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(exported.value)

    for (const on of ['2026-11-24', '2027-02-01']) {
      const fromDatabase = await json('explain', town.caseNumber, '--on', on)
      expectToFit('explain', fromDatabase.value)
      expect(fromDatabase.value.obligations.length).toBeGreaterThan(5)
      expect((await json('explain', file, '--on', on)).value).toEqual(fromDatabase.value)
      const alone = shell('explain', file, '--on', on, '--json')
      expect([alone.status, JSON.parse(alone.stdout)]).toEqual([0, fromDatabase.value])
    }
  }, 120_000)

  test.each(readdirSync('test/cases').filter((name) => name.endsWith('.json')))(
    'that is written out fits the schema and is explained from its file: %s',
    async (name) => {
      const file = join('test/cases', name)
      const written = JSON.parse(readFileSync(file, 'utf8'))
      expectToFit('export-case', written)
      const { code, value } = await json('explain', file, '--on', '2026-12-01')
      expectToFit('explain', value)
      expect([code, value.caseNumber]).toEqual([0, written.caseNumber])
    },
  )

  test('an obligation is told in words, with its clause and its date', async () => {
    const { out } = await run('explain', town.caseNumber, '--on', '2027-02-01')
    expect(out).toMatch(/K2\.1-1\s+authority\s+broken\s+20\d\d-\d\d-\d\d/)
  })

  test('is named by verify when its rows are not what its history comes to, until they are rebuilt', async () => {
    await db.admin.pool.query(
      `update obligation set due_on = due_on + 7 where case_id = $1 and key like 'K2.1-1:%'`,
      [town.caseId],
    )
    const broken = await json('verify', '--case', town.caseNumber)
    expectToFit('verify', broken.value)
    expect(broken.code).toBe(1)
    expect(broken.value).toMatchObject({ ok: false, cases: 1, letters: 1 })
    for (const fault of broken.value.faults) {
      expect(fault).toMatchObject({ caseNumber: town.caseNumber, caseId: town.caseId, kind: 'projection' })
    }
    expect((await run('verify')).out).toContain(`0575 ${town.caseNumber}: The row «obligation K2.1-1:`)

    const rebuilt = await json('rebuild', '--case', town.caseId)
    expectToFit('rebuild', rebuilt.value)
    expect(rebuilt.value).toMatchObject({ cases: 1, changed: [{ caseId: town.caseId }] })
    expect((await json('rebuild')).value.changed).toEqual([])

    const { code, out, err } = await run('verify', '--sample', '5')
    expect([code, out]).toEqual([0, expect.stringMatching(/In order: \d+ cases, \d+ letters\./)])
    expect(err).toContainEqual(expect.stringMatching(/^Vejen Kommune: (\d+) of \1 cases$/))
    expect((await json('verify')).code).toBe(0)
  })
})

test('the list of heads is exported, and a case whose last event is gone is found by it', async () => {
  const none = await run('export-heads', '0575')
  expect([none.code, none.err]).toEqual([2, ['No list of heads has been signed in 0575.']])
  // As the worker does it every day, with the key that the data folder keeps.
  const scope = { municipality: vejen, viewer: { kind: 'system' } } as const
  const key = createPrivateKey(readFileSync(join(folder, 'heads-key.pem'), 'utf8'))
  await write(db.worker, scope, (tx) => signHeads(tx, getDay('2026-11-24'), key))
  const exported = await json('export-heads', '0575')
  expectToFit('export-heads', exported.value)
  expect((await json('export-heads', '0575', '--on', '2026-11-24')).value).toEqual(exported.value)
  const file = join(folder, 'heads.json')
  writeFileSync(file, JSON.stringify(exported.value))
  expect((await run('verify', '--heads', file)).code).toBe(0)

  // Whoever holds the database takes away the stored list as well; the one that was kept still tells.
  const last = 'stream_id = $1 and seq = (select max(seq) from event where stream_id = $1)'
  await db.admin.pool.query('delete from chain_head_list')
  await db.admin.pool.query(`delete from event_payload where ${last}`, [town.caseId])
  await db.admin.pool.query(`delete from event where ${last}`, [town.caseId])
  await run('rebuild')
  expect((await run('verify')).code).toBe(0)
  const { code, value } = await json('verify', '--heads', file)
  expectToFit('verify', value)
  expect([code, value.faults]).toEqual([
    1,
    [
      {
        municipality: '0575',
        caseId: town.caseId,
        caseNumber: town.caseNumber,
        kind: 'head',
        what: expect.stringMatching(/^Event \d+, the last on 2026-11-24, is gone\.$/),
      },
    ],
  ])
})

test('a sample takes every case with the same chance, and no more than there are', () => {
  expect(drawFrom([2, 0, 3], 9, () => 0.99)).toEqual([2, 0, 3])
  let turn = 0
  const evenly = () => (turn++ % 10) / 10
  const drawn = drawFrom([100, 900], 200, evenly)
  expect(drawn.reduce((a, b) => a + b)).toBe(200)
  expect(drawn[1]).toBeGreaterThan(150)
})

test('a database without its shape is told as such', async () => {
  const lines: string[] = []
  const admin = new URL(db.urls.admin)
  admin.pathname = '/postgres'
  const code = await main(['verify', '--json'], {
    environment: {
      DATABASE_URL: admin.href,
      DATABASE_ADMIN_URL: admin.href,
      DATABASE_WORKER_URL: admin.href,
      HVERDAG_DATA: folder,
    },
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
  })
  expect([code, lines]).toEqual([1, [expect.stringContaining('hverdag migrate')]])
})
