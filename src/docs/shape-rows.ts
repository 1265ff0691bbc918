/** The fields of a JSON Schema as rows of a table: where each stands, and what it is in a few words. */

export type Shape = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

/** What a value is. A long choice is told as one, and not told again in full. */
export function typeOf(shape: Shape): string {
  const choices = shape.anyOf ?? shape.oneOf
  if (choices)
    return choices.length > 4
      ? 'one of several objects'
      : [...new Set(choices.map(typeOf))].filter((t) => t !== 'null').join(' or ') +
          (choices.some((c) => c.type === 'null') ? ', or null' : '')
  if (shape.const !== undefined) return `\`${String(shape.const)}\``
  if (shape.enum) return shape.enum.length > 6 ? 'a code' : shape.enum.map((v) => `\`${v}\``).join(', ')
  if (shape.type === 'array') return `list of ${shape.items ? typeOf(shape.items) : 'anything'}`
  if (shape.format === 'date') return 'date'
  return [shape.type ?? 'anything'].flat().join(' or ')
}

/** The fields and, below each, its own. */
export function shapeRows(shape: Shape, path = ''): readonly (readonly [field: string, type: string])[] {
  const inner = shape.type === 'array' ? shape.items : shape
  const at = shape.type === 'array' ? `${path}[]` : path
  return Object.entries(inner?.properties ?? {}).flatMap(([name, property]) => {
    const here = at === '' ? name : `${at}.${name}`
    return [[`\`${here}\``, typeOf(property)] as const, ...shapeRows(property, here)]
  })
}

/** The outermost fields in one line, those that may be left out with a question mark. */
export const fieldsInLine = ({ properties = {}, required = [] }: Shape): string =>
  Object.entries(properties)
    .map(([name, property]) => `${name}${required.includes(name) ? '' : '?'}: ${typeOf(property)}`)
    .join(' · ')
