import { z } from 'zod'
import { caseRule, dueInWorkingDays, firstOf, metBy, statedBy } from '../../standard/rule.ts'
import { addDays, latest } from '../../time/calendar-day.ts'
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

/** Each time the citizen took back the last consent that the source could be asked on, and the one given since. */
function stops(file: CaseFile, request: InformationRequest): readonly { stopped: Fact; again?: Fact }[] {
  if (request.consentId === undefined || (request.withoutConsent ?? '').trim() !== '') return []
  const consents = file.consents.filter((c) => c.source === request.source)
  return consents
    .flatMap(({ withdrawn }) => withdrawn ?? [])
    .filter(({ seq }) => seq > request.seq)
    .filter(({ seq }) => consents.every((c) => c.seq > seq || (c.withdrawn && c.withdrawn.seq <= seq)))
    .sort((a, b) => a.seq - b.seq)
    .map((stopped) => {
      const again = consents.find((c) => c.seq > stopped.seq)
      return again ? { stopped, again } : { stopped }
    })
}

/** The consents to ask the source on are all taken back: nobody may ask it any more. */
export function stoppedBy(file: CaseFile, request: InformationRequest): Fact | undefined {
  const last = stops(file, request).at(-1)
  return last?.again ? undefined : last?.stopped
}

type Since = Pick<Fact, 'seq' | 'on'>
type Stretch = { readonly from: Since; readonly again: boolean; readonly stopped?: Fact | undefined }

/**
 * The stretches in which the source may be asked, until what ends it: a consent taken back ends one for good, and another
 * consent begins the next, so that giving it does not change what was owed before.
 */
function stretches(
  file: CaseFile,
  request: InformationRequest,
  since: Since,
  end: Fact | undefined,
): readonly Stretch[] {
  const later = stops(file, request).filter(({ stopped }) => stopped.seq > since.seq)
  return [
    { from: since, again: false, stopped: later[0]?.stopped },
    ...later.flatMap(({ again }, index) =>
      again && (end === undefined || again.seq < end.seq)
        ? [{ from: again, again: true, stopped: later[index + 1]?.stopped }]
        : [],
    ),
  ]
}

/** What met a duty within a stretch. */
const within = ({ from, stopped }: Stretch, fact: Fact | undefined): Fact | undefined =>
  fact && (stopped === undefined || fact.on <= stopped.on)
    ? { ...fact, on: latest(fact.on, from.on) }
    : undefined

/** A letter to a source is written here and sent by somebody's hand: it is not left lying. */
export const sourceLetterSent = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.requests.flatMap((request) =>
    request.letters.flatMap((letter) =>
      stretches(file, request, letter, firstOf(letter.sent, request.received)).map((stretch) => {
        const { from, again, stopped } = stretch
        const over = firstOf(request.received, stopped)
        return {
          about: `source-letter-${letter.seq}${again ? `-${from.seq}` : ''}`,
          triggeredOn: letter.on,
          arisesOn: from.on,
          ...dueInWorkingDays(from.on, p.workingDays),
          ...metBy(within(stretch, letter.sent), letter.seq, from.seq),
          ...(over && { voidOn: latest(over.on, from.on), voidReason: 'notNeeded' as const }),
          task: 'sendSourceLetter' as const,
        }
      }),
    ),
  ),
)

/** A source that has not answered by the date asked for is reminded soon: the case does not lie still. */
export const sourceReminded = caseRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.requests.flatMap((request) => {
    const asked = [request, ...request.reminders]
    return asked.flatMap((ask, index) => {
      const end = request.reminders[index] ?? request.received
      return stretches(file, request, ask, end).map((stretch) => {
        const { from, again, stopped } = stretch
        return {
          about: `remind-${ask.seq}${again ? `-${from.seq}` : ''}`,
          triggeredOn: request.on,
          arisesOn: latest(addDays(ask.answerBy, 1), from.on),
          ...dueInWorkingDays(again ? latest(ask.answerBy, from.on) : ask.answerBy, p.workingDays),
          ...metBy(within(stretch, end), ask.seq, from.seq),
          ...(stopped && { voidOn: stopped.on, voidReason: 'notNeeded' as const }),
          task: 'remindSource' as const,
        }
      })
    })
  }),
)
