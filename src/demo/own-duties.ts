/** What each municipality has done about its own standard: Vejen adopted it and published its deadlines, Lillerup has yet to publish. */
import { getMunicipality, type House } from '../casework/house.ts'
import { performForMunicipality } from '../casework/municipality.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { MunicipalityCommand } from '../domain/standard/municipality-commands.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { currentStandard } from '../standards/municipality.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { houseAt } from './live.ts'
import { asStaff } from './scene.ts'

const publishedAt: Readonly<Record<string, string>> = { vejen: 'www.vejen.example/sagsbehandlingsfrister' }

/** Once, however often a demonstration that was broken off is gone on with. Throws where a command is refused. */
export async function adoptAndPublish(
  house: House,
  { key, municipality, manager }: Cast,
  today: CalendarDay,
  seed: string,
): Promise<void> {
  const { id: standard, version, validFrom } = currentStandard(getMunicipality(house, municipality))
  const where = publishedAt[key]
  const commands: MunicipalityCommand[] = [{ type: 'adoptStandard', input: { standard, version } }]
  if (where !== undefined)
    commands.push({
      type: 'publishDeadlines',
      input: { standard, version, where, publishedOn: validFrom },
    })
  for (const command of commands) {
    const commandId = idOf(seed, key, command.type)
    const asking = { municipality, today, ...asStaff(manager) }
    const done = await performForMunicipality(houseAt(house, today, commandId), asking, {
      command,
      commandId,
    })
    if (isRefusal(done)) throw new Error(`${command.type} in ${municipality}: ${done.code}`)
  }
}
