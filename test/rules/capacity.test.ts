/**
 * Capacity informs and can never be a reason to refuse (K1.0-1): nothing that decides, orders, grants or writes letters can
 * reach it, neither itself nor by what it imports, and no reason that one can give names it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { caseCommandTypes } from '../../src/domain/case/commands.ts'
import { legalBases } from '../../src/domain/case/decision/record.ts'
import { ruleNames } from '../../src/domain/standard/registry.ts'
import { reducedExtentReasons } from '../../src/domain/vocabulary/reduced-extent-reason.ts'

const root = resolve('src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.(test|examples)\.tsx?$/.test(path),
)
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** What knows how much room there is, or who has a yes and waits. */
const capacity = ['store/capacity.ts', 'domain/places.ts', 'casework/places.ts', 'web/capacity/']
const isCapacity = (path: string): boolean => capacity.some((own) => path.startsWith(own))

const importsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(([, to = '']) => {
    const found = relative(root, resolve(root, dirname(path), to))
    return existsSync(join(root, found)) ? [found] : []
  })

/** Everything that is reached from these, each with the way there. */
function reachedFrom(roots: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>(roots.map((path) => [path, [path]]))
  for (const [path, way] of ways)
    for (const next of importsOf(path)) if (!ways.has(next)) ways.set(next, [...way, next])
  return ways
}

const deciding = sources.filter((path) =>
  /^(domain\/case\/|domain\/standard\/|letters\/|casework\/(perform|preview-decision|write-letters|deliver)\.ts|web\/authority\/(decision|assessment|order|absence)\/)/.test(
    path,
  ),
)
const ofCapacity = /capacit|kapacit|places?(Version|On|OfProvider)\b|waiting|vente|queue|kø\b|pladser/i

test('nothing that decides reaches capacity, by whatever way', () => {
  const reached = reachedFrom(deciding)
  expect(deciding.length).toBeGreaterThan(80)
  // It looks at more than it began with, so that a way round would be found.
  expect(reached.size).toBeGreaterThan(deciding.length + 20)
  expect([...reached].filter(([path]) => isCapacity(path)).map(([, way]) => way.join(' → '))).toEqual([])
})

test('every one of those that know of capacity is there, and is reached from its own pages', () => {
  const reached = reachedFrom(['web/capacity/routes.ts'])
  for (const own of capacity)
    expect([own, [...reached.keys()].some((p) => p.startsWith(own))]).toEqual([own, true])
})

test('who waits for a first day is told by the history to the projection, and no decision is told', () => {
  const knowing = sources.filter((path) => textOf(path).includes('approvalsOf'))
  expect(knowing.sort()).toEqual(['casework/projections.ts', 'domain/case/order/approvals.ts'])
})

test('no reason, no ground and no command names it', () => {
  const named = [...reducedExtentReasons, ...legalBases, ...caseCommandTypes, ...ruleNames]
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter((name) => ofCapacity.test(name))).toEqual([])
})
