import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeSomebody } from '../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { access, caseRow, order, projections } from '../../test/support/projections.ts'
import {
  asAuthority,
  asCitizen,
  asCommand,
  asProvider,
  billund,
  newCase,
  newPerson,
} from '../../test/support/scopes.ts'
import { scheduledOn, validSchedules } from '../domain/case/schedule/scheduled.ts'
import { GroupId, ProviderId, UserId } from '../domain/identity.ts'
import { addDays, getDay } from '../domain/time/calendar-day.ts'
import { read, write } from './connection.ts'
import { startDemoClock } from './demo-clock.ts'
import { replaceProjections } from './projections.ts'
import {
  type Expected,
  expectedBetween,
  expectedOn,
  groupsOfProvider,
  peopleInGroups,
  replaceSchedule,
  saveGroup,
  scheduleOf,
  withoutSchedule,
} from './schedules.ts'
import type { Scope } from './scope.ts'

let db: FreshDatabase
/** A Wednesday. */
const day = getDay('2026-11-25')
const newGroup = (): GroupId => GroupId.parse(randomUUID())
const at = (id: string): ProviderId => ProviderId.parse(id)

beforeAll(async () => {
  db = await freshDatabase()
  await write(db.app, asCommand(), (tx) => startDemoClock(tx, day))
})
afterAll(() => db.drop())

const ordersOn = (scope: Scope, provider?: ProviderId, on = day) =>
  read(db.app, scope, async (tx) => (await expectedOn(tx, { day: on, provider })).map((e) => e.orderId))
const missingOn = (scope: Scope, provider: ProviderId, on = day) =>
  read(db.app, scope, async (tx) => (await withoutSchedule(tx, { day: on, provider })).map((e) => e.orderId))

describe('who is expected', () => {
  test('is who has begun, is not over, and has that weekday; by name in Danish order', async () => {
    const provider = 'navne'
    const wanted = (givenName: string, more = {}) => placeSomebody(db.app, { provider, givenName, ...more })
    const [åse, asta] = [await wanted('Åse'), await wanted('Asta')]
    await wanted('Zenia', { weekdays: [1, 2, 4, 5] })
    await wanted('Ove', { startedOn: '2026-11-26' })
    await wanted('Per', { closedOn: '2026-11-25' })
    const last = await wanted('Øjvind', { closedOn: '2026-11-26' })
    expect(await ordersOn(asCommand(), at(provider))).toEqual([asta, last, åse].map((p) => p.orderId))
  })

  test('whoever has begun and has no schedule is expected on no day, and is said to lack one', async () => {
    const provider = 'uden'
    const { orderId } = await placeSomebody(db.app, { provider, weekdays: [] })
    await placeSomebody(db.app, { provider })
    await placeSomebody(db.app, { provider, weekdays: [], startedOn: '2026-11-26' })
    expect(await missingOn(asCommand(), at(provider))).toEqual([orderId])
    expect(await ordersOn(asCommand(), at(provider))).not.toContain(orderId)
  })

  test('is on each day what the pure rule says, with group, half days and schedules after each other', async () => {
    const provider = at('regel')
    const placed = await placeSomebody(db.app, { provider, weekdays: [] })
    const group = newGroup()
    await write(db.app, asCommand(), (tx) =>
      saveGroup(tx, {
        providerId: provider,
        groupId: group,
        name: 'Køkkenet',
        activeFrom: day,
        activeTo: null,
      }),
    )
    const half = (weekday: number, part: 'morning' | 'afternoon') =>
      part === 'morning'
        ? ({ weekday, part, starts: '08:30', ends: '11:30', group } as const)
        : ({ weekday, part, starts: '12:00', ends: '15:00' } as const)
    const envelope = {
      seq: 1,
      on: day,
      recordedOn: day,
      actor: { kind: 'staff' as const, userId: UserId.parse(randomUUID()), role: 'providerStaff' as const },
      orderId: placed.orderId,
    }
    const schedules = [
      { from: getDay('2026-11-02'), days: [half(1, 'morning'), half(3, 'afternoon'), half(3, 'morning')] },
      { from: getDay('2026-11-25'), days: [half(5, 'morning')] },
      { from: getDay('2026-11-16'), days: [half(2, 'afternoon'), half(4, 'morning')] },
      { from: getDay('2026-11-30'), days: [half(3, 'morning'), half(7, 'afternoon')] },
    ].map((s) => ({ ...envelope, ...s, days: [...s.days] }))
    const rows = validSchedules({ schedules }).flatMap(({ schedule, from, to }) =>
      schedule.days.map(({ group: groupId, ...d }) => ({
        ...d,
        orderId: placed.orderId,
        providerId: provider,
        personId: placed.personId,
        groupId: groupId ?? null,
        validFrom: from,
        validTo: to ?? null,
      })),
    )
    const [from, to] = [getDay('2026-11-01'), getDay('2026-12-20')]
    const expected: Expected[] = []
    for (let on = from; on <= to; on = addDays(on, 1))
      for (const d of scheduledOn({ schedules }, on))
        expected.push({
          day: on,
          caseId: placed.caseId,
          orderId: placed.orderId,
          providerId: provider,
          personId: placed.personId,
          givenName: 'Asta',
          familyName: 'Eng',
          part: d.part,
          starts: d.starts,
          ends: d.ends,
          groupId: d.group ?? null,
          groupName: d.group ? 'Køkkenet' : null,
        })
    expect(expected.length).toBeGreaterThan(8)
    await write(db.app, asCommand(), async (tx) => {
      await replaceSchedule(tx, placed.caseId, rows)
      expect(await expectedBetween(tx, { from, to, provider })).toEqual(expected)
      expect((await scheduleOf(tx, placed.caseId)).length).toBe(rows.length)
      // Said again, nothing is written; what is no more goes.
      expect(await replaceSchedule(tx, placed.caseId, rows)).toBe(0)
      await replaceSchedule(tx, placed.caseId, [])
      expect(await scheduleOf(tx, placed.caseId)).toEqual([])
    })
    expect(await missingOn(asCommand(), provider)).toEqual([placed.orderId])
  })
})

