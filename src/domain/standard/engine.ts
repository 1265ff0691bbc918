/**
 * From history to obligations. Each obligation is judged under the version of the standard in force on the day its
 * trigger occurred. Withdrawal, death, closing and change of acting municipality void what they must; the engine does
 * that once, for every rule.
 */
import type { CaseFile } from '../case/case-file.ts'
import type { RecordedCaseEvent } from '../case/events.ts'
import { findCaseFile } from '../case/read-case.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import { type MunicipalityFile, municipalityFileOf, type RecordedMunicipalityEvent } from './municipality.ts'
import type { Obligation, VoidReason } from './obligation.ts'
import { type RuleName, type RuleRegistry, rules } from './registry.ts'
import type { ObligationDraft, Rule } from './rule.ts'
import type { StandardTerms } from './terms.ts'

/** A clause in force: data, and the rule it names. */
export type RuledClause = {
  readonly id: string
  readonly rule: RuleName
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
  readonly needsJudgement?: boolean | undefined
}

/** One version of a standard, with the law's and the house's own clauses beside it. */
export type StandardVersion = { readonly terms: StandardTerms; readonly clauses: readonly RuledClause[] }

/** The version in force on a day; before the first one, the first. */
export function findVersion(
  versions: readonly StandardVersion[],
  day: CalendarDay,
): StandardVersion | undefined {
  const sorted = versions.toSorted((a, b) => (a.terms.validFrom < b.terms.validFrom ? -1 : 1))
  return sorted.filter((v) => v.terms.validFrom <= day).at(-1) ?? sorted[0]
}

type Ending = { readonly on: CalendarDay; readonly reason: VoidReason; readonly seq: number }

function endingsOf(file: CaseFile): readonly Ending[] {
  const endings: Ending[] = []
  if (file.withdrawn) endings.push({ on: file.withdrawn.on, reason: 'withdrawn', seq: file.withdrawn.seq })
  if (file.died) endings.push({ on: file.died.diedOn, reason: 'death', seq: file.died.seq })
  if (file.movedAway)
    endings.push({
      on: file.movedAway.effectiveOn,
      reason: 'actingMunicipalityChanged',
      seq: file.movedAway.seq,
    })
  for (const { on, seq } of file.closings) endings.push({ on, reason: 'caseClosed', seq })
  return endings.sort((a, b) => a.on.localeCompare(b.on))
}

/** A closing ends what was raised before it; a remand opens the case again and what it raises stands (RSL § 3 a). */
const ends = (ending: Ending, draft: ObligationDraft): boolean =>
  ending.reason !== 'caseClosed' || Math.min(...draft.evidence) < ending.seq

/** What the ending of the case takes away: whatever was not met by then. */
function voided(draft: ObligationDraft, endings: readonly Ending[]): ObligationDraft {
  const ending = endings.find((e) => ends(e, draft))
  if (ending === undefined || draft.survives) return draft
  if (draft.metOn !== undefined && draft.metOn <= ending.on) return draft
  if (draft.voidOn !== undefined && draft.voidOn <= ending.on) return draft
  return { ...draft, voidOn: ending.on, voidReason: ending.reason, evidence: [...draft.evidence, ending.seq] }
}

function toObligation(clause: RuledClause, draft: ObligationDraft): Obligation {
  const { about, triggeredOn: _, survives: __, ...rest } = draft
  return {
    actor: 'authority',
    towards: 'citizen',
    derivation: [],
    ...rest,
    key: `${clause.id}:${about}`,
    clause: clause.id,
    needsJudgement: clause.needsJudgement ?? false,
    evidence: [...new Set(draft.evidence)].sort((a, b) => a - b),
  }
}

function evaluate(
  stream: 'case' | 'municipality',
  versions: readonly StandardVersion[],
  registry: RuleRegistry,
  drafts: (version: StandardVersion, clause: RuledClause) => readonly ObligationDraft[],
): readonly Obligation[] {
  return versions.flatMap((version) =>
    version.clauses
      .filter((clause) => registry[clause.rule].stream === stream)
      .flatMap((clause) =>
        drafts(version, clause)
          .filter((draft) => findVersion(versions, draft.triggeredOn) === version)
          .map((draft) => toObligation(clause, draft)),
      ),
  )
}

/** Everything a case's history obliges anyone to, under the standard's versions. Knows nothing of today. */
export function obligationsOf(
  history: readonly RecordedCaseEvent[],
  versions: readonly StandardVersion[],
  registry: RuleRegistry = rules,
): readonly Obligation[] {
  const file = findCaseFile(history)
  return file === undefined ? [] : obligationsOfCase(file, versions, registry)
}

const read = new WeakMap<RuledClause, unknown>()

/** The clause's own parameters as its rule reads them. Throws where they do not fit: once, and not at every case. */
function parametersOf(clause: RuledClause, rule: Rule): unknown {
  if (!read.has(clause)) read.set(clause, rule.parameters.parse(clause.parameters ?? {}))
  return read.get(clause)
}

export function obligationsOfCase(
  file: CaseFile,
  versions: readonly StandardVersion[],
  registry: RuleRegistry = rules,
): readonly Obligation[] {
  const endings = endingsOf(file)
  return evaluate('case', versions, registry, ({ terms }, clause) => {
    const rule = registry[clause.rule]
    if (rule.stream !== 'case') return []
    return rule.evaluate(file, parametersOf(clause, rule), terms).map((draft) => voided(draft, endings))
  })
}

/** What the municipality's own stream obliges it to. */
export function obligationsOfMunicipality(
  history: readonly RecordedMunicipalityEvent[],
  versions: readonly StandardVersion[],
  registry: RuleRegistry = rules,
): readonly Obligation[] {
  const file: MunicipalityFile = municipalityFileOf(history)
  return evaluate('municipality', versions, registry, ({ terms }, clause) => {
    const rule = registry[clause.rule]
    return rule.stream === 'municipality' ? rule.evaluate(file, parametersOf(clause, rule), terms) : []
  })
}
