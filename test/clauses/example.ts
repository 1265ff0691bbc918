/** One example of a clause: a history, a day, and what has become of the clause's obligations on that day. */
import type { RecordedCaseEvent } from '../../src/domain/case/events.ts'
import {
  obligationsOf,
  obligationsOfMunicipality,
  type StandardVersion,
} from '../../src/domain/standard/engine.ts'
import type { RecordedMunicipalityEvent } from '../../src/domain/standard/municipality.ts'
import { type Obligation, type ObligationStatus, statusOn } from '../../src/domain/standard/obligation.ts'
import { type RuleRegistry, rules } from '../../src/domain/standard/registry.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import { loadMunicipality } from '../../src/standards/load.ts'

export type Example = {
  readonly clause: string
  /** Begins with the clause's id. */
  readonly title: string
  readonly history: readonly RecordedCaseEvent[]
  readonly municipality?: readonly RecordedMunicipalityEvent[]
  readonly on: string
  /** The statuses of all obligations of this clause, as they arise; none when it does not apply. */
  readonly expected: readonly ObligationStatus[]
}

export const example = (
  clause: string,
  title: string,
  history: readonly RecordedCaseEvent[],
  on: string,
  expected: readonly ObligationStatus[],
): Example => ({ clause, title: `${clause} ${title}`, history, on, expected })

export const vejen = loadMunicipality('vejen-104')

/** The obligations of the example's clause, under Vejen's standard with the law and the house beside it. */
export function obligationsIn(
  { clause, history, municipality }: Example,
  registry: RuleRegistry = rules,
  versions: readonly StandardVersion[] = vejen.versions,
): readonly Obligation[] {
  const all = municipality
    ? obligationsOfMunicipality(municipality, versions, registry)
    : obligationsOf(history, versions, registry)
  return all.filter((o) => o.clause === clause)
}

export const statusesIn = (one: Example, registry?: RuleRegistry): readonly ObligationStatus[] =>
  obligationsIn(one, registry).map((o) => statusOn(o, getDay(one.on)))
