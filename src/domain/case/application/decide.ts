import { z } from 'zod'
import { MunicipalityCode, PersonId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { type CaseFile, currentProceeding } from '../case-file.ts'
import {
  type CommandContext,
  type Decided,
  defineCommand,
  newLetter,
  newPart,
  only,
  text,
} from '../command.ts'
import { isUnsettled } from '../complaint/about.ts'
import type { NewCaseEvent } from '../events.ts'
import { informationSources } from '../information/events.ts'
import { refuseIfDecided, refuseIfFinished, refuseIfOver } from '../lifetime.ts'
import { agreedTakeover, currentMove } from '../moving/about.ts'
import { partyEvents } from '../party/events.ts'
import { complaintExpiry, dispatchOf } from '../processing.ts'
import { openReassessmentOf, runningOrder } from '../reassessment/standing.ts'
import { recipientsOn } from '../recipients.ts'
import {
  Applicant,
  ApplicationAnswers,
  applicationEvents,
  type ClosingReason,
  channels,
  closingReasons,
  isOral,
} from './events.ts'
import { Applied } from './wishes.ts'

export const ReceiveApplication = z.object({
  personId: PersonId,
  caseNumber: z.string(),
  bornOn: CalendarDay,
  channel: z.enum(channels),
  /** The day it reached the municipality in any channel: the start of the clock (K2.1-1, A3). */
  receivedOn: CalendarDay,
  applicant: Applicant,
  applied: Applied,
  answers: ApplicationAnswers,
  attachments: applicationEvents.applicationReceived.shape.attachments,
  /** The verified power under which a representative applies: it holds in the new case as well (FVL § 8). */
  power: partyEvents.representativeRegistered.omit({ representationId: true }).optional(),
  /** Consents given with the application, source by source (RSL § 11 a). */
  consents: z
    .array(z.object({ source: z.enum(informationSources), given: z.boolean(), purpose: text }))
    .default([]),
  /** What was said, for an oral application: it is written down at once (OFL § 13). */
  writtenDown: text.optional(),
})
export type ReceiveApplication = z.infer<typeof ReceiveApplication>

/**
 * Opens a case. Every channel starts the same clock; the receipt letter with the answer-by date and the privacy notice
 * (GDPR art. 13) goes out with it. Never refused for what the application does not say (K2.2a-2).
 */
export function receiveApplication(input: ReceiveApplication, context: CommandContext): Decided | Refusal {
  if (input.receivedOn > context.today) return refuse('dateInFuture', { field: 'receivedOn' })
  if (isOral(input.channel) && input.writtenDown === undefined)
    return refuse('invalid', { field: 'writtenDown' })
  const { consents, writtenDown, receivedOn, power, ...received } = input
  const letterId = newLetter(context)
  const needsConfirmation = input.applicant.kind === 'helper'
  const by = input.applicant.kind === 'representative' ? 'representative' : 'citizen'
  const form = input.channel === 'web' ? 'web' : isOral(input.channel) ? 'oral' : 'written'
  const events: NewCaseEvent[] = [
    { type: 'applicationReceived', payload: received, occurredOn: receivedOn },
    { type: 'caseAssigned', payload: { unit: context.terms.unit } },
  ]
  if (writtenDown !== undefined)
    events.push({
      type: 'noteRecorded',
      payload: { kind: 'conversation', text: writtenDown, with: 'citizen', writesDown: 1 },
      occurredOn: receivedOn,
    })
  if (power !== undefined)
    events.push({
      type: 'representativeRegistered',
      payload: { ...power, representationId: newPart(context) },
    })
  // A relative without power cannot consent for anyone; the citizen is asked once they stand by the application.
  const mayConsent = power === undefined || power.scopes.includes('consent')
  if (!needsConfirmation && mayConsent)
    for (const { source, given, purpose } of consents)
      events.push(
        given
          ? { type: 'consentGiven', payload: { consentId: newPart(context), source, purpose, form, by } }
          : { type: 'consentRefused', payload: { source, form } },
      )
  events.push({ type: 'privacyNoticeGiven', payload: { article: '13', how: 'receipt', letterId } })
  return {
    events,
    letters: [
      {
        kind: 'receipt',
        letterId,
        channel: input.channel,
        deadline: deadlineFor('DECISION_DUE', receivedOn, { parameters: context.terms.parameters }),
        needsConfirmation,
        recipients:
          input.applicant.kind === 'representative' && (power?.scopes.includes('receiveLetters') ?? true)
            ? [input.personId, input.applicant.personId]
            : [input.personId],
      },
    ],
  }
}

/** While a running placement is looked at anew the application behind it is long answered: withdrawing it ends nothing. */
const refuseIfRunning = (file: CaseFile): Refusal | undefined =>
  openReassessmentOf(file) && refuse('alreadyDecided')

export const applicationCommands = {
  /** The citizen stands by what a relative sent in. */
  confirmApplication: defineCommand({
    schema: z.object({ how: text }),
    invalidatedBy: ['applicationConfirmed', 'applicationWithdrawn'],
    decide: (file, { how }) => {
      if (file.applicant.kind !== 'helper' || file.confirmed) return refuse('alreadyDone')
      return refuseIfOver(file) ?? only({ type: 'applicationConfirmed', payload: { how } })
    },
  }),
  /** A change before the decision: who, how and in whose words. */
  changeApplication: defineCommand({
    schema: applicationEvents.applicationChanged,
    invalidatedBy: ['applicationChanged', 'decisionMade', 'applicationWithdrawn'],
    decide: (file, payload) =>
      refuseIfDecided(file) ?? refuseIfRunning(file) ?? only({ type: 'applicationChanged', payload }),
  }),
  withdrawApplication: defineCommand({
    schema: applicationEvents.applicationWithdrawn,
    invalidatedBy: ['decisionMade', 'applicationWithdrawn'],
    decide: (file, payload) =>
      refuseIfDecided(file) ?? refuseIfRunning(file) ?? only({ type: 'applicationWithdrawn', payload }),
  }),
  /** Resident, acting and paying municipality (RSL § 9). A dispute is flagged and never stops the help. */
  recordMunicipality: defineCommand({
    schema: z.object({
      resident: MunicipalityCode,
      acting: MunicipalityCode,
      paying: MunicipalityCode,
      basis: text,
      disputed: z.boolean().default(false),
    }),
    invalidatedBy: ['municipalityRecorded'],
    decide: (file, payload) => refuseIfFinished(file) ?? only({ type: 'municipalityRecorded', payload }),
  }),
  /** Guidance, and forwarding where another authority is the right one; the citizen is told in a letter (FVL § 7). */
  giveGuidance: defineCommand({
    schema: z.object({ about: text, forwardedTo: text.optional(), how: text }),
    invalidatedBy: [],
    decide: (file, payload, context) => {
      const refused = refuseIfFinished(file)
      if (refused) return refused
      const recipients = recipientsOn(file, context.today, 'guidance')
      if (recipients.length === 0) return refuse('noRecipient')
      return {
        events: [{ type: 'guidanceGiven', payload }],
        letters: [{ kind: 'guidance', letterId: newLetter(context), recipients, ...payload }],
      }
    },
  }),
  /** Another municipality has taken over. Nothing ends before that is so, and nothing ends by a date alone. */
  changeActingMunicipality: defineCommand({
    schema: applicationEvents.actingMunicipalityChanged,
    invalidatedBy: ['actingMunicipalityChanged', 'decisionMade'],
    decide: (file, payload, { today }) => {
      if (payload.effectiveOn > today) return refuse('dateInFuture', { field: 'effectiveOn' })
      // A place that runs goes on until the other municipality has said from when it takes over.
      const agreed = agreedTakeover(currentMove(file))
      const tooEarly = agreed === undefined || payload.effectiveOn < agreed
      if (tooEarly && runningOrder(file)) return refuse('takeoverNotAgreed', { field: 'effectiveOn' })
      return refuseIfFinished(file) ?? only({ type: 'actingMunicipalityChanged', payload })
    },
  }),
  /** The Appeals Board sent the case back: the same deadline runs anew, from its receipt (RSL § 3 a). */
  registerRemand: defineCommand({
    schema: z.object({ receivedOn: CalendarDay, reference: text, whatToInform: text }),
    invalidatedBy: ['remandReceived'],
    decide: (file, { receivedOn, ...payload }, context) => {
      if (currentProceeding(file).decision === undefined) return refuse('orderNeedsGrant')
      if (receivedOn > context.today) return refuse('dateInFuture', { field: 'receivedOn' })
      return only({ type: 'remandReceived', payload, occurredOn: receivedOn })
    },
  }),
  closeCase: defineCommand({
    schema: applicationEvents.caseClosed,
    invalidatedBy: ['caseClosed', 'remandReceived'],
    decide: (file, payload, { today, terms }) => {
      if (file.closed) return refuse('alreadyDone')
      const { decision } = currentProceeding(file)
      // There is no closing for want of information or of a place: only for a ground that the history holds.
      if (!closingGrounds(file, today).includes(payload.reason)) return refuse('invalid', { field: 'reason' })
      if (file.complaints.some((c) => isUnsettled(file, c))) return refuse('complaintOpen')
      if (payload.reason !== 'refused' && payload.reason !== 'ended')
        return only({ type: 'caseClosed', payload })
      // Nobody is refused by a case that was put away: the letter is with the post first, and there was time to complain.
      if (decision === undefined || !dispatchOf(file, decision.letterId)) return refuse('letterNotSent')
      const expiry = complaintExpiry(file, currentProceeding(file), terms.parameters)
      if (expiry === undefined || today <= expiry.due) return refuse('complaintPeriodRuns')
      return only({ type: 'caseClosed', payload })
    },
  }),
} as const

/** Why the case can be closed on the day, as its history shows; its page offers these and no others. */
export function closingGrounds(file: CaseFile, today: CalendarDay): readonly ClosingReason[] {
  const { decision } = currentProceeding(file)
  const refused = decision?.record.outcome === 'REFUSED' ? decision.record : undefined
  const holds: Record<ClosingReason, boolean> = {
    withdrawn: file.withdrawn !== undefined,
    death: file.died !== undefined,
    moved: file.movedAway !== undefined,
    refused: refused !== undefined && refused.change === undefined,
    // The place ended by a decision, and its last day has passed.
    ended: refused?.change !== undefined && refused.effectiveOn <= today,
  }
  return closingReasons.filter((reason) => holds[reason])
}
