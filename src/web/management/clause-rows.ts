/** The living standard as rows: every clause there is with its figures, and nothing left out where there are none. */
import type { ObligationStatus } from '../../domain/standard/obligation.ts'
import type { Clause } from '../../domain/standard/standard.ts'
import { currentStandard, type Municipality } from '../../standards/municipality.ts'
import type { ClauseCount } from '../../store/worklist.ts'
import { shownStatuses } from './words.ts'

export type Figure = { readonly status: ObligationStatus; readonly count: number }

export type ClauseRow = {
  readonly clause: Clause
  /** What stands behind it today, the worst first; empty for a clause that no case has met yet. */
  readonly figures: readonly Figure[]
  /** A clause without a rule is never counted: silence is not fulfilment. */
  readonly built: boolean
}

export type ClauseGroup = { readonly of: 'standard' | 'law' | 'house'; readonly rows: readonly ClauseRow[] }

const isBuilt = (clause: Clause): boolean => clause.status !== 'not built yet'

/** Every clause in its order: the standard's own, the law's, the house's, each with the counts that it has. */
export function clauseGroups(
  municipality: Municipality,
  counts: readonly ClauseCount[],
): readonly ClauseGroup[] {
  const rowOf = (clause: Clause): ClauseRow => ({
    clause,
    built: isBuilt(clause),
    figures: figuresOf(counts.filter((c) => c.clause === clause.id)),
  })
  return [
    { of: 'standard', rows: currentStandard(municipality).clauses.map(rowOf) },
    { of: 'law', rows: municipality.besides.law.map(rowOf) },
    { of: 'house', rows: municipality.besides.house.map(rowOf) },
  ]
}

/** Counts in the order that a manager looks, zeros left out. */
export const figuresOf = (counts: readonly Omit<ClauseCount, 'clause'>[]): readonly Figure[] =>
  shownStatuses.flatMap((status) => {
    const count = counts.find((c) => c.status === status)?.count ?? 0
    return count > 0 ? [{ status, count }] : []
  })

export const countOf = ({ figures }: Pick<ClauseRow, 'figures'>, status: ObligationStatus): number =>
  figures.find((f) => f.status === status)?.count ?? 0

/** Of what is over, how much was done in time; undefined when nothing is over yet. */
export function inTime(row: ClauseRow): { readonly kept: number; readonly all: number } | undefined {
  const kept = countOf(row, 'kept')
  const all = kept + countOf(row, 'kept late') + countOf(row, 'broken')
  return all === 0 ? undefined : { kept, all }
}

export type Narrowing = ObligationStatus | 'not built' | undefined

/** Only the clauses that have something in this state; groups that are empty then are left out. */
export const narrowed = (groups: readonly ClauseGroup[], to: Narrowing): readonly ClauseGroup[] =>
  groups
    .map(({ of, rows }) => ({
      of,
      rows: rows.filter((row) =>
        to === undefined ? true : to === 'not built' ? !row.built : countOf(row, to) > 0,
      ),
    }))
    .filter(({ rows }) => rows.length > 0)

/** How many clauses have something in a state. */
export const clausesIn = (groups: readonly ClauseGroup[], to: Narrowing): number =>
  narrowed(groups, to).reduce((sum, { rows }) => sum + rows.length, 0)
