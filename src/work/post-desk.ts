/**
 * What the post's jobs need of casework: which copy to send, and where to write down what became of it. Casework
 * provides it; everything written goes through commands like everything else.
 */

import type { CopyReference } from '../casework/jobs.ts'
import type { DeliveryChannel } from '../domain/case/letter/events.ts'
import type { MunicipalityCode } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'

export type CopyToSend = {
  readonly senderName: string
  /** Absent: no CPR number is known, so it goes on paper. */
  readonly cpr?: string | undefined
  readonly name: string
  readonly address: readonly string[]
  /** Whether the recipient is the citizen the case is about, and not somebody who acts for them. */
  readonly isCitizen: boolean
  readonly caseNumber: string
  readonly pdf: Uint8Array
}

/** `unknown`: there is no such copy, or it can take no receipt. `later`: the dispatch itself is not written down yet. */
export type Recorded = 'recorded' | 'known' | 'unknown' | 'later'

export type PostDesk = {
  /** The copy to send; undefined when there is nothing to do: sent already, handed over otherwise, or the person has died. */
  readonly findCopyToSend: (copy: CopyReference) => Promise<CopyToSend | undefined>
  readonly recordDispatch: (
    copy: CopyReference,
    dispatch: { readonly channel: DeliveryChannel; readonly messageId: string },
  ) => Promise<void>
  readonly recordFailure: (
    copy: CopyReference,
    failure: { readonly channel: DeliveryChannel; readonly code: string; readonly reason: string },
  ) => Promise<Recorded>
  readonly recordDelivery: (
    copy: CopyReference,
    delivery: {
      readonly channel: DeliveryChannel
      readonly deliveredOn: CalendarDay
      readonly proof: 'receipt' | 'presumed'
    },
  ) => Promise<Recorded>
  /** Copies sent on paper whose delivery is not yet presumed. */
  readonly paperUnderWay: (
    municipality: MunicipalityCode,
  ) => Promise<readonly { readonly copy: CopyReference; readonly sentOn: CalendarDay }[]>
  /** The day a letter sent on paper is presumed to have arrived, by the standard in force. */
  readonly presumedDelivery: (municipality: MunicipalityCode, sentOn: CalendarDay) => CalendarDay
  readonly today: (municipality: MunicipalityCode) => Promise<CalendarDay>
}
