/** How many people each provider has room for: told when the demonstration's past begins, and once since. */
import type { House } from '../casework/house.ts'
import { setPlaces } from '../casework/places.ts'
import { PartId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { houseAt } from './live.ts'
import { asStaff } from './scene.ts'

/** Monday to Friday; fewer on Fridays, and four more since half a year. */
const told = [
  { ago: 720, places: [18, 18, 18, 18, 14, 0, 0] },
  { ago: 180, places: [22, 22, 22, 22, 18, 0, 0] },
] as const

/** Once, however often a demonstration that was broken off is gone on with. */
export async function tellPlaces(house: House, cast: Cast, anchor: CalendarDay, seed: string): Promise<void> {
  const { municipality, key, manager, places: providers } = cast
  for (const { provider: providerId } of providers)
    for (const { ago, places } of told) {
      const validFrom = addDays(anchor, -ago)
      const versionId = PartId.parse(idOf(seed, key, 'places', providerId, validFrom))
      const refused = await setPlaces(
        houseAt(house, validFrom, versionId),
        { municipality, today: validFrom, ...asStaff(manager) },
        { versionId, providerId, validFrom, places: [...places] },
      )
      if (isRefusal(refused)) throw new Error(`setPlaces in ${municipality}: ${refused.code}`)
    }
}
