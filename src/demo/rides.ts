/** Who drives in the town, and the lists that it was given for the last working day and for the day of the demonstration. */
import { getMunicipality, type House } from '../casework/house.ts'
import { readRides } from '../casework/read-rides.ts'
import { changeRideOperator, handOverRides } from '../casework/record-rides.ts'
import { PartId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import { lastWorkingDay } from '../domain/time/working-days.ts'
import { currentStandard } from '../standards/municipality.ts'
import { read } from '../store/connection.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { asStaff } from './scene.ts'

/** Before attendance is recorded, so that what was said off on the day shows as a change. The ids follow from the seed. */
export async function driveSomebody(
  house: House,
  cast: Cast,
  anchor: CalendarDay,
  seed: string,
): Promise<void> {
  const { municipality, key, manager } = cast
  const operatorId = PartId.parse(idOf(seed, key, 'ride operator'))
  const { providers } = currentStandard(getMunicipality(house, municipality))
  const askingOn = (today: CalendarDay) => ({ municipality, today, ...asStaff(manager) })
  const saved = await changeRideOperator(house, askingOn(anchor), {
    operatorId,
    name: 'Kørselskontoret',
    phone: '00 00 00 10',
    cancelMinutes: 60,
    windowMinutes: 30,
    providers: providers.map(({ id }) => id),
  })
  if (isRefusal(saved)) throw new Error(`nobody drives in ${key}: ${saved.code}`)
  for (const day of [lastWorkingDay(addDays(anchor, -1)), anchor]) {
    const lists = await read(house.db, { municipality, viewer: { kind: 'system' } }, (tx) =>
      readRides(tx, day),
    )
    const list = lists.find(({ operator }) => operator?.operatorId === operatorId)
    if (list === undefined) throw new Error(`there is no list in ${key}`)
    const at: House = { ...house, now: () => new Date(`${day}T05:00:00Z`) }
    const given = await handOverRides(at, askingOn(day), {
      operatorId,
      day,
      seen: list.seen,
      commandId: idOf(seed, key, 'handover', day),
    })
    if (isRefusal(given)) throw new Error(`the list of ${day} in ${key} was refused: ${given.code}`)
  }
}
