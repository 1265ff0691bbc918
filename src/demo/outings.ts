/** Prices that the management has approved, and the trips that each provider has planned round the anchor day. */

import type { House } from '../casework/house.ts'
import { getMunicipality } from '../casework/house.ts'
import { performForMunicipality } from '../casework/municipality.ts'
import { PartId } from '../domain/identity.ts'
import type { PriceItem } from '../domain/own-payment.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, type CalendarDay, getDay } from '../domain/time/calendar-day.ts'
import { currentStandard } from '../standards/municipality.ts'
import { write } from '../store/connection.ts'
import { addOuting } from '../store/outings.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { houseAt } from './live.ts'
import { asStaff, nextWorkingDay } from './scene.ts'

const items: readonly PriceItem[] = [
  { itemId: 'tur-med-bus', kind: 'trip', name: 'Tur med bus', priceOere: 7500 },
  { itemId: 'biograf', kind: 'event', name: 'Biograf og popcorn', priceOere: 12_500 },
  { itemId: 'garn', kind: 'material', name: 'Garn, et nøgle', priceOere: 3500 },
  { itemId: 'ler', kind: 'material', name: 'Ler til eget brug', priceOere: 6000 },
]

const trips = [
  {
    name: 'Tur til stranden',
    about: 'Vi går en tur og drikker kaffe. Tag varmt tøj på, og tag madpakke med.',
    place: 'Vi mødes ved hovedindgangen',
    item: 'tur-med-bus',
    after: 9,
    starts: '09:30',
    ends: '14:00',
  },
  {
    name: 'Biograftur',
    about: 'Vi ser en dansk film. Vi er hjemme til kørslen.',
    place: 'Biografen i byen',
    item: 'biograf',
    after: 16,
    starts: '12:30',
    ends: '15:00',
  },
] as const

/** Once, however often a demonstration that was broken off is gone on with. Throws where a command is refused. */
export async function planOutings(
  house: House,
  cast: Cast,
  anchor: CalendarDay,
  seed: string,
): Promise<void> {
  const { municipality, key, manager } = cast
  const approvedOn = addDays(anchor, -90)
  for (const { id: provider } of currentStandard(getMunicipality(house, municipality)).providers) {
    const commandId = idOf(seed, key, 'prices', provider)
    const at = houseAt(house, approvedOn, commandId)
    const done = await performForMunicipality(
      at,
      { municipality, today: approvedOn, ...asStaff(manager) },
      {
        command: { type: 'approvePriceList', input: { provider, validFrom: approvedOn, items: [...items] } },
        commandId,
      },
    )
    if (isRefusal(done)) throw new Error(`approvePriceList in ${municipality}: ${done.code}`)
    const [worker] = cast.workersAt(provider)
    const scope = { municipality, viewer: { kind: 'command' } } as const
    await write(house.db, scope, async (tx) => {
      for (const { item: itemId, after, ...trip } of trips) {
        const day = nextWorkingDay(addDays(anchor, after))
        const item = items.find((i) => i.itemId === itemId)
        if (item === undefined) throw new Error(`no item ${itemId}`)
        const outingId = PartId.parse(idOf(seed, key, 'outing', provider, trip.name))
        const answerBy = getDay(addDays(day, -3))
        await addOuting(
          tx,
          { outingId, providerId: provider, ...trip, day, answerBy, item, priceListFrom: approvedOn },
          { userId: worker.userId, at: at.now() },
        )
      }
    })
  }
}
