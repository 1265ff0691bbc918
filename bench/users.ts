import { type MunicipalityCode, UserId } from '../src/domain/identity.ts'

/** The n-th member of staff of a municipality; the 0th works at a provider. */
export const userOf = (code: MunicipalityCode, n: number): UserId =>
  UserId.parse(`00000000-${code}-4000-8000-${String(n).padStart(12, '0')}`)
