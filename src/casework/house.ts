/** What the running product has in hand. Made once at the door (server, worker, command line) and passed in. */
import type { MunicipalityCode } from '../domain/identity.ts'
import { findVersion, type StandardVersion } from '../domain/standard/engine.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { LetterInputs } from '../letters/letter-content.ts'
import type { Municipality } from '../standards/municipality.ts'
import type { Database } from '../store/connection.ts'
import type { Sealing } from './sealing.ts'

export type House = {
  readonly db: Database
  readonly municipalities: ReadonlyMap<MunicipalityCode, Municipality>
  readonly renderPdf: (inputs: LetterInputs) => Promise<Uint8Array>
  /** What tablets seal their unsent facts to, and what opens them. */
  readonly sealing: Sealing
  /** The real instant; journals, sessions and tokens keep it. */
  readonly now: () => Date
  readonly newId: () => string
}

/** The municipality by its code. Throws on one that is not configured: the host decides it, never a person. */
export function getMunicipality(house: House, code: MunicipalityCode): Municipality {
  const found = house.municipalities.get(code)
  if (found === undefined) throw new Error(`municipality ${code} is not configured`)
  return found
}

/** The version of the municipality's standard in force on a day. */
export function versionOn(municipality: Municipality, day: CalendarDay): StandardVersion {
  const version = findVersion(municipality.versions, day)
  if (version === undefined) throw new Error(`${municipality.name} has no quality standard`)
  return version
}
