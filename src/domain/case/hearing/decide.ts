import { z } from 'zod'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { isOral } from '../application/events.ts'
import { defineCommand, newLetter, newPart, only, text } from '../command.ts'
import { hearingAnswerByIfSent } from '../decision/gate.ts'
import type { NewCaseEvent } from '../events.ts'
import { refuseIfDecided } from '../lifetime.ts'
import { recipientsOn } from '../recipients.ts'
import { answerOf } from './answer.ts'
import { hearingEvents } from './events.ts'

export const hearingCommands = {
  /** Puts the adverse facts to the citizen before a decision rests on them (FVL § 19). */
  sendHearing: defineCommand({
    schema: z.object({ paragraphs: z.array(text).min(1) }),
    invalidatedBy: ['hearingSent', 'decisionMade', 'applicationWithdrawn'],
    decide: (file, { paragraphs }, context) => {
      const refused = refuseIfDecided(file)
      if (refused) return refused
      const recipients = recipientsOn(file, context.today, 'partyHearing')
      if (recipients.length === 0) return refuse('noRecipient')
      const letterId = newLetter(context)
      const answerBy = hearingAnswerByIfSent(context.terms, context.today)
      return {
        events: [
          { type: 'hearingSent', payload: { hearingId: newPart(context), letterId, paragraphs, answerBy } },
        ],
        letters: [
          {
            kind: 'partyHearing',
            letterId,
            recipients,
            paragraphs,
            hearingDays: context.terms.parameters.hearingDays,
          },
        ],
      }
    },
  }),
  /** The answer, in any channel. After the date asked for it is still taken. An oral one is written down at once. */
  answerHearing: defineCommand({
    schema: hearingEvents.hearingAnswered.extend({ answeredOn: CalendarDay }),
    invalidatedBy: ['hearingAnswered'],
    decide: (file, { answeredOn, ...payload }, context) => {
      const hearing = file.proceedings
        .flatMap((p) => p.hearings)
        .find((h) => h.hearingId === payload.hearingId)
      if (!hearing) return refuse('notFound')
      // What was answered for the citizen does not end their own right to be heard.
      if (answerOf(hearing, payload.by)) return refuse('alreadyDone')
      if (answeredOn > context.today) return refuse('dateInFuture', { field: 'answeredOn' })
      const events: NewCaseEvent[] = [{ type: 'hearingAnswered', payload, occurredOn: answeredOn }]
      if (isOral(payload.channel))
        events.push({
          type: 'noteRecorded',
          payload: {
            kind: payload.channel === 'phone' ? 'phoneCall' : 'conversation',
            text:
              [payload.remark, ...payload.answers.map((a) => a.inWords)].filter(Boolean).join('\n') || '–',
            with: payload.by,
            writesDown: file.lastSeq + 1,
          },
          occurredOn: answeredOn,
        })
      return only(...events)
    },
  }),
} as const
