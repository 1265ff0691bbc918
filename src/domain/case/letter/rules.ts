import { z } from 'zod'
import { caseRule, metBy, statedBy } from '../../standard/rule.ts'
import { isInForce } from '../recipients.ts'

const none = z.object({})

/** Who has the right to the letters gets them too, each time (FVL § 8). */
export const lettersReachRepresentative = caseRule(none, (file) =>
  file.letters.flatMap((letter) =>
    file.representations
      .filter((r) => r.seq < letter.seq && r.scopes.includes('receiveLetters') && isInForce(r, letter.on))
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

/** A failed delivery is shown until somebody has dealt with it. */
export const postFailureHandled = caseRule(none, (file) =>
  file.letters.flatMap((letter) =>
    letter.copies.flatMap((copy, index) =>
      copy.failed
        ? [
            {
              about: `post-${letter.seq}-${index}`,
              triggeredOn: copy.failed.on,
              arisesOn: copy.failed.on,
              ...metBy(copy.handled, copy.failed.seq),
              survives: true,
              task: 'handlePostFailure' as const,
            },
          ]
        : [],
    ),
  ),
)
