/** Trips and events of a provider: planned, read, and called off with a reason. */
import type { PartId, ProviderId, UserId } from '../domain/identity.ts'
import type { PriceItem } from '../domain/own-payment.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'

export type Outing = {
  readonly outingId: PartId
  readonly providerId: ProviderId
  readonly name: string
  readonly about: string
  readonly place: string
  readonly day: CalendarDay
  /** `HH:MM`, in Copenhagen. */
  readonly starts: string
  readonly ends: string
  readonly answerBy: CalendarDay
  readonly item: PriceItem
  readonly priceListFrom: CalendarDay
  readonly calledOffOn: CalendarDay | null
  readonly calledOffBecause: string | null
}

const columns = sql`outing_id as "outingId", provider_id as "providerId", name, about, place, day,
  to_char(starts, 'HH24:MI') as starts, to_char(ends, 'HH24:MI') as ends, answer_by as "answerBy", item,
  price_list_from as "priceListFrom", called_off_on as "calledOffOn", called_off_because as "calledOffBecause"`

/** Planned twice with one id it is one trip: a form posted again changes nothing. */
export const addOuting = (
  tx: WriteTx,
  o: Omit<Outing, 'calledOffOn' | 'calledOffBecause'>,
  by: { readonly userId: UserId; readonly at: Date },
): Promise<number> =>
  tx.run(sql`
    insert into outing (municipality, outing_id, provider_id, name, about, place, day, starts, ends, answer_by, item,
      price_list_from, made_by, made_at)
    values (${tx.scope.municipality}, ${o.outingId}, ${o.providerId}, ${o.name}, ${o.about}, ${o.place}, ${o.day},
      ${o.starts}, ${o.ends}, ${o.answerBy}, ${json(o.item)}, ${o.priceListFrom}, ${by.userId}, ${by.at})
    on conflict do nothing`)

export const findOuting = (tx: ReadTx, outingId: PartId): Promise<Outing | undefined> =>
  tx.findRow(sql`select ${columns} from outing where outing_id = ${outingId}`)

/** A provider's trips from a day on, the nearest first. */
export const outingsFrom = (
  tx: ReadTx,
  providers: readonly ProviderId[],
  from: CalendarDay,
): Promise<readonly Outing[]> =>
  tx.rows(sql`
    select ${columns} from outing where provider_id = any (${providers}) and day >= ${from} order by day, starts, outing_id`)

/** Gives 0 when it was called off before. */
export const callOff = (
  tx: WriteTx,
  outingId: PartId,
  { on, because }: { readonly on: CalendarDay; readonly because: string },
): Promise<number> =>
  tx.run(sql`
    update outing set called_off_on = ${on}, called_off_because = ${because}
    where outing_id = ${outingId} and called_off_on is null`)
