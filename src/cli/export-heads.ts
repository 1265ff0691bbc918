/** `hverdag export-heads`: the signed list of what every chain ended in, to keep where nobody can change the database. */
import { z } from 'zod'
import { CalendarDay } from '../domain/time/calendar-day.ts'
import { findHeadList, findLastHeadList } from '../store/chain-heads.ts'
import { read } from '../store/connection.ts'
import { command, UsageError } from './command.ts'
import { withProduct } from './with-product.ts'
import { dayOf, municipalityOf } from './words.ts'

/** As it is kept outside: what `verify --heads` reads back. */
export const ExportedHeads = z.object({
  format: z.literal('hverdag-heads/1'),
  municipality: z.string(),
  day: CalendarDay,
  /** The exact text that was signed: a line with municipality and day, then `stream seq hash` a line. */
  body: z.string(),
  /** Ed25519, base64. */
  signature: z.string(),
})
export type ExportedHeads = z.infer<typeof ExportedHeads>

export const exportHeadsCommand = command({
  name: 'export-heads',
  summary: 'Print the signed list of what every chain of a municipality ended in on a day.',
  about:
    'Kept outside the database, it stands against whoever holds the database: hverdag verify --heads FILE compares with it.\n' +
    'It holds ids and hashes only.',
  words: ['MUNICIPALITY'],
  options: {
    on: { type: 'string', value: 'DATE', summary: 'The list of that day. The newest when left out.' },
  },
  output: ExportedHeads,
  run: async (call) => {
    const { options, words, print } = call
    const [code = ''] = words
    const on = options.on === undefined ? undefined : dayOf(options.on, 'on')
    const list = await withProduct(call, async (product) => {
      const municipality = municipalityOf(product, code)
      const scope = { municipality: municipality.code, viewer: { kind: 'system' } } as const
      return read(product.house.db, scope, (tx) =>
        on === undefined ? findLastHeadList(tx) : findHeadList(tx, on),
      )
    })
    if (list === undefined)
      throw new UsageError(
        `No list of heads has been signed in ${code}${on === undefined ? '' : ` on ${on}`}.`,
      )
    const exported: ExportedHeads = { format: 'hverdag-heads/1', municipality: code, ...list }
    print({ json: exported, text: JSON.stringify(exported, null, 2) })
    return 0
  },
})
