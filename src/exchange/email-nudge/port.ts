/**
 * An e-mail that says that something new waits, and never what: e-mail is read by others than the one it is for. The
 * simulator is the only adapter there is; `docs/email-nudge.md` says what a real one must do.
 */
import type { MunicipalityCode } from '../../domain/identity.ts'

export type Nudge = {
  /** Ours, and unique: handing the same one over again changes nothing and gives the same answer. */
  readonly nudgeId: string
  readonly sender: MunicipalityCode
  readonly senderName: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** `at` is an instant, ISO 8601 in UTC. */
export type NudgeAnswer =
  | { readonly accepted: true; readonly at: string }
  | { readonly accepted: false; readonly code: 'invalidAddress' | 'refused' }

/** Rejects with `NeighbourUnavailable` while the mail server cannot be reached: the job shows and is tried again. */
export type EmailNudge = { readonly send: (nudge: Nudge) => Promise<NudgeAnswer> }

/** The mail server said no: the job shows and is tried again, for the next answer may be another. */
export class NudgeRefused extends Error {
  override readonly name = 'NudgeRefused'
}
