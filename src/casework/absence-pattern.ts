/**
 * Looks whether absence has become repeated (K1.2-4) and has it written down, by the one command that only the system may
 * give. What is found starts talks; nothing here, and nothing behind it, ends or shortens anything.
 */
import { openPattern } from '../domain/case/absence/about.ts'
import { expectedDaysOf } from '../domain/case/absence/days.ts'
import {
  type AbsenceThreshold,
  type ExpectedDay,
  fewestAbsences,
  findAbsencePattern,
} from '../domain/case/absence/pattern.ts'
import type { CaseFile, Order } from '../domain/case/case-file.ts'
import type { CaseId, MunicipalityCode } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { StandardVersion } from '../domain/standard/engine.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import { currentStandard } from '../standards/municipality.ts'
import { attendanceOfOrders, casesWithAbsence, offerFacts } from '../store/attendance.ts'
import { type ReadTx, read } from '../store/connection.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import { findCase } from './load-case.ts'
import { type Asking, isConflict, perform } from './perform.ts'

type Looking = Pick<Asking, 'municipality' | 'today'>

/** How far back is looked: two periods, so that what was written down late is still seen. */
export const firstDayLookedAt = (threshold: AbsenceThreshold, today: CalendarDay): CalendarDay =>
  addDays(today, 1 - threshold.weeks * 14)

/** Only where the standard promises a talk: elsewhere nobody would owe anything for it. */
const promisesTalks = ({ clauses }: StandardVersion): boolean =>
  clauses.some(({ rule }) => rule === 'absence-dialogue')

/** What became of a placement's days from one to another. */
export async function expectedDays(
  tx: ReadTx,
  { orderId, content }: Pick<Order, 'orderId' | 'content'>,
  from: CalendarDay,
  to: CalendarDay,
): Promise<readonly ExpectedDay[]> {
  const [facts, offers] = await Promise.all([
    attendanceOfOrders(tx, [orderId], from, to),
    offerFacts(tx, content.provider, from, to),
  ])
  return expectedDaysOf(facts, offers)
}

/** Gives how many patterns were found and written down. Safe to run at any time and any number of times. */
export async function lookForAbsencePattern(
  house: House,
  { municipality, today }: Looking,
  caseId: CaseId,
): Promise<number> {
  const version = versionOn(getMunicipality(house, municipality), today)
  if (!promisesTalks(version)) return 0
  const { absenceThreshold } = version.terms.parameters
  const scope = { municipality, viewer: { kind: 'command' } } as const
  const looked = await read(house.db, scope, async (tx) => {
    const loaded = await findCase(tx, caseId)
    if (loaded === undefined) return []
    const from = firstDayLookedAt(absenceThreshold, today)
    return Promise.all(
      lookedAt(loaded.file).map(async ({ orderId, content }) => ({
        orderId,
        days: await expectedDays(tx, { orderId, content }, from, today),
      })),
    )
  })
  let found = 0
  for (const { orderId, days } of looked) {
    // Most days there is nothing: the command, which looks again at the case as it then is, is not tried for that.
    if (findAbsencePattern(days, absenceThreshold) === undefined) continue
    const done = await perform(house, asSystem({ municipality, today }), {
      caseId,
      command: { type: 'recordAbsencePattern', input: { orderId, days: [...days] } },
      commandId: house.newId(),
    })
    if (!isRefusal(done) && !isConflict(done)) found += 1
  }
  return found
}

/** Placements that have begun and are not talked about already. */
const lookedAt = (file: CaseFile): readonly Order[] =>
  file.orders.filter((order) => order.started && openPattern(file, order.orderId) === undefined)

const asSystem = (looking: Looking): Asking => ({
  ...looking,
  subject: { roles: ['system'] },
  actor: { kind: 'system', name: 'attendance' },
})

/** A cancellation given ahead becomes absence when its day comes, which no recording tells: looked for once in a sweep. */
const daysMadeUpFor = 7

/** Looks in every case that can have a new pattern. Gives how many were found. */
export async function lookForAbsencePatterns(
  house: House,
  looking: { readonly municipality: MunicipalityCode; readonly today: CalendarDay },
): Promise<number> {
  const municipality = getMunicipality(house, looking.municipality)
  const version = versionOn(municipality, looking.today)
  if (!promisesTalks(version)) return 0
  const { absenceThreshold } = version.terms.parameters
  const scope = { municipality: looking.municipality, viewer: { kind: 'command' } } as const
  const cases = await read(house.db, scope, (tx) =>
    casesWithAbsence(tx, {
      providers: currentStandard(municipality).providers.map((p) => p.id),
      from: firstDayLookedAt(absenceThreshold, looking.today),
      to: looking.today,
      lastFrom: addDays(looking.today, -daysMadeUpFor),
      atLeast: fewestAbsences(absenceThreshold),
    }),
  )
  let found = 0
  for (const caseId of cases) found += await lookForAbsencePattern(house, looking, caseId)
  return found
}
