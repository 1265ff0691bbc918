/** Complaints as management counts them, on the real PostgreSQL: each figure against the list behind it and against the rows. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { caseRow, projections } from '../../test/support/projections.ts'
import { asAuthority, asCommand, billund, newCase, newPerson, vejen } from '../../test/support/scopes.ts'
import {
  boardResults,
  isReversal,
  reassessmentOutcomes,
  reversalCauses,
} from '../domain/case/complaint/events.ts'
import { PartId } from '../domain/identity.ts'
import { addDays, getDay } from '../domain/time/calendar-day.ts'
import { type ComplaintFilter, complaintsBehind, countComplaints, reversalsOfClause } from './complaints.ts'
import { read, write } from './connection.ts'
import type { ComplaintRow } from './projection-rows.ts'
import { readProjections, replaceProjections } from './projections.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const day = getDay
const period = { from: day('2026-01-01'), to: day('2026-12-31') }
const everything = { limit: 500 }

const row = (more: Partial<ComplaintRow> = {}): ComplaintRow => ({
  complaintId: PartId.parse(randomUUID()),
  number: 1,
  receivedOn: day('2026-03-10'),
  decidedOn: day('2026-03-01'),
  reassessedOn: null,
  outcome: null,
  ownCause: null,
  ownClause: null,
  sentOn: null,
  resultOn: null,
  result: null,
  boardCause: null,
  boardClause: null,
  withdrawnOn: null,
  letterText: 'vejen-104@2026-01, Typst',
  ...more,
})

/** Each as a complaint of a case of its own. */
const put = (rows: readonly ComplaintRow[], municipality = vejen) =>
  write(db.app, asCommand(municipality), async (tx) => {
    for (const complaint of rows)
      await replaceProjections(
        tx,
        newCase(),
        projections(
          caseRow(newPerson(), { caseNumber: `2026-${BigInt(`0x${randomUUID().slice(0, 8)}`)}0000` }),
          {
            complaints: [complaint],
          },
        ),
      )
  })

const anyRow = fc
  .record({
    received: fc.integer({ min: -20, max: 400 }),
    outcome: fc.option(fc.constantFrom(...reassessmentOutcomes), { nil: null }),
    result: fc.option(fc.constantFrom(...boardResults), { nil: null }),
    cause: fc.constantFrom(...reversalCauses),
    other: fc.constantFrom(...reversalCauses),
    sent: fc.boolean(),
    withdrawn: fc.boolean(),
  })
  .map(({ received, outcome, result, cause, other, sent, withdrawn }) => {
    const receivedOn = addDays(period.from, received)
    return row({
      receivedOn,
      outcome,
      reassessedOn: outcome && receivedOn,
      ownCause: outcome && outcome !== 'notUpheld' ? cause : null,
      result,
      resultOn: result && receivedOn,
      sentOn: sent || result ? receivedOn : null,
      boardCause: result && isReversal(result) ? other : null,
      withdrawnOn: withdrawn ? receivedOn : null,
    })
  })

const filters: readonly ComplaintFilter[] = [
  {},
  ...reassessmentOutcomes.map((outcome) => ({ outcome })),
  ...boardResults.map((result) => ({ result })),
  ...reversalCauses.map((cause) => ({ cause })),
  ...(['waiting', 'looked', 'atBoard', 'withdrawn', 'reversed'] as const).map((state) => ({ state })),
]

