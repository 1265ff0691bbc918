/** Everything that is printed from code, by the path it stands under. */
import { cliDocument } from './cli-document.ts'
import { schemaFiles } from './schemas.ts'

export const generatedFiles = (): readonly (readonly [path: string, text: string])[] => [
  ['docs/cli.md', cliDocument()],
  ...schemaFiles(),
]
