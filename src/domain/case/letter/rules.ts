import { z } from 'zod'
import type { LetterId, PersonId } from '../../identity.ts'
import { caseRule, dueInWorkingDays, metBy, statedBy } from '../../standard/rule.ts'
import { addDays } from '../../time/calendar-day.ts'
import { addWorkingDays } from '../../time/working-days.ts'
import { coversLetter, wasInForceAt } from '../recipients.ts'

const none = z.object({})

/** Who has the right to the letters gets them too, each time (FVL § 8). */
export const lettersReachRepresentative = caseRule(none, (file) =>
  file.letters.flatMap((letter) =>
    file.representations
      .filter((r) => coversLetter(r, letter.kind) && wasInForceAt(r, letter))
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

/** How the obligations about one copy's receipts begin: a list of letters finds them by it. */
export const receiptKey = ({ letterId, recipient }: { letterId: LetterId; recipient: PersonId }): string =>
  `receipt-${letterId}-${recipient}-`

/**
 * Digital Post answers within minutes. A sending that it gave no receipt for is followed up: the citizen's periods run only
 * from the day the letter came. Met by a receipt, by a failure, which is then handled, or by what the citizen told.
 */
export const receiptFollowedUp = caseRule(
  z.object({ receiptWorkingDays: z.int().positive(), workingDays: z.int().positive() }),
  (file, p) =>
    file.letters.flatMap((letter) =>
      letter.copies.flatMap((copy) =>
        copy.sendings
          .filter(({ channel }) => channel === 'digitalPost')
          .map((sending) => {
            const waited = addWorkingDays(sending.on, p.receiptWorkingDays)
            const { dueOn, derivation } = dueInWorkingDays(waited, p.workingDays)
            const added = dueInWorkingDays(sending.on, p.receiptWorkingDays).derivation
            return {
              about: `${receiptKey({ letterId: letter.letterId, recipient: copy.recipient })}${sending.seq}`,
              triggeredOn: sending.on,
              arisesOn: addDays(waited, 1),
              dueOn,
              derivation: [...added, ...derivation.slice(1)],
              ...metBy(sending.settled, sending.seq),
              survives: true,
              task: 'followUpLetter' as const,
            }
          }),
      ),
    ),
)