test('each figure counts what is listed behind it, and what the rows say', async () => {
  const rows = fc.sample(anyRow, { numRuns: 60, seed: 7 })
  await put(rows, billund)
  const inPeriod = rows.filter((r) => r.receivedOn >= period.from && r.receivedOn <= period.to)
  const reversed = (r: ComplaintRow): boolean =>
    r.outcome === 'full' || r.outcome === 'part' || (r.result !== null && isReversal(r.result))
  const holds = (r: ComplaintRow, f: ComplaintFilter): boolean =>
    (f.outcome === undefined || r.outcome === f.outcome) &&
    (f.result === undefined || r.result === f.result) &&
    (f.cause === undefined || r.ownCause === f.cause || r.boardCause === f.cause) &&
    (f.state !== 'waiting' || (!r.outcome && !r.withdrawnOn && !r.result)) &&
    (f.state !== 'looked' || r.outcome !== null) &&
    (f.state !== 'atBoard' || (r.sentOn !== null && !r.result && !r.withdrawnOn)) &&
    (f.state !== 'withdrawn' || r.withdrawnOn !== null) &&
    (f.state !== 'reversed' || reversed(r))
  await read(db.app, asAuthority(billund), async (tx) => {
    const counts = await countComplaints(tx, period)
    for (const f of filters) {
      const behind = await complaintsBehind(tx, period, f, everything)
      const said = f.outcome
        ? counts.outcomes[f.outcome]
        : f.result
          ? counts.results[f.result]
          : f.cause
            ? counts.causes[f.cause]
            : f.state
              ? counts.states[f.state]
              : counts.all
      const expected = inPeriod.filter((r) => holds(r, f)).map((r) => r.complaintId)
      expect([f, behind.map((b) => b.complaintId).toSorted()]).toEqual([f, expected.toSorted()])
      expect([f, said ?? 0]).toEqual([f, expected.length])
    }
    expect(inPeriod.filter(reversed).length).toBeGreaterThan(5)
  })
})

test('the list is read page by page, the latest first, each once', async () => {
  await read(db.app, asAuthority(billund), async (tx) => {
    const all = await complaintsBehind(tx, period, {}, everything)
    let pages = await complaintsBehind(tx, period, {}, { limit: 7 })
    for (;;) {
      const next = await complaintsBehind(tx, period, {}, { limit: 7, after: pages.at(-1) })
      if (next.length === 0) break
      pages = [...pages, ...next]
    }
    expect(pages).toEqual(all)
    expect(all.map((r) => r.receivedOn)).toEqual(
      all
        .map((r) => r.receivedOn)
        .toSorted()
        .toReversed(),
    )
  })
})

test('a clause shows what was reversed because of it, by ourselves and by the Appeals Board, and no other', async () => {
  const both = row({
    outcome: 'part',
    reassessedOn: day('2026-03-20'),
    ownCause: 'reasons',
    ownClause: 'K-a',
    sentOn: day('2026-03-21'),
    result: 'changed',
    resultOn: day('2026-06-01'),
    boardCause: 'assessment',
    boardClause: 'K-a',
  })
  const other = row({
    outcome: 'full',
    reassessedOn: day('2026-03-20'),
    ownCause: 'hearing',
    ownClause: 'K-b',
  })
  await put([both, other])
  const found = await read(db.app, asAuthority(vejen), (tx) => reversalsOfClause(tx, 'K-a', 10))
  expect(found).toMatchObject([
    {
      complaintId: both.complaintId,
      result: 'changed',
      outcome: null,
      cause: 'assessment',
      on: '2026-06-01',
    },
    { complaintId: both.complaintId, result: null, outcome: 'part', cause: 'reasons', on: '2026-03-20' },
  ])
  expect(await read(db.app, asAuthority(billund), (tx) => reversalsOfClause(tx, 'K-a', 10))).toEqual([])
})

test('what is written is what is read, and it is replaced and not added to', async () => {
  const caseId = newCase()
  const kept = caseRow(newPerson())
  const rows = projections(kept, { complaints: [row(), row({ number: 2, withdrawnOn: day('2026-04-01') })] })
  await write(db.app, asCommand(vejen), (tx) => replaceProjections(tx, caseId, rows))
  const stored = () => read(db.app, asCommand(vejen), (tx) => readProjections(tx, caseId))
  expect((await stored()).complaints).toEqual(rows.complaints)
  await write(db.app, asCommand(vejen), (tx) =>
    replaceProjections(tx, caseId, projections(kept, { complaints: rows.complaints.slice(1) })),
  )
  expect((await stored()).complaints).toEqual(rows.complaints.slice(1))
})
