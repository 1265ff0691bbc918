import { z } from 'zod'
import { caseRule, dueBy, dueInWorkingDays, firstOf, metBy } from '../../standard/rule.ts'
import { deadlineFor } from '../../time/deadline.ts'
import type { CaseFile } from '../case-file.ts'
import { dispatchOf } from '../processing.ts'
import { type AccessRight, accessRights } from './events.ts'

/** Owed also when the case is closed: the papers are there. Not to somebody who has died, whose rights others have. */
const lasting = (file: CaseFile) => ({
  survives: true,
  ...(file.died && { voidOn: file.died.diedOn, voidReason: 'death' as const }),
})

const kindOf = {
  fileAccess: 'ACCESS_DUE',
  dataProtection: 'GDPR_ACCESS_DUE',
} as const satisfies Record<AccessRight, string>

/**
 * An answer, or in writing why not yet and when: within seven working days as a party (FVL § 16 stk. 2), within a month as
 * the one registered (GDPR art. 12 stk. 3). What was said instead of an answer is watched like the deadline itself.
 */
export const accessAnswered = caseRule(
  z.object({ right: z.enum(accessRights) }),
  (file, { right }, { parameters }) =>
    file.accessRequests
      .filter(({ rights }) => rights.includes(right))
      .flatMap((request) => {
        const { delays, answered } = request
        const done = answered && dispatchOf(file, answered.letterId)
        const told = delays[0] && dispatchOf(file, delays[0].letterId)
        const base = { triggeredOn: request.on, ...lasting(file), task: 'answerAccess' as const }
        const first = {
          ...base,
          about: `access-${request.seq}`,
          arisesOn: request.on,
          ...dueBy(deadlineFor(kindOf[right], request.on, { parameters })),
          ...metBy(firstOf(done, told), request.seq),
        }
        const later = delays.map((delay, index) => {
          const next = delays[index + 1]
          const replaced = next && dispatchOf(file, next.letterId)
          return {
            ...base,
            about: `access-promised-${delay.seq}`,
            arisesOn: delay.on,
            ...dueBy(deadlineFor('NEW_EXPECTED_DATE', delay.expectedOn, { parameters })),
            // Another day was said in time: this one is not owed any more, whenever the answer comes.
            ...metBy(replaced && done && replaced.seq < done.seq ? undefined : done, delay.seq),
            ...(replaced && { voidOn: replaced.on, voidReason: 'superseded' as const }),
          }
        })
        return [first, ...later]
      }),
)

/** What the citizen says is wrong gets an answer within a month; the words stand beside the paper at once (GDPR art. 16). */
export const correctionAnswered = caseRule(z.object({}), (file, _, { parameters }) =>
  file.corrections.map((correction) => ({
    about: `correction-${correction.seq}`,
    triggeredOn: correction.on,
    arisesOn: correction.on,
    ...dueBy(deadlineFor('GDPR_ACCESS_DUE', correction.on, { parameters })),
    ...metBy(correction.answered, correction.seq),
    ...lasting(file),
    task: 'answerCorrection' as const,
  })),
)

/** A question about who looked is the leader's to answer. */
export const lookQuestionAnswered = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.lookQuestions.map((question) => ({
    about: `look-${question.seq}`,
    triggeredOn: question.on,
    arisesOn: question.on,
    actor: 'management' as const,
    ...dueInWorkingDays(question.on, p.workingDays),
    ...metBy(question.answered, question.seq),
    ...lasting(file),
    task: 'answerLookQuestion' as const,
  })),
)
