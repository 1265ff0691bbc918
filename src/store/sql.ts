/**
 * SQL as a template: what stands in `${…}` is always bound as a value, never pasted, unless it is itself such a
 * template. A statement is prepared once a connection, under a name that comes from its text.
 */
import { createHash } from 'node:crypto'

/** What the driver takes as a parameter. Arrays become PostgreSQL arrays; JSON is bound with `json()`. */
export type SqlValue =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | null
  | undefined
  | readonly (string | number | boolean | null)[]
  | readonly Uint8Array[]

export class Sql {
  readonly strings: readonly string[]
  readonly values: readonly (SqlValue | Sql)[]
  constructor(strings: readonly string[], values: readonly (SqlValue | Sql)[]) {
    this.strings = strings
    this.values = values
  }
}

export type Statement = { readonly text: string; readonly name: string; readonly values: readonly SqlValue[] }

export const sql = (strings: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql =>
  new Sql(strings, values)

/**
 * `limit n`, written into the text: the planner only knows that a page is short when it sees the number. Few different
 * numbers are used, so that few statements are prepared.
 */
export const limited = (rows: number): Sql => new Sql([`limit ${Math.max(0, Math.trunc(rows))}`], [])

/**
 * `id`, a row for each of these, for a statement's `from`. Of an array alone the planner finds the length only by planning
 * anew each time it is asked; here it sees how many at most, a power of two, so that few statements are prepared.
 */
export function eachOf(ids: readonly string[]): Sql {
  const most = 2 ** Math.ceil(Math.log2(Math.max(1, ids.length)))
  const places = new Sql([`generate_series(1, ${most})`], [])
  return sql`select (${ids}::uuid[])[place] as id from ${places} place`
}

/** A value bound as JSON text, for `jsonb` columns and `jsonb_to_recordset`. */
export const json = (value: unknown): string => JSON.stringify(value)

type Prepared = Omit<Statement, 'values'>

/** By the template itself: the strings of one place in the code are one object. */
const prepared = new WeakMap<readonly string[], Prepared>()
const named = new Map<string, Prepared>()

/** The text with numbered parameters, its name and its values. */
export function toStatement(query: Sql): Statement {
  if (!query.values.some((value) => value instanceof Sql)) {
    let plain = prepared.get(query.strings)
    if (plain === undefined) {
      plain = nameOf(query.strings.reduce((text, part, i) => `${text}$${i}${part}`))
      prepared.set(query.strings, plain)
    }
    return { ...plain, values: query.values as readonly SqlValue[] }
  }
  const values: SqlValue[] = []
  const text = flatten(query, values)
  return { ...nameOf(text), values }
}

function flatten(query: Sql, values: SqlValue[]): string {
  return query.strings.reduce((text, part, i) => {
    const value = query.values[i - 1]
    if (value instanceof Sql) return text + flatten(value, values) + part
    values.push(value)
    return `${text}$${values.length}${part}`
  })
}

function nameOf(text: string): Prepared {
  let known = named.get(text)
  if (known === undefined) {
    known = { text, name: `h${createHash('sha256').update(text).digest('hex').slice(0, 24)}` }
    named.set(text, known)
  }
  return known
}
