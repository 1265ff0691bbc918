/** The letter to somebody who is asked about the citizen: what it is to say, on which ground (RSL § 11 a). */
import { z } from 'zod'
import type { LetterId, PartId } from '../../identity.ts'
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { Consent, InformationRequest } from '../case-file.ts'
import type { InformationSource, SourceLetterKind } from './events.ts'

const line = z.string().trim().min(1)

/** The source by name and address: printed on the letter and kept with it, never in an event. */
export const SourceAddressee = z.object({ name: line, address: z.array(line).default([]) })
export type SourceAddressee = z.infer<typeof SourceAddressee>

/** What allows the asking: the citizen's consent, or a paragraph that asks for none. */
export type AskingGround =
  | { readonly kind: 'consent'; readonly givenOn: CalendarDay; readonly purpose: string }
  | { readonly kind: 'law'; readonly paragraph: string }

export type SourceLetterOrder = {
  readonly kind: SourceLetterKind
  readonly letterId: LetterId
  readonly requestId: PartId
  readonly source: InformationSource
  /** Absent when the caseworker named nobody: the letter goes to «the doctor». */
  readonly to?: SourceAddressee | undefined
  readonly what: string
  readonly answerBy: CalendarDay
  readonly ground: AskingGround
  /** Of a reminder, the day it was first asked. */
  readonly askedOn?: CalendarDay | undefined
}

/** The consent, or else the paragraph that was named. Undefined when nothing allows the asking. */
export function groundOf(
  consent: Consent | undefined,
  withoutConsent: InformationRequest['withoutConsent'],
): AskingGround | undefined {
  const paragraph = withoutConsent?.trim()
  if (consent) return { kind: 'consent', givenOn: consent.on, purpose: consent.purpose }
  return paragraph ? { kind: 'law', paragraph } : undefined
}
