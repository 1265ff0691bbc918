/** The prices that the management has approved: in the municipality's own journal, and read for whoever has to be shown them. */
import type { MunicipalityCode, ProviderId } from '../domain/identity.ts'
import { priceListOn } from '../domain/own-payment.ts'
import type { ApprovedPriceList } from '../domain/standard/municipality.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { read } from '../store/connection.ts'
import type { House } from './house.ts'
import { loadMunicipalityStream } from './municipality.ts'

/** Every list ever approved, in the order of approval. Prices name nobody: any face may be shown them. */
export const approvedPriceLists = (
  house: House,
  municipality: MunicipalityCode,
): Promise<readonly ApprovedPriceList[]> =>
  read(
    house.db,
    { municipality, viewer: { kind: 'system' } },
    async (tx) => (await loadMunicipalityStream(tx)).file.priceLists,
  )

/** A provider's list on a day, if there is one. */
export const priceListAt = async (
  house: House,
  municipality: MunicipalityCode,
  at: { readonly provider: ProviderId; readonly day: CalendarDay },
): Promise<ApprovedPriceList | undefined> =>
  priceListOn(await approvedPriceLists(house, municipality), at.provider, at.day)
