/** One who has asked for her papers, says that something is wrong and asks about a look; and the registers. */
import type { House } from '../casework/house.ts'
import { findCase } from '../casework/load-case.ts'
import { performForMunicipality } from '../casework/municipality.ts'
import { isConflict, perform } from '../casework/perform.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import { type CaseId, PartId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { MunicipalityCommand } from '../domain/standard/municipality-commands.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { copenhagenInstant } from '../domain/time/time-of-day.ts'
import { read } from '../store/connection.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { houseAt } from './live.ts'
import { type Asker, asCitizen, asStaff } from './scene.ts'

export async function askForRights(
  house: House,
  cast: Cast,
  anchor: CalendarDay,
  seed: string,
  { caseId }: { readonly caseId: CaseId },
): Promise<void> {
  const { municipality } = cast
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const found = await read(house.db, scope, (tx) => findCase(tx, caseId))
  if (found === undefined) return
  const citizen = asCitizen({ personId: found.file.personId })
  const run = async (name: string, by: Asker, command: CaseCommand) => {
    const commandId = idOf(seed, 'rights', caseId, name)
    const asking = { municipality, today: anchor, ...by }
    const done = await perform(houseAt(house, anchor, commandId), asking, {
      caseId,
      commandId,
      command,
    })
    if (isRefusal(done) || isConflict(done)) throw new Error(`${name} was refused: ${JSON.stringify(done)}`)
  }
  const ask: CaseCommand = {
    type: 'requestAccess',
    input: { rights: ['fileAccess', 'dataProtection'], whole: true, channel: 'web' },
  }
  await run('first', citizen, ask)
  await run('second', citizen, {
    type: 'requestAccess',
    input: { rights: ['fileAccess'], whole: false, what: 'Det, lægen har skrevet', channel: 'web' },
  })
  await run('wrong', citizen, {
    type: 'requestCorrection',
    input: { wrong: 'Der står, at jeg bor alene. Jeg bor sammen med min søster.' },
  })
  await run('look', citizen, {
    type: 'askAboutLook',
    input: { look: 'Leder, i sidste uge', words: 'Hvorfor har en leder set min sag?' },
  })
}

/** A breach that is not settled yet, and a concern that nobody has dealt with. */
export async function fillRegisters(
  house: House,
  { key, municipality, manager }: Cast,
  today: CalendarDay,
  seed: string,
): Promise<void> {
  const commands: readonly MunicipalityCommand[] = [
    {
      type: 'recordBreach',
      input: {
        breachId: PartId.parse(idOf(seed, key, 'breach')),
        knownAt: new Date(copenhagenInstant(today, '00:15')).toISOString(),
        source: 'staff',
        what: 'Et brev er lagt i en forkert kuvert.',
        affected: 'Én borger',
      },
    },
    {
      type: 'assessBreach',
      input: {
        breachId: PartId.parse(idOf(seed, key, 'breach')),
        risk: 'unlikely',
        because: 'Kuverten kom uåbnet tilbage.',
      },
    },
    {
      type: 'recordConcern',
      input: {
        concernId: PartId.parse(idOf(seed, key, 'concern')),
        about: 'place',
        words: 'Der var for få medarbejdere to dage i træk.',
      },
    },
  ]
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
