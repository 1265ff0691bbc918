import { z } from 'zod'
import { caseRule, dueInWorkingDays, firstOf, metBy, statedBy } from '../../standard/rule.ts'
import { addDays } from '../../time/calendar-day.ts'
import type { CaseFile, Consent, Fact, InformationRequest } from '../case-file.ts'
import { dispatchOf } from '../processing.ts'
import { isConsentInForce } from './decide.ts'
import { informationTopics } from './events.ts'

const none = z.object({})

/** In force when the source was asked: withdrawn later the same day, it still allowed what had been asked by then. */
const allowed = (consent: Consent, request: InformationRequest): boolean =>
  isConsentInForce(consent, request.on) ||
  (isConsentInForce({ ...consent, withdrawn: undefined }, request.on) &&
    consent.seq < request.seq &&
    consent.withdrawn?.on === request.on &&
    request.seq < consent.withdrawn.seq)

/** Others are asked only with the citizen's consent in force, or on a named legal ground (RSL § 11 a). */
export const consentBeforeAsking = caseRule(none, (file) =>
  file.requests
    .filter((r) => r.source !== 'citizen')
    .map((request) => {
      const consent = file.consents.find((c) => c.consentId === request.consentId)
      const lawful =
        (consent !== undefined && consent.source === request.source && allowed(consent, request)) ||
        (request.withoutConsent ?? '').trim() !== ''
      return statedBy(request, `consent-${request.seq}`, lawful, ...(consent ? [consent.seq] : []))
    }),
)

/** What is asked about this topic is never made a condition: diagnoses are optional (K2.2a-2). */
export const neverDemands = caseRule(z.object({ topic: z.enum(informationTopics) }), (file, { topic }) =>
  file.requests
    .filter((r) => r.topic === topic)
    .map((request) => statedBy(request, `demand-${request.seq}`, !request.mandatory)),
)

/** The privacy notice: with the receipt (GDPR art. 13), and when others are asked about the citizen (art. 14). */
export const privacyNotice = caseRule(
  z.object({ article: z.enum(['13', '14']) }),
  (file, p, { parameters }) => {
    const raised = p.article === '13' ? [file.received] : file.requests.filter((r) => r.source !== 'citizen')
    return raised.map((fact) => {
      const notice = file.privacyNotices.find((n) => n.article === p.article && n.seq > fact.seq)
      const given = notice && (notice.letterId ? dispatchOf(file, notice.letterId) : notice)
      return {
        about: `notice-${p.article}-${fact.seq}`,
        triggeredOn: fact.on,
        arisesOn: fact.on,
        ...dueInWorkingDays(fact.on, parameters.privacyNoticeWorkingDays),
        ...metBy(given, fact.seq),
        task: 'givePrivacyNotice' as const,
      }
    })
  },
)

/** The citizen took the consent back that the source was asked on: nobody may ask it any more. */
export function stoppedBy(file: CaseFile, request: InformationRequest): Fact | undefined {
  if ((request.withoutConsent ?? '').trim() !== '') return undefined
  const withdrawn = file.consents.find((c) => c.consentId === request.consentId)?.withdrawn
  const again = file.consents.some(
    (c) => c.source === request.source && c.withdrawn === undefined && c.seq > (withdrawn?.seq ?? 0),
  )
  return again ? undefined : withdrawn
}

/** A letter to a source is written here and sent by somebody's hand: it is not left lying. */
export const sourceLetterSent = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.requests.flatMap((request) =>
    request.letters.map((letter) => {
      const over = firstOf(request.received, stoppedBy(file, request))
      return {
        about: `source-letter-${letter.seq}`,
        triggeredOn: letter.on,
        arisesOn: letter.on,
        ...dueInWorkingDays(letter.on, p.workingDays),
        ...metBy(letter.sent, letter.seq),
        ...(over && { voidOn: over.on, voidReason: 'notNeeded' as const }),
        task: 'sendSourceLetter' as const,
      }
    }),
  ),
)

/** A source that has not answered by the date asked for is reminded soon: the case does not lie still. */
export const sourceReminded = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.requests.flatMap((request) => {
    const asked = [{ seq: request.seq, answerBy: request.answerBy }, ...request.reminders]
    const stopped = stoppedBy(file, request)
    return asked.map((ask, index) => {
      const next = asked[index + 1]
      const reminder = request.reminders[index]
      const due = dueInWorkingDays(ask.answerBy, p.workingDays)
      return {
        about: `remind-${ask.seq}`,
        triggeredOn: request.on,
        arisesOn: addDays(ask.answerBy, 1),
        ...due,
        ...metBy(next ? reminder : request.received, ask.seq),
        ...(stopped && { voidOn: stopped.on, voidReason: 'notNeeded' as const }),
        task: 'remindSource' as const,
      }
    })
  }),
)
