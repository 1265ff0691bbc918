/** Providers' reports as they are counted, on the real PostgreSQL: each figure against the list behind it and the rows. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { caseRow, order, projections } from '../../test/support/projections.ts'
import {
  asAuthority,
  asCitizen,
  asCommand,
  asProvider,
  billund,
  newCase,
  newPerson,
  vejen,
} from '../../test/support/scopes.ts'
import { reactions, reportKinds } from '../domain/case/report/events.ts'
import { PartId, ProviderId } from '../domain/identity.ts'
import { addDays, daysBetween, getDay } from '../domain/time/calendar-day.ts'
import { read, write } from './connection.ts'
import { startDemoClock } from './demo-clock.ts'
import type { ReportRow } from './projection-rows.ts'
import { readProjections, replaceProjections } from './projections.ts'
import { countReports, type ReportFilter, reportStates, reportsBehind } from './provider-reports.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
  for (const municipality of [vejen, billund])
    await write(db.app, asCommand(municipality), (tx) => startDemoClock(tx, getDay('2026-11-24')))
})
afterAll(() => db.drop())

const day = getDay
const period = { from: day('2026-01-01'), to: day('2026-12-31'), today: day('2026-11-24') }
const everything = { limit: 500 }
const providers = ['kaerhoej', 'stilleengen'].map((id) => ProviderId.parse(id))

const row = (more: Partial<ReportRow> = {}): ReportRow => ({
  reportId: PartId.parse(randomUUID()),
  seq: 20,
  orderId: PartId.parse(randomUUID()),
  providerId: ProviderId.parse('kaerhoej'),
  kind: 'deviation',
  since: day('2026-03-01'),
  toldOn: day('2026-03-10'),
  dueOn: day('2026-03-17'),
  answeredOn: null,
  reaction: null,
  closedOn: null,
  ...more,
})

/** Each of a case and an order of its own. */
const put = (rows: readonly ReportRow[], municipality = vejen, closedOn: string | null = null) =>
  write(db.app, asCommand(municipality), async (tx) => {
    for (const report of rows) {
      const person = newPerson()
      const of = order(report.providerId, person, {
        orderId: report.orderId,
        sentOn: day('2025-10-01'),
        closedOn: closedOn === null ? null : day(closedOn),
      })
      const number = `2026-${BigInt(`0x${randomUUID().slice(0, 8)}`)}0000`
      const rows = projections(caseRow(person, { caseNumber: number }), { orders: [of], reports: [report] })
      await replaceProjections(tx, newCase(), rows)
    }
  })

const anyRow = fc
  .record({
    told: fc.integer({ min: -20, max: 400 }),
    before: fc.nat(30),
    providerId: fc.constantFrom(...providers),
    kind: fc.constantFrom(...reportKinds),
    isOwed: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    reaction: fc.option(fc.constantFrom(...reactions), { nil: null }),
    after: fc.nat(12),
  })
  .map(({ told, before, providerId, kind, isOwed, reaction, after }) => {
    const toldOn = addDays(period.from, told)
    const answeredOn = reaction && addDays(toldOn, after)
    return row({
      providerId,
      kind,
      since: addDays(toldOn, -before),
      toldOn,
      dueOn: isOwed ? addDays(toldOn, 7) : null,
      answeredOn,
      reaction,
      closedOn: reaction === 'contact' ? null : answeredOn,
    })
  })

const filters: readonly ReportFilter[] = [undefined, ...providers].flatMap((provider) =>
  [undefined, ...reportKinds].flatMap((kind) => [
    { provider, kind },
    ...reportStates.map((state) => ({ provider, kind, state })),
    ...reactions.map((reaction) => ({ provider, kind, reaction })),
  ]),
)

const holds = (r: ReportRow, f: ReportFilter): boolean =>
  (f.provider === undefined || r.providerId === f.provider) &&
  (f.kind === undefined || r.kind === f.kind) &&
  (f.reaction === undefined || r.reaction === f.reaction) &&
  (f.state !== 'open' || r.closedOn === null) &&
  (f.state !== 'answered' || r.answeredOn !== null) &&
  (f.state !== 'inTime' || (r.dueOn !== null && r.answeredOn !== null && r.answeredOn <= r.dueOn)) &&
  (f.state !== 'late' || (r.dueOn !== null && (r.answeredOn ?? period.today) > r.dueOn))

