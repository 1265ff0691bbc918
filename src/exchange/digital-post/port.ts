/**
 * Digital Post as the product sees it: hand over a message, and later collect what became of it. The simulator is the
 * only adapter there is; `docs/digital-post.md` says why and what a real one must do.
 */
import type { MunicipalityCode } from '../../domain/identity.ts'

export type DigitalPostMessage = {
  /** Ours, and unique: handing the same one over again changes nothing and gives the same answer. */
  readonly messageId: string
  readonly sender: MunicipalityCode
  readonly senderName: string
  /** The recipient's CPR number, ten digits. */
  readonly recipient: string
  /** Shown in lists and notifications: says nothing of what the case is about, and holds no CPR number. */
  readonly title: string
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
}

export const refusalCodes = [
  'exempt',
  'invalidRecipient',
  'tooLarge',
  'formatNotAllowed',
  'titleNotAllowed',
  'refused',
] as const
export type PostRefusalCode = (typeof refusalCodes)[number]

/** `at` is an instant, ISO 8601 in UTC. */
export type SendAnswer =
  | { readonly accepted: true; readonly at: string }
  | { readonly accepted: false; readonly code: PostRefusalCode; readonly reason: string }

/** Arrived means available in the mailbox, whether opened or not (lov om Digital Post § 10). */
export type PostReceipt =
  | {
      readonly receiptId: string
      readonly messageId: string
      readonly kind: 'delivered'
      readonly at: string
    }
  | {
      readonly receiptId: string
      readonly messageId: string
      readonly kind: 'failed'
      readonly at: string
      readonly code: 'mailboxClosed'
      readonly reason: string
    }

/** The neighbour cannot be reached just now: the job fails, shows, and is tried again. */
export class NeighbourUnavailable extends Error {
  override readonly name = 'NeighbourUnavailable'
}

/** Every call rejects with `NeighbourUnavailable` while there is an outage. */
export type DigitalPost = {
  /** Asked at the time of sending: exemption can come and go. */
  readonly isExempt: (sender: MunicipalityCode, cpr: string) => Promise<boolean>
  readonly send: (message: DigitalPostMessage) => Promise<SendAnswer>
  /** Receipts not yet acknowledged, oldest first. The same ones come again until they are. */
  readonly receipts: (sender: MunicipalityCode, limit: number) => Promise<readonly PostReceipt[]>
  readonly acknowledge: (sender: MunicipalityCode, receiptIds: readonly string[]) => Promise<void>
}

export type PaperLetter = {
  readonly messageId: string
  readonly sender: MunicipalityCode
  readonly name: string
  readonly address: readonly string[]
  readonly bytes: Uint8Array
}

export type PrintAnswer =
  | { readonly accepted: true; readonly at: string }
  | { readonly accepted: false; readonly code: 'noAddress' | 'refused'; readonly reason: string }

/**
 * Where letters on paper are printed and posted. No receipt comes back: delivery is presumed after the standard's
 * number of delivery days (`presumedDelivery`).
 */
export type PrintingCentre = { readonly print: (letter: PaperLetter) => Promise<PrintAnswer> }
