import { z } from 'zod'
import { LetterId, PersonId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, LetterCopy } from '../case-file.ts'
import { defineCommand, only } from '../command.ts'
import { findLetter } from '../processing.ts'
import { letterEvents } from './events.ts'

/** What the post reports back. Run by the post's own jobs, never by a person. */
const forPost = { invalidatedBy: [] }

const copyOf = { letterId: LetterId, recipient: PersonId }

function withCopy(
  file: CaseFile,
  input: { letterId: LetterId; recipient: PersonId },
  then: (copy: LetterCopy) => ReturnType<typeof only> | Refusal,
): ReturnType<typeof only> | Refusal {
  const copy = findLetter(file, input.letterId)?.copies.find((c) => c.recipient === input.recipient)
  return copy ? then(copy) : refuse('notFound')
}

/** Handed over, or no longer needed: the post has nothing more to say of it, and what was met by hand stays met. */
const isSettledByHand = ({ handled }: LetterCopy): boolean =>
  handled?.how === 'handedOver' || handled?.how === 'noLongerNeeded'

export const letterCommands = {
  recordDispatch: defineCommand({
    ...forPost,
    schema: letterEvents.letterDispatched,
    decide: (file, payload) =>
      withCopy(file, payload, (copy) =>
        copy.dispatched || isSettledByHand(copy)
          ? refuse('alreadyDone')
          : only({ type: 'letterDispatched', payload }),
      ),
  }),
  recordDelivery: defineCommand({
    ...forPost,
    schema: letterEvents.letterDelivered,
    decide: (file, payload) =>
      withCopy(file, payload, (copy) =>
        copy.delivered ? refuse('alreadyDone') : only({ type: 'letterDelivered', payload }),
      ),
  }),
  recordFailure: defineCommand({
    ...forPost,
    schema: letterEvents.letterFailed,
    decide: (file, payload) =>
      withCopy(file, payload, (copy) =>
        // A failure that was dealt with can be followed by another one.
        (copy.failed && !copy.handled) || copy.delivered || isSettledByHand(copy)
          ? refuse('alreadyDone')
          : only({ type: 'letterFailed', payload }),
      ),
  }),
  /** A failure stays visible until somebody has dealt with it. */
  handleLetterFailure: defineCommand({
    schema: letterEvents.letterFailureHandled,
    invalidatedBy: ['letterFailureHandled', 'letterDispatched'],
    decide: (file, payload) =>
      withCopy(file, payload, (copy) =>
        copy.failed && !copy.handled
          ? only({ type: 'letterFailureHandled', payload })
          : refuse('alreadyDone'),
      ),
  }),
  /**
   * Digital Post gave no receipt, and somebody asked the recipient: it arrived, on a day, or it did not, which is a failure
   * to be handled as any other. A receipt that comes later still counts.
   */
  followUpLetter: defineCommand({
    schema: z.discriminatedUnion('answer', [
      z.object({ ...copyOf, answer: z.literal('arrived'), arrivedOn: CalendarDay }),
      z.object({ ...copyOf, answer: z.literal('notArrived') }),
    ]),
    invalidatedBy: ['letterDelivered', 'letterFailed'],
    decide: (file, input, { today }) =>
      withCopy(file, input, ({ dispatched, delivered }) => {
        if (dispatched === undefined || delivered) return refuse('alreadyDone')
        const { letterId, recipient } = input
        const { channel } = dispatched
        const which = { letterId, recipient, channel }
        if (input.answer === 'notArrived')
          return only({
            type: 'letterFailed',
            payload: { ...which, code: 'noReceipt', reason: 'Ingen kvittering, og brevet er ikke kommet' },
          })
        const { arrivedOn } = input
        if (arrivedOn > today) return refuse('dateInFuture', { field: 'arrivedOn' })
        if (arrivedOn < dispatched.on) return refuse('invalid', { field: 'arrivedOn' })
        return only({
          type: 'letterDelivered',
          payload: { ...which, deliveredOn: arrivedOn, proof: 'stated' },
        })
      }),
  }),
  openLetter: defineCommand({
    ...forPost,
    schema: z.object({ letterId: LetterId, by: PersonId }),
    decide: (file, payload) =>
      withCopy(file, { letterId: payload.letterId, recipient: payload.by }, (copy) =>
        copy.opened ? refuse('alreadyDone') : only({ type: 'letterOpened', payload }),
      ),
  }),
} as const
