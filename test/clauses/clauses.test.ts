/** Every clause in force: where it is kept, where it is broken, where it does not apply. The examples are data. */
import { describe, expect, test } from 'vitest'
import { clausesOf } from '../../src/standards/municipality.ts'
import { allExamples, titlesByClause } from './all-examples.ts'
import { statusesIn, vejen } from './example.ts'

const inForce = clausesOf(vejen).filter((c) => c.status !== 'not built yet')

/** The citizen's own rights, to stand by an application and to answer: not using them breaks nothing. */
const neverBroken = new Set(['HV-1', 'HV-3'])

/** Nobody but a person says that these are broken: what nobody has judged yet stands as that. */
const judged = new Set(inForce.filter((c) => c.status === 'needs judgement').map((c) => c.id))

describe.each(inForce.map((c) => [c.id, c.quote]))('%s %s', (id) => {
  const own = allExamples.filter((e) => e.clause === id)

  test.each(own.map((e) => [e.title, e] as const))('%s', (_, example) => {
    expect(statusesIn(example)).toEqual(example.expected)
  })

  test(`${id} is shown kept, not kept and not applying`, () => {
    const shown = new Set<string>(own.flatMap((e) => e.expected))
    expect(shown).toContain('kept')
    if (judged.has(id)) expect(shown).toContain('needs judgement')
    else if (neverBroken.has(id)) expect(shown).toContain('due')
    else expect(shown).toContain('broken')
    expect(own.some((e) => e.expected.length === 0 || e.expected.includes('void'))).toBe(true)
  })
})

test('some sentence of the standard is for a person to judge, and says so', () => {
  expect(judged.size).toBeGreaterThan(0)
})

test('no example is of a clause that is not in force, and no two have one title', () => {
  const ids = new Set(inForce.map((c) => c.id))
  expect(allExamples.filter((e) => !ids.has(e.clause))).toEqual([])
  expect(new Set(allExamples.map((e) => e.title)).size).toBe(allExamples.length)
})

test('standards/tests.json is current (npx vitest run test/clauses -u writes it)', async () => {
  await expect(`${JSON.stringify(titlesByClause(), null, 2)}\n`).toMatchFileSnapshot(
    '../../standards/tests.json',
  )
})
