/** From the form about a user to the user, or to what is wrong with it. Pure: the database is asked elsewhere. */
import { z } from 'zod'
import type { Role } from '../../domain/access/permissions.ts'
import { ProviderId, UnitId } from '../../domain/identity.ts'
import type { StaffUser, UserFacts } from '../../store/users.ts'
import type { Form } from '../platform/form.ts'
import type { UserWord } from './user-words.ts'

/** The roles that staff can be given. Citizens have theirs by who they are, and the post's is no person's. */
export const staffRoles = [
  'caseworker',
  'manager',
  'providerStaff',
  'providerLead',
  'administrator',
] as const satisfies readonly Role[]
type StaffRole = (typeof staffRoles)[number]

/** Field of the form → the word that says what is wrong. */
export type UserProblems = Readonly<Record<string, UserWord>>

const email = z.email()

/** What was typed, as far as it can be a user; `known` gives what the form cannot change. */
export function factsOf(form: Form, known: StaffUser | undefined, rolesFromLogIn: boolean): UserFacts {
  const provider = ProviderId.safeParse(form.text('provider'))
  const unit = UnitId.safeParse(form.text('unit'))
  return {
    subject: form.text('subject') ?? '',
    name: form.text('name') ?? '',
    phone: form.text('phone') ?? null,
    email: form.text('email') ?? null,
    unit: unit.success ? unit.data : null,
    providerId: provider.success ? provider.data : null,
    roles: rolesFromLogIn
      ? (known?.roles ?? [])
      : staffRoles.filter((role) => form.all('roles').includes(role)),
    // A user that is added can log in.
    active: known === undefined || form.text('active') === '1',
  }
}

/** Everything that is wrong with it by itself. */
export function problemsOf(user: UserFacts, rolesFromLogIn: boolean): UserProblems {
  const { name, subject, roles, unit, providerId } = user
  const has = (role: StaffRole): boolean => roles.includes(role)
  return {
    ...(name === '' && { name: 'missing' as const }),
    ...(subject === '' && { subject: 'missing' as const }),
    ...(user.email !== null && !email.safeParse(user.email).success && { email: 'emailWrong' as const }),
    ...(roles.length === 0 && !rolesFromLogIn && { roles: 'rolesMissing' as const }),
    ...((has('caseworker') || has('manager')) && unit === null && { unit: 'unitMissing' as const }),
    ...(has('providerStaff') && providerId === null && { provider: 'providerMissing' as const }),
    // Whoever works at a provider looks with the provider's eyes: the two are kept apart.
    ...(has('providerLead') && !has('providerStaff') && { roles: 'leadIsStaff' as const }),
    ...(has('providerStaff') &&
      roles.some((role) => role !== 'providerStaff' && role !== 'providerLead') && {
        roles: 'providerOnly' as const,
      }),
    ...(!has('providerStaff') && providerId !== null && { provider: 'providerNotTheirs' as const }),
  }
}
