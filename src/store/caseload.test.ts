import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { caseRow, projections } from '../../test/support/projections.ts'
import {
  asAuthority,
  asCitizen,
  asCommand,
  billund,
  newCase,
  newPerson,
  newUser,
} from '../../test/support/scopes.ts'
import { UnitId } from '../domain/identity.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { caseloads } from './caseload.ts'
import { read, write } from './connection.ts'
import type { CaseRow } from './projection-rows.ts'
import { replaceProjections } from './projections.ts'

let db: FreshDatabase
const today = getDay('2026-12-01')
const unit = UnitId.parse('voksenteamet')
const busy = newUser()

beforeAll(async () => {
  db = await freshDatabase()
  const rows: Partial<CaseRow>[] = [
    { assignedTo: busy, decisionDueOn: getDay('2026-11-30') },
    { assignedTo: busy, decisionDueOn: getDay('2026-12-01') },
    { assignedTo: busy, decisionDueOn: getDay('2026-12-24') },
    { assignedTo: busy, decisionDueOn: null },
    { assignedTo: busy, decisionDueOn: getDay('2026-11-01'), closedOn: getDay('2026-11-20') },
    { assignedTo: null, decisionDueOn: getDay('2026-11-02') },
    { assignedTo: null, unit: UnitId.parse('jobcentret') },
  ]
  for (const row of rows)
    await write(db.app, asCommand(), (tx) =>
      replaceProjections(tx, newCase(), projections(caseRow(newPerson(), row))),
    )
})
afterAll(() => db.drop())

test('open cases are counted for each caseworker and for nobody, with those whose date has passed', async () => {
  expect(await read(db.app, asAuthority(), (tx) => caseloads(tx, { unit, today }))).toEqual([
    { userId: null, open: 1, overdue: 1, nextDueOn: null },
    { userId: busy, open: 4, overdue: 1, nextDueOn: '2026-12-01' },
  ])
  const [nobody] = await read(db.app, asAuthority(), (tx) => caseloads(tx, { unit: undefined, today }))
  expect(nobody).toMatchObject({ userId: null, open: 2 })
})

test('nobody else counts them', async () => {
  for (const scope of [asAuthority(billund), asCitizen(newPerson())])
    expect(await read(db.app, scope, (tx) => caseloads(tx, { unit, today }))).toEqual([])
})
