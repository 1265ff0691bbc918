/** The result as people read it, with each goal reached or not. */
import type { Measured } from './measure.ts'

type Result = {
  readonly pages: readonly Measured[]
  readonly growth: readonly {
    readonly page: string
    readonly country: number
    readonly municipality: number
  }[]
  readonly memory: { readonly node: number; readonly postgres: number }
  readonly country: {
    readonly cases: number
    readonly eventsPerCase: number
    readonly first: number
    readonly ofSmall: number
  }
}

const goals = { ratio: 4, p97_5: 60, growth: 1.3, node: 300 } as const
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const verdict = (reached: boolean): string => (reached ? 'reached' : 'NOT reached')

export function printTable({ pages, growth, memory, country }: Result): void {
  const line = (...cells: readonly (string | number)[]): void => {
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
  }
  process.stdout.write(
    `${country.cases} cases, ${country.eventsPerCase.toFixed(1)} events a case, 10 connections\n\n`,
  )
  line('page', 'KB', 'ms/request', 'p97.5 ms', '(a) statements', '(b) bare', '÷ (a)+(b)', 'goal')
  line('---', '---', '---', '---', '---', '---', '---', '---')
  for (const { page, bytes, full, statements, bare, ratio } of pages) {
    const counts = page === 'worklist' || page === 'case page'
    const reached = ratio <= goals.ratio && full.p97_5 < goals.p97_5
    line(
      page,
      (bytes / 1024).toFixed(1),
      full.mean,
      full.p97_5,
      `${statements.mean} (${statements.count} in ${statements.transactions} transactions)`,
      bare.mean,
      ratio.toFixed(2),
      counts ? verdict(reached) : '',
    )
  }
  process.stdout.write('\n')
  const { cases, first, ofSmall } = country
  const ofLarge = Math.round((cases - ofSmall) / 10)
  line('growth', `${first} → ${cases} in all`, `${ofSmall} → ${ofLarge} in one municipality`, 'goal < 1.3')
  line('---', '---', '---', '---')
  for (const { page, country: inAll, municipality } of growth)
    line(
      page,
      inAll.toFixed(2),
      municipality.toFixed(2),
      verdict(inAll < goals.growth && municipality < goals.growth),
    )
  process.stdout.write(
    `\nNode ${megabytes(memory.node)} MB (${verdict(megabytes(memory.node) < goals.node)}), PostgreSQL ${megabytes(memory.postgres)} MB\n`,
  )
}
