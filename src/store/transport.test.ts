import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Begun, placeSomebody } from '../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asAuthority, asCitizen, asCommand, asProvider, billund, newUser } from '../../test/support/scopes.ts'
import { PartId, ProviderId } from '../domain/identity.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import type { HandedLeg } from '../domain/transport/lists.ts'
import type { RideOperator } from '../domain/transport/operator.ts'
import { read, write } from './connection.ts'
import { startDemoClock } from './demo-clock.ts'
import type { Scope } from './scope.ts'
import { sql } from './sql.ts'
import {
  addHandover,
  addRideFact,
  type Handover,
  handedLegs,
  lastHandovers,
  type RideFact,
  rideFactsOn,
  rideGrants,
  rideOperators,
  saveRideOperator,
} from './transport.ts'

const day = getDay('2026-11-25')
const kaerhoej = ProviderId.parse('kaerhoej')
const noerrevang = ProviderId.parse('noerrevang')
const newPart = () => PartId.parse(randomUUID())

let db: FreshDatabase
let asta: Begun
let bo: Begun
beforeAll(async () => {
  db = await freshDatabase()
  await write(db.app, asCommand(), (tx) => startDemoClock(tx, day))
  asta = await placeSomebody(db.app)
  bo = await placeSomebody(db.app, { provider: 'noerrevang', givenName: 'Bo' })
})
afterAll(() => db.drop())

const operator = (more: Partial<RideOperator> = {}): RideOperator => ({
  operatorId: newPart(),
  name: 'Sydtrafik',
  phone: '76 60 86 00',
  cancelMinutes: 60,
  windowMinutes: 30,
  providers: [kaerhoej],
  ...more,
})
const save = (one: RideOperator, scope: Scope = asCommand()) =>
  write(db.app, scope, (tx) => saveRideOperator(tx, one))
const operators = (scope: Scope) => read(db.app, scope, rideOperators)

describe('operators', () => {
  test('come back as they were saved and changed; a provider has one, and goes to whoever takes it over', async () => {
    const bus = operator({ name: 'Åbus', providers: [kaerhoej, noerrevang] })
    const taxi = operator({ name: 'Taxa', phone: null, providers: [] })
    await save(bus)
    await save(taxi)
    expect(await operators(asAuthority())).toEqual([taxi, bus])
    await save({ ...taxi, cancelMinutes: 120, providers: [noerrevang] })
    expect(await operators(asProvider('kaerhoej'))).toEqual([
      { ...taxi, cancelMinutes: 120, providers: [noerrevang] },
      { ...bus, providers: [kaerhoej] },
    ])
    await save({ ...taxi, providers: [] })
    expect((await operators(asAuthority())).map((o) => o.providers)).toEqual([[], [kaerhoej]])
    expect(await operators(asAuthority(billund))).toEqual([])
    expect(await operators(asCitizen(asta.personId))).toEqual([])
  })

  test('are saved by casework alone', async () => {
    await expect(save(operator(), asProvider('kaerhoej'))).rejects.toThrow(/row-level security/)
    await expect(save(operator(), asAuthority())).rejects.toThrow(/row-level security/)
  })
})

test('the right is the order’s: of some orders, those that were granted it, with what is needed', async () => {
  const carl = await placeSomebody(db.app, { givenName: 'Carl' })
  const dorte = await placeSomebody(db.app, { givenName: 'Dorte' })
  const needs = { wheelchair: true, companion: false, aids: 'Lift' }
  await write(db.app, asCommand(), async (tx) => {
    await tx.run(sql`
      update service_order set content = content || '{"transport":false}' where order_id = ${carl.orderId}`)
    await tx.run(sql`
      update service_order set state = jsonb_set(state, '{ride}', ${JSON.stringify(needs)}::jsonb)
      where order_id = ${dorte.orderId}`)
  })
  const of = [asta, bo, carl, dorte].map((p) => p.orderId)
  const grants = (scope: Scope) => read(db.app, scope, (tx) => rideGrants(tx, of))
  expect(new Map((await grants(asAuthority())).map((g) => [g.orderId, g.needs]))).toEqual(
    new Map([
      [asta.orderId, null],
      [bo.orderId, null],
      [dorte.orderId, needs],
    ]),
  )
  expect((await grants(asProvider('noerrevang'))).map((g) => g.orderId)).toEqual([bo.orderId])
})

