/** A municipality as the product serves it: its standard in every version, its texts, and what stands on its letters. */
import type { MunicipalityCode, ProviderId } from '../domain/identity.ts'
import type { StandardVersion } from '../domain/standard/engine.ts'
import type { Clause, Standard } from '../domain/standard/standard.ts'
import type { Letterhead } from '../letters/letter-content.ts'
import type { LetterTexts } from '../letters/letter-texts.ts'

export type Municipality = {
  readonly code: MunicipalityCode
  readonly name: string
  /** Every version, each with the clauses in force: the standard's own, the law's and the house's. */
  readonly versions: readonly StandardVersion[]
  /** The standard as it was adopted, newest first: what the read-only pages show. */
  readonly standards: readonly Standard[]
  /** The law's clauses and the house's, which stand beside every standard. */
  readonly besides: { readonly law: readonly Clause[]; readonly house: readonly Clause[] }
  readonly letterhead: Letterhead
  readonly texts: LetterTexts
  readonly providerName: (provider: ProviderId) => string
}

/** The newest version of the standard. */
export function currentStandard({ standards, name }: Municipality): Standard {
  const [newest] = standards
  if (newest === undefined) throw new Error(`${name} has no quality standard`)
  return newest
}

/** Every clause there is: the standard's own in its order, then the law's, then the house's. */
export const clausesOf = (municipality: Municipality): readonly Clause[] => [
  ...currentStandard(municipality).clauses,
  ...municipality.besides.law,
  ...municipality.besides.house,
]

export const findClause = (municipality: Municipality, id: string): Clause | undefined =>
  clausesOf(municipality).find((c) => c.id === id)
