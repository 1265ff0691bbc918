/** The jobs there are and what each is told: ids only, for the queue's tables know no municipality. */
import { z } from 'zod'
import { deliveryChannels } from '../domain/case/letter/events.ts'
import { CaseId, LetterId, MunicipalityCode, PartId, PersonId } from '../domain/identity.ts'

const ofMunicipality = z.object({ municipality: MunicipalityCode })

export const jobSchemas = {
  /** Sends one copy of a letter. `attempt` counts sendings after a failure; `channel` is set where a person chose it. */
  'dispatch-letter': ofMunicipality.extend({
    caseId: CaseId,
    letterId: LetterId,
    recipient: PersonId,
    attempt: z.int().positive().default(1),
    channel: z.enum(deliveryChannels).optional(),
  }),
  /** Tells a citizen by e-mail that a message waits. */
  'nudge-by-email': ofMunicipality.extend({ caseId: CaseId, messageId: PartId, recipient: PersonId }),
  /** Fetches what became of messages. */
  'collect-receipts': ofMunicipality,
  /** Does what became due up to today. */
  sweep: ofMunicipality,
  /** Deletes drafts past their time. */
  'expire-drafts': ofMunicipality,
  /** Signs the day's list of chain heads. */
  'sign-heads': ofMunicipality,
  /** Puts a job in the queue for each municipality: what the clock of the wall starts. */
  'every-municipality': z.object({
    job: z.enum(['collect-receipts', 'sweep', 'expire-drafts', 'sign-heads']),
  }),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<J extends JobName> = z.infer<(typeof jobSchemas)[J]>

/** What a caller writes into the queue: defaults may be left out. */
export type JobOrder<J extends JobName = JobName> = { [K in J]: z.input<(typeof jobSchemas)[K]> }[J]

/** One copy of a letter. */
export type CopyReference = Pick<
  JobPayload<'dispatch-letter'>,
  'municipality' | 'caseId' | 'letterId' | 'recipient'
>

/** The key under which the same job is in the queue once. */
export const jobKeyOf = (copy: CopyReference & { readonly attempt: number }): string =>
  `dispatch-letter:${messageIdOf(copy)}`

/** What a message is called outside: tells its copy again when the receipt comes. */
export const messageIdOf = (
  copy: Omit<CopyReference, 'municipality'> & { readonly attempt: number },
): string => [copy.caseId, copy.letterId, copy.recipient, copy.attempt].join('.')

/** The copy that a message id tells of; undefined when it is not one of ours. */
export function findCopyOf(municipality: MunicipalityCode, messageId: string): CopyReference | undefined {
  const [caseId, letterId, recipient] = messageId.split('.')
  const parsed = ofMunicipality
    .extend({ caseId: CaseId, letterId: LetterId, recipient: PersonId })
    .safeParse({ municipality, caseId, letterId, recipient })
  return parsed.success ? parsed.data : undefined
}
