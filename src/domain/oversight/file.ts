/** The registers and reviews as the stream tells them. */
import type { z } from 'zod'
import type { Fact } from '../case/case-file.ts'
import type { PartId } from '../identity.ts'
import type { oversightEvents } from './events.ts'

type Schemas = typeof oversightEvents
export type OversightEventType = keyof Schemas
type PayloadOf<T extends OversightEventType> = z.infer<Schemas[T]>
export type OversightEvent = {
  [T in OversightEventType]: { readonly type: T; readonly payload: PayloadOf<T> }
}[OversightEventType]

export type Breach = Fact &
  PayloadOf<'breachRecorded'> & {
    assessed?: (Fact & PayloadOf<'breachAssessed'>) | undefined
    notified?: (Fact & PayloadOf<'breachNotified'>) | undefined
    notNotified?: (Fact & PayloadOf<'breachNotNotified'>) | undefined
    informed?: (Fact & PayloadOf<'affectedInformed'>) | undefined
  }
export type Concern = Fact &
  PayloadOf<'concernRecorded'> & { handled?: (Fact & PayloadOf<'concernHandled'>) | undefined }
export type LogReview = Fact &
  PayloadOf<'logReviewDrawn'> & {
    readonly reviewed: (Fact & PayloadOf<'logLookReviewed'>)[]
    concluded?: (Fact & PayloadOf<'logReviewConcluded'>) | undefined
  }
export type CaseReview = Fact &
  PayloadOf<'caseReviewDrawn'> & {
    readonly reviewed: (Fact & PayloadOf<'caseReviewed'>)[]
    concluded?: (Fact & PayloadOf<'caseReviewConcluded'>) | undefined
  }

export type OversightFile = {
  readonly breaches: Breach[]
  readonly concerns: Concern[]
  readonly logReviews: LogReview[]
  readonly caseReviews: CaseReview[]
  readonly statistics: (Fact & PayloadOf<'statisticsSent'>)[]
  readonly councilMaps: (Fact & PayloadOf<'councilMapTreated'>)[]
}

export const noOversight = (): OversightFile => ({
  breaches: [],
  concerns: [],
  logReviews: [],
  caseReviews: [],
  statistics: [],
  councilMaps: [],
})

const typeNames = new Set<string>([
  'breachRecorded',
  'breachAssessed',
  'breachNotified',
  'breachNotNotified',
  'affectedInformed',
  'concernRecorded',
  'concernHandled',
  'logReviewDrawn',
  'logLookReviewed',
  'logReviewConcluded',
  'caseReviewDrawn',
  'caseReviewed',
  'caseReviewConcluded',
  'statisticsSent',
  'councilMapTreated',
] satisfies OversightEventType[])

export const isOversight = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: OversightEventType }> => typeNames.has(event.type)

/** Applies one event to the file being built. What was said first stands: the commands let nothing be said twice. */
export function watch(file: OversightFile, fact: Fact, event: OversightEvent): void {
  const breach = (id: PartId) => file.breaches.find((b) => b.breachId === id)
  const logReview = (id: PartId) => file.logReviews.find((r) => r.reviewId === id)
  const caseReview = (id: PartId) => file.caseReviews.find((r) => r.reviewId === id)
  switch (event.type) {
    case 'breachRecorded':
      file.breaches.push({ ...fact, ...event.payload })
      return
    case 'breachAssessed': {
      const found = breach(event.payload.breachId)
      if (found) found.assessed = { ...fact, ...event.payload }
      return
    }
    case 'breachNotified': {
      const found = breach(event.payload.breachId)
      if (found) found.notified ??= { ...fact, ...event.payload }
      return
    }
    case 'breachNotNotified': {
      const found = breach(event.payload.breachId)
      if (found) found.notNotified ??= { ...fact, ...event.payload }
      return
    }
    case 'affectedInformed': {
      const found = breach(event.payload.breachId)
      if (found) found.informed ??= { ...fact, ...event.payload }
      return
    }
    case 'concernRecorded':
      file.concerns.push({ ...fact, ...event.payload })
      return
    case 'concernHandled': {
      const found = file.concerns.find((c) => c.concernId === event.payload.concernId)
      if (found) found.handled ??= { ...fact, ...event.payload }
      return
    }
    case 'logReviewDrawn':
      file.logReviews.push({ ...fact, ...event.payload, reviewed: [] })
      return
    case 'logLookReviewed':
      logReview(event.payload.reviewId)?.reviewed.push({ ...fact, ...event.payload })
      return
    case 'logReviewConcluded': {
      const found = logReview(event.payload.reviewId)
      if (found) found.concluded ??= { ...fact, ...event.payload }
      return
    }
    case 'caseReviewDrawn':
      file.caseReviews.push({ ...fact, ...event.payload, reviewed: [] })
      return
    case 'caseReviewed':
      caseReview(event.payload.reviewId)?.reviewed.push({ ...fact, ...event.payload })
      return
    case 'caseReviewConcluded': {
      const found = caseReview(event.payload.reviewId)
      if (found) found.concluded ??= { ...fact, ...event.payload }
      return
    }
    case 'statisticsSent':
      file.statistics.push({ ...fact, ...event.payload })
      return
    case 'councilMapTreated':
      file.councilMaps.push({ ...fact, ...event.payload })
      return
    default:
      event satisfies never
  }
}
