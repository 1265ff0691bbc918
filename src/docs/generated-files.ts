/** Everything that is printed from code, by the path it stands under. */
import { clausesDocument } from './clauses-document.ts'
import { cliDocument } from './cli-document.ts'
import { deadlinesDocument } from './deadlines-document.ts'
import { eventsDocument } from './events-document.ts'
import { letterGateDocument } from './letter-gate-document.ts'
import { permissionsDocument } from './permissions-document.ts'
import { schemaFiles } from './schemas.ts'

export const generatedFiles = (): readonly (readonly [path: string, text: string])[] => [
  ['docs/clauses.md', clausesDocument()],
  ['docs/cli.md', cliDocument()],
  ['docs/deadlines.md', deadlinesDocument()],
  ['docs/events.md', eventsDocument()],
  ['docs/letter-gate.md', letterGateDocument()],
  ['docs/permissions.md', permissionsDocument()],
  ...schemaFiles(),
]
