import { findCase, type LoadedCase } from '../../casework/load-case.ts'
import { casesInReach } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import type { PageContext } from '../platform/context.ts'

/** The cases of whoever the visitor has chosen to act for, or their own, the newest first; never both at once. */
export function casesOf(c: PageContext): Promise<readonly LoadedCase[]> {
  const about = c.asking.onBehalfOf ?? c.asking.subject.personId
  return read(c.house.db, c.scope, async (tx) => {
    const entries = (await casesInReach(tx, 50)).filter((entry) => entry.personId === about)
    const loaded = await Promise.all(entries.map((entry) => findCase(tx, entry.caseId)))
    return loaded.flatMap((one) => (one ? [one] : []))
  })
}
