/** What changed from one version of a standard to the next, clause by clause and value by value. */
import type { Clause, Parameters, Standard } from '../../domain/standard/standard.ts'

export type Change<T> = { readonly before: T; readonly after: T }

export type StandardDifference = {
  readonly added: readonly Clause[]
  readonly removed: readonly Clause[]
  /** The same id with other words, another rule or another actor. */
  readonly changed: readonly Change<Clause>[]
  readonly parameters: readonly (keyof Parameters)[]
  readonly nothing: boolean
}

// Both come out of one schema, which lays the keys in one order.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export function differenceOf(
  before: Pick<Standard, 'clauses' | 'parameters'>,
  after: Pick<Standard, 'clauses' | 'parameters'>,
): StandardDifference {
  const find = (clauses: readonly Clause[], id: string) => clauses.find((c) => c.id === id)
  const added = after.clauses.filter((c) => find(before.clauses, c.id) === undefined)
  const removed = before.clauses.filter((c) => find(after.clauses, c.id) === undefined)
  const changed = after.clauses.flatMap((clause): Change<Clause>[] => {
    const former = find(before.clauses, clause.id)
    return former === undefined || same(former, clause) ? [] : [{ before: former, after: clause }]
  })
  const parameters = (Object.keys(after.parameters) as (keyof Parameters)[]).filter(
    (name) => !same(before.parameters[name].value, after.parameters[name].value),
  )
  const nothing = [added, removed, changed, parameters].every((list) => list.length === 0)
  return { added, removed, changed, parameters, nothing }
}
