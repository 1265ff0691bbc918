/** A person of the demonstration and the way their case goes. */

import type { Channel } from '../domain/case/application/events.ts'
import type { PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ComplaintEnd } from './acts/complaining.ts'
import type { ProfileName } from './profiles/all.ts'

/** Where a case may stop for now; each follows the one before it. */
export const stages = [
  'opened',
  'assigned',
  'asked',
  'informed',
  'assessed',
  'heard',
  'proposed',
  'decided',
  'ordered',
  'answered',
  'started',
] as const
export type Stage = (typeof stages)[number]

export type Path = {
  readonly receivedDaysAgo: number
  readonly outcome: 'grant' | 'part' | 'refusal'
  /** Days from the application to the decision. */
  readonly decidedAfter: number
  /** Nothing has happened after this; absent: as far as the calendar goes. */
  readonly until?: Stage
  readonly channel?: Channel
  /** The notice that the deadline cannot be kept: in time, or when it had passed already. */
  readonly delayNotice?: 'inTime' | 'late'
  readonly hearing?: 'answered' | 'waiting' | 'silent'
  readonly order?: 'accepted' | 'asked' | 'askedAndAnswered' | 'declined' | 'unopened'
  readonly ends?: 'withdrawn' | 'dead' | 'moved' | 'moving'
  readonly remanded?: true
  /** Complained over the refusal, and how far that has come. */
  readonly complaint?: ComplaintEnd
  readonly disputed?: true
  /** Another unit has the case. */
  readonly elsewhere?: true
  readonly helper?: { readonly relation: string }
}

export type Helper = {
  readonly citizen: Identity
  readonly type: 'guardianPersonal' | 'partyRepresentative' | 'relativeReadOnly'
  readonly verified: string
}

export type Identity = {
  readonly personId: PersonId
  readonly cpr: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: CalendarDay
  readonly address: { readonly street: string; readonly postalCode: string; readonly town: string }
  readonly phone: string
}

export type Citizen = Identity & {
  /** Unlike any other's; everything about the person is drawn from it. */
  readonly key: string
  readonly profile: ProfileName
  /** Absent: somebody without a case. */
  readonly path?: Path | undefined
  readonly protected?: true | undefined
  readonly onPaper?: true | undefined
  /** The post finds their mailbox closed; `dealtWith`: it was sent on paper afterwards. */
  readonly mailboxClosed?: 'waits' | 'dealtWith' | undefined
  readonly interpreter?: string | undefined
  readonly easyRead?: true | undefined
  readonly helper?: Helper | undefined
  readonly about: string
  /** Stands on the start screen, in English. */
  readonly featured?: string | undefined
}
