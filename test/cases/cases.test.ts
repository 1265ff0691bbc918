/** The written-out cases: what the prose says holds on a day is what the product says holds on it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/casework/explain.ts'
import { readExport } from '../../src/casework/export-case.ts'
import { isOpenOn } from '../../src/domain/standard/obligation.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import { loadMunicipality } from '../../src/standards/load.ts'
import { actorNames, statusNames } from '../../src/web/i18n/clause-words.ts'

const folder = new URL('.', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))

type Expected = { readonly day: string; readonly rows: readonly string[] }

const line = (clause: string, actor: string, status: string, due: string): string =>
  [clause, actor, status, due].join(' | ')

/** The days of a story, each a heading that begins with its date, with the table below it. */
function expectationsOf(story: string): readonly Expected[] {
  return story
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const rows = section
        .split('\n')
        .filter((row) => /^\| [A-Z]+/.test(row) && !row.startsWith('| Punkt'))
        .map((row) => row.split('|').map((cell) => cell.trim()))
        .map(([, clause = '', actor = '', , status = '', due = '']) => line(clause, actor, status, due))
      return { day: section.slice(0, 10), rows }
    })
}

const vejen = loadMunicipality('vejen-104')

test('there are at least ten, each with its story, and the README names them', () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8')
  expect(names.length).toBeGreaterThanOrEqual(10)
  for (const name of names) expect(readme).toContain(`[${name}](${name}.md)`)
})

describe.each(names)('%s', (name) => {
  const exported = readExport(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))
  const expectations = expectationsOf(readFileSync(new URL(`${name}.md`, folder), 'utf8'))

  test('has at least three days with something on each', () => {
    expect(expectations.length).toBeGreaterThanOrEqual(3)
    for (const { rows } of expectations) expect(rows).not.toEqual([])
  })

  test.each(expectations)('on $day everything owed is told, and what is told is so', ({ day, rows }) => {
    if ('fault' in exported) throw new Error(exported.fault)
    const { obligations } = explain(vejen, exported, getDay(day))
    const told = obligations.map((o) => ({
      line: line(o.clause, actorNames('da')[o.actor], statusNames('da')[o.status], o.dueOn ?? '–'),
      open: isOpenOn(
        {
          arisesOn: o.arisesOn,
          needsJudgement: false,
          ...(o.metOn && { metOn: o.metOn }),
          ...(o.voidOn && { voidOn: o.voidOn }),
        },
        getDay(day),
      ),
    }))
    const owed = told.filter((t) => t.open).map((t) => t.line)
    const left = [...told.map((t) => t.line)]
    for (const row of rows) {
      expect(left, `${row}\nis not among what ${name} says on ${day}`).toContain(row)
      left.splice(left.indexOf(row), 1)
    }
    // Everything that somebody owes stands in the table, as often as it is owed.
    for (const row of new Set(owed)) {
      const times = (list: readonly string[]) => list.filter((entry) => entry === row).length
      expect(times(rows), `${row}\nis owed on ${day} and not told`).toBe(times(owed))
    }
  })
})
