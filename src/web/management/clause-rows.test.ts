import { expect, test } from 'vitest'
import { loadMunicipality } from '../../standards/load.ts'
import { clausesOf } from '../../standards/municipality.ts'
import { clauseGroups, clausesIn, figuresOf, inTime, narrowed } from './clause-rows.ts'
import { clauseFacts } from './clauses.tsx'

const vejen = loadMunicipality('vejen-104')
const [first, second] = clausesOf(vejen).filter((c) => c.rule !== undefined)
if (first === undefined || second === undefined) throw new Error('the standard has clauses in force')

test('every clause is there, in its order, with law and house beside, also those that nothing counts', () => {
  const groups = clauseGroups(vejen, [])
  expect(groups.flatMap((g) => g.rows.map((r) => r.clause.id))).toEqual(clausesOf(vejen).map((c) => c.id))
  expect(groups.map((g) => g.of)).toEqual(['standard', 'law', 'house'])
})

test('of Vejen none is unbuilt, and one that were would be told of and never counted', () => {
  expect(clausesIn(clauseGroups(vejen, []), 'not built')).toBe(0)
  const { rule: _rule, parameters: _parameters, ...sentence } = first
  const [newest, ...older] = vejen.standards
  if (newest === undefined) throw new Error('Vejen has a standard')
  const clauses = newest.clauses.map((c) =>
    c.id === first.id ? { ...sentence, status: 'not built yet' as const } : c,
  )
  const groups = clauseGroups({ ...vejen, standards: [{ ...newest, clauses }, ...older] }, [])
  expect(clausesIn(groups, 'not built')).toBe(1)
  expect(groups[0]?.rows.find((row) => row.clause.id === first.id)).toMatchObject({
    built: false,
    figures: [],
  })
})

test('figures stand worst first and leave out what is nought', () => {
  expect(
    figuresOf([
      { status: 'kept', count: 7 },
      { status: 'void', count: 0 },
      { status: 'broken', count: 2 },
      { status: 'needs judgement', count: 1 },
    ]),
  ).toEqual([
    { status: 'broken', count: 2 },
    { status: 'needs judgement', count: 1 },
    { status: 'kept', count: 7 },
  ])
})

test('the share in time is of what is over; what is still due says nothing yet', () => {
  const figures = figuresOf([
    { status: 'kept', count: 7 },
    { status: 'kept late', count: 1 },
    { status: 'broken', count: 2 },
    { status: 'due', count: 30 },
  ])
  expect(inTime({ clause: first, built: true, figures })).toEqual({ kept: 7, all: 10 })
  expect(inTime({ clause: first, built: true, figures: [{ status: 'due', count: 3 }] })).toBeUndefined()
})

test('narrowed to a state, only the clauses that have it are left, and empty groups go', () => {
  const groups = clauseGroups(vejen, [
    { clause: first.id, status: 'broken', count: 2 },
    { clause: second.id, status: 'kept', count: 1 },
  ])
  expect(narrowed(groups, 'broken').flatMap((g) => g.rows.map((r) => r.clause.id))).toEqual([first.id])
  expect(narrowed(groups, 'broken').map((g) => g.of)).toEqual(['standard'])
  expect(clausesIn(groups, undefined)).toBe(clausesOf(vejen).length)
})

test('a clause that only a person can judge says who does and where; one of the law, whether it was verified', () => {
  const judged = clausesOf(vejen).filter((c) => c.status === 'needs judgement')[0]
  if (judged === undefined) throw new Error('no clause needs judgement')
  const facts = clauseFacts(judged, 'da').map((f) => `${f.label}: ${f.value}`)
  expect(facts).toContain('Stand: Kræver vurdering')
  expect(facts).toContain(
    'Hvem vurderer: Kommunen vurderer det på sagens side “Vurdér indholdet af bestillingen”. Hver sag herunder fører derhen. Svaret står i sagen som “Bestillingens indhold vurderet”.',
  )
  expect(clauseFacts(first, 'da').some((f) => f.label === 'Hvem vurderer')).toBe(false)
  expect(clauseFacts({ ...first, verifiedOn: null }, 'da')).toContainEqual({
    label: 'Efterprøvet',
    value: 'Ikke efterprøvet',
  })
})
