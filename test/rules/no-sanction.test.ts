/**
 * Absence leads to talks and never of itself to less (K1.2-5). Nothing that decides, orders, closes or writes letters knows
 * of it: the sources that do are these, and a new one is looked at by a person before it is written here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../src/', import.meta.url)

const known = [
  'casework/absence-pattern.ts',
  'casework/projections.ts',
  'domain/access/permissions.ts',
  'domain/case/absence/',
  'domain/case/case-file.ts',
  'domain/case/commands.ts',
  'domain/case/events.ts',
  'domain/case/read-case.ts',
  'domain/standard/registry.ts',
  'demo/',
  'letters/compose/decisions.examples.ts',
  'web/authority/absence/',
  'web/authority/event-words.ts',
  // Offers a person what was proposed as the reason to look anew, which changes nothing.
  'web/authority/reassessment/form-pages.tsx',
  'web/citizen/days-talk.tsx',
  'web/citizen/happenings.ts',
  'web/i18n/absence-words.ts',
  'web/i18n/action-words.ts',
]
const ofAbsence =
  /repeatedAbsence|absencePatternFound|absenceDialogueHeld|continuationAssessed|recordAbsencePattern|assessContinuation'|absence\/(about|decide|events|rules)\.ts/

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
)
const knowing = sources.filter((path) => ofAbsence.test(readFileSync(new URL(path, root), 'utf8')))
/** Which task comes first, and its words and place, are about what a person is to do. */
const aboutTasks =
  /^(domain\/standard\/obligation|domain\/case\/next-step|web\/i18n\/tasks|web\/authority\/case)\.tsx?$/

test('nothing that decides, orders or closes looks at absence', () => {
  expect(knowing.length).toBeGreaterThan(10)
  const others = knowing.filter(
    (path) => !known.some((own) => path.startsWith(own)) && !aboutTasks.test(path),
  )
  expect(others).toEqual([])
})

test('every one of those that are known still is one', () => {
  expect(known.filter((own) => own !== 'demo/' && !knowing.some((path) => path.startsWith(own)))).toEqual([])
})

test('the one command that the system gives about absence writes the facts down', () => {
  const system = readFileSync(new URL('casework/absence-pattern.ts', root), 'utf8')
  expect([...system.matchAll(/type: '(\w+)'/g)].map(([, type]) => type)).toEqual(['recordAbsencePattern'])
})
