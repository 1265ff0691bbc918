import {
  type NewCaseEvent,
  type PresentCaseEvent,
  type RecordedCaseEvent,
  typeVersionOf,
} from '../domain/case/events.ts'
import { getMunicipality, type House, versionOn } from './house.ts'
import type { Asking } from './perform.ts'

/**
 * The events as they will stand in the journal: numbered on from the history, with who, when and under which standard. A
 * receipt is written from them before they are committed, and the bench lives whole cases with them in memory.
 */
export function record(
  house: House,
  asking: Asking,
  {
    history,
    events,
  }: { readonly history: readonly RecordedCaseEvent[]; readonly events: readonly NewCaseEvent[] },
): readonly PresentCaseEvent[] {
  const { terms } = versionOn(getMunicipality(house, asking.municipality), asking.today)
  const start = history.at(-1)?.seq ?? 0
  const recordedAt = house.now().toISOString()
  return events.map(({ occurredOn, ...event }, index) => ({
    ...event,
    seq: start + 1 + index,
    eventId: house.newId(),
    typeVersion: typeVersionOf(event.type),
    occurredOn: occurredOn ?? asking.today,
    recordedOn: asking.today,
    recordedAt,
    actor: asking.actor,
    ...(asking.onBehalfOf && { onBehalfOf: asking.onBehalfOf }),
    standard: terms.reference,
  }))
}
