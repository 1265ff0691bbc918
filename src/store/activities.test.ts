import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asCitizen, asCommand, asProvider, billund, newPerson, vejen } from '../../test/support/scopes.ts'
import { PlannedActivity } from '../domain/activity-plan.ts'
import { ProviderId } from '../domain/identity.ts'
import { activitiesOf, findActivity, saveActivity } from './activities.ts'
import { read, write } from './connection.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const kaerhoej = ProviderId.parse('kaerhoej')
const veum = ProviderId.parse('veum-dag')
const activity = (more: object = {}) =>
  PlannedActivity.parse({
    activityId: randomUUID(),
    name: 'Bagning',
    sharing: 'shared',
    kind: '7e419926-bb04-4829-99c9-95ea20403c2c',
    domains: ['social', 'motor'],
    health: false,
    activeFrom: '2026-11-01',
    activeTo: null,
    slots: [{ weekday: 2, starts: '10:00', ends: '11:30', place: 'Køkkenet' }],
    ...more,
  })

test('an activity comes back as it was saved, and as it was changed', async () => {
  const saved = activity()
  expect(await write(db.app, asCommand(), (tx) => saveActivity(tx, kaerhoej, saved))).toBe(1)
  expect(await read(db.app, asProvider('kaerhoej'), (tx) => activitiesOf(tx, kaerhoej))).toEqual([saved])
  const changed = { ...saved, name: 'Brød', slots: [] }
  await write(db.app, asCommand(), (tx) => saveActivity(tx, kaerhoej, changed))
  expect(await read(db.app, asProvider('kaerhoej'), (tx) => findActivity(tx, saved.activityId))).toEqual(
    changed,
  )
})

test('no provider changes or sees another’s, and no municipality another’s; a citizen sees what is offered', async () => {
  const theirs = activity({ name: 'Kor' })
  await write(db.app, asCommand(vejen), (tx) => saveActivity(tx, veum, theirs))
  expect(await write(db.app, asCommand(), (tx) => saveActivity(tx, kaerhoej, theirs))).toBe(0)
  const names = async (scope: Parameters<typeof read>[1]) =>
    (await read(db.app, scope, (tx) => activitiesOf(tx, veum))).map((a) => a.name)
  expect(await names(asProvider('veum-dag'))).toEqual(['Kor'])
  expect(await names(asProvider('kaerhoej'))).toEqual([])
  expect(await names(asCitizen(newPerson()))).toEqual(['Kor'])
  expect(await names(asProvider('veum-dag', billund))).toEqual([])
})

test('nobody but casework writes', async () => {
  await expect(
    write(db.app, asProvider('kaerhoej'), (tx) => saveActivity(tx, kaerhoej, activity())),
  ).rejects.toThrow(/row-level security/)
})
