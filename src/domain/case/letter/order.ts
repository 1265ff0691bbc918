/** A letter that a command asks for: what it is to say, not yet how. `src/letters` puts it into words and bytes. */
import type { LetterId, MunicipalityCode, PersonId, ProviderId } from '../../identity.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { Deadline } from '../../time/deadline.ts'
import type { LeftOut } from '../access-request/events.ts'
import type { Channel } from '../application/events.ts'
import type { Reassessed } from '../complaint/board-order.ts'
import type { IssuedDecision } from '../decision/gate.ts'
import type { Appointment, MeetingParticipant } from '../follow-up/events.ts'
import type { InformationSource } from '../information/events.ts'
import type { ActingOutcome } from '../moving/events.ts'

type ToRecipients = { readonly letterId: LetterId; readonly recipients: readonly PersonId[] }

export type LetterOrder =
  | (ToRecipients & {
      readonly kind: 'receipt'
      readonly channel: Channel
      readonly deadline: Deadline
      /** Sent by a relative without power: the citizen is asked to stand by it. */
      readonly needsConfirmation: boolean
      /** For a change of what they have, not for a first place. */
      readonly forChange?: true
    })
  | (ToRecipients & {
      readonly kind: 'delayNotice'
      readonly formerDate: CalendarDay
      readonly newDate: CalendarDay
      readonly reason: string
    })
  | (ToRecipients & {
      readonly kind: 'partyHearing'
      readonly paragraphs: readonly string[]
      readonly hearingDays: number
    })
  | (ToRecipients & { readonly kind: 'decision'; readonly issued: IssuedDecision })
  | (ToRecipients & {
      readonly kind: 'informationRequest'
      readonly what: string
      readonly answerBy: CalendarDay
    })
  | (ToRecipients & {
      readonly kind: 'otherSourcesNotice'
      readonly source: InformationSource
      readonly what: string
    })
  | (ToRecipients & { readonly kind: 'actionPlanOffer' })
  | (ToRecipients & {
      readonly kind: 'meetingInvitation'
      readonly appointment: Appointment
      readonly provider: ProviderId
      readonly participants: readonly MeetingParticipant[]
      readonly others?: string | undefined
      /** When it is moved: from when, and why. */
      readonly moved?: { readonly from: Appointment; readonly because: string } | undefined
    })
  | (ToRecipients & {
      readonly kind: 'meetingCancelled'
      readonly appointment: Appointment
      readonly because: string
    })
  | (ToRecipients & {
      readonly kind: 'accessDelay'
      readonly because: string
      readonly expectedOn: CalendarDay
    })
  | (ToRecipients & {
      readonly kind: 'accessAnswer'
      /** How many papers are given. */
      readonly given: number
      readonly left: readonly LeftOut[]
      readonly asData: boolean
    })
  | (ToRecipients & {
      readonly kind: 'moveNotice'
      readonly outcome: ActingOutcome
      readonly to: MunicipalityCode
      readonly movesOn: CalendarDay
      readonly takeoverOn?: CalendarDay
      /** The place that goes on meanwhile, where there is one. */
      readonly provider?: ProviderId
    })
  | (ToRecipients & {
      readonly kind: 'guidance'
      readonly about: string
      readonly forwardedTo?: string | undefined
    })
  | (ToRecipients & {
      readonly kind: 'complaintReceipt'
      readonly channel: Channel
      readonly receivedOn: CalendarDay
      readonly decidedOn: CalendarDay
      readonly answerBy: CalendarDay
      readonly late: boolean
      /** Sent by somebody without power: the citizen is asked whether they stand by it. */
      readonly needsConfirmation: boolean
      readonly callBack: boolean
    })
  | (ToRecipients & { readonly kind: 'reassessment'; readonly reassessed: Reassessed })
  | (ToRecipients & {
      readonly kind: 'complaintDelay'
      readonly formerDate: CalendarDay
      readonly newDate: CalendarDay
      readonly reason: string
    })
  | (ToRecipients & { readonly kind: 'complaintForwarded'; readonly reassessed: Reassessed })
