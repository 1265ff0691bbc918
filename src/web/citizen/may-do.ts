import { targetOf } from '../../casework/load-case.ts'
import { type Action, may } from '../../domain/access/permissions.ts'
import type { CaseContext } from '../platform/context.ts'

/** Whether whoever looks may do this to the case: pages offer nothing that would be refused. */
export const mayDo = (c: CaseContext, action: Action): boolean =>
  may(
    action,
    c.asking.subject,
    targetOf(c.case, { personId: c.asking.subject.personId, today: c.today, opened: false }),
  )
