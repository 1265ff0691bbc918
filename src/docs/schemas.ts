/** The JSON Schema of what each command prints, from the very shape that its code is typed by. */
import { z } from 'zod'
import type { Command } from '../cli/command.ts'
import { commands } from '../cli.ts'

export const schemaPathOf = (command: Pick<Command, 'name'>): string => `schemas/${command.name}.schema.json`

export function schemaOf({ name, summary, output }: Command & { readonly output: z.ZodType }): unknown {
  // As it is written: a reader of an exported case takes what may be left out as left out.
  const { $schema, ...shape } = z.toJSONSchema(output, { io: 'input', reused: 'ref' })
  return {
    $schema,
    $id: `https://hverdag.example/schemas/${name}.schema.json`,
    title: summary,
    ...closed(shape),
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a command prints holds nothing that its schema does not name. */
function closed(schema: unknown): Readonly<Record<string, unknown>> {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (!isObject(value)) return value
    const inner = Object.fromEntries(Object.entries(value).map(([key, v]) => [key, walk(v)]))
    return isObject(value.properties) && value.additionalProperties === undefined
      ? { ...inner, additionalProperties: false }
      : inner
  }
  const walked = walk(schema)
  return isObject(walked) ? walked : {}
}

export const schemaFiles = (): readonly (readonly [path: string, text: string])[] =>
  commands.flatMap((command) => {
    const { output } = command
    return output === undefined
      ? []
      : [[schemaPathOf(command), `${JSON.stringify(schemaOf({ ...command, output }), null, 2)}\n`] as const]
  })
