import { findCase, type LoadedCase, targetOf } from '../../casework/load-case.ts'
import { type Action, may } from '../../domain/access/permissions.ts'
import { casesInReach } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import type { PageContext } from '../platform/context.ts'

/**
 * Whether whoever looks may do one of these to a case. Row-level security lets through each case that somebody has to do with;
 * how much of it a representative sees is the permission table's to say, also where the path names no case.
 */
export const maySee =
  (c: PageContext, ...actions: readonly Action[]) =>
  (loaded: LoadedCase): boolean => {
    const target = targetOf(loaded, {
      personId: c.asking.subject.personId,
      today: c.today,
      opened: false,
    })
    return actions.some((action) => may(action, c.asking.subject, target))
  }

/**
 * The cases of whoever the visitor has chosen to act for, or their own, the newest first; never both at once, and those alone
 * in which they may do one of these.
 */
export function casesOf(
  c: PageContext,
  ...actions: readonly [Action, ...Action[]]
): Promise<readonly LoadedCase[]> {
  const about = c.asking.onBehalfOf ?? c.asking.subject.personId
  return read(c.house.db, c.scope, async (tx) => {
    const entries = (await casesInReach(tx, 50)).filter((entry) => entry.personId === about)
    const loaded = await Promise.all(entries.map((entry) => findCase(tx, entry.caseId)))
    return loaded.flatMap((one) => (one ? [one] : [])).filter(maySee(c, ...actions))
  })
}
