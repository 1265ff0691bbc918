import { z } from 'zod'
import { DocumentHash, PartId } from '../../identity.ts'
import { refuse } from '../../refusal.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { channels } from '../application/events.ts'
import { defineCommand, newLetter, newPart, only, text } from '../command.ts'
import { recipientsOn } from '../recipients.ts'
import { expectedOn, findRequest } from './about.ts'
import { accessRequestEvents, accessRights, LeftOut } from './events.ts'
import { papersOf } from './papers.ts'

export const accessRequestCommands = {
  /**
   * In any channel, of the whole case or parts of it, also of a case that is closed. The citizen's own is received today;
   * what came by phone or letter, on the day it came.
   */
  requestAccess: defineCommand({
    schema: z.object({
      rights: z.array(z.enum(accessRights)).min(1),
      whole: z.boolean(),
      what: text.optional(),
      channel: z.enum(channels),
      receivedOn: CalendarDay.optional(),
    }),
    invalidatedBy: [],
    decide: (file, { receivedOn, ...payload }, context) => {
      if (file.died) return refuse('personDied')
      const { today, actor } = context
      const on = actor.kind === 'citizen' ? today : (receivedOn ?? today)
      if (on > today) return refuse('dateInFuture', { field: 'receivedOn' })
      if (!payload.whole && payload.what === undefined) return refuse('invalid', { field: 'what' })
      return only({
        type: 'accessRequested',
        payload: { ...payload, requestId: newPart(context) },
        occurredOn: on,
      })
    },
  }),
  /** Why it takes longer and when it comes, in a letter (FVL § 16 stk. 2). */
  tellAccessDelay: defineCommand({
    schema: z.object({ requestId: PartId, because: text, expectedOn: CalendarDay }),
    invalidatedBy: ['accessAnswered', 'accessDelayTold'],
    decide: (file, input, context) => {
      const request = findRequest(file, input.requestId)
      if (request === undefined) return refuse('notFound')
      if (file.died) return refuse('personDied')
      if (request.answered) return refuse('alreadyDone')
      if (input.expectedOn <= context.today) return refuse('dateInPast', { field: 'expectedOn' })
      const former = expectedOn(request)
      if (former !== undefined && input.expectedOn <= former)
        return refuse('dateBeforeFormer', { field: 'expectedOn' })
      const letterId = newLetter(context)
      return {
        events: [{ type: 'accessDelayTold', payload: { ...input, letterId } }],
        letters: [
          {
            kind: 'accessDelay',
            letterId,
            recipients: recipientsOn(file, context.today, 'accessDelay'),
            because: input.because,
            expectedOn: input.expectedOn,
          },
        ],
      }
    },
  }),
  /**
   * The answer. Of a request for the whole, each paper there is today is either given or left out with its reason: what
   * came in between is looked at first. Something given is one ordered file; asked for as data, also for machines.
   */
  answerAccess: defineCommand({
    schema: z.object({
      requestId: PartId,
      given: z.array(text),
      left: z.array(LeftOut),
      file: DocumentHash.optional(),
      data: DocumentHash.optional(),
    }),
    invalidatedBy: ['accessAnswered'],
    decide: (file, input, context) => {
      if (context.actor.kind !== 'staff') return refuse('notAllowed')
      const request = findRequest(file, input.requestId)
      if (request === undefined) return refuse('notFound')
      if (file.died) return refuse('personDied')
      if (request.answered) return refuse('alreadyDone')
      const given = new Set(input.given)
      const left = new Set(input.left.map((l) => l.key))
      const keys = papersOf(file).map((p) => p.key)
      const unknown = [...given, ...left].filter((key) => !keys.includes(key))
      if (unknown.length > 0) return refuse('notFound', { missing: unknown })
      const unsaid = keys.filter(
        (key) => given.has(key) === left.has(key) && (request.whole || given.has(key)),
      )
      if (unsaid.length > 0) return refuse('paperUnsaid', { missing: unsaid })
      if (given.size + left.size === 0) return refuse('paperUnsaid')
      const asked = request.rights.includes('dataProtection')
      const wholeFile = given.size === 0 || (input.file !== undefined && (!asked || input.data !== undefined))
      if (!wholeFile) return refuse('invalid', { field: 'file' })
      const letterId = newLetter(context)
      return {
        events: [{ type: 'accessAnswered', payload: { ...input, letterId } }],
        letters: [
          {
            kind: 'accessAnswer',
            letterId,
            recipients: recipientsOn(file, context.today, 'accessAnswer'),
            given: given.size,
            left: input.left,
            asData: input.data !== undefined,
          },
        ],
      }
    },
  }),
  /** The citizen says what is wrong in a paper: kept beside it, and owed an answer (GDPR art. 16). */
  requestCorrection: defineCommand({
    schema: accessRequestEvents.correctionRequested.omit({ correctionId: true }),
    invalidatedBy: [],
    decide: (file, input, context) => {
      if (file.died) return refuse('personDied')
      if (input.key !== undefined && !papersOf(file).some((p) => p.key === input.key))
        return refuse('notFound')
      return only({ type: 'correctionRequested', payload: { ...input, correctionId: newPart(context) } })
    },
  }),
  answerCorrection: defineCommand({
    schema: accessRequestEvents.correctionAnswered,
    invalidatedBy: ['correctionAnswered'],
    decide: (file, payload, { actor }) => {
      if (actor.kind !== 'staff') return refuse('notAllowed')
      const found = file.corrections.find((c) => c.correctionId === payload.correctionId)
      if (found === undefined) return refuse('notFound')
      return found.answered ? refuse('alreadyDone') : only({ type: 'correctionAnswered', payload })
    },
  }),
  /** The citizen asks about a look in their own log. */
  askAboutLook: defineCommand({
    schema: accessRequestEvents.lookQuestioned.omit({ questionId: true }),
    invalidatedBy: [],
    decide: (file, input, context) =>
      file.died
        ? refuse('personDied')
        : only({ type: 'lookQuestioned', payload: { ...input, questionId: newPart(context) } }),
  }),
  /** By the leader, never by whoever looked: whether there was a ground for it, and what it was. */
  answerLookQuestion: defineCommand({
    schema: accessRequestEvents.lookQuestionAnswered,
    invalidatedBy: ['lookQuestionAnswered'],
    decide: (file, payload, { actor }) => {
      if (actor.kind !== 'staff') return refuse('notAllowed')
      const found = file.lookQuestions.find((q) => q.questionId === payload.questionId)
      if (found === undefined) return refuse('notFound')
      return found.answered ? refuse('alreadyDone') : only({ type: 'lookQuestionAnswered', payload })
    },
  }),
} as const
