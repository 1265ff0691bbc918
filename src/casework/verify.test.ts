import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asSystem, vejen } from '../../test/support/scopes.ts'
import { settleTown, type Town } from '../../test/support/town.ts'
import { type CaseId, CaseId as CaseIdOf } from '../domain/identity.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { stopRenderer } from '../letters/pdf/render-pdf.ts'
import { signHeads } from '../store/chain-heads.ts'
import { read, write } from '../store/connection.ts'
import { withdrawPayload } from '../store/eraser.ts'
import { appendEvents, municipalityStream, readStream } from '../store/journal.ts'
import type { House } from './house.ts'
import { performForMunicipality } from './municipality.ts'
import { rebuildStream } from './rebuild.ts'
import { verifyMunicipality, type Which } from './verify-all.ts'

let db: FreshDatabase
let house: House
const { privateKey } = generateKeyPairSync('ed25519')

beforeAll(async () => {
  db = await freshDatabase()
  house = openTestApp({ database: db, routes: [] }).house
})
afterAll(async () => {
  await db.drop()
  await stopRenderer()
})

/** A case of its own, in order. */
const aCase = (): Promise<Town> => settleTown(house)

const verify = (which: Which, key = privateKey) => verifyMunicipality(house, vejen, { which, key })
const faultsOf = async (caseId: CaseId) => (await verify({ caseId })).faults

/** As whoever owns the database could, past every rule. */
const tamper = (statement: string, ...values: unknown[]) => db.admin.pool.query(statement, values)

