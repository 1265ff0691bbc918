import { z } from 'zod'
import { caseRule, dueInWorkingDays, metBy, statedBy } from '../../standard/rule.ts'
import { wasInForceAt } from '../recipients.ts'

const none = z.object({})

/** Who has the right to the letters gets them too, each time (FVL § 8). */
export const lettersReachRepresentative = caseRule(none, (file) =>
  file.letters.flatMap((letter) =>
    file.representations
      .filter((r) => r.scopes.includes('receiveLetters') && wasInForceAt(r, letter))
      .map((r) => ({
        ...statedBy(
          letter,
          `copy-${letter.seq}-${r.seq}`,
          letter.copies.some((c) => c.recipient === r.personId),
          r.seq,
        ),
        task: 'sendLetterToRepresentative' as const,
      })),
  ),
)

/** A failed delivery is shown until somebody has dealt with it, or a later sending has; each failure anew. */
export const postFailureHandled = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.letters.flatMap((letter) =>
    letter.copies.flatMap((copy) =>
      copy.failures.map((failure) => ({
        about: `post-${failure.seq}`,
        triggeredOn: failure.on,
        arisesOn: failure.on,
        ...dueInWorkingDays(failure.on, p.workingDays),
        ...metBy(failure.settled, failure.seq),
        survives: true,
        task: 'handlePostFailure' as const,
      })),
    ),
  ),
)
