/** `docs/cli.md`: every command with its options and its output, printed from the table of commands. */
import { z } from 'zod'
import { helpOf } from '../cli/arguments.ts'
import { commands } from '../cli.ts'
import { generated, markdownTable } from './markdown.ts'
import { schemaPathOf } from './schemas.ts'
import { type Shape, shapeRows } from './shape-rows.ts'

export const cliDocument = (): string =>
  generated(
    'The command line',
    'the table of commands in `src/cli.ts`',
    'From a checkout, after `npm ci` and `npm run build`: `npx hverdag COMMAND`. The configuration is the server’s own\n' +
      '(`DATABASE_URL` and so on); without one, the embedded database is used.',
    'With `--json`, standard output holds one JSON document and nothing else; what it looks like is a JSON Schema in\n' +
      '`schemas/`. Progress and errors go to standard error. Days are ISO dates (`2026-11-24`).',
    markdownTable(
      ['Exit code', 'Means'],
      [
        ['0', 'Done, and everything is as it should be.'],
        [
          '1',
          'It failed, or `verify` found something that is not what was recorded. One sentence says what.',
        ],
        ['2', 'Wrong use: an unknown command, option, kind, date or case. One sentence says which.'],
      ],
    ),
    ...commands.flatMap((command) => [
      `## ${command.name}`,
      `\`\`\`text\n${helpOf(command)}\n\`\`\``,
      ...(command.output === undefined
        ? []
        : [
            `Output (\`${schemaPathOf(command)}\`):`,
            markdownTable(
              ['Field', 'Type'],
              shapeRows(z.toJSONSchema(command.output, { io: 'input' }) as Shape),
            ),
          ]),
    ]),
  )