describe('groups', () => {
  test('are the provider’s own, changed by it and never taken over by another', async () => {
    const [provider, groupId] = [at('grupper'), newGroup()]
    const group = { providerId: provider, groupId, name: 'Værkstedet', activeFrom: day, activeTo: null }
    await write(db.app, asCommand(), async (tx) => {
      await saveGroup(tx, group)
      await saveGroup(tx, { ...group, groupId: newGroup(), name: 'Anlæg' })
      await saveGroup(tx, { ...group, name: 'Haven', activeTo: addDays(day, 30) })
      await saveGroup(tx, { ...group, providerId: at('en-anden'), name: 'Taget' })
    })
    // “Anlæg” comes before “Haven”, and what another tried to take is as it was.
    expect(await read(db.app, asProvider(provider), (tx) => groupsOfProvider(tx, provider))).toMatchObject([
      { name: 'Anlæg', activeTo: null },
      { ...group, name: 'Haven', activeTo: addDays(day, 30) },
    ])
    expect(await read(db.app, asProvider('en-anden'), (tx) => groupsOfProvider(tx, provider))).toEqual([])
    expect(await read(db.app, asAuthority(billund), (tx) => groupsOfProvider(tx, provider))).toEqual([])
  })
})

test('a group is asked for its people: those whose week has it, now or from a later day, and who are still there', async () => {
  const [provider, groupId] = [at('hvor-mange'), newGroup()]
  const wanted = { provider, groupId }
  await placeSomebody(db.app, wanted)
  await placeSomebody(db.app, { ...wanted, startedOn: '2026-12-01' })
  await placeSomebody(db.app, { ...wanted, closedOn: '2026-11-25' })
  await placeSomebody(db.app, { provider })
  const asked = (scope: Scope) => read(db.app, scope, (tx) => peopleInGroups(tx, provider, day))
  expect(await asked(asProvider(provider))).toEqual([{ groupId, people: 2 }])
  expect(await asked(asProvider('en-anden'))).toEqual([])
})

describe('a schedule is seen', () => {
  test('by its provider, its citizen and the authority, and by nobody else', async () => {
    const provider = at('min')
    const mine = await placeSomebody(db.app, { provider })
    for (const scope of [asCommand(), asProvider(provider), asAuthority()])
      expect(await ordersOn(scope, provider)).toEqual([mine.orderId])
    for (const scope of [
      asProvider('en-anden'),
      asCitizen(newPerson()),
      asAuthority(billund),
      asCommand(billund),
    ])
      expect(await ordersOn(scope, provider)).toEqual([])
    expect(await ordersOn(asProvider(provider))).toEqual([mine.orderId])
    // The order is not the citizen’s to read, their week is.
    const days = (scope: Scope) => read(db.app, scope, (tx) => scheduleOf(tx, mine.caseId))
    expect(await days(asCitizen(mine.personId))).toHaveLength(5)
    expect(await days(asCitizen(newPerson()))).toEqual([])
  })

  test('no longer by a provider whose order is over', async () => {
    const provider = at('forbi')
    const [caseId, personId] = [newCase(), newPerson()]
    const row = { ...order(provider, personId), closedOn: addDays(day, -1) }
    await write(db.app, asCommand(), async (tx) => {
      await replaceProjections(
        tx,
        caseId,
        projections(caseRow(personId, { caseNumber: '2026-990011' }), {
          access: [access('citizen', personId)],
          orders: [row],
        }),
      )
      await replaceSchedule(tx, caseId, [
        {
          orderId: row.orderId,
          providerId: provider,
          personId,
          weekday: 1,
          part: 'full',
          starts: '09:00',
          ends: '15:00',
          groupId: null,
          validFrom: day,
          validTo: null,
        },
      ])
    })
    const seen = (scope: Scope) => read(db.app, scope, (tx) => scheduleOf(tx, caseId))
    expect(await seen(asCommand())).toHaveLength(1)
    expect(await seen(asProvider(provider))).toEqual([])
  })
})
