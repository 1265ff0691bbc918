/** What simulated Digital Post answers to a message: pure, so that every answer can be tested without a database. */
import type { DigitalPostMessage, PostRefusalCode } from './port.ts'

/** The simulator's limits. Assumptions: the real service's own documentation governs a real adapter. */
export const limits = { megabytes: 10, titleCharacters: 100, mediaTypes: ['application/pdf'] } as const

export type Mailbox = 'open' | 'closed' | 'exempt'

export type Faults = {
  /** So many messages are refused before things work again. */
  readonly refuseNext: number
  /** So many receipts are lost: the message arrives and nobody says so. */
  readonly loseReceipts: number
  /** Days until a message is available in the mailbox. */
  readonly delayDays: number
  readonly outage: boolean
}

export const noFaults: Faults = { refuseNext: 0, loseReceipts: 0, delayDays: 0, outage: false }

export type Treatment =
  | {
      readonly kind: 'refuse'
      readonly code: PostRefusalCode
      readonly reason: string
      readonly after: Faults
    }
  | {
      readonly kind: 'deliver'
      readonly delayDays: number
      readonly receipt: boolean
      readonly after: Faults
    }
  /** Taken, and later reported as failed: the mailbox has been closed. */
  | { readonly kind: 'fail'; readonly after: Faults }

/** How a message that was not seen before is treated, and what is left of the faults after it. */
export function treat(message: DigitalPostMessage, mailbox: Mailbox, faults: Faults): Treatment {
  const refuse = (code: PostRefusalCode, reason: string, after: Faults = faults): Treatment => ({
    kind: 'refuse',
    code,
    reason,
    after,
  })
  const { recipient, title, file } = message
  if (!/^\d{10}$/.test(recipient)) return refuse('invalidRecipient', 'The recipient is no CPR number.')
  if (title.trim() === '' || title.length > limits.titleCharacters || /\d{6}[- ]?\d{4}/.test(title)) {
    return refuse('titleNotAllowed', 'The title is empty, too long or holds a CPR number.')
  }
  if (!limits.mediaTypes.some((allowed) => allowed === file.mediaType) || !isPdf(file.bytes)) {
    return refuse('formatNotAllowed', 'Only PDF is taken.')
  }
  if (file.bytes.length > limits.megabytes * 1024 * 1024) {
    return refuse('tooLarge', `The file is larger than ${limits.megabytes} MB.`)
  }
  if (mailbox === 'exempt') return refuse('exempt', 'The recipient is exempt from Digital Post.')
  if (faults.refuseNext > 0) {
    return refuse('refused', 'Digital Post refused the message.', {
      ...faults,
      refuseNext: faults.refuseNext - 1,
    })
  }
  if (mailbox === 'closed') return { kind: 'fail', after: faults }
  const lose = faults.loseReceipts > 0
  return {
    kind: 'deliver',
    delayDays: faults.delayDays,
    receipt: !lose,
    after: lose ? { ...faults, loseReceipts: faults.loseReceipts - 1 } : faults,
  }
}

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
