/** `hverdag rebuild`: the rows that pages read, made anew from the journal. */
import { z } from 'zod'
import { rebuildStream } from '../casework/rebuild.ts'
import { casesOf } from '../casework/verify-all.ts'
import { municipalityStream } from '../store/journal.ts'
import { command } from './command.ts'
import { withProduct } from './with-product.ts'
import { caseOf, municipalityOf, municipalityOption } from './words.ts'

const RebuildOutput = z.object({
  cases: z.int(),
  /** The cases whose rows were not what their history comes to, and which rows; null is the municipality's own. */
  changed: z.array(
    z.object({
      municipality: z.string(),
      caseId: z.string().nullable(),
      rows: z.array(z.string()).readonly(),
    }),
  ),
})

export const rebuildCommand = command({
  name: 'rebuild',
  summary: 'Make the rows that pages read anew from the journal.',
  about: 'Rows that are as they should be are not touched. Safe to repeat, and while people work.',
  options: {
    case: { type: 'string', value: 'CASE', summary: 'One case: its number, or its id.' },
    ...municipalityOption,
  },
  output: RebuildOutput,
  run: async (call) => {
    const { options, print, progress } = call
    const result = await withProduct(call, async (product): Promise<z.infer<typeof RebuildOutput>> => {
      const { house } = product
      const one =
        options.case === undefined ? undefined : await caseOf(product, options.case, options.municipality)
      const asked = one
        ? [one.municipality]
        : options.municipality === undefined
          ? product.municipalities
          : [municipalityOf(product, options.municipality)]
      const changed: z.infer<typeof RebuildOutput>['changed'] = []
      let cases = 0
      for (const { code, name } of asked) {
        const ids = await casesOf(house, code, one ? { caseId: one.caseId } : 'all')
        for (const [index, caseId] of ids.entries()) {
          const rows = await rebuildStream(house, code, caseId)
          if (rows.length > 0) changed.push({ municipality: code, caseId, rows })
          if ((index + 1) % 100 === 0 || index + 1 === ids.length)
            progress(`${name}: ${index + 1} of ${ids.length} cases`)
        }
        cases += ids.length
        const own = one ? [] : await rebuildStream(house, code, municipalityStream)
        if (own.length > 0) changed.push({ municipality: code, caseId: null, rows: own })
      }
      return { cases, changed }
    })
    const { cases, changed } = result
    const lines = changed.map(
      (c) => `${c.municipality} ${c.caseId ?? 'the municipality’s own'}: ${c.rows.join(', ')}`,
    )
    print({
      json: result,
      text: [
        ...lines,
        `${cases} cases, ${changed.length} streams with rows that were not as they should be.`,
      ].join('\n'),
    })
    return 0
  },
})
