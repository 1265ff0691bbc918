/**
 * What a citizen may buy beside the stay: trips, events and materials, each at a price that the management approved
 * (K2.4a-1, -2, -4). Money is whole øre, so that a sum is exact. The stay itself has no item here and never will.
 */
import { z } from 'zod'
import { ProviderId } from './identity.ts'
import { CalendarDay } from './time/calendar-day.ts'

/** Whole øre. 100.000 kr. is far above anything on a price list: more is a slip of the hand. */
export const Oere = z.int().min(0).max(10_000_000)

export const purchaseKinds = ['event', 'trip', 'material'] as const
export type PurchaseKind = (typeof purchaseKinds)[number]

/** A line of a price list. Its short name is unique in the list, and stays when the price changes. */
export const PriceItem = z.object({
  itemId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(purchaseKinds),
  name: z.string().trim().min(1).max(80),
  priceOere: Oere.min(1),
})
export type PriceItem = z.infer<typeof PriceItem>

/** A provider's prices from a day on, approved as a whole. An empty list takes everything off. */
export const PriceList = z.object({
  provider: ProviderId,
  validFrom: CalendarDay,
  items: z
    .array(PriceItem)
    .max(40)
    .refine((items) => new Set(items.map((i) => i.itemId)).size === items.length, {
      error: 'two items with one short name',
    }),
})
export type PriceList = z.infer<typeof PriceList>

/** The list in force on a day: the one with the latest first day, and of two from one day the one approved last. */
export const priceListOn = <L extends PriceList>(
  lists: readonly L[],
  provider: ProviderId,
  day: CalendarDay,
): L | undefined =>
  lists
    .filter((list) => list.provider === provider && list.validFrom <= day)
    .reduce<L | undefined>(
      (found, list) => (found === undefined || list.validFrom >= found.validFrom ? list : found),
      undefined,
    )

/** A sum in øre. Exact: no fraction ever enters. */
export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** "125", "125,50" or "1.250,5" kroner as øre; undefined when it is no amount. */
export function oereOf(typed: string): number | undefined {
  const found = /^(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:,(\d{1,2}))?$/.exec(typed.trim())
  if (found === null) return undefined
  const kroner = Number((found[1] ?? '').replaceAll('.', ''))
  return kroner * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}
