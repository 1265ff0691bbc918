import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../test/support/app.ts'
import { placeSomebody } from '../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asAuthority } from '../../test/support/scopes.ts'
import { readRides } from '../casework/read-rides.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { read } from '../store/connection.ts'
import { attend } from './attendance.ts'
import { vejenCast } from './cast.ts'
import { driveSomebody } from './rides.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('a town has somebody who drives, with the lists of yesterday and today; made twice it is the same', async () => {
  const app = openTestApp({ database, routes: [] })
  for (const givenName of ['Asta', 'Bo', 'Carl']) await placeSomebody(database.app, { givenName })
  const anchor = getDay('2026-11-25')
  const make = async () => {
    await driveSomebody(app.house, vejenCast(), anchor, 'seed')
    await attend(app.house, vejenCast(), anchor, 'seed')
  }
  await make()
  await make()
  const listsOn = (day: string) => read(database.app, asAuthority(), (tx) => readRides(tx, getDay(day)))
  const [today, ...others] = await listsOn('2026-11-25')
  expect(others).toEqual([])
  expect(today?.rows.map((row) => row.mark)).toEqual(Array.from({ length: 6 }, () => 'same'))
  const [yesterday] = await listsOn('2026-11-24')
  expect(yesterday?.handover?.givenOn).toBe('2026-11-24')
  expect(yesterday?.rows).toHaveLength(6)
})