describe('what became of a ride', () => {
  const rideFact = (of: Begun, more: Partial<RideFact> = {}): RideFact => ({
    factId: randomUUID(),
    orderId: of.orderId,
    caseId: of.caseId,
    providerId: kaerhoej,
    day,
    direction: 'there',
    part: 'full',
    kind: 'late',
    at: '2026-11-25T08:00:00.000Z',
    recordedAt: '2026-11-25T08:00:01.000Z',
    actor: { kind: 'staff', userId: newUser(), role: 'providerStaff' },
    ...more,
  })
  const on = (scope: Scope) =>
    read(db.app, scope, async (tx) => (await rideFactsOn(tx, day)).map((f) => f.factId))

  test('is added once, read by its own provider, citizen and authority, and never changed', async () => {
    const late = rideFact(asta)
    const undone = rideFact(asta, { kind: 'undone', refersTo: late.factId, at: '2026-11-25T09:00:00.000Z' })
    const add = (fact: RideFact) => write(db.app, asCommand(), (tx) => addRideFact(tx, fact))
    expect([await add(late), await add({ ...late, kind: 'noShow' }), await add(undone)]).toEqual([1, 0, 1])
    expect(await read(db.app, asCommand(), (tx) => rideFactsOn(tx, day))).toEqual([late, undone])
    const both = [late.factId, undone.factId]
    expect(await on(asProvider('kaerhoej'))).toEqual(both)
    expect(await on(asCitizen(asta.personId))).toEqual(both)
    expect(await on(asAuthority())).toEqual(both)
    expect(await on(asProvider('noerrevang'))).toEqual([])
    expect(await on(asCitizen(bo.personId))).toEqual([])
    expect(await on(asAuthority(billund))).toEqual([])
    await expect(
      write(db.app, asCommand(), (tx) => tx.run(sql`update transport_fact set kind = 'noShow'`)),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('a list that was handed over', () => {
  const leg = (of: Begun, more: Partial<HandedLeg> = {}): HandedLeg => ({
    orderId: of.orderId,
    personId: of.personId,
    providerId: kaerhoej,
    day,
    direction: 'there',
    part: 'full',
    earliest: '08:30',
    latest: '09:00',
    needs: { wheelchair: true, companion: false },
    state: 'planned',
    personVersion: 1,
    ...more,
  })
  const give = (handover: Handover, legs: readonly HandedLeg[]) =>
    write(db.app, asCommand(), (tx) => addHandover(tx, handover, legs))

  test('is kept as it was given, once; the last one is found; a provider sees its own people in it', async () => {
    const bus = operator({ name: 'Bussen' })
    await save(bus)
    const handover = (at: string): Handover => ({
      handoverId: newPart(),
      operatorId: bus.operatorId,
      day,
      givenAt: at,
      givenOn: getDay('2026-11-24'),
      givenBy: newUser(),
    })
    const first = handover('2026-11-24T12:00:00.000Z')
    const second = handover('2026-11-24T15:00:00.000Z')
    const legs = [leg(asta), leg(bo, { providerId: noerrevang, needs: null, direction: 'home' })]
    expect(await give(second, legs)).toBe(1)
    expect(await give(second, [])).toBe(0)
    expect(await give(first, [leg(asta)])).toBe(1)
    const last = (scope: Scope) => read(db.app, scope, (tx) => lastHandovers(tx, day))
    expect(await last(asAuthority())).toEqual([second])
    expect(await last(asProvider('kaerhoej'))).toEqual([second])
    expect(await last(asAuthority(billund))).toEqual([])
    const handed = async (scope: Scope) =>
      (await read(db.app, scope, (tx) => handedLegs(tx, [second.handoverId]))).map(
        ({ handoverId: _, ...one }) => one,
      )
    expect(await handed(asAuthority())).toEqual(legs)
    expect(await handed(asProvider('noerrevang'))).toEqual([legs[1]])
    expect(await handed(asCitizen(asta.personId))).toEqual([])
  })

  test('can be empty, and is never taken back', async () => {
    const bus = operator({ name: 'Den tomme', providers: [] })
    await save(bus)
    const given: Handover = {
      handoverId: newPart(),
      operatorId: bus.operatorId,
      day: getDay('2026-11-26'),
      givenAt: '2026-11-25T12:00:00.000Z',
      givenOn: day,
      givenBy: newUser(),
    }
    expect(await give(given, [])).toBe(1)
    expect(await read(db.app, asCommand(), (tx) => handedLegs(tx, [given.handoverId]))).toEqual([])
    for (const table of [sql`transport_handover`, sql`transport_handover_leg`])
      await expect(write(db.app, asCommand(), (tx) => tx.run(sql`delete from ${table}`))).rejects.toThrow(
        /permission denied/,
      )
  })
})
