import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../test/support/app.ts'
import { asStaffOn, type ClosedCase, closedCase, deliverNow, done } from '../../test/support/closed-case.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asCommand, asSystem, newUser, vejen } from '../../test/support/scopes.ts'
import type { DocumentHash } from '../domain/identity.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { stopRenderer } from '../letters/pdf/render-pdf.ts'
import { signHeads } from '../store/chain-heads.ts'
import { read, write } from '../store/connection.ts'
import { moveDemoClock, startDemoClock } from '../store/demo-clock.ts'
import { eraseCase, tombstones } from '../store/retention.ts'
import { eraseDueCases } from './erase-cases.ts'
import type { House } from './house.ts'
import { findCase } from './load-case.ts'
import { verifyMunicipality } from './verify-all.ts'

let db: FreshDatabase
let house: House
let eraser: House
const [caseworker, leader, administrator] = [newUser(), newUser(), newUser()]
const today = '2026-11-30'
const { privateKey } = generateKeyPairSync('ed25519')

const as = {
  caseworker: () => asStaffOn(house, caseworker, 'caseworker', today),
  leader: () => asStaffOn(house, leader, 'manager', today),
  administrator: () => asStaffOn(house, administrator, 'administrator', today),
}

beforeAll(async () => {
  db = await freshDatabase()
  house = openTestApp({ database: db, routes: [] }).house
  eraser = { ...house, db: db.eraser }
  await write(db.app, asCommand(vejen), (tx) => startDemoClock(tx, getDay(today)))
})
afterAll(async () => {
  await db.drop()
  await stopRenderer()
})

const sweep = (day = today) => eraseDueCases(eraser, { municipality: vejen, today: getDay(day) })
const stones = () => read(db.app, asSystem(vejen), (tx) => tombstones(tx, 100))
const verify = () => verifyMunicipality(house, vejen, { which: 'all', key: privateKey })
const find = ({ caseId }: ClosedCase) => read(db.app, asSystem(vejen), (tx) => findCase(tx, caseId))
const directly = ({ caseId }: ClosedCase, most = 5) =>
  write(db.eraser, asSystem(vejen), (tx) => eraseCase(tx, caseId, most))

const approve = (one: ClosedCase, hash: DocumentHash) =>
  done(house, as.administrator(), one.caseId, { type: 'approveErasure', input: { package: hash } })

/** Delivered by the leader and approved by the administrator. */
async function approved(days?: Parameters<typeof closedCase>[2]): Promise<ClosedCase> {
  const one = await closedCase(house, caseworker, days)
  await approve(one, (await deliverNow(house, one.caseId, as.leader())).hash)
  return one
}

/** Every table that says anything of a case or its person, told by the catalogue. */
async function rowsAbout({ caseId, personId }: ClosedCase): Promise<readonly string[]> {
  const { rows: columns } = await db.admin.pool.query<{ table: string; column: string }>(`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.column_name in ('case_id', 'stream_id', 'person_id')`)
  const found: string[] = []
  for (const { table, column } of columns) {
    const { rowCount } = await db.admin.pool.query(
      `select from ${table} where ${column} = any ($1::uuid[])`,
      [[caseId, personId]],
    )
    if (rowCount) found.push(table)
  }
  return [...new Set(found)].sort()
}

