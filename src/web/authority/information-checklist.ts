/** What a case is usually informed with, and how far each part has come. Pure: from the case's history and the day. */
import type { CaseFile, InformationRequest } from '../../domain/case/case-file.ts'
import type { InformationSource } from '../../domain/case/information/events.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { InformationTopic } from './information-words.ts'

/** In the order of the assessment. A diagnosis is not among them: it is never needed (K2.2a-2). */
export const neededTopics = ['functioning', 'everydayLife', 'currentOffer', 'housing', 'work'] as const

export type ChecklistState =
  | { readonly kind: 'told'; readonly on: CalendarDay; readonly by: InformationSource }
  | { readonly kind: 'asked'; readonly whom: InformationSource; readonly answerBy: CalendarDay }
  | { readonly kind: 'late'; readonly whom: InformationSource; readonly answerBy: CalendarDay }
  | { readonly kind: 'notAsked' }

export type ChecklistLine = { readonly topic: InformationTopic; readonly state: ChecklistState }

/** The day a source is asked to answer by: the last reminder's, or the first one's. */
export const answerByOf = (request: InformationRequest): CalendarDay =>
  request.reminders.at(-1)?.answerBy ?? request.answerBy

/** Each part with the best there is: told beats asked, asked in time beats asked and late. */
export const checklistOf = (file: CaseFile, today: CalendarDay): readonly ChecklistLine[] =>
  neededTopics.map((topic) => ({ topic, state: stateOf(file, topic, today) }))

function stateOf(file: CaseFile, topic: InformationTopic, today: CalendarDay): ChecklistState {
  const asked = file.requests.filter((r) => r.topic === topic)
  const told = asked.find((r) => r.received !== undefined)
  if (told?.received) return { kind: 'told', on: told.received.on, by: told.source }
  const open = asked.toSorted((a, b) => answerByOf(b).localeCompare(answerByOf(a)))[0]
  if (open === undefined) return { kind: 'notAsked' }
  const answerBy = answerByOf(open)
  return { kind: answerBy < today ? 'late' : 'asked', whom: open.source, answerBy }
}
