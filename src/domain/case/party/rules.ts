import { z } from 'zod'
import { caseRule, dueInWorkingDays, metBy } from '../../standard/rule.ts'

/** Every case has a named caseworker soon: the citizen is told whom to call. */
export const caseworkerNamed = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) => [
  {
    about: 'caseworker',
    triggeredOn: file.received.on,
    arisesOn: file.received.on,
    actor: 'management',
    ...dueInWorkingDays(file.received.on, p.workingDays),
    ...metBy(file.caseworker ? file.assigned : undefined, file.received.seq),
    task: 'assignCase',
  },
])
