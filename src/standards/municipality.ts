/** A municipality as the product serves it: its standard in every version, its texts, and what stands on its letters. */
import type { MunicipalityCode, ProviderId } from '../domain/identity.ts'
import type { StandardVersion } from '../domain/standard/engine.ts'
import type { Letterhead } from '../letters/letter-content.ts'
import type { LetterTexts } from '../letters/letter-texts.ts'

export type Municipality = {
  readonly code: MunicipalityCode
  readonly name: string
  /** Every version, each with the clauses in force: the standard's own, the law's and the house's. */
  readonly versions: readonly StandardVersion[]
  readonly letterhead: Letterhead
  readonly texts: LetterTexts
  readonly providerName: (provider: ProviderId) => string
}
