/** The country that is measured: 98 municipalities under Vejen's standard, one small, one large, the others alike. */
import { MunicipalityCode } from '../src/domain/identity.ts'
import { loadMunicipality } from '../src/standards/load.ts'
import type { Municipality } from '../src/standards/municipality.ts'

export type Size = { readonly code: MunicipalityCode; readonly cases: number }

export const codes = Array.from({ length: 98 }, (_, i) => MunicipalityCode.parse(String(9000 + i)))

/** The municipality whose pages are measured while the country around it grows. */
export const [small, large] = codes as [MunicipalityCode, MunicipalityCode]

/** `all` cases in all: `ofSmall` in the small municipality, a tenth of the rest in the large, the others share what is left. */
export function sizesFor(all: number, ofSmall: number): readonly Size[] {
  const ofLarge = Math.round((all - ofSmall) / 10)
  const others = codes.slice(2)
  const left = all - ofSmall - ofLarge
  const share = Math.floor(left / others.length)
  return [
    { code: small, cases: ofSmall },
    { code: large, cases: ofLarge },
    ...others.map((code, i) => ({ code, cases: share + (i < left - share * others.length ? 1 : 0) })),
  ]
}

export const hostOf = (code: MunicipalityCode): string => `m${code}.bench.localhost`

/** Vejen's standard under each code. */
export function municipalities(): ReadonlyMap<MunicipalityCode, Municipality> {
  const vejen = loadMunicipality('vejen-104')
  return new Map(
    codes.map((code) => [
      code,
      {
        ...vejen,
        code,
        versions: vejen.versions.map(({ terms, clauses }) => ({
          terms: { ...terms, municipality: code },
          clauses,
        })),
      },
    ]),
  )
}
