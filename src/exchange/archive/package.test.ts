import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../../test/support/app.ts'
import {
  asStaffOn,
  type ClosedCase,
  closedCase,
  deliverNow,
  done,
  packageNow,
} from '../../../test/support/closed-case.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asSystem, newUser, vejen } from '../../../test/support/scopes.ts'
import type { House } from '../../casework/house.ts'
import { caseEventTypes, readCaseEvent } from '../../domain/case/events.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { stopRenderer } from '../../letters/pdf/render-pdf.ts'
import { read, write } from '../../store/connection.ts'
import { readDocuments } from '../../store/documents.ts'
import { readStream } from '../../store/journal.ts'
import { saveUser } from '../../store/users.ts'
import { eventNames } from '../../web/authority/event-words.ts'
import { readCsv, toCsv } from './csv.ts'
import { allCodes, fieldsOf, wordOfCode, wordOfField } from './described.ts'

describe('a table as text', () => {
  test('read back it is what it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 1 })), (rows) => {
        expect(readCsv(toCsv(rows))).toEqual(rows)
      }),
    )
  })
  test.each(['a,b', '"a', '"a"b', '"a";"b"'])('%s is none', (text) => {
    expect(() => readCsv(text)).toThrow()
  })
})

describe('the description', () => {
  test('has a word for every field of every event', () => {
    const missing = caseEventTypes.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => field.path !== '' && wordOfField(field) === undefined)
        .map(({ path }) => `${type}.${path}`),
    )
    expect(missing).toEqual([])
  })
  test('and for every code', () => {
    expect(allCodes().filter((code) => wordOfCode(code) === undefined)).toEqual([])
    expect(wordOfCode('withdrawn')).toBe('trukket tilbage')
    expect(wordOfCode('7e419926-bb04-4829-99c9-95ea20403c2c')).toBe('Social aktivitet')
  })
})

describe('the package of a closed case', () => {
  let db: FreshDatabase
  let house: House
  let one: ClosedCase
  const [caseworker, leader] = [newUser(), newUser()]

  beforeAll(async () => {
    db = await freshDatabase()
    house = openTestApp({ database: db, routes: [] }).house
    await write(db.app, asSystem(vejen), (tx) =>
      saveUser(tx, {
        userId: caseworker,
        subject: 'sanne',
        name: 'Sanne Friis',
        phone: null,
        email: null,
        unit: null,
        roles: ['caseworker'],
        providerId: null,
        active: true,
      }),
    )
    one = await closedCase(house, caseworker)
  })
  afterAll(async () => {
    await db.drop()
    await stopRenderer()
  })

  const filesOf = async () => unzipSync((await packageNow(house, one.caseId)).bytes)
  const tableOf = (files: Record<string, Uint8Array>, name: string): readonly Record<string, string>[] => {
    const [head = [], ...rows] = readCsv(strFromU8(files[name] ?? new Uint8Array()))
    return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i] ?? ''])))
  }

  test('holds each event of the journal word for word, and each document byte for byte', async () => {
    const files = await filesOf()
    const rows = tableOf(files, 'tabeller/haendelser.csv')
    const stored = await read(db.app, asSystem(vejen), (tx) => readStream(tx, one.caseId))
    expect(rows).toHaveLength(stored.length)
    const back = rows.map((row) =>
      readCaseEvent({
        seq: Number(row.nr),
        eventId: row.haendelse,
        type: row.type,
        typeVersion: Number(row.version),
        occurredOn: row.skete,
        recordedOn: row.skrevet,
        recordedAt: row.skrevet_kl,
        actor:
          row.aktoer_type === 'staff'
            ? { kind: 'staff', userId: row.aktoer, role: row.rolle }
            : { kind: 'system', name: row.aktoer },
        standard: row.standard,
        payload: JSON.parse(row.indhold ?? ''),
      }),
    )
    expect(back).toEqual(stored.map(readCaseEvent))
    const bodies = await db.admin.pool.query<{ body: string }>(
      'select body from event_payload where stream_id = $1 order by seq',
      [one.caseId],
    )
    expect(rows.map((row) => row.indhold)).toEqual(bodies.rows.map(({ body }) => body))

    const documents = await read(db.app, asSystem(vejen), (tx) => readDocuments(tx, one.caseId))
    expect(documents.length).toBeGreaterThan(1)
    for (const { hash, bytes } of documents) {
      const row = tableOf(files, 'tabeller/dokumenter.csv').find((d) => d.sha256 === hash)
      expect(Buffer.from(files[row?.fil ?? ''] ?? []).equals(Buffer.from(bytes))).toBe(true)
    }
  })

  test('says who the people are, and why the case was closed', async () => {
    const files = await filesOf()
    expect(tableOf(files, 'tabeller/personer.csv')).toMatchObject([
      { person: one.personId, fornavn: 'Gunhild', efternavn: 'Forglemt' },
    ])
    expect(tableOf(files, 'tabeller/medarbejdere.csv')).toEqual([
      { medarbejder: caseworker, navn: 'Sanne Friis' },
    ])
    expect(tableOf(files, 'tabeller/sag.csv')).toMatchObject([
      { sag: one.caseId, sagsnummer: one.caseNumber, lukket: '2020-02-03', lukket_grund: 'withdrawn' },
    ])
    expect(tableOf(files, 'koder.csv')).toContainEqual({
      kode: 'caseClosed',
      betydning: eventNames('da').caseClosed,
    })
  })

  test('describes every column of every table, and sums every file', async () => {
    const files = await filesOf()
    const described = tableOf(files, 'tabeller.csv')
    for (const name of Object.keys(files).filter((n) => n.startsWith('tabeller/'))) {
      const table = name.slice('tabeller/'.length, -'.csv'.length)
      const [head = []] = readCsv(strFromU8(files[name] ?? new Uint8Array()))
      for (const column of ['', ...head])
        expect(described.find((d) => d.tabel === table && d.kolonne === column)?.betydning).toMatch(/\w/)
      expect(strFromU8(files['LAES-MIG.txt'] ?? new Uint8Array())).toContain(name)
    }
    const sums = strFromU8(files['sha256.txt'] ?? new Uint8Array())
    const summed = Object.keys(files).filter((name) => name !== 'sha256.txt')
    expect(sums.trimEnd().split('\n')).toEqual(
      summed.map(
        (name) =>
          `${createHash('sha256')
            .update(files[name] ?? '')
            .digest('hex')}  ${name}`,
      ),
    )
  })

  test('is the same bytes each time, also when its delivery is on record; and others when something is added', async () => {
    const by = asStaffOn(house, leader, 'manager', '2026-11-30')
    const first = await packageNow(house, one.caseId)
    const delivered = await deliverNow(house, one.caseId, by)
    const again = await packageNow(house, one.caseId)
    expect([delivered.hash, again.hash]).toEqual([first.hash, first.hash])
    expect(createHash('sha256').update(again.bytes).digest('hex')).toBe(first.hash)
    await done(house, asStaffOn(house, caseworker, 'caseworker', '2026-11-30'), one.caseId, {
      type: 'recordNote',
      input: { kind: 'internal', text: 'Sent.', happenedOn: getDay('2026-11-30') },
    })
    expect((await packageNow(house, one.caseId)).hash).not.toBe(first.hash)
  })
})
