import { generateKeyPairSync, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asCommand, asSystem, billund, newCase, vejen } from '../../test/support/scopes.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { compareHeads, findHeadList, findLastHeadList, isGenuine, signHeads } from './chain-heads.ts'
import { read, write } from './connection.ts'
import { withdrawPayload } from './eraser.ts'
import {
  appendEvents,
  type EventToAppend,
  findCommandResult,
  listStreams,
  municipalityStream,
  readStream,
} from './journal.ts'
import { verifyChain } from './verify-chain.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const event = (type: string, payload: unknown = { text: 'Æblegrød & "øl" €' }): EventToAppend => ({
  type,
  payload,
  eventId: randomUUID(),
  typeVersion: 1,
  occurredOn: getDay('2026-11-20'),
  recordedOn: getDay('2026-11-24'),
  recordedAt: '2026-11-24T09:30:00.123Z',
  actor: { kind: 'system', name: 'test' },
  standard: 'vejen-104@1',
})

const append = (streamId = newCase(), expectedSeq = 0, ...types: string[]) =>
  write(db.app, asCommand(), (tx) =>
    appendEvents(tx, { streamId, expectedSeq, events: types.map((type) => event(type)) }),
  )

const faultsOf = async (streamId: ReturnType<typeof newCase>) =>
  (await read(db.app, asSystem(), (tx) => verifyChain(tx, streamId))).faults.map((f) => [f.seq, f.fault])

describe('appending', () => {
  test('gives back exactly what was written, in order', async () => {
    const streamId = newCase()
    const events = [event('applicationReceived', { a: 1, b: ['x', null] }), event('noteRecorded')]
    const appended = await write(db.app, asCommand(), (tx) =>
      appendEvents(tx, { streamId, expectedSeq: 0, events }),
    )
    expect(appended).toEqual({ kind: 'appended', version: 2 })
    const stored = await read(db.app, asCommand(), (tx) => readStream(tx, streamId))
    expect(stored).toEqual(events.map((e, i) => ({ ...e, seq: i + 1 })))
  })

  test('any JSON payload and any text comes back the same and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        async (payload, name) => {
          // PostgreSQL text knows no NUL; the escaped one in a payload it takes.
          fc.pre(!name.includes('\0'))
          const streamId = newCase()
          const one = { ...event('noteRecorded', payload), actor: { kind: 'system' as const, name } }
          await write(db.app, asCommand(), (tx) =>
            appendEvents(tx, { streamId, expectedSeq: 0, events: [one] }),
          )
          const stored = await read(db.app, asCommand(), (tx) => readStream(tx, streamId))
          expect(stored).toEqual([{ ...one, payload: JSON.parse(JSON.stringify(payload)), seq: 1 }])
          expect(await faultsOf(streamId)).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a person and a staff member act, also on behalf of somebody', async () => {
    const streamId = newCase()
    const personId = newCase() as never
    const acts: EventToAppend[] = [
      { ...event('a'), actor: { kind: 'citizen', personId }, onBehalfOf: personId },
      { ...event('b'), actor: { kind: 'staff', userId: personId, role: 'caseworker' } },
    ]
    await write(db.app, asCommand(), (tx) => appendEvents(tx, { streamId, expectedSeq: 0, events: acts }))
    const stored = await read(db.app, asCommand(), (tx) => readStream(tx, streamId))
    expect(stored.map((e) => [e.actor, e.onBehalfOf])).toEqual(acts.map((e) => [e.actor, e.onBehalfOf]))
    expect(await faultsOf(streamId)).toEqual([])
  })

  test('the second of two who saw the same is told what came in between, and leaves nothing behind', async () => {
    const streamId = newCase()
    await append(streamId, 0, 'applicationReceived')
    await append(streamId, 1, 'noteRecorded', 'caseAssigned')
    expect(await append(streamId, 1, 'decisionProposed', 'decisionIssued')).toEqual({
      kind: 'conflict',
      newerTypes: ['noteRecorded', 'caseAssigned'],
    })
    expect(await append(streamId, 0, 'applicationReceived')).toMatchObject({ kind: 'conflict' })
    expect((await read(db.app, asCommand(), (tx) => readStream(tx, streamId))).length).toBe(3)
  })

  test('of many at the same moment exactly one gets through', async () => {
    const streamId = newCase()
    await append(streamId, 0, 'applicationReceived')
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        append(streamId, 1, ...Array.from({ length: 1 + (i % 3) }, () => `by${i}`)),
      ),
    )
    expect(outcomes.filter((o) => o.kind === 'appended').length).toBe(1)
    const stored = await read(db.app, asCommand(), (tx) => readStream(tx, streamId))
    expect(new Set(stored.slice(1).map((e) => e.type)).size).toBe(1)
    expect(await faultsOf(streamId)).toEqual([])
  })

  test('a caller that has seen more than there is, or brings nothing, is a mistake', async () => {
    await expect(append(newCase(), 7, 'x')).rejects.toThrow('has no event 7')
    await expect(append(newCase(), 0)).rejects.toThrow('Nothing to append')
  })

  test('the municipality has a stream of its own, one in each', async () => {
    for (const municipality of [vejen, billund]) {
      await write(db.app, asCommand(municipality), (tx) =>
        appendEvents(tx, {
          streamId: municipalityStream,
          expectedSeq: 0,
          events: [event('standardAdopted')],
        }),
      )
    }
    expect(await read(db.app, asSystem(), (tx) => listStreams(tx, 'municipality', { limit: 9 }))).toEqual([
      municipalityStream,
    ])
  })

  test('streams are listed page by page', async () => {
    const mine = [newCase(), newCase(), newCase()].sort()
    for (const streamId of mine) {
      await write(db.app, asCommand(billund), (tx) =>
        appendEvents(tx, { streamId, expectedSeq: 0, events: [event('x')] }),
      )
    }
    const page = (after?: (typeof mine)[number]) =>
      read(db.app, asSystem(billund), (tx) => listStreams(tx, 'case', { after, limit: 2 }))
    expect(await page()).toEqual(mine.slice(0, 2))
    expect(await page(mine[1])).toEqual(mine.slice(2))
  })
})

