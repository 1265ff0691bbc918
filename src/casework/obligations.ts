import type { CaseFile } from '../domain/case/case-file.ts'
import { obligationsOfCase } from '../domain/standard/engine.ts'
import type { Obligation } from '../domain/standard/obligation.ts'
import type { Municipality } from '../standards/municipality.ts'

/** Everything owed in a case, under the municipality's standard and the law beside it. */
export const obligationsFor = (municipality: Municipality, file: CaseFile): readonly Obligation[] =>
  obligationsOfCase(file, municipality.versions)
