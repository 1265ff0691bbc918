import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asAuthority, asCitizen, asProvider, asSystem, newPerson, vejen } from '../../test/support/scopes.ts'
import { settleTown, type Town } from '../../test/support/town.ts'
import { readCaseEvent } from '../domain/case/events.ts'
import { copenhagenDay } from '../domain/time/calendar-day.ts'
import { stopRenderer } from '../letters/pdf/render-pdf.ts'
import { read, write } from '../store/connection.ts'
import { withdrawPayload } from '../store/eraser.ts'
import { readStream } from '../store/journal.ts'
import type { Scope } from '../store/scope.ts'
import { type House, versionOn } from './house.ts'
import { findCase, findCaseNumbered } from './load-case.ts'
import { perform } from './perform.ts'
import { rebuildStream } from './rebuild.ts'

let db: FreshDatabase
let house: House
let town: Town

beforeAll(async () => {
  db = await freshDatabase()
  house = openTestApp({ database: db, routes: [] }).house
  town = await settleTown(house)
})
afterAll(async () => {
  await db.drop()
  await stopRenderer()
})

const byId = (scope: Scope) => read(db.app, scope, (tx) => findCase(tx, town.caseId))
const byNumber = (scope: Scope) => read(db.app, scope, (tx) => findCaseNumbered(tx, town.caseNumber))
const fromTheJournal = async () =>
  (await read(db.app, asSystem(), (tx) => readStream(tx, town.caseId))).map(readCaseEvent)

async function assign() {
  const municipality = house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const { unit } = versionOn(municipality, copenhagenDay(house.now())).terms
  const done = await perform(
    house,
    {
      municipality: vejen,
      today: copenhagenDay(house.now()),
      subject: { roles: ['caseworker'], userId: town.caseworker, unit },
      actor: { kind: 'staff', userId: town.caseworker, role: 'caseworker' },
    },
    {
      caseId: town.caseId,
      commandId: randomUUID(),
      command: { type: 'assignCase', input: { unit, userId: town.caseworker } },
    },
  )
  expect(done).toHaveProperty('version')
}

test('a case is parsed once, and never told as it was before its last event', async () => {
  const first = await byId(asAuthority())
  expect(await byId(asSystem())).toBe(first)
  await assign()
  const second = await byId(asAuthority())
  expect(second?.history.length).toBeGreaterThan(first?.history.length ?? 0)
  expect(second?.history).toEqual(await fromTheJournal())
  expect((await byNumber(asAuthority()))?.history).toEqual(second?.history)
  // What came in by another process, without this one's doing.
  expect(second?.file.caseworker).toBe(town.caseworker)
  expect(await rebuildStream(house, vejen, town.caseId)).toEqual([])
})

test('who may not see a case is told of none, though somebody has just read it', async () => {
  for (const find of [byId, byNumber]) {
    expect(await find(asAuthority())).toBeDefined()
    expect(await find(asCitizen(town.citizen))).toBeDefined()
    expect(await find(asCitizen(newPerson()))).toBeUndefined()
    expect(await find(asProvider('andetsteds'))).toBeUndefined()
    expect(await find(asAuthority('0530' as typeof vejen))).toBeUndefined()
  }
})

test('a payload that was taken away is gone from what was held', async () => {
  const held = await byId(asSystem())
  const seq = held?.history.find((event) => event.type === 'caseAssigned')?.seq ?? 0
  const [sample] = await fromTheJournal()
  if (held === undefined || sample === undefined) throw new Error('no case')
  const { occurredOn, recordedOn, recordedAt, actor, standard } = sample
  await write(db.eraser, asSystem(), (tx) =>
    withdrawPayload(tx, {
      streamId: town.caseId,
      seq,
      expectedSeq: held.head.seq,
      reason: 'wrong person',
      authority: 'DPO',
      envelope: { eventId: randomUUID(), occurredOn, recordedOn, recordedAt, actor, standard },
    }),
  )
  const after = await byId(asSystem())
  expect(after?.file.withheld).toEqual([seq])
  expect(after?.history).toEqual(await fromTheJournal())
})
