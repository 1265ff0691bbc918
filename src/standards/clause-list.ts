/** Every clause there is as one list: what the command line prints, and what the documentation is made of. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { actors } from '../domain/standard/obligation.ts'
import { sentencesOf } from '../domain/standard/sentences.ts'
import { type Clause, clauseKinds, clauseStatuses } from '../domain/standard/standard.ts'
import { standardsFolder } from './load.ts'
import { currentStandard, type Municipality } from './municipality.ts'

export const ClauseEntry = z.object({
  id: z.string(),
  /** The whole sentence that the quote is part of, as it was adopted. */
  sentence: z.string(),
  quote: z.string(),
  actor: z.enum(actors),
  kind: z.enum(clauseKinds),
  status: z.enum(clauseStatuses),
  /** Where it stands: the standard and its heading, the paragraph of the law, or the house's own promises. */
  source: z.string(),
  /** The titles of the tests that hold it. */
  tests: z.array(z.string()),
})
export type ClauseEntry = z.infer<typeof ClauseEntry>

const TestTitles = z.record(z.string(), z.array(z.string()))
export type TestTitles = z.infer<typeof TestTitles>

/** The titles by clause id, from the file that the clause tests write and hold current. */
export function loadTestTitles(root = standardsFolder()): TestTitles {
  return TestTitles.parse(JSON.parse(readFileSync(join(root, 'tests.json'), 'utf8')))
}

function entry(clause: Clause, sentence: string, source: string, tests: TestTitles): ClauseEntry {
  const { id, quote, actor, kind, status } = clause
  return { id, sentence, quote, actor, kind, status, source, tests: tests[id] ?? [] }
}

/** The standard's own clauses in its order, then the law's, then the house's. */
export function clauseList(municipality: Municipality, tests: TestTitles): readonly ClauseEntry[] {
  const standard = currentStandard(municipality)
  const { law, house } = municipality.besides
  const sentences = sentencesOf(
    standard.text,
    standard.clauses.map((c) => c.quote),
  )
  return [
    ...standard.clauses.map((clause, index) => {
      const at = clause.heading === undefined ? '' : `, ${clause.heading}`
      return entry(clause, sentences[index] ?? clause.quote, `${standard.id}@${standard.version}${at}`, tests)
    }),
    // What is not quoted from an adopted text is told in our own words, one sentence each.
    ...[...law, ...house].map((clause) => entry(clause, clause.quote, clause.source ?? '', tests)),
  ]
}