const median = (numbers: readonly number[]): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

test('each figure counts what is listed behind it, and what the rows say', async () => {
  const rows = fc.sample(anyRow, { numRuns: 90, seed: 11 })
  await put(rows, billund)
  const inPeriod = rows.filter((r) => r.toldOn >= period.from && r.toldOn <= period.to)
  await read(db.app, asAuthority(billund), async (tx) => {
    const counts = await countReports(tx, period)
    for (const f of filters) {
      const behind = await reportsBehind(tx, period, f, everything)
      const expected = inPeriod.filter((r) => holds(r, f))
      expect([f, behind.map((b) => b.reportId).toSorted()]).toEqual([
        f,
        expected.map((r) => r.reportId).toSorted(),
      ])
      if (f.provider === undefined) continue
      const found = counts.find((n) => n.providerId === f.provider && n.kind === (f.kind ?? null))
      const said = f.state
        ? found?.states[f.state]
        : f.reaction
          ? found?.reactions[f.reaction]
          : (found?.all ?? 0)
      expect([f, said ?? 0]).toEqual([f, expected.length])
      if (f.state || f.reaction || expected.length === 0) continue
      const answered = expected.flatMap((r) => (r.answeredOn ? [daysBetween(r.toldOn, r.answeredOn)] : []))
      expect(found?.daysToTell).toBe(median(expected.map((r) => daysBetween(r.since, r.toldOn))))
      expect(found?.daysToAnswer).toBe(median(answered))
    }
    expect(inPeriod.filter((r) => holds(r, { state: 'late' })).length).toBeGreaterThan(5)
  })
})

test('the list is read page by page, the latest first, each once', async () => {
  await read(db.app, asAuthority(billund), async (tx) => {
    const all = await reportsBehind(tx, period, {}, everything)
    let pages = await reportsBehind(tx, period, {}, { limit: 7 })
    for (;;) {
      const next = await reportsBehind(tx, period, {}, { limit: 7, after: pages.at(-1) })
      if (next.length === 0) break
      pages = [...pages, ...next]
    }
    expect(pages).toEqual(all)
    const days = all.map((r) => r.toldOn)
    expect(days).toEqual(days.toSorted().toReversed())
  })
})

test('a provider counts its own while the order is its own, a citizen and another municipality nothing', async () => {
  const [own, other, past] = [row(), row({ providerId: ProviderId.parse('stilleengen') }), row()]
  await put([own, other])
  await put([past], vejen, '2026-06-01')
  const seen = (scope: Parameters<typeof read>[1]) =>
    read(db.app, scope, async (tx) => ({
      ids: (await reportsBehind(tx, period, {}, everything)).map((r) => r.reportId).toSorted(),
      all: (await countReports(tx, period)).filter((n) => n.kind === null).map((n) => [n.providerId, n.all]),
    }))
  expect(await seen(asProvider('kaerhoej'))).toEqual({ ids: [own.reportId], all: [['kaerhoej', 1]] })
  expect(await seen(asAuthority())).toEqual({
    ids: [own, other, past].map((r) => r.reportId).toSorted(),
    all: [
      ['kaerhoej', 2],
      ['stilleengen', 1],
    ],
  })
  expect(await seen(asCitizen(newPerson()))).toEqual({ ids: [], all: [] })
  const elsewhere = await seen(asProvider('kaerhoej', billund))
  expect(elsewhere.ids).not.toContain(own.reportId)
})

test('what is written is what is read, and it is replaced and not added to', async () => {
  const caseId = newCase()
  const kept = caseRow(newPerson())
  const answered = { answeredOn: day('2026-03-12'), reaction: 'contact' as const }
  const rows = projections(kept, { reports: [row({ seq: 4 }), row({ seq: 9, ...answered })] })
  await write(db.app, asCommand(vejen), (tx) => replaceProjections(tx, caseId, rows))
  const stored = () => read(db.app, asCommand(vejen), (tx) => readProjections(tx, caseId))
  expect((await stored()).reports).toEqual(rows.reports)
  await write(db.app, asCommand(vejen), (tx) =>
    replaceProjections(tx, caseId, projections(kept, { reports: rows.reports.slice(1) })),
  )
  expect((await stored()).reports).toEqual(rows.reports.slice(1))
})
