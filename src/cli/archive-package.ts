/** `hverdag archive-package`: a closed case as the package that an archive gets. */
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { packageOf } from '../casework/archive-case.ts'
import { findCase } from '../casework/load-case.ts'
import { copenhagenDay } from '../domain/time/calendar-day.ts'
import { logAccess } from '../store/access-log.ts'
import { write } from '../store/connection.ts'
import { eventNames } from '../web/authority/event-words.ts'
import { command, UsageError } from './command.ts'
import { withProduct } from './with-product.ts'
import { caseOf, municipalityOption } from './words.ts'

const PackageOutput = z.object({
  caseNumber: z.string(),
  file: z.string(),
  bytes: z.int(),
  /** SHA-256 of the file: what is recorded when the archive has it. */
  sha256: z.string(),
  /** The last event that is in it. */
  through: z.int(),
})

export const archivePackageCommand = command({
  name: 'archive-package',
  summary: 'Write a closed case as the package that an archive gets.',
  about:
    'A zip of tables and documents with a description of every table, column and code in Danish, and a checksum of each\n' +
    'file. The same case gives the same bytes. The look is logged. That the archive has it is recorded on the case’s page.',
  words: ['CASE', 'FILE'],
  options: municipalityOption,
  output: PackageOutput,
  run: async (call) => {
    const { options, words, print } = call
    const [word = '', path = ''] = words
    const written = await withProduct(call, async ({ house, ...product }) => {
      const { municipality, caseId } = await caseOf({ house, ...product }, word, options.municipality)
      const scope = { municipality: municipality.code, viewer: { kind: 'system' } } as const
      return write(house.db, scope, async (tx) => {
        const found = await findCase(tx, caseId)
        if (found?.file.closed === undefined) return undefined
        await logAccess(tx, [
          {
            id: house.newId(),
            at: house.now().toISOString(),
            onDay: copenhagenDay(house.now()),
            actor: { kind: 'system', name: 'hverdag archive-package' },
            onBehalfOf: null,
            route: 'cli.archive-package',
            caseId,
            personId: found.file.personId,
            outcome: 'allowed',
          },
        ])
        return {
          caseNumber: found.file.caseNumber,
          ...(await packageOf(tx, municipality, found, eventNames('da'))),
        }
      })
    })
    if (written === undefined)
      throw new UsageError(`Case "${word}" is not closed: only closed cases are delivered.`)
    writeFileSync(path, written.bytes)
    const { caseNumber, hash: sha256, through, bytes } = written
    const told = { caseNumber, file: path, bytes: bytes.byteLength, sha256, through }
    print({ json: told, text: `${path}: case ${caseNumber}, ${told.bytes} bytes, SHA-256 ${sha256}` })
    return 0
  },
})