describe('a command', () => {
  test('sent twice is carried out once and answered the same', async () => {
    const streamId = newCase()
    const commandId = randomUUID()
    const send = (expectedSeq: number, result: unknown) =>
      write(db.app, asCommand(), (tx) =>
        appendEvents(tx, { streamId, expectedSeq, events: [event('x')], command: { commandId, result } }),
      )
    expect(await send(0, { case: 'first' })).toEqual({ kind: 'appended', version: 1 })
    expect(await send(1, { case: 'second' })).toEqual({ kind: 'repeated', result: { case: 'first' } })
    expect((await read(db.app, asCommand(), (tx) => readStream(tx, streamId))).length).toBe(1)
    expect(await read(db.app, asCommand(), (tx) => findCommandResult(tx, commandId))).toEqual({
      streamId,
      result: { case: 'first' },
    })
    expect(await read(db.app, asCommand(), (tx) => findCommandResult(tx, randomUUID()))).toBeUndefined()
  })

  test('pressed five times at once opens one case', async () => {
    const commandId = randomUUID()
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => {
        const streamId = newCase()
        return write(db.app, asCommand(), (tx) =>
          appendEvents(tx, {
            streamId,
            expectedSeq: 0,
            events: [event('x')],
            command: { commandId, result: streamId },
          }),
        )
      }),
    )
    expect(outcomes.filter((o) => o.kind === 'appended').length).toBe(1)
    const answers = outcomes.flatMap((o) => (o.kind === 'repeated' ? [o.result] : []))
    expect(answers.length).toBe(4)
    expect(new Set(answers).size).toBe(1)
  })

  test('that met a conflict can be tried again under the same id', async () => {
    const streamId = newCase()
    await append(streamId, 0, 'a', 'b')
    const command = { commandId: randomUUID(), result: 'done' }
    const send = (expectedSeq: number) =>
      write(db.app, asCommand(), (tx) =>
        appendEvents(tx, { streamId, expectedSeq, events: [event('c')], command }),
      )
    expect(await send(1)).toEqual({ kind: 'conflict', newerTypes: ['b'] })
    expect(await send(2)).toEqual({ kind: 'appended', version: 3 })
  })
})

describe('what the application may not do, PostgreSQL refuses', () => {
  test.each([
    'update event set type = type',
    'delete from event',
    'truncate event',
    'update event_payload set body = body',
    'delete from event_payload',
    'delete from stream',
    'update document set name = name',
    'delete from access_log',
    'update chain_head_list set body = body',
  ])('%s', async (statement) => {
    for (const pool of [db.app.pool, db.worker.pool]) {
      await expect(pool.query(statement)).rejects.toThrow(/permission denied/)
    }
  })

  test('the eraser may take payloads and nothing else', async () => {
    for (const statement of [
      'delete from event',
      'update event_payload set body = body',
      'delete from stream',
    ]) {
      await expect(db.eraser.pool.query(statement)).rejects.toThrow(/permission denied/)
    }
  })
})

