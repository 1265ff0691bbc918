/**
 * Erases what a person has approved: a few cases a day, each whole and in a transaction of its own, as the eraser's role.
 * Nobody is judged here. The gate of the domain is asked, PostgreSQL asks the journal once more, and the municipality's own
 * stream keeps in its chain what went, when, by whose word, and where it lies.
 */
import { readCaseEvent } from '../domain/case/events.ts'
import { findCaseFile } from '../domain/case/read-case.ts'
import { erasureObstacle } from '../domain/case/retention/about.ts'
import type { CaseId, MunicipalityCode } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { currentStandard } from '../standards/municipality.ts'
import { read, write } from '../store/connection.ts'
import { appendEvents, municipalityStream, readStream } from '../store/journal.ts'
import { casesToErase, countErasedOn, eraseCase, type Tombstone } from '../store/retention.ts'
import { getMunicipality, type House, versionOn } from './house.ts'

/** How often an erasure is tried again when somebody else's event came into the municipality's stream meanwhile. */
const attempts = 6

type Day = { readonly municipality: MunicipalityCode; readonly today: CalendarDay }

const scopeOf = ({ municipality }: Day) => ({ municipality, viewer: { kind: 'system' } }) as const

/** `house.db` is the eraser's. Gives what was erased; safe to run at any time and any number of times. */
export async function eraseDueCases(house: House, day: Day): Promise<readonly Tombstone[]> {
  const most = currentStandard(getMunicipality(house, day.municipality)).parameters.erasuresPerDay.value
  const due = await read(house.db, scopeOf(day), async (tx) =>
    casesToErase(tx, day.today, most - (await countErasedOn(tx, day.today))),
  )
  const erased: Tombstone[] = []
  const failures: unknown[] = []
  for (const caseId of due) {
    try {
      const stone = await eraseOne(house, day, caseId, most)
      if (stone) erased.push(stone)
    } catch (error) {
      failures.push(error)
    }
  }
  // One case in trouble holds up no other; the job shows as failed all the same and is tried again.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} cases could not be erased`)
  return erased
}

async function eraseOne(
  house: House,
  day: Day,
  caseId: CaseId,
  most: number,
): Promise<Tombstone | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await attemptOnce(house, day, caseId, most)
    if (done !== 'interleaved') return done
  }
  throw new Error(`the municipality's stream changed ${attempts} times while one case was erased`)
}

function attemptOnce(
  house: House,
  day: Day,
  caseId: CaseId,
  most: number,
): Promise<Tombstone | undefined | 'interleaved'> {
  const municipality = getMunicipality(house, day.municipality)
  const { terms } = versionOn(municipality, day.today)
  return write(house.db, scopeOf(day), async (tx) => {
    const file = findCaseFile((await readStream(tx, caseId)).map(readCaseEvent))
    if (file === undefined || erasureObstacle(file, day.today, terms.parameters) !== undefined)
      return undefined
    const seq = (await readStream(tx, municipalityStream)).length
    const stone = await eraseCase(tx, caseId, most)
    const { erasedOn, closedOn: _, deliveredOn: __, approvedOn: ___, ...payload } = stone
    const appended = await appendEvents(tx, {
      streamId: municipalityStream,
      expectedSeq: seq,
      events: [
        {
          type: 'caseErased',
          typeVersion: 1,
          payload,
          eventId: house.newId(),
          occurredOn: erasedOn,
          recordedOn: day.today,
          recordedAt: house.now().toISOString(),
          actor: { kind: 'system', name: 'eraser' },
          standard: terms.reference,
        },
      ],
    })
    return appended.kind === 'appended' ? stone : 'interleaved'
  })
}
