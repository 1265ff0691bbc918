/** Tells somebody by e-mail that a message waits for them, when they have asked for it and have not read it since. */
import type { House } from '../casework/house.ts'
import { getMunicipality } from '../casework/house.ts'
import type { JobPayload } from '../casework/jobs.ts'
import { findCase } from '../casework/load-case.ts'
import { isNewsFor } from '../domain/case/message/thread.ts'
import { type EmailNudge, NudgeRefused } from '../exchange/email-nudge/port.ts'
import { nudgeText } from '../exchange/email-nudge/text.ts'
import { read } from '../store/connection.ts'
import { wantsNudge } from '../store/contact-preferences.ts'
import { findPerson } from '../store/persons.ts'

type Job = JobPayload<'nudge-by-email'>

export type NudgeRoom = {
  readonly emailNudge: EmailNudge
  /** Where to, or undefined when there is nothing to say any more: read, not wanted, no address, or dead. */
  readonly findAddressee: (
    job: Job,
  ) => Promise<{ readonly to: string; readonly senderName: string } | undefined>
}

export const nudgeRoom = (house: House, emailNudge: EmailNudge): NudgeRoom => ({
  emailNudge,
  findAddressee: async ({ municipality, caseId, messageId, recipient }) =>
    read(house.db, { municipality, viewer: { kind: 'system' } }, async (tx) => {
      const [loaded, person, wants] = await Promise.all([
        findCase(tx, caseId),
        findPerson(tx, recipient),
        wantsNudge(tx, recipient),
      ])
      const message = loaded?.file.messages.find((m) => m.messageId === messageId)
      if (!wants || person?.email === undefined || person.diedOn || loaded?.file.died) return undefined
      if (message === undefined || !isNewsFor(recipient, message)) return undefined
      return { to: person.email, senderName: getMunicipality(house, municipality).name }
    }),
})

/** Safe to run again: the nudge's id is the message's own. Rejects when the mail server is away or says no. */
export async function nudgeByEmail(
  { emailNudge, findAddressee }: NudgeRoom,
  job: Job,
): Promise<'sent' | 'nothingToSend'> {
  const addressee = await findAddressee(job)
  if (addressee === undefined) return 'nothingToSend'
  const { municipality: sender, messageId: nudgeId } = job
  const answer = await emailNudge.send({ nudgeId, sender, ...addressee, ...nudgeText })
  if (!answer.accepted) throw new NudgeRefused(answer.code)
  return 'sent'
}
