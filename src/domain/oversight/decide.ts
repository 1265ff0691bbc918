/** What can be entered in the registers and reviews, and when. Each thing is said once; a wrong word is put right by another. */
import { z } from 'zod'
import type { Fact } from '../case/case-file.ts'
import { text } from '../case/command.ts'
import { CaseId, PartId } from '../identity.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CalendarDay, copenhagenDay, CalendarDay as Day, yearOf } from '../time/calendar-day.ts'
import { breachDueAt } from '../time/deadline.ts'
import { Month, oversightEvents, reviewQuestions } from './events.ts'
import type { Breach, OversightEvent, OversightFile } from './file.ts'
import { drawSample } from './sample.ts'

export const oversightCommandSchemas = {
  recordBreach: oversightEvents.breachRecorded,
  assessBreach: oversightEvents.breachAssessed,
  notifyBreach: oversightEvents.breachNotified,
  leaveBreachUnnotified: oversightEvents.breachNotNotified,
  informAffected: oversightEvents.affectedInformed,
  recordConcern: oversightEvents.concernRecorded,
  handleConcern: oversightEvents.concernHandled,
  /** `population`: every look of the period that can be drawn. Identifier and seed are made at the edge. */
  drawLogReview: z.object({
    reviewId: PartId,
    from: Day,
    to: Day,
    seed: text,
    population: z.array(z.uuid()),
    size: z.int().positive(),
  }),
  reviewLook: oversightEvents.logLookReviewed,
  concludeLogReview: oversightEvents.logReviewConcluded,
  drawCaseReview: z.object({
    reviewId: PartId,
    seed: text,
    population: z.array(CaseId),
    size: z.int().positive(),
  }),
  reviewCase: oversightEvents.caseReviewed,
  concludeCaseReview: oversightEvents.caseReviewConcluded,
  recordStatistics: oversightEvents.statisticsSent.extend({ month: Month, sentOn: Day }),
  recordCouncilMap: oversightEvents.councilMapTreated.extend({ treatedOn: Day }),
} as const

type Schemas = typeof oversightCommandSchemas
export type OversightCommandType = keyof Schemas
export type OversightCommand = {
  [T in OversightCommandType]: { readonly type: T; readonly input: z.input<Schemas[T]> }
}[OversightCommandType]

export const isOversightCommand = (command: { readonly type: string }): command is OversightCommand =>
  Object.hasOwn(oversightCommandSchemas, command.type)

type Context = { readonly today: CalendarDay; readonly now: string }
type Decided = (OversightEvent & { readonly occurredOn: CalendarDay }) | Refusal

/** One event, or why not. `now` is the real instant, which breaches are counted from. */
export function decideOversight(file: OversightFile, command: OversightCommand, context: Context): Decided {
  const { today } = context
  switch (command.type) {
    case 'recordBreach':
    case 'assessBreach':
    case 'notifyBreach':
    case 'leaveBreachUnnotified':
    case 'informAffected':
      return decideBreach(file, command, context)
    case 'recordConcern': {
      const payload = oversightCommandSchemas.recordConcern.parse(command.input)
      return { type: 'concernRecorded', payload, occurredOn: today }
    }
    case 'handleConcern': {
      const payload = oversightCommandSchemas.handleConcern.parse(command.input)
      const found = file.concerns.find((c) => c.concernId === payload.concernId)
      return refuseUnlessOpen(found, found?.handled) ?? { type: 'concernHandled', payload, occurredOn: today }
    }
    case 'recordStatistics': {
      const { sentOn, ...payload } = oversightCommandSchemas.recordStatistics.parse(command.input)
      if (sentOn > today) return refuse('dateInFuture', { field: 'sentOn' })
      if (payload.month >= sentOn.slice(0, 7)) return refuse('dateInFuture', { field: 'month' })
      if (file.statistics.some((s) => s.month === payload.month)) return refuse('alreadyDone')
      return { type: 'statisticsSent', payload, occurredOn: sentOn }
    }
    case 'recordCouncilMap': {
      const { treatedOn, ...payload } = oversightCommandSchemas.recordCouncilMap.parse(command.input)
      if (treatedOn > today) return refuse('dateInFuture', { field: 'treatedOn' })
      if (payload.year > yearOf(treatedOn)) return refuse('dateInFuture', { field: 'year' })
      if (file.councilMaps.some((m) => m.year === payload.year)) return refuse('alreadyDone')
      return { type: 'councilMapTreated', payload, occurredOn: treatedOn }
    }
    default:
      return decideReview(file, command, today)
  }
}

const refuseUnlessOpen = (found: Fact | undefined, done: Fact | undefined): Refusal | undefined =>
  found === undefined ? refuse('notFound') : done && refuse('alreadyDone')

type BreachCommand = Extract<
  OversightCommand,
  {
    type: 'recordBreach' | 'assessBreach' | 'notifyBreach' | 'leaveBreachUnnotified' | 'informAffected'
  }
>