describe('verify', () => {
  test('finds nothing in a case that is in order, and prints its letters again', async () => {
    const { caseId } = await aCase()
    expect(await verify({ caseId })).toEqual({ cases: 1, letters: 1, headsOf: undefined, faults: [] })
  })

  test('names the case whose payload was changed', async () => {
    const { caseId, caseNumber } = await aCase()
    await tamper(
      `update event_payload set body = replace(body, '"soonest"', '"from","day":"2027-05-01"') where stream_id = $1 and seq = 1`,
      caseId,
    )
    const faults = await faultsOf(caseId)
    expect(faults).toContainEqual({
      kind: 'chain',
      what: 'Event 1: its payload is not the one that was recorded.',
      caseId,
      caseNumber,
    })
  })

  test('says of a payload that is no longer readable that the history is not', async () => {
    const { caseId, caseNumber } = await aCase()
    await tamper(`update event_payload set body = 'nothing' where stream_id = $1 and seq = 2`, caseId)
    const kinds = (await faultsOf(caseId)).map((f) => [f.kind, f.caseNumber])
    expect(kinds).toEqual([
      ['chain', caseNumber],
      ['history', caseNumber],
    ])
  })

  test('names the case whose row was changed, and a rebuild mends it', async () => {
    const { caseId, caseNumber } = await aCase()
    await tamper(
      `update obligation set due_on = due_on + 30 where case_id = $1 and key like 'K2.1-1:%'`,
      caseId,
    )
    await tamper(`update case_file set phase = 'decided' where case_id = $1`, caseId)
    const faults = await faultsOf(caseId)
    expect(faults.map((f) => [f.kind, f.what, f.caseNumber])).toEqual([
      ['projection', `The row «case_file ${caseNumber}» is not what the history comes to.`, caseNumber],
      ['projection', 'The row «obligation K2.1-1:decision-1» is not what the history comes to.', caseNumber],
    ])
    expect(await rebuildStream(house, vejen, caseId)).toEqual([
      `case_file ${caseNumber}`,
      'obligation K2.1-1:decision-1',
    ])
    expect(await faultsOf(caseId)).toEqual([])
    expect(await rebuildStream(house, vejen, caseId)).toEqual([])
  })

  test('finds a row that was taken away, and one that was put in', async () => {
    const { caseId } = await aCase()
    await tamper(`delete from obligation where case_id = $1 and key like 'K2.1-2:%'`, caseId)
    await tamper(
      `insert into case_access (municipality, case_id, person_id, relation, subject, valid_from)
       select municipality, case_id, person_id, 'provider', 'kaerhoej', '2026-01-01' from case_file where case_id = $1`,
      caseId,
    )
    expect((await faultsOf(caseId)).map((f) => f.what)).toEqual([
      'The row «obligation K2.1-2:notice-1» is not what the history comes to.',
      'The row «case_access provider kaerhoej 2026-01-01» is not what the history comes to.',
    ])
  })

  test('names the case of a letter whose bytes were changed, also under a hash of its own', async () => {
    const { caseId, caseNumber } = await aCase()
    const bytes = `overlay(bytes placing '\\x00'::bytea from 400)`
    const ofPdf = `stream_id = $1 and media_type = 'application/pdf'`
    await tamper('alter table document drop constraint document_check1')
    await tamper(`update document set bytes = ${bytes} where ${ofPdf}`, caseId)
    const faults = await faultsOf(caseId)
    expect(faults.map((f) => [f.kind, f.caseNumber])).toEqual([
      ['document', caseNumber],
      ['letter', caseNumber],
    ])
    expect(faults[1]?.what).toMatch(
      /^The letter .* \(receipt\) is not what its inputs print: the bytes differ\.$/,
    )

    await tamper(`update document set hash = encode(sha256(bytes), 'hex') where ${ofPdf}`, caseId)
    expect((await faultsOf(caseId)).map((f) => f.what)).toEqual([
      expect.stringMatching(/^The letter .* is not there\.$/),
    ])
  })

  test('a payload that the eraser took away still verifies, once its rows are rebuilt', async () => {
    const { caseId } = await aCase()
    const last = (await tamper('select max(seq) as last from event where stream_id = $1', caseId)).rows[0]
    await write(db.eraser, asSystem(vejen), (tx) =>
      withdrawPayload(tx, {
        streamId: caseId,
        seq: last.last,
        expectedSeq: last.last,
        reason: 'wrong person',
        authority: 'the data protection officer',
        envelope: {
          eventId: randomUUID(),
          occurredOn: getDay('2026-11-24'),
          recordedOn: getDay('2026-11-24'),
          recordedAt: '2026-11-24T10:00:00.000Z',
          actor: { kind: 'system', name: 'eraser' },
          standard: 'vejen-104@1',
        },
      }),
    )
    expect((await rebuildStream(house, vejen, caseId)).length).toBeGreaterThan(0)
    expect(await faultsOf(caseId)).toEqual([])
  })

  test('names the cases whose last event was dropped or whose chain was written anew, by the signed list', async () => {
    const [dropped, rewritten, fine] = [await aCase(), await aCase(), await aCase()]
    const day = getDay('2026-11-24')
    await write(db.worker, asSystem(vejen), (tx) => signHeads(tx, day, privateKey))
    const drop = async (caseId: CaseId, from: number) => {
      await tamper('delete from event_payload where stream_id = $1 and seq >= $2', caseId, from)
      await tamper('delete from event where stream_id = $1 and seq >= $2', caseId, from)
    }
    const { rows } = await tamper('select max(seq) as last from event where stream_id = $1', dropped.caseId)
    await drop(dropped.caseId, rows[0].last)
    // Written anew with the product's own means: a chain in order, and not the one that was signed.
    const events = await read(db.app, asSystem(vejen), (tx) => readStream(tx, rewritten.caseId))
    await drop(rewritten.caseId, 1)
    await write(db.app, asSystem(vejen), (tx) =>
      appendEvents(tx, {
        streamId: rewritten.caseId,
        expectedSeq: 0,
        events: events.map(({ seq: _, ...event }) => ({ payload: {}, ...event })),
      }),
    )

    const head = async (caseId: CaseId) => (await faultsOf(caseId)).filter((f) => f.kind === 'head')
    expect(await head(dropped.caseId)).toEqual([
      {
        kind: 'head',
        what: `Event ${rows[0].last}, the last on 2026-11-24, is gone.`,
        caseId: dropped.caseId,
        caseNumber: dropped.caseNumber,
      },
    ])
    expect(await faultsOf(rewritten.caseId)).toEqual([
      {
        kind: 'head',
        what: `Event ${events.length}, the last on 2026-11-24, is not the one that stood there.`,
        caseId: rewritten.caseId,
        caseNumber: rewritten.caseNumber,
      },
    ])
    expect(await head(fine.caseId)).toEqual([])
    // A sample of none still tells of what the list says.
    const sampled = await verify({ sample: 0 })
    expect(new Set(sampled.faults.filter((f) => f.kind === 'head').map((f) => f.caseId))).toContain(
      dropped.caseId,
    )
  })

  test('does not take a list that somebody else signed', async () => {
    const { caseId } = await aCase()
    const other = generateKeyPairSync('ed25519').privateKey
    const { faults } = await verify({ caseId }, other)
    expect(faults.map((f) => f.what)).toEqual([
      'The list of heads of 2026-11-24 is not signed with this municipality’s key.',
    ])
  })

  test('sees to the municipality’s own stream as well', async () => {
    const { manager } = await aCase()
    const asking = {
      municipality: vejen,
      today: getDay('2026-11-24'),
      subject: { roles: ['manager'], userId: manager },
      actor: { kind: 'staff', userId: manager, role: 'manager' },
    } as const
    const command = { type: 'adoptStandard', input: { standard: 'vejen-104', version: '1' } } as const
    const done = await performForMunicipality(house, asking, { command, commandId: randomUUID() })
    expect(done).toEqual({ version: 1 })
    const own = async () =>
      (await verify({ sample: 0 })).faults.filter((f) => f.caseId === undefined && f.kind !== 'headList')
    expect(await own()).toEqual([])

    await tamper(
      `update obligation set met_on = '2026-11-24' where case_id = $1 and key = 'RSL-3:published-1'`,
      municipalityStream,
    )
    expect(await own()).toEqual([
      { kind: 'projection', what: expect.stringMatching(/^The row «obligation RSL-3:published-1»/) },
    ])
    expect(await rebuildStream(house, vejen, municipalityStream)).toEqual(['obligation RSL-3:published-1'])
    expect(await own()).toEqual([])

    await tamper(`update event_payload set body = '{}' where stream_id = $1`, municipalityStream)
    expect((await own()).map((f) => f.kind)).toEqual(['chain', 'history'])
  })

  test('of no case there is nothing to say but that it is none', async () => {
    const nowhere = CaseIdOf.parse(randomUUID())
    expect(await faultsOf(nowhere)).toEqual([])
  })
})
