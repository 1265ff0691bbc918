import { z } from 'zod'
import { caseRule, dueInWorkingDays, firstOf, metBy } from '../../standard/rule.ts'
import { addDays, latest } from '../../time/calendar-day.ts'

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

/** A power or an appointment that was handed in is looked at soon: until then nobody acts on it (FVL § 8). */
export const representationVerified = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.representations
    // What was found in order as it was registered never waited.
    .filter((r) => r.verified?.seq !== r.seq)
    .map((r) => ({
      about: `verify-${r.seq}`,
      triggeredOn: r.on,
      arisesOn: r.on,
      ...dueInWorkingDays(r.on, p.workingDays),
      ...metBy(firstOf(r.verified, r.rejected), r.seq),
      ...(r.revoked && { voidOn: r.revoked.on, voidReason: 'notNeeded' as const }),
      task: 'verifyRepresentative' as const,
    })),
)

/**
 * Before it ends somebody asks whether it goes on, so that nobody stands without help or letters from one day to the next. Met
 * by a new one for the same person, or by what was found.
 */
export const representationRenewed = caseRule(z.object({ noticeDays: z.int().positive() }), (file, p) =>
  file.representations.flatMap((r) => {
    const { to, verified } = r
    if (to === undefined || verified === undefined || r.type === 'relativeReadOnly') return []
    const arisesOn = latest(addDays(to, -p.noticeDays), verified.on)
    const anew = file.representations.find(
      (other) =>
        other.seq > r.seq && other.personId === r.personId && (other.to ?? '9') > to && other.verified,
    )?.verified
    const over = r.revoked
    return [
      {
        about: `renew-${r.seq}`,
        triggeredOn: verified.on,
        arisesOn,
        dueOn: to,
        derivation: [{ step: 'named' as const, day: to }],
        ...metBy(firstOf(r.endConsidered, anew), r.seq),
        ...(over && { voidOn: over.on, voidReason: 'notNeeded' as const }),
        task: 'askAboutRepresentation' as const,
      },
    ]
  }),
)
