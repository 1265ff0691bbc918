import { z } from 'zod'
import { MunicipalityCode } from '../../identity.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Move } from '../case-file.ts'
import { type Decided, defineCommand, newLetter, newPart, only, text } from '../command.ts'
import { refuseIfFinished } from '../lifetime.ts'
import { longestMessage } from '../message/events.ts'
import { runningOrder } from '../reassessment/standing.ts'
import { recipientsOn } from '../recipients.ts'
import { currentMove, handoverAnswer, settledAs } from './about.ts'
import { ActingOutcome, moveReasons, movingEvents } from './events.ts'

type Answer = Decided | Refusal

/** The move that something is done about, in a case that still runs. */
function withMove(file: CaseFile, then: (move: Move) => Answer): Answer {
  const move = currentMove(file)
  return move === undefined ? refuse('noMove') : (refuseIfFinished(file) ?? then(move))
}

export const movingCommands = {
  /** Somebody says that the citizen moves. The place and the help go on as before. */
  announceMove: defineCommand({
    schema: z.object({ to: MunicipalityCode, movesOn: CalendarDay, why: z.enum(moveReasons), how: text }),
    invalidatedBy: ['moveAnnounced', 'moveCalledOff', 'actingMunicipalityChanged'],
    decide: (file, payload, { terms }) => {
      if (currentMove(file)) return refuse('alreadyDone')
      if (payload.to === terms.municipality) return refuse('moveWithin', { field: 'to' })
      return refuseIfFinished(file) ?? only({ type: 'moveAnnounced', payload })
    },
  }),
  callOffMove: defineCommand({
    schema: z.object({ because: text }),
    invalidatedBy: ['moveCalledOff', 'moveSettled', 'actingMunicipalityChanged'],
    decide: (file, payload) => withMove(file, () => only({ type: 'moveCalledOff', payload })),
  }),
  /**
   * Who is acting municipality, and from when (RSL § 9): the citizen is told in a letter, the place in its thread. Who was helped
   * to a residence elsewhere by us stays ours to help and to pay for.
   */
  settleMove: defineCommand({
    schema: z.object({
      outcome: ActingOutcome,
      takeoverOn: CalendarDay.optional(),
      basis: text,
      toProvider: text.max(longestMessage).optional(),
    }),
    invalidatedBy: ['moveSettled', 'moveCalledOff', 'actingMunicipalityChanged'],
    decide: (file, { outcome, takeoverOn, basis, toProvider }, context) =>
      withMove(file, (move) => {
        const { today, terms } = context
        const theyDo = outcome === 'theyTakeOver'
        if (theyDo && move.why === 'placedByUs') return refuse('stayActing', { field: 'outcome' })
        if (theyDo && takeoverOn === undefined) return refuse('invalid', { field: 'takeoverOn' })
        if (theyDo && takeoverOn !== undefined && takeoverOn < today)
          return refuse('dateInPast', { field: 'takeoverOn' })
        const running = runningOrder(file)
        if (running && toProvider === undefined) return refuse('invalid', { field: 'toProvider' })
        const recipients = recipientsOn(file, today, 'moveNotice')
        if (recipients.length === 0) return refuse('noRecipient')
        const letterId = newLetter(context)
        const day = theyDo && takeoverOn !== undefined ? { takeoverOn } : {}
        return {
          events: [
            { type: 'moveSettled', payload: { outcome, ...day, basis, letterId } },
            // Until another municipality has taken over, we help and we pay.
            {
              type: 'municipalityRecorded',
              payload: {
                resident: move.movesOn <= today ? move.to : terms.municipality,
                acting: terms.municipality,
                paying: terms.municipality,
                basis,
                disputed: outcome === 'disputed',
              },
            },
            ...(running && toProvider !== undefined
              ? [
                  {
                    type: 'messageSent' as const,
                    payload: {
                      messageId: newPart(context),
                      orderId: running.orderId,
                      to: 'provider' as const,
                      text: toProvider,
                      answer: false,
                    },
                  },
                ]
              : []),
          ],
          letters: [
            {
              kind: 'moveNotice',
              letterId,
              recipients,
              outcome,
              to: move.to,
              movesOn: move.movesOn,
              ...day,
              ...(running && { provider: running.content.provider }),
            },
          ],
        }
      }),
  }),
  /** Whether the citizen agrees that the case's papers go along. A no is no hindrance to moving, nor to the help. */
  answerHandover: defineCommand({
    schema: movingEvents.handoverAnswered.extend({ said: text }),
    invalidatedBy: ['handoverAnswered'],
    decide: (file, payload) => withMove(file, () => only({ type: 'handoverAnswered', payload })),
  }),
  /** After the takeover as well: what was promised is still handed over. */
  handOverPapers: defineCommand({
    schema: movingEvents.papersHandedOver.extend({ papers: text, how: text }),
    invalidatedBy: ['papersHandedOver', 'handoverAnswered', 'moveCalledOff'],
    decide: (file, payload) => {
      const move = currentMove(file)
      if (move === undefined) return refuse('noMove')
      if (file.died) return refuse('personDied')
      if (move.handedOver) return refuse('alreadyDone')
      if (settledAs(move)?.outcome !== 'theyTakeOver') return refuse('takeoverNotAgreed')
      if (payload.ground === 'consent' && handoverAnswer(move)?.given !== true)
        return refuse('needsConsent', { field: 'ground' })
      return only({ type: 'papersHandedOver', payload })
    },
  }),
  /** The citizen moves to us from elsewhere: the earlier municipality helps until we have taken over. */
  recordMovedHere: defineCommand({
    schema: movingEvents.movedHereRecorded.extend({ helpThere: text.optional() }),
    invalidatedBy: ['movedHereRecorded'],
    decide: (file, payload, { terms }) => {
      if (payload.from === terms.municipality) return refuse('moveWithin', { field: 'from' })
      return refuseIfFinished(file) ?? only({ type: 'movedHereRecorded', payload })
    },
  }),
} as const
