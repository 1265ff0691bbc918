import { z } from 'zod'
import { caseRule, dueInWorkingDays, metBy } from '../../standard/rule.ts'

/**
 * Every case has a named caseworker soon: the citizen is told whom to call. A case that is handed to a unit with nobody
 * named is owed one anew.
 */
export const caseworkerNamed = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) => {
  const without = file.assignments.filter(
    (a, index) => a.userId === undefined && file.assignments[index - 1]?.userId !== undefined,
  )
  return [file.received, ...without].map((since) => ({
    about: since === file.received ? 'caseworker' : `caseworker-${since.seq}`,
    triggeredOn: since.on,
    arisesOn: since.on,
    actor: 'management' as const,
    ...dueInWorkingDays(since.on, p.workingDays),
    ...metBy(
      file.assignments.find((a) => a.seq > since.seq && a.userId !== undefined),
      since.seq,
    ),
    task: 'assignCase' as const,
  }))
})
