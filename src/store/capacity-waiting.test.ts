/** How long people wait from a yes to the first day, on the real PostgreSQL, against the same said by hand and in TypeScript. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { caseRow, projections } from '../../test/support/projections.ts'
import { asAuthority, asCommand, asProvider, billund, newCase, newPerson } from '../../test/support/scopes.ts'
import type { Approval } from '../domain/case/order/approvals.ts'
import { ProviderId } from '../domain/identity.ts'
import { addDays, type CalendarDay, daysBetween, getDay } from '../domain/time/calendar-day.ts'
import { daysToStart, waitingToStart } from './capacity.ts'
import { read, type WriteTx, write } from './connection.ts'
import { replaceProjections } from './projections.ts'
import { sql } from './sql.ts'

let db: FreshDatabase
const today = getDay('2026-11-25')

beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

describe('from a yes to the first day', () => {
  type Case = { readonly closedOn?: CalendarDay | undefined; readonly approvals: readonly Approval[] }
  /** Everything in a municipality of its own: the sums are over all of one. */
  const approve = (tx: WriteTx, cases: readonly Case[]) =>
    Promise.all(
      cases.map(({ closedOn, approvals }) => {
        const personId = newPerson()
        return replaceProjections(
          tx,
          newCase(),
          projections(
            caseRow(personId, {
              caseNumber: `2026-${BigInt(`0x${randomUUID().slice(0, 8)}`)}0000`,
              closedOn: closedOn ?? null,
              summary: { approvals },
            }),
          ),
        )
      }),
    )
  const at = ProviderId.parse('kaerhoej')
  const approval = (decidedOn: string, startedOn: string | null, more: Partial<Approval> = {}): Approval => ({
    decidedOn: getDay(decidedOn),
    providerId: at,
    startOn: null,
    startedOn: startedOn === null ? null : getDay(startedOn),
    ...more,
  })

  test('who waits is counted until they begin or the case ends, at their provider and in all', async () => {
    await write(db.app, asCommand(billund), (tx) =>
      approve(tx, [
        { approvals: [approval('2026-11-15', null)] },
        { approvals: [approval('2026-11-05', null, { startOn: getDay('2026-12-01') })] },
        { approvals: [approval('2026-10-26', null, { providerId: null })] },
        { approvals: [approval('2026-09-01', '2026-10-01')] },
        { approvals: [approval('2026-11-26', null)] },
        { closedOn: getDay('2026-11-25'), approvals: [approval('2026-11-01', null)] },
        { closedOn: getDay('2026-11-26'), approvals: [approval('2026-11-21', null)] },
      ]),
    )
    expect(await read(db.app, asAuthority(billund), (tx) => waitingToStart(tx, today))).toEqual([
      { providerId: null, all: true, count: 4, agreed: 1, median: 10, longest: 30 },
      { providerId: at, all: false, count: 3, agreed: 1, median: 10, longest: 20 },
      { providerId: null, all: false, count: 1, agreed: 0, median: 30, longest: 30 },
    ])
    expect(await read(db.app, asProvider(at, billund), (tx) => waitingToStart(tx, today))).toEqual([])
  })

  test('the days are the median and the ninetieth percentile of who began in the period', async () => {
    const scope = asCommand()
    const where = [at, ProviderId.parse('noerrevang')]
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            decided: fc.integer({ min: -500, max: 0 }),
            waited: fc.option(fc.integer({ min: 0, max: 90 })),
            place: fc.constantFrom(...where),
          }),
          { maxLength: 12 },
        ),
        async (lives) => {
          const made = lives.map(({ decided, waited, place: providerId }) => {
            const decidedOn = addDays(today, decided)
            return approval(decidedOn, waited === null ? null : addDays(decidedOn, waited), { providerId })
          })
          const [from, to] = [addDays(today, -365), today]
          const sums = await write(db.app, scope, async (tx) => {
            await tx.run(sql`delete from case_file`)
            await approve(
              tx,
              made.map((one) => ({ approvals: [one] })),
            )
            return daysToStart(tx, { from, to })
          })
          const waits = (of?: ProviderId) =>
            made
              .filter((a) => of === undefined || a.providerId === of)
              .flatMap((a) =>
                a.startedOn && a.startedOn >= from && a.startedOn <= to
                  ? [daysBetween(a.decidedOn, a.startedOn)]
                  : [],
              )
              .sort((a, b) => a - b)
          const summed = (of?: ProviderId) => {
            const all = waits(of)
            const at = (share: number) => all[Math.ceil(share * all.length) - 1]
            return all.length === 0
              ? []
              : [
                  {
                    providerId: of ?? null,
                    all: of === undefined,
                    count: all.length,
                    median: at(0.5),
                    p90: at(0.9),
                  },
                ]
          }
          expect(sums).toEqual([...summed(), ...where.flatMap(summed)])
        },
      ),
      { numRuns: 30 },
    )
  })
})
