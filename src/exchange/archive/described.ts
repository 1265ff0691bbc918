/** What the events' fields are and which codes they hold, read from the very schemas that the events are checked against. */
import { z } from 'zod'
import { absenceReasons, attendanceKinds, dayParts, informants } from '../../domain/attendance/fact.ts'
import { caseEventSchemas, caseEventTypes } from '../../domain/case/events.ts'
import {
  activityKinds,
  type FfbConcept,
  functioningLevels,
  targetGroups,
  themes,
} from '../../domain/vocabulary/ffb.ts'
import { codeWords, fieldWords } from './words.ts'

type Node = {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Node>>
  readonly type?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
  readonly allOf?: readonly Node[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly additionalProperties?: Node | boolean
}

/** A field by its path, `*` for a place in a list or a name of its own. */
export type Field = { readonly path: string; readonly form: string; readonly codes: readonly string[] }

const kinds: Readonly<Record<string, string>> = {
  string: 'tekst',
  integer: 'helt tal',
  number: 'tal',
  boolean: 'ja (true) eller nej (false)',
}

function fieldsIn(node: Node, defs: Readonly<Record<string, Node>>, path: string): readonly Field[] {
  const name = node.$ref?.split('/').at(-1)
  if (name !== undefined) return fieldsIn(defs[name] ?? {}, defs, path)
  const choices = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  const codes = node.enum ?? (node.const === undefined ? [] : [node.const])
  const form = typeof node.type === 'string' ? kinds[node.type] : undefined
  const more = node.additionalProperties
  return [
    ...(codes.length > 0
      ? [{ path, form: 'kode', codes: codes.map(String) }]
      : form
        ? [{ path, form, codes: [] }]
        : []),
    ...choices.flatMap((choice) => fieldsIn(choice, defs, path)),
    ...Object.entries(node.properties ?? {}).flatMap(([key, part]) => fieldsIn(part, defs, below(key))),
    ...(node.items ? fieldsIn(node.items, defs, below('*')) : []),
    ...(typeof more === 'object' ? fieldsIn(more, defs, below('*')) : []),
  ]
}

/** Every field of an event's content, once for each form it can have. */
export function fieldsOf(type: (typeof caseEventTypes)[number]): readonly Field[] {
  const shape = z.toJSONSchema(caseEventSchemas[type], { io: 'input' }) as Node
  const found = new Map<string, Field>()
  for (const field of fieldsIn(shape, shape.$defs ?? {}, '')) {
    const key = `${field.path} ${field.form}`
    const codes = [...new Set([...(found.get(key)?.codes ?? []), ...field.codes])]
    found.set(key, { ...field, codes })
  }
  return [...found.values()]
}

/** What a field is called: its own last name, in Danish. */
export const wordOfField = ({ path }: Pick<Field, 'path'>): string | undefined =>
  fieldWords[
    path
      .split('.')
      .filter((part) => part !== '*')
      .at(-1) ?? ''
  ]

/** Codes outside the events: of the actors, of attendance, of rides. */
const otherCodes: readonly string[] = [
  'citizen',
  'staff',
  'system',
  ...attendanceKinds,
  ...absenceReasons,
  ...informants,
  ...dayParts,
  'transport',
  'own',
  'there',
  'home',
  'delivered',
]

/** Fælles Faglige Begreber: codes that have their names from KL. */
const concepts: ReadonlyMap<string, string> = new Map(
  [
    ...activityKinds,
    ...targetGroups,
    ...functioningLevels,
    ...themes.flatMap((theme): readonly FfbConcept[] => [theme, ...theme.subthemes]),
  ].map(({ code, name }) => [code, name]),
)

export const wordOfCode = (code: string): string | undefined => codeWords[code] ?? concepts.get(code)

/** Every code there is, in order. */
export const allCodes = (): readonly string[] =>
  [
    ...new Set([
      ...caseEventTypes.flatMap((t) => fieldsOf(t).flatMap((f) => f.codes)),
      ...otherCodes,
      ...concepts.keys(),
    ]),
  ].sort()

export const fieldLines = (): readonly (readonly string[])[] =>
  caseEventTypes.flatMap((type) =>
    fieldsOf(type).map((field) => [
      type,
      field.path,
      field.form,
      wordOfField(field) ?? '',
      field.codes.join(' '),
    ]),
  )

export const codeLines = (): readonly (readonly string[])[] =>
  allCodes().map((code) => [code, wordOfCode(code) ?? ''])