function decideBreach(file: OversightFile, command: BreachCommand, { today, now }: Context): Decided {
  const found = file.breaches.find((b) => b.breachId === command.input.breachId)
  if (command.type === 'recordBreach') {
    const payload = oversightCommandSchemas.recordBreach.parse(command.input)
    if (found) return refuse('alreadyDone')
    if (payload.knownAt > now) return refuse('dateInFuture', { field: 'knownAt' })
    return { type: 'breachRecorded', payload, occurredOn: copenhagenDay(new Date(payload.knownAt)) }
  }
  if (found === undefined) return refuse('notFound')
  const settled = found.notified ?? found.notNotified
  switch (command.type) {
    case 'assessBreach': {
      const payload = oversightCommandSchemas.assessBreach.parse(command.input)
      return settled ? refuse('alreadyDone') : { type: 'breachAssessed', payload, occurredOn: today }
    }
    case 'notifyBreach': {
      const payload = oversightCommandSchemas.notifyBreach.parse(command.input)
      if (found.notified) return refuse('alreadyDone')
      if (payload.notifiedAt > now) return refuse('dateInFuture', { field: 'notifiedAt' })
      if (payload.notifiedAt < found.knownAt) return refuse('dateBeforeFormer', { field: 'notifiedAt' })
      if (isLate(found, payload.notifiedAt) && payload.lateBecause === undefined)
        return refuse('lateNeedsReason', { field: 'lateBecause' })
      return { type: 'breachNotified', payload, occurredOn: copenhagenDay(new Date(payload.notifiedAt)) }
    }
    case 'leaveBreachUnnotified': {
      const payload = oversightCommandSchemas.leaveBreachUnnotified.parse(command.input)
      if (settled) return refuse('alreadyDone')
      // Only where it is unlikely that anybody is put at risk (GDPR art. 33 stk. 1).
      if (found.assessed?.risk !== 'unlikely') return refuse('riskIsNotified')
      return { type: 'breachNotNotified', payload, occurredOn: today }
    }
    case 'informAffected': {
      const payload = oversightCommandSchemas.informAffected.parse(command.input)
      return found.informed ? refuse('alreadyDone') : { type: 'affectedInformed', payload, occurredOn: today }
    }
  }
}

/** Whether it was told later than the 72 hours, to the instant. */
export const isLate = ({ knownAt }: Pick<Breach, 'knownAt'>, at: string): boolean =>
  Date.parse(at) > Date.parse(breachDueAt(knownAt))

type ReviewCommand = Exclude<
  OversightCommand,
  BreachCommand | { type: 'recordConcern' | 'handleConcern' | 'recordStatistics' | 'recordCouncilMap' }
>

function decideReview(file: OversightFile, command: ReviewCommand, today: CalendarDay): Decided {
  switch (command.type) {
    case 'drawLogReview': {
      const { population, size, ...drawn } = oversightCommandSchemas.drawLogReview.parse(command.input)
      if (drawn.to < drawn.from) return refuse('dateBeforeFormer', { field: 'to' })
      if (drawn.to > today) return refuse('dateInFuture', { field: 'to' })
      // One at a time: nobody draws until the sample pleases them.
      if (file.logReviews.some((r) => r.concluded === undefined)) return refuse('reviewIsOpen')
      if (population.length === 0) return refuse('nothingToDraw')
      const sample = [...drawSample(drawn.seed, population, size)]
      return {
        type: 'logReviewDrawn',
        payload: { ...drawn, population: population.length, sample },
        occurredOn: today,
      }
    }
    case 'reviewLook': {
      const payload = oversightCommandSchemas.reviewLook.parse(command.input)
      const found = file.logReviews.find((r) => r.reviewId === payload.reviewId)
      if (found === undefined || !found.sample.includes(payload.entryId)) return refuse('notFound')
      if (found.concluded || found.reviewed.some((r) => r.entryId === payload.entryId))
        return refuse('alreadyDone')
      if (payload.finding !== 'asExpected' && payload.words === undefined)
        return refuse('invalid', { field: 'words' })
      return { type: 'logLookReviewed', payload, occurredOn: today }
    }
    case 'concludeLogReview': {
      const payload = oversightCommandSchemas.concludeLogReview.parse(command.input)
      const found = file.logReviews.find((r) => r.reviewId === payload.reviewId)
      const refused = refuseUnlessOpen(found, found?.concluded)
      if (refused || found === undefined) return refused ?? refuse('notFound')
      if (found.reviewed.length < found.sample.length) return refuse('sampleNotDone')
      return { type: 'logReviewConcluded', payload, occurredOn: today }
    }
    case 'drawCaseReview': {
      const { population, size, ...drawn } = oversightCommandSchemas.drawCaseReview.parse(command.input)
      if (file.caseReviews.some((r) => r.concluded === undefined)) return refuse('reviewIsOpen')
      if (population.length === 0) return refuse('nothingToDraw')
      const cases = [...drawSample(drawn.seed, population, size)]
      return {
        type: 'caseReviewDrawn',
        payload: { ...drawn, population: population.length, cases },
        occurredOn: today,
      }
    }
    case 'reviewCase': {
      const payload = oversightCommandSchemas.reviewCase.parse(command.input)
      const found = file.caseReviews.find((r) => r.reviewId === payload.reviewId)
      if (found === undefined || !found.cases.includes(payload.caseId)) return refuse('notFound')
      if (found.concluded || found.reviewed.some((r) => r.caseId === payload.caseId))
        return refuse('alreadyDone')
      const unanswered = reviewQuestions.filter((question) => payload.answers[question] === undefined)
      if (unanswered.length > 0) return refuse('invalid', { field: unanswered[0] ?? 'answers' })
      return { type: 'caseReviewed', payload, occurredOn: today }
    }
    case 'concludeCaseReview': {
      const payload = oversightCommandSchemas.concludeCaseReview.parse(command.input)
      const found = file.caseReviews.find((r) => r.reviewId === payload.reviewId)
      const refused = refuseUnlessOpen(found, found?.concluded)
      if (refused || found === undefined) return refused ?? refuse('notFound')
      if (found.reviewed.length < found.cases.length) return refuse('sampleNotDone')
      return { type: 'caseReviewConcluded', payload, occurredOn: today }
    }
  }
}
