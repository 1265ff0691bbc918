/** Two municipalities, and scopes to look at them with. */
import { randomUUID } from 'node:crypto'
import { CaseId, MunicipalityCode, PersonId, ProviderId, UserId } from '../../src/domain/identity.ts'
import type { Scope } from '../../src/store/scope.ts'

export const vejen = MunicipalityCode.parse('0575')
export const billund = MunicipalityCode.parse('0530')

export const newCase = (): CaseId => CaseId.parse(randomUUID())
export const newPerson = (): PersonId => PersonId.parse(randomUUID())
export const newUser = (): UserId => UserId.parse(randomUUID())

export const asCommand = (municipality = vejen): Scope => ({ municipality, viewer: { kind: 'command' } })
export const asSystem = (municipality = vejen): Scope => ({ municipality, viewer: { kind: 'system' } })
export const asAuthority = (municipality = vejen, userId = newUser()): Scope => ({
  municipality,
  viewer: { kind: 'authority', userId },
})
export const asCitizen = (personId: PersonId, municipality = vejen): Scope => ({
  municipality,
  viewer: { kind: 'citizen', personId },
})
export const asProvider = (provider: string, municipality = vejen, userId = newUser()): Scope => ({
  municipality,
  viewer: { kind: 'provider', userId, providerId: ProviderId.parse(provider) },
})
