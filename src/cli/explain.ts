/** `hverdag explain`: what a case obliges to on a day, out of the database or out of an exported file, the same answer. */
import { existsSync, readFileSync } from 'node:fs'
import { Explanation, explain } from '../casework/explain.ts'
import { readExport } from '../casework/export-case.ts'
import { findCase } from '../casework/load-case.ts'
import { type CalendarDay, copenhagenDay } from '../domain/time/calendar-day.ts'
import { loadMunicipalities } from '../standards/load.ts'
import { read } from '../store/connection.ts'
import { caseworkDesk } from '../work/casework-desk.ts'
import { type Call, command, UsageError } from './command.ts'
import { table } from './text-table.ts'
import { withProduct } from './with-product.ts'
import { caseOf, dayOf, municipalityOption } from './words.ts'

export const explainCommand = command({
  name: 'explain',
  summary: 'Tell what a case obliges to on a day: who owes what, by when, and how it stands.',
  about:
    'CASE is a case number, or a file that hverdag export-case wrote. A file needs no database and gives the same answer.\n' +
    'Without --on the day is today: the demonstration’s own day for a case of the demonstration.',
  words: ['CASE'],
  options: {
    on: { type: 'string', value: 'DATE', summary: 'The day to look at, e.g. 2026-12-24.' },
    ...municipalityOption,
  },
  output: Explanation,
  run: async (call) => {
    const { options, words, print } = call
    const [word = ''] = words
    const on = options.on === undefined ? undefined : dayOf(options.on, 'on')
    const explanation = existsSync(word)
      ? explainFile(word, on)
      : await explainCase(call, word, on, options.municipality)
    print({ json: explanation, text: inWords(explanation) })
    return 0
  },
})

function explainFile(path: string, on: CalendarDay | undefined): Explanation {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new UsageError(`${path} is not JSON that can be read.`)
  }
  const exported = readExport(value)
  if ('fault' in exported) throw new UsageError(`${path} is no exported case: ${exported.fault}.`)
  const municipality = loadMunicipalities().find((m) => m.code === exported.municipality)
  if (municipality === undefined)
    throw new UsageError(
      `${path} is a case of municipality ${exported.municipality}, which no standard here is for.`,
    )
  return explain(municipality, exported, on ?? copenhagenDay(new Date()))
}

const explainCase = (
  call: Pick<Call, 'environment' | 'progress'>,
  word: string,
  on: CalendarDay | undefined,
  code: string | undefined,
): Promise<Explanation> =>
  withProduct(call, async (product) => {
    const { municipality, caseId } = await caseOf(product, word, code)
    const scope = { municipality: municipality.code, viewer: { kind: 'system' } } as const
    const loaded = await read(product.house.db, scope, (tx) => findCase(tx, caseId))
    if (loaded === undefined) throw new UsageError(`Of case "${word}" there is no history left.`)
    const { file, history } = loaded
    const day = on ?? (await caseworkDesk(product.house).today(municipality.code))
    return explain(municipality, { caseNumber: file.caseNumber, history }, day)
  })

function inWords({ caseNumber, on, obligations }: Explanation): string {
  const arisen = obligations.filter((o) => o.status !== 'not yet')
  const rows = arisen.map((o) => [
    o.clause,
    o.actor,
    o.status,
    o.dueOn ?? '',
    o.metOn ?? o.voidOn ?? '',
    o.quote,
  ])
  const later = obligations.length - arisen.length
  return [
    `Case ${caseNumber} on ${on}`,
    '',
    table(['clause', 'owed by', 'status', 'due', 'met or fell away', 'promise'], rows),
    ...(later === 0 ? [] : ['', `${later} more arise later.`]),
  ].join('\n')
}
