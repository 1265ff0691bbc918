/** From a session to who is asking: what the permission table, the journal and row-level security are told. */
import { fullName } from '../../casework/people.ts'
import type { Asking } from '../../casework/perform.ts'
import { machineRoles, type Role, roles, type Subject } from '../../domain/access/permissions.ts'
import type { EventActor } from '../../domain/case/envelope.ts'
import type { MunicipalityCode } from '../../domain/identity.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { ReadTx } from '../../store/connection.ts'
import { findPersons } from '../../store/persons.ts'
import { representedBy } from '../../store/representations.ts'
import type { Scope } from '../../store/scope.ts'
import type { FoundSession } from '../../store/sessions.ts'
import type { Visitor } from './context.ts'

/** No person holds a role of the product's own work, whatever a row says. */
const personRoles = roles.filter((role) => !machineRoles.some((machine) => machine === role))

/**
 * Who the session is, as they are registered today: a user who was deactivated since is nobody, and who no longer
 * represents somebody acts for themselves.
 */
export async function findVisitor(
  tx: ReadTx,
  { personId, user, actingFor }: FoundSession,
  today: CalendarDay,
): Promise<Visitor | undefined> {
  if (user) {
    if (!user.active) return undefined
    return {
      kind: 'staff',
      userId: user.userId,
      name: user.name,
      roles: user.roles.filter((r): r is Role => personRoles.some((known) => known === r)),
      unit: user.unit ?? undefined,
      provider: user.providerId ?? undefined,
    }
  }
  if (!personId) return undefined
  const [[self], represented] = await Promise.all([
    findPersons(tx, [personId]),
    actingFor ? representedBy(tx, personId, today) : [],
  ])
  if (self === undefined) return undefined
  const other = represented.find((p) => p.personId === actingFor)
  return { kind: 'citizen', personId, name: fullName(self), ...(other && { actingFor: other }) }
}

/** A citizen who acts for somebody has that citizen's case before them in the role of representative, and no other. */
export function subjectOf(visitor: Visitor): Subject {
  if (visitor.kind === 'device')
    return {
      roles: [visitor.state === 'paired' ? 'device' : 'lockedDevice'],
      provider: visitor.provider,
    }
  if (visitor.kind === 'staff')
    return {
      roles: visitor.roles,
      userId: visitor.userId,
      unit: visitor.unit,
      provider: visitor.provider,
    }
  return { roles: [visitor.actingFor ? 'representative' : 'citizen'], personId: visitor.personId }
}

export function actorOf(visitor: Visitor): EventActor {
  if (visitor.kind === 'citizen') return { kind: 'citizen', personId: visitor.personId }
  if (visitor.kind === 'device') return { kind: 'system', name: `tablet ${visitor.deviceId}` }
  // Who is both caseworker and manager acts as the caseworker where that matters (K2.2a-3).
  const role = visitor.roles.includes('caseworker') ? 'caseworker' : (visitor.roles[0] ?? 'none')
  return { kind: 'staff', userId: visitor.userId, role }
}

export const askingOf = (visitor: Visitor, municipality: MunicipalityCode, today: CalendarDay): Asking => ({
  municipality,
  today,
  subject: subjectOf(visitor),
  actor: actorOf(visitor),
  ...(visitor.kind === 'citizen' && visitor.actingFor && { onBehalfOf: visitor.actingFor.personId }),
})

export function scopeOf(visitor: Visitor, municipality: MunicipalityCode): Scope {
  if (visitor.kind === 'citizen')
    return { municipality, viewer: { kind: 'citizen', personId: visitor.personId } }
  if (visitor.kind === 'device') {
    const providerId = visitor.state === 'paired' ? visitor.provider : undefined
    return { municipality, viewer: { kind: 'device', providerId } }
  }
  const { userId, provider, roles: held } = visitor
  // Whoever works at a provider looks with the provider's eyes, whatever else they may be.
  if (provider !== undefined && held.some((role) => role === 'providerStaff' || role === 'providerLead'))
    return { municipality, viewer: { kind: 'provider', userId, providerId: provider } }
  return { municipality, viewer: { kind: 'authority', userId } }
}
