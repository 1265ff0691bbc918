/** A user is added or changed: with who did it, never without an administrator, and logged out at once when blocked. */
import type { UserId } from '../../domain/identity.ts'
import { write } from '../../store/connection.ts'
import { endSessionsOfUser } from '../../store/sessions.ts'
import {
  changesOfUser,
  changeUser,
  findUser,
  findUserBySubject,
  lockUsersWithRole,
  type UserFacts,
} from '../../store/users.ts'
import type { PageContext } from '../platform/context.ts'
import type { UserProblems } from './user-form.ts'

/** `conflict`: somebody changed the user since the form was shown. */
export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: UserProblems }
  | { readonly kind: 'conflict' }

/** How often the user has been changed, counting from one: what a form says it rests on. */
export const stateNumber = (changes: number): number => changes + 1

export function saveChangedUser(c: PageContext, userId: UserId, facts: UserFacts): Promise<Saved> {
  const { house, asking, today } = c
  // Users are read by everybody of the authority and written by the system's scope alone.
  const scope = { municipality: asking.municipality, viewer: { kind: 'system' } } as const
  return write(house.db, scope, async (tx): Promise<Saved> => {
    const refused = (problems: UserProblems): Saved => {
      tx.abandon()
      return { kind: 'refused', problems }
    }
    const administrators = await lockUsersWithRole(tx, 'administrator')
    const [known, sameSubject, [last]] = await Promise.all([
      findUser(tx, userId),
      findUserBySubject(tx, facts.subject),
      changesOfUser(tx, userId),
    ])
    if (sameSubject && sameSubject.userId !== userId) return refused({ subject: 'subjectTaken' })
    const seen = c.form.basedOn
    if (known && seen !== undefined && seen !== stateNumber(last?.number ?? 0)) {
      tx.abandon()
      return { kind: 'conflict' }
    }
    const stays = facts.active && facts.roles.includes('administrator')
    if (!stays && administrators.length === 1 && administrators[0] === userId)
      return refused({ [facts.active ? 'roles' : 'active']: 'lastAdministrator' })
    const now = house.now()
    await changeUser(tx, { userId, ...facts }, { at: now, onDay: today, actor: asking.actor })
    if (!facts.active) await endSessionsOfUser(tx, userId, now)
    return { kind: 'saved' }
  })
}
