/**
 * The examples must notice when a rule stops working. Each rule is replaced, first by "always kept", then by "never
 * arises", and the same examples are run: at least one of them turns red, and its title is printed.
 */
import { afterAll, describe, expect, test } from 'vitest'
import type { StandardVersion } from '../../src/domain/standard/engine.ts'
import { type RuleName, type RuleRegistry, ruleNames, rules } from '../../src/domain/standard/registry.ts'
import type { CaseRule, MunicipalityRule, ObligationDraft, Rule } from '../../src/domain/standard/rule.ts'
import { allExamples } from './all-examples.ts'
import { type Example, statusesIn, vejen } from './example.ts'

type Replacement = (drafts: readonly ObligationDraft[]) => readonly ObligationDraft[]

const replacements: Readonly<Record<string, Replacement>> = {
  'always kept': (drafts) =>
    drafts.map(({ dueOn: _, voidOn: __, voidReason: ___, ...draft }) => ({
      ...draft,
      metOn: draft.arisesOn,
    })),
  'never arises': () => [],
}

function replaced(name: RuleName, replacement: Replacement): RuleRegistry {
  const rule: Rule = rules[name]
  if (rule.stream === 'case') {
    const evaluate: CaseRule['evaluate'] = (...given) => replacement(rule.evaluate(...given))
    return { ...rules, [name]: { ...rule, evaluate } }
  }
  const evaluate: MunicipalityRule['evaluate'] = (...given) => replacement(rule.evaluate(...given))
  return { ...rules, [name]: { ...rule, evaluate } }
}

const clausesOfRule = (name: RuleName): ReadonlySet<string> =>
  new Set(
    vejen.versions.flatMap(({ clauses }: StandardVersion) =>
      clauses.filter((c) => c.rule === name).map((c) => c.id),
    ),
  )

const turnedRed = (name: RuleName, replacement: Replacement): readonly Example[] => {
  const registry = replaced(name, replacement)
  const clauses = clausesOfRule(name)
  return allExamples
    .filter((e) => clauses.has(e.clause))
    .filter((e) => JSON.stringify(statusesIn(e, registry)) !== JSON.stringify(e.expected))
}

const found: string[] = []

describe.each(Object.entries(replacements))('a rule replaced by “%s” is noticed', (kind, replacement) => {
  test.each(ruleNames.map((name) => [name]))('%s', (name) => {
    const red = turnedRed(name, replacement)
    found.push(`${name}, ${kind}: ${red[0]?.title ?? 'NOT NOTICED'} (${red.length} in all)`)
    expect(red.map((e) => e.title)).not.toEqual([])
  })

  test('in every clause that names it', () => {
    const unnoticed = ruleNames.flatMap((name) => {
      const red = new Set(turnedRed(name, replacement).map((e) => e.clause))
      return [...clausesOfRule(name)].filter((clause) => !red.has(clause))
    })
    expect(unnoticed).toEqual([])
  })
})

afterAll(() => {
  console.info(`Rule replaced → example that turned red\n${found.join('\n')}`)
})
