import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Consent } from '../case-file.ts'
import { defineCommand, newLetter, newPart, only, text } from '../command.ts'
import { refuseIfDecided, refuseIfOver } from '../lifetime.ts'
import { awaitsConfirmation, recipientsOn } from '../recipients.ts'
import { type InformationSource, informationEvents } from './events.ts'
import { groundOf, SourceAddressee } from './source-letter.ts'

export const isConsentInForce = (consent: Consent, day: CalendarDay): boolean =>
  consent.on <= day &&
  (consent.until === undefined || day <= consent.until) &&
  (consent.withdrawn === undefined || day < consent.withdrawn.on)

/** The consent that allows asking this source on a day, if there is one. */
export const findConsent = (
  file: CaseFile,
  source: InformationSource,
  day: CalendarDay,
): Consent | undefined => file.consents.find((c) => c.source === source && isConsentInForce(c, day))

export const informationCommands = {
  giveConsent: defineCommand({
    schema: informationEvents.consentGiven.omit({ consentId: true }),
    invalidatedBy: [],
    decide: (file, input, context) => {
      if (awaitsConfirmation(file)) return refuse('needsConfirmation')
      if (input.until !== undefined && input.until < context.today)
        return refuse('dateInPast', { field: 'until' })
      const payload = { ...input, consentId: newPart(context) }
      return refuseIfOver(file) ?? only({ type: 'consentGiven', payload })
    },
  }),
  refuseConsent: defineCommand({
    schema: informationEvents.consentRefused,
    invalidatedBy: [],
    decide: (file, payload) => refuseIfOver(file) ?? only({ type: 'consentRefused', payload }),
  }),
  /** Withdrawal works at once. */
  withdrawConsent: defineCommand({
    schema: informationEvents.consentWithdrawn,
    invalidatedBy: [],
    decide: (file, payload, { today }) => {
      const consent = file.consents.find((c) => c.consentId === payload.consentId)
      if (!consent) return refuse('notFound')
      return isConsentInForce(consent, today)
        ? only({ type: 'consentWithdrawn', payload })
        : refuse('alreadyDone')
    },
  }),
  /**
   * Asks a source. A third party needs the citizen's consent in force, or a named legal ground (RSL § 11 a); the
   * citizen is told that others are asked (GDPR art. 14). A diagnosis is never made a condition (K2.2a-2).
   */
  requestInformation: defineCommand({
    schema: informationEvents.informationRequested
      .omit({ requestId: true, consentId: true, letterId: true })
      .extend({ to: SourceAddressee.optional() }),
    invalidatedBy: ['consentWithdrawn', 'applicationWithdrawn'],
    decide: (file, { to, ...input }, context) => {
      const refused = refuseIfOver(file)
      if (refused) return refused
      if (input.topic === 'diagnosis' && input.mandatory)
        return refuse('diagnosisNeverDemanded', { field: 'mandatory' })
      if (input.answerBy < context.today) return refuse('dateInPast', { field: 'answerBy' })
      const consent = findConsent(file, input.source, context.today)
      const thirdParty = input.source !== 'citizen'
      const kind = thirdParty ? 'otherSourcesNotice' : 'informationRequest'
      const recipients = recipientsOn(file, context.today, kind)
      if (recipients.length === 0) return refuse('noRecipient')
      const ground = groundOf(consent, input.withoutConsent)
      if (thirdParty && ground === undefined) return refuse('needsConsent', { field: 'source' })
      const letterId = newLetter(context)
      const requestId = newPart(context)
      const asked = {
        type: 'informationRequested' as const,
        payload: { ...input, requestId, consentId: consent?.consentId, letterId },
      }
      if (ground === undefined || !thirdParty)
        return {
          events: [asked],
          letters: [
            { kind: 'informationRequest', letterId, recipients, what: input.what, answerBy: input.answerBy },
          ],
        }
      return {
        events: [
          asked,
          { type: 'privacyNoticeGiven', payload: { article: '14', how: 'otherSourcesNotice', letterId } },
        ],
        letters: [
          { kind: 'otherSourcesNotice', letterId, recipients, source: input.source, what: input.what },
        ],
        toSources: [
          {
            kind: 'sourceRequest',
            letterId: newLetter(context),
            requestId,
            source: input.source,
            to,
            what: input.what,
            answerBy: input.answerBy,
            ground,
          },
        ],
      }
    },
  }),
  /** Asks again, in a letter: of the citizen, or of the source if what allowed the asking still does (RSL § 11 a). */
  remindSource: defineCommand({
    schema: z.object({ requestId: PartId, answerBy: CalendarDay, to: SourceAddressee.optional() }),
    invalidatedBy: ['consentWithdrawn', 'informationReceived'],
    decide: (file, { requestId, answerBy, to }, context) => {
      const request = file.requests.find((r) => r.requestId === requestId)
      if (!request) return refuse('notFound')
      if (request.received) return refuse('alreadyDone')
      if (answerBy < context.today) return refuse('dateInPast', { field: 'answerBy' })
      const refused = refuseIfOver(file)
      if (refused) return refused
      const { source, what, withoutConsent, on } = request
      const events = [{ type: 'sourceReminded' as const, payload: { requestId, answerBy } }]
      const letterId = newLetter(context)
      if (source === 'citizen') {
        const recipients = recipientsOn(file, context.today, 'informationRequest')
        if (recipients.length === 0) return refuse('noRecipient')
        return { events, letters: [{ kind: 'informationRequest', letterId, recipients, what, answerBy }] }
      }
      const ground = groundOf(findConsent(file, source, context.today), withoutConsent)
      if (ground === undefined) return refuse('needsConsent', { field: 'requestId' })
      return {
        events,
        letters: [],
        toSources: [
          {
            kind: 'sourceReminder',
            letterId,
            requestId,
            source,
            to,
            what,
            answerBy,
            ground,
            askedOn: on,
          },
        ],
      }
    },
  }),
  /** The letter to a source went out by somebody's hand; that is registered with it (OFL § 15). */
  recordSourceLetterSent: defineCommand({
    schema: informationEvents.sourceLetterSent.extend({ sentOn: CalendarDay }),
    invalidatedBy: ['sourceLetterSent'],
    decide: (file, { sentOn, ...payload }, { today }) => {
      const request = file.requests.find((r) => r.letters.some((l) => l.letterId === payload.letterId))
      const letter = request?.letters.find((l) => l.letterId === payload.letterId)
      if (!request || !letter) return refuse('notFound')
      if (letter.sent) return refuse('alreadyDone')
      if (sentOn > today) return refuse('dateInFuture', { field: 'sentOn' })
      if (sentOn < letter.on) return refuse('invalid', { field: 'sentOn' })
      return only(
        { type: 'sourceLetterSent', payload, occurredOn: sentOn },
        {
          type: 'documentRegistered',
          payload: {
            document: letter.document,
            direction: 'sent',
            subject: request.what.slice(0, 120),
            party: request.source,
          },
          occurredOn: sentOn,
        },
      )
    },
  }),
  receiveInformation: defineCommand({
    schema: informationEvents.informationReceived.extend({ receivedOn: CalendarDay }),
    invalidatedBy: [],
    decide: (_file, { receivedOn, ...payload }, { today }) =>
      receivedOn > today
        ? refuse('dateInFuture', { field: 'receivedOn' })
        : only(
            { type: 'informationReceived', payload, occurredOn: receivedOn },
            ...(payload.document
              ? [
                  {
                    type: 'documentRegistered' as const,
                    payload: {
                      document: payload.document,
                      direction: 'received' as const,
                      subject: payload.summary.slice(0, 120),
                      party: payload.source,
                    },
                    occurredOn: receivedOn,
                  },
                ]
              : []),
          ),
  }),
  markInformed: defineCommand({
    schema: z.object({ reason: text }),
    invalidatedBy: ['informationReceived', 'applicationWithdrawn', 'decisionMade'],
    decide: (file, payload) => refuseIfDecided(file) ?? only({ type: 'caseSufficientlyInformed', payload }),
  }),
} as const