describe('erasing', () => {
  test('takes the case whole, and leaves a tombstone with nothing of a person', async () => {
    const one = await approved()
    expect(await rowsAbout(one)).toEqual(
      expect.arrayContaining(['case_file', 'document', 'event', 'event_payload', 'person', 'stream']),
    )
    await write(db.worker, asSystem(vejen), (tx) => signHeads(tx, getDay(today), privateKey))
    expect((await verify()).faults).toEqual([])

    const [stone] = await sweep()
    expect(stone).toMatchObject({
      caseId: one.caseId,
      caseNumber: one.caseNumber,
      erasedOn: today,
      closedOn: '2020-02-03',
      keptUntil: '2025-02-03',
      reference: 'AV-1042',
      deliveredBy: leader,
      approvedBy: administrator,
    })
    expect(stone?.erased).toMatchObject({ people: 1 })
    expect(stone?.erased.events).toBeGreaterThan(3)
    expect(stone?.erased.documents).toBeGreaterThan(1)
    expect(await find(one)).toBeUndefined()
    expect(await rowsAbout(one)).toEqual(['case_tombstone'])
    expect(JSON.stringify(stone)).not.toMatch(/Gunhild|Forglemt/)

    // The signed list still knows the chain, and the municipality's own chain says why it is gone.
    expect((await verify()).faults).toEqual([])
    expect(await sweep()).toEqual([])
  })

  test('a case that is gone without a tombstone is found, and so is a tombstone that nothing tells of', async () => {
    const one = await closedCase(house, caseworker)
    await write(db.worker, asSystem(vejen), (tx) => signHeads(tx, getDay('2026-12-01'), privateKey))
    for (const [table, column] of [
      ['event_payload', 'stream_id'],
      ['event', 'stream_id'],
      ['document', 'stream_id'],
      ['case_file', 'case_id'],
      ['stream', 'stream_id'],
    ])
      await db.admin.pool.query(`delete from ${table} where ${column} = $1`, [one.caseId])
    const gone = (await verify()).faults.filter(({ kind }) => kind === 'head')
    expect(gone).toEqual([expect.objectContaining({ caseId: one.caseId })])

    await db.admin.pool.query(
      `insert into case_tombstone select municipality, $1, '2020-9999', erased_on, 25, closed_on, kept_until, delivered_on,
         reference, package, delivered_by, approved_on, approved_by, last_seq, head, erased from case_tombstone limit 1`,
      [one.caseId],
    )
    const faults = (await verify()).faults.map(({ kind, what }) => `${kind} ${what}`)
    expect(faults).toContain('erasure The erased case 2020-9999 is not told of in the municipality’s chain.')
    expect(faults.filter((f) => f.startsWith('head'))).toHaveLength(1)
    await db.admin.pool.query(`delete from case_tombstone where case_id = $1`, [one.caseId])
    await db.admin.pool.query(`update case_tombstone set reference = 'andet'`)
    expect((await verify()).faults.map(({ what }) => what)).toContainEqual(
      expect.stringMatching(/has a tombstone that says something else/),
    )
    await db.admin.pool.query(`update case_tombstone set reference = 'AV-1042'`)
    await db.admin.pool.query('truncate chain_head_list')
    for (const table of ['obligation', 'case_access', 'post', 'case_retention'])
      await db.admin.pool.query(`delete from ${table} where case_id = $1`, [one.caseId])
  })

  test('nothing is erased before it is delivered, approved, kept and free of holds: the sweep and PostgreSQL say so', async () => {
    const open = await closedCase(house, caseworker)
    await expect(directly(open)).rejects.toThrow(/not in the archive/)
    const made = await deliverNow(house, open.caseId, as.leader())
    await expect(directly(open)).rejects.toThrow(/nobody has approved/)
    await approve(open, made.hash)
    await done(house, as.leader(), open.caseId, {
      type: 'holdErasure',
      input: { ground: 'disposalBan', because: 'Arkivet vil se den.' },
    })
    await expect(directly(open)).rejects.toThrow(/held/)
    const file = (await find(open))?.file
    const holdId = file?.retention.holds[0]?.holdId
    if (holdId === undefined) throw new Error('nothing is held')
    await done(house, as.leader(), open.caseId, {
      type: 'releaseErasure',
      input: { holdId, because: 'Set.' },
    })
    await expect(directly(open)).rejects.toThrow(/nobody has approved/)
    await approve(open, made.hash)
    await done(house, as.caseworker(), open.caseId, {
      type: 'recordNote',
      input: { kind: 'internal', text: 'Et sent notat.', happenedOn: getDay(today) },
    })
    await expect(directly(open)).rejects.toThrow(/not in the archive as it is/)
    expect(await sweep()).toEqual([])

    const young = await closedCase(house, caseworker, { applied: '2026-01-05', closed: '2026-02-02' })
    await deliverNow(house, young.caseId, as.leader())
    await expect(directly(young)).rejects.toThrow(/kept until/)
    expect(await find(young)).toBeDefined()
  })

  test('never more in a day than the standard says, whoever asks; the next day goes on', async () => {
    const before = (await stones()).filter((s) => s.erasedOn === today).length
    const some: ClosedCase[] = []
    for (let n = 0; n < 6; n += 1) some.push(await approved({ applied: '2019-01-07', closed: '2019-02-04' }))
    expect(await sweep()).toHaveLength(5 - before)
    expect(await sweep()).toEqual([])
    const left = (await Promise.all(some.map(find))).filter((c) => c !== undefined)
    expect(left).toHaveLength(6 - (5 - before))
    const [next] = left
    if (next === undefined) throw new Error('nothing is left')
    await expect(directly({ ...next, caseNumber: '', personId: next.file.personId })).rejects.toThrow(
      /no more than 5/,
    )
    await write(db.app, asCommand(vejen), (tx) => moveDemoClock(tx, getDay('2026-12-01')))
    expect(await sweep('2026-12-01')).toHaveLength(left.length)
    expect((await verify()).faults).toEqual([])
  })

  test('only the eraser may, and only by the one function', async () => {
    for (const role of [db.app, db.worker])
      await expect(
        write(role, asSystem(vejen), (tx) =>
          eraseCase(tx, '00000000-0000-4000-8000-000000000000' as never, 5),
        ),
      ).rejects.toThrow(/permission denied/)
    for (const statement of [
      'delete from document',
      'delete from case_tombstone',
      'insert into case_tombstone default values',
    ])
      await expect(db.eraser.pool.query(statement)).rejects.toThrow(/permission denied/)
    await expect(db.eraser.pool.query("select erase_people('{}')")).rejects.toThrow(/permission denied/)
  })
})
