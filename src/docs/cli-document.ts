/** `docs/cli.md`: every command with its options and its output, printed from the table of commands. */
import { z } from 'zod'
import { helpOf } from '../cli/arguments.ts'
import { commands } from '../cli.ts'
import { generated, markdownTable } from './markdown.ts'
import { schemaPathOf } from './schemas.ts'

type Shape = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

/** What a value is, in a few words. */
function typeOf(shape: Shape): string {
  const choices = shape.anyOf ?? shape.oneOf
  if (choices)
    return choices.length > 4 ? 'one of several objects' : [...new Set(choices.map(typeOf))].join(' or ')
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum) return shape.enum.length > 8 ? 'a code' : shape.enum.map((v) => `\`${v}\``).join(', ')
  if (shape.type === 'array') return `list of ${shape.items ? typeOf(shape.items) : 'anything'}`
  return shape.format === 'date' ? 'date' : [shape.type ?? 'anything'].flat().join(' or ')
}

function rowsOf(shape: Shape, path: string): readonly (readonly [string, string])[] {
  const inner = shape.type === 'array' ? shape.items : shape
  const at = shape.type === 'array' ? `${path}[]` : path
  if (inner?.properties === undefined) return []
  return Object.entries(inner.properties).flatMap(([name, property]) => {
    const here = at === '' ? name : `${at}.${name}`
    return [[`\`${here}\``, typeOf(property)] as const, ...rowsOf(property, here)]
  })
}

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
              rowsOf(z.toJSONSchema(command.output, { io: 'input' }) as Shape, ''),
            ),
          ]),
    ]),
  )
