/** `hverdag clauses`: every promise there is, who owes it, whether it is built, and the tests that hold it. */
import { z } from 'zod'
import { ClauseEntry, clauseList, loadTestTitles } from '../standards/clause-list.ts'
import { command } from './command.ts'
import { table } from './text-table.ts'
import { standardOf } from './words.ts'

const ClausesOutput = z.array(ClauseEntry)

export const clausesCommand = command({
  name: 'clauses',
  summary: 'List every clause of a quality standard, of the law and of the house.',
  about:
    'The standard’s own clauses in the order of its text, then the law’s, then the house’s. Needs no database.',
  options: {
    standard: {
      type: 'string',
      value: 'ID',
      summary: 'The standard: a folder of standards/. vejen-104 when left out.',
    },
  },
  output: ClausesOutput,
  run: async ({ options, print }) => {
    const clauses = clauseList(standardOf(options.standard), loadTestTitles())
    print({
      json: clauses satisfies readonly z.infer<typeof ClauseEntry>[],
      text: table(
        ['clause', 'actor', 'kind', 'status', 'tests', 'quote'],
        clauses.map((c) => [c.id, c.actor, c.kind, c.status, String(c.tests.length), c.quote]),
      ),
    })
    return 0
  },
})
