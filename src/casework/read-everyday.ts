/**
 * What is known at a place of one person's everyday life there: the notes, the activities, what was considered. It stands in
 * the case's history, which no provider reads; so it is taken out of it here, of the one order that the asker holds and those it goes on from at the same place.
 */
import type { CaseFile, DailyNote, Order, ProviderReport } from '../domain/case/case-file.ts'
import { goalsOf } from '../domain/case/intervention/goals.ts'
import { continuedOrder, ordersUpTo } from '../domain/case/order/continued.ts'
import type { Goal } from '../domain/case/plan/events.ts'
import { goalVersionsOf, type PlanVersion } from '../domain/case/plan/versions.ts'
import type { CaseId, MunicipalityCode, PartId } from '../domain/identity.ts'
import { read } from '../store/connection.ts'
import type { House } from './house.ts'
import { findCase } from './load-case.ts'

export type Everyday = Pick<
  Order,
  | 'dailyNotes'
  | 'participations'
  | 'declinedActivities'
  | 'noSharedActivity'
  | 'setAside'
  | 'started'
  | 'content'
  | 'contactPersons'
  | 'schedules'
  | 'plans'
  | 'followed'
> & {
  /** The order's goals, and those agreed on since. */
  readonly goals: readonly Goal[]
  /** The goals as they were ordered, and each time they were written since. */
  readonly goalVersions: readonly PlanVersion[]
  /** What the place has reported, with every answer. */
  readonly reports: readonly ProviderReport[]
}

/** Call it for an order that the asker's own scope has shown them. */
export async function readEveryday(
  house: House,
  municipality: MunicipalityCode,
  { caseId, orderId }: { readonly caseId: CaseId; readonly orderId: PartId },
): Promise<Everyday | undefined> {
  const scope = { municipality, viewer: { kind: 'command' } } as const
  const loaded = await read(house.db, scope, (tx) => findCase(tx, caseId))
  const order = loaded?.file.orders.find((o) => o.orderId === orderId)
  return loaded && order && everydayOf(loaded.file, order)
}

/** The same out of a case that is at hand. */
export function everydayOf(file: CaseFile, order: Order): Everyday {
  const all = continuedOrder(order)
  const { dailyNotes, participations, declinedActivities, noSharedActivity, setAside, started } = all
  const { content, contactPersons, schedules, plans, followed } = all
  const orderIds = ordersUpTo(order).map((o) => o.orderId)
  return {
    ...{ dailyNotes, participations, declinedActivities, noSharedActivity, setAside, started },
    ...{ content, contactPersons, schedules, plans, followed },
    goals: goalsOf(file, order),
    goalVersions: goalVersionsOf(file, order),
    reports: file.reports.filter((r) => orderIds.includes(r.orderId)),
  }
}

/** The newest day first, and of one day what was written last. */
export const newestFirst = (notes: readonly DailyNote[]): readonly DailyNote[] =>
  notes.toSorted((a, b) => b.on.localeCompare(a.on) || b.seq - a.seq)
