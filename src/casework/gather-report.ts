/**
 * What a provider's report before a status meeting gathers by itself (K2.2b-4): the case's own record of the order, and the
 * facts about its days. Read here, of the one order that the asker's own scope has shown them; a form never sends it in.
 */
import type { DailyNote, Order, StatusMeeting } from '../domain/case/case-file.ts'
import { openMeeting, openWishes } from '../domain/case/follow-up/about.ts'
import { gatherReport, notesForReport, type ReportFacts } from '../domain/case/follow-up/report.ts'
import { continuedOrder, ordersUpTo } from '../domain/case/order/continued.ts'
import type { CaseId, MunicipalityCode, PartId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { read } from '../store/connection.ts'
import { expectedDays } from './absence-pattern.ts'
import type { House } from './house.ts'
import { findCase } from './load-case.ts'

/** A placement's follow-up as its place may see it: the meeting without what the citizen has written to it. */
export type PlaceFollowUp = {
  readonly order: Order
  readonly meeting: Omit<StatusMeeting, 'prepared' | 'otherTimes'> | undefined
  readonly wishes: Order['followUpWishes']
  readonly facts: ReportFacts
  /** Those that the report can choose from. */
  readonly notes: readonly DailyNote[]
}

export async function readPlaceFollowUp(
  house: House,
  municipality: MunicipalityCode,
  { caseId, orderId }: { readonly caseId: CaseId; readonly orderId: PartId },
  today: CalendarDay,
): Promise<PlaceFollowUp | undefined> {
  const scope = { municipality, viewer: { kind: 'command' } } as const
  return read(house.db, scope, async (tx) => {
    const loaded = await findCase(tx, caseId)
    const own = loaded?.file.orders.find((o) => o.orderId === orderId)
    const order = own && continuedOrder(own)
    if (!loaded || !own || !order?.started) return undefined
    const from = order.started.on
    const days = await Promise.all(ordersUpTo(own).map((one) => expectedDays(tx, one, from, today)))
    return {
      order,
      meeting: openMeeting(order),
      wishes: openWishes(order),
      facts: gatherReport(loaded.file, order, days.flat(), today),
      notes: notesForReport(order, today),
    }
  })
}
