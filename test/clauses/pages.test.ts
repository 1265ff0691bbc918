/** Whatever a clause in force asks of somebody has a page where it is seen and done. */
import { describe, expect, test } from 'vitest'
import { caseCommandTypes } from '../../src/domain/case/commands.ts'
import type { Task } from '../../src/domain/standard/obligation.ts'
import { placeOf } from '../../src/web/authority/case.tsx'
import { taskNames } from '../../src/web/i18n/tasks.ts'
import { routes } from '../../src/web/routes.ts'
import { allExamples } from './all-examples.ts'
import { obligationsIn } from './example.ts'

/** Asked of the municipality itself: its place is the standard's own page, not a case. */
const notOfACase: ReadonlySet<Task> = new Set<Task>([
  'publishDeadlines',
  'notifyBreach',
  'tellAffected',
  'handleConcern',
  'reviewLog',
  'reviewCases',
  'sendStatistics',
  'treatCouncilMap',
])

const asked = [...new Set(allExamples.flatMap((e) => obligationsIn(e).flatMap((o) => o.task ?? [])))].sort()

test('the examples ask for something', () => {
  expect(asked.length).toBeGreaterThan(20)
})

describe.each(asked.map((task) => [task]))('%s', (task) => {
  test('has its words in both languages', () => {
    for (const language of ['da', 'en'] as const) expect(taskNames(language)[task]).not.toBe('')
  })

  test(notOfACase.has(task) ? 'is about no case' : 'has a place in the case', () => {
    expect(placeOf[task] === undefined).toBe(notOfACase.has(task))
  })
})

test('what has no task of its own is seen in the case, where every obligation is listed', () => {
  expect(routes.some((r) => r.method === 'GET' && r.path === '/myndighed/sager/:caseNumber')).toBe(true)
})

/** What the citizen and the provider owe is done on their own pages as well, by these commands. */
test.each([
  ['confirmApplication', 'confirmApplication'],
  ['answerHearing', 'answerHearing'],
] as const)('the citizen does %s on a page of their own', (task, command) => {
  expect(asked).toContain(task)
  expect(caseCommandTypes).toContain(command)
  expect(routes.some((r) => r.action === command && r.path.startsWith('/borger/'))).toBe(true)
})
