import type { CaseFile } from '../domain/case/case-file.ts'
import { obligationsOfCase } from '../domain/standard/engine.ts'
import type { Obligation } from '../domain/standard/obligation.ts'
import type { Municipality } from '../standards/municipality.ts'

const found = new WeakMap<Municipality, WeakMap<CaseFile, readonly Obligation[]>>()

/**
 * Everything owed in a case, under the municipality's standard and the law beside it. Worked out once for a file: it knows
 * nothing of the day, and neither a file nor a standard that is in use ever changes.
 */
export function obligationsFor(municipality: Municipality, file: CaseFile): readonly Obligation[] {
  const known = found.get(municipality) ?? new WeakMap<CaseFile, readonly Obligation[]>()
  found.set(municipality, known)
  const obligations = known.get(file) ?? obligationsOfCase(file, municipality.versions)
  known.set(file, obligations)
  return obligations
}
