/** From an issuer's claims to somebody we know: the citizen by CPR number, staff by subject. */
import { z } from 'zod'
import type { PersonId, UserId } from '../../domain/identity.ts'
import { PersonId as Person, ProviderId, UnitId, UserId as User } from '../../domain/identity.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import type { Claims } from '../../exchange/identity/identity.ts'
import { write } from '../../store/connection.ts'
import { findPersonByCpr, savePerson } from '../../store/persons.ts'
import { changeUser, findUserBySubject } from '../../store/users.ts'
import type { PublicContext } from '../platform/context.ts'

export type Recognised = { readonly personId?: PersonId; readonly userId?: UserId }

const scope = (c: PublicContext) =>
  ({ municipality: c.municipality.code, viewer: { kind: 'system' } }) as const

/** The person with this CPR number; one who is here for the first time is registered by what the issuer says of them. */
export async function recogniseCitizen(c: PublicContext, claims: Claims): Promise<Recognised | undefined> {
  const claim = c.configuration.identity?.citizen.cprClaim ?? 'cpr'
  const cpr = findCpr(String(claims[claim] ?? ''))
  const birthDate = cpr && birthDateOf(cpr)
  if (!cpr || !birthDate) return undefined
  return write(c.house.db, scope(c), async (tx) => {
    const known = await findPersonByCpr(tx, cpr)
    if (known) return { personId: known.personId }
    const names = String(claims.name ?? '').split(' ')
    const personId = Person.parse(c.house.newId())
    await savePerson(tx, {
      personId,
      cpr,
      validFrom: c.today,
      recordedAt: c.house.now(),
      details: {
        givenName: String(claims.given_name ?? names.slice(0, -1).join(' ')) || 'Ukendt',
        familyName: String(claims.family_name ?? names.at(-1) ?? '') || 'Ukendt',
        birthDate,
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    })
    return { personId }
  })
}

const List = z.union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/))]).catch([])

/**
 * The registered user. With the municipality's own provider, roles and unit follow its claims at each log-in, mapped in
 * the configuration; whoever has no role of ours is not let in.
 */
export async function recogniseStaff(c: PublicContext, claims: Claims): Promise<Recognised | undefined> {
  const own = c.configuration.identity?.staff
  return write(c.house.db, scope(c), async (tx) => {
    const known = await findUserBySubject(tx, claims.sub)
    if (own === undefined) return known?.active ? { userId: known.userId } : undefined
    const roles = List.parse(claims[own.roleClaim]).flatMap((name) => own.roles.get(name) ?? [])
    if (roles.length === 0 || known?.active === false) return undefined
    const userId = known?.userId ?? User.parse(c.house.newId())
    const unit = UnitId.safeParse(claims[own.unitClaim])
    const provider = ProviderId.safeParse(claims.provider)
    const user = {
      userId,
      subject: claims.sub,
      name: String(claims.name ?? known?.name ?? claims.sub),
      phone: known?.phone ?? null,
      email: typeof claims.email === 'string' ? claims.email : (known?.email ?? null),
      unit: unit.success ? unit.data : (known?.unit ?? null),
      roles,
      providerId: provider.success ? provider.data : (known?.providerId ?? null),
      active: true,
    }
    const actor = { kind: 'system', name: 'log-in' } as const
    await changeUser(tx, user, { at: c.house.now(), onDay: c.today, actor })
    return { userId }
  })
}
