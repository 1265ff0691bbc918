import { z } from 'zod'
import { LetterId, PersonId } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { CaseFile, LetterCopy } from '../case-file.ts'
import { defineCommand, only } from '../command.ts'
import { findLetter } from '../processing.ts'
import { letterEvents } from './events.ts'

/** What the post reports back. Run by the post's own jobs, never by a person. */
const forPost = { invalidatedBy: [] }

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
  openLetter: defineCommand({
    ...forPost,
    schema: z.object({ letterId: LetterId, by: PersonId }),
    decide: (file, payload) =>
      withCopy(file, { letterId: payload.letterId, recipient: payload.by }, (copy) =>
        copy.opened ? refuse('alreadyDone') : only({ type: 'letterOpened', payload }),
      ),
  }),
} as const
