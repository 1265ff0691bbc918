/** `hverdag export-case`: a case's whole history as one JSON file. */
import { ExportedCase, exportCase } from '../casework/export-case.ts'
import { read } from '../store/connection.ts'
import { command, UsageError } from './command.ts'
import { withProduct } from './with-product.ts'
import { caseOf, municipalityOption } from './words.ts'

export const exportCaseCommand = command({
  name: 'export-case',
  summary: 'Print a case’s history as JSON, to keep or to explain elsewhere.',
  about:
    'The same with and without --json. It holds what is recorded about the person, as it was recorded: keep it as the case\n' +
    'itself is kept. Names, CPR numbers and addresses do not stand in events and are not in it.',
  words: ['CASE'],
  options: municipalityOption,
  output: ExportedCase,
  run: async (call) => {
    const { options, words, print } = call
    const [word = ''] = words
    const exported = await withProduct(call, async (product) => {
      const { municipality, caseId } = await caseOf(product, word, options.municipality)
      const scope = { municipality: municipality.code, viewer: { kind: 'system' } } as const
      return read(product.house.db, scope, (tx) => exportCase(tx, caseId))
    })
    if (exported === undefined) throw new UsageError(`Of case "${word}" there is no history left.`)
    print({ json: exported, text: JSON.stringify(exported, null, 2) })
    return 0
  },
})
