/** How many people a provider has room for on each weekday. It informs; nothing that decides may read it (K1.0-1). */
import { z } from 'zod'
import { PartId, ProviderId } from './identity.ts'
import { CalendarDay, weekday } from './time/calendar-day.ts'

const most = 500

export const PlacesVersion = z.object({
  versionId: PartId,
  providerId: ProviderId,
  validFrom: CalendarDay,
  /** Monday first. */
  places: z.array(z.int().min(0).max(most)).length(7),
})
export type PlacesVersion = z.infer<typeof PlacesVersion>

/** What holds on a day, of versions in the order in which they were told: of one first day, what was told last. */
export function placesVersionOn<V extends Pick<PlacesVersion, 'validFrom'>>(
  versions: readonly V[],
  day: CalendarDay,
): V | undefined {
  return versions
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<V | undefined>(
      (best, next) => (best === undefined || next.validFrom >= best.validFrom ? next : best),
      undefined,
    )
}

/** Room on a day; undefined when nobody has told. */
export const placesOn = (
  versions: readonly Pick<PlacesVersion, 'validFrom' | 'places'>[],
  day: CalendarDay,
): number | undefined => placesVersionOn(versions, day)?.places[weekday(day) - 1]