describe('verifying', () => {
  /** Done by someone who holds the database itself. */
  const tamper = (statement: string, streamId: string) => db.admin.pool.query(statement, [streamId])

  test.each([
    ["update event set occurred_on = '2026-11-01' where stream_id = $1 and seq = 2", [[2, 'envelope']]],
    [
      "update event set actor = jsonb_set(actor, '{name}', '\"other\"') where stream_id = $1 and seq = 2",
      [[2, 'envelope']],
    ],
    ["update event_payload set body = '{}' where stream_id = $1 and seq = 2", [[2, 'payload']]],
    ['delete from event_payload where stream_id = $1 and seq = 2', [[2, 'payloadMissing']]],
  ] as const)('finds: %s', async (statement, faults) => {
    const streamId = newCase()
    await append(streamId, 0, 'a', 'b', 'c')
    expect(await faultsOf(streamId)).toEqual([])
    await tamper(statement, streamId)
    expect(await faultsOf(streamId)).toEqual(faults)
  })

  test('finds an event taken out of the middle, and one put in another place', async () => {
    const streamId = newCase()
    await append(streamId, 0, 'a', 'b', 'c')
    await tamper('delete from event_payload where stream_id = $1 and seq = 2', streamId)
    await tamper('delete from event where stream_id = $1 and seq = 2', streamId)
    expect(await faultsOf(streamId)).toEqual([[3, 'gap']])

    const forged = newCase()
    await append(forged, 0, 'a', 'b')
    await tamper(
      "update event set previous_hash = decode(repeat('ab', 32), 'hex') where stream_id = $1 and seq = 2",
      forged,
    )
    expect(await faultsOf(forged)).toEqual([
      [2, 'order'],
      [2, 'envelope'],
    ])
  })
})

describe('the eraser', () => {
  test('takes one payload away, says so, and the chain still verifies', async () => {
    const streamId = newCase()
    await append(streamId, 0, 'a', 'b')
    const { type: _, payload: __, typeVersion: ___, ...envelope } = event('')
    const withdraw = (expectedSeq: number) =>
      write(db.eraser, asSystem(), (tx) =>
        withdrawPayload(tx, {
          streamId,
          seq: 2,
          expectedSeq,
          reason: 'wrong person',
          authority: 'DPO',
          envelope,
        }),
      )
    expect(await withdraw(1)).toMatchObject({ kind: 'conflict' })
    expect((await read(db.app, asSystem(), (tx) => readStream(tx, streamId)))[1]).toHaveProperty('payload')

    expect(await withdraw(2)).toEqual({ kind: 'appended', version: 3 })
    const stored = await read(db.app, asSystem(), (tx) => readStream(tx, streamId))
    expect(stored[1]).toMatchObject({ type: 'b', withdrawn: true })
    expect(stored[1]).not.toHaveProperty('payload')
    expect(stored[2]).toMatchObject({
      type: 'payloadWithdrawn',
      payload: { seq: 2, reason: 'wrong person', authority: 'DPO' },
    })
    expect(await faultsOf(streamId)).toEqual([])
    expect(await withdraw(3)).toEqual({ kind: 'nothingThere' })
  })
})

describe('the signed list of heads', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const day = getDay('2026-11-24')

  test('finds a dropped last event and a chain written anew, which the chain itself does not', async () => {
    const [kept, dropped, rewritten] = [newCase(), newCase(), newCase()]
    for (const streamId of [kept, dropped, rewritten]) await append(streamId, 0, 'a', 'b')
    const list = await write(db.worker, asSystem(), (tx) => signHeads(tx, day, privateKey))
    await append(kept, 2, 'c')
    expect(await read(db.app, asSystem(), (tx) => compareHeads(tx, list))).toEqual([])

    for (const [streamId, from] of [
      [dropped, 2],
      [rewritten, 1],
    ] as const) {
      await db.admin.pool.query('delete from event_payload where stream_id = $1 and seq >= $2', [
        streamId,
        from,
      ])
      await db.admin.pool.query('delete from event where stream_id = $1 and seq >= $2', [streamId, from])
    }
    await append(rewritten, 0, 'a', 'forged')
    expect(await faultsOf(dropped)).toEqual([])
    expect(await faultsOf(rewritten)).toEqual([])
    const faults = await read(db.app, asSystem(), (tx) => compareHeads(tx, list))
    expect(new Map(faults.map((f) => [f.streamId, [f.seq, f.fault]]))).toEqual(
      new Map([
        [dropped, [2, 'missing']],
        [rewritten, [2, 'rewritten']],
      ]),
    )
  })

  test('is made once a day, is genuine only unchanged, and is this municipality’s', async () => {
    const other = getDay('2026-11-25')
    const list = await write(db.worker, asSystem(), (tx) => signHeads(tx, other, privateKey))
    await append(newCase(), 0, 'a')
    expect(await write(db.worker, asSystem(), (tx) => signHeads(tx, other, privateKey))).toEqual(list)
    expect(await read(db.app, asSystem(), (tx) => findHeadList(tx, other))).toEqual(list)
    expect(await read(db.app, asSystem(), (tx) => findLastHeadList(tx))).toEqual(list)
    expect(await read(db.app, asSystem(billund), (tx) => findHeadList(tx, other))).toBeUndefined()

    expect(isGenuine(list, vejen, publicKey)).toBe(true)
    expect(isGenuine(list, vejen, privateKey)).toBe(true)
    expect(isGenuine(list, billund, publicKey)).toBe(false)
    expect(isGenuine({ ...list, body: list.body.replace('a', 'b') }, vejen, publicKey)).toBe(false)
    expect(isGenuine(list, vejen, generateKeyPairSync('ed25519').publicKey)).toBe(false)
  })
})
