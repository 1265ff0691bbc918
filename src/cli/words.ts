/** What people write on the command line, read into what it means. What means nothing is wrong use, told in one sentence. */
import { CaseId } from '../domain/identity.ts'
import { type CalendarDay, findDay } from '../domain/time/calendar-day.ts'
import type { Product } from '../product.ts'
import { loadMunicipalities } from '../standards/load.ts'
import type { Municipality } from '../standards/municipality.ts'
import { findCaseByNumber } from '../store/cases.ts'
import { read } from '../store/connection.ts'
import { findLastSeq } from '../store/journal.ts'
import { UsageError } from './command.ts'

export function dayOf(text: string, option: string): CalendarDay {
  const day = findDay(text)
  if (day === undefined) throw new UsageError(`--${option} ${text} is no date: write it as 2026-11-24.`)
  return day
}

/** A standard by the name of its folder; Vejen's when none is named. */
export function standardOf(id = 'vejen-104'): Municipality {
  const all = loadMunicipalities()
  const found = all.find((m) => m.standards.some((s) => s.id === id))
  if (found === undefined)
    throw new UsageError(
      `There is no standard "${id}": ${all.flatMap((m) => m.standards.map((s) => s.id)).join(' and ')} are those there are.`,
    )
  return found
}

/** One of the municipalities that the product serves, by its code. */
export function municipalityOf({ municipalities }: Product, code: string): Municipality {
  const found = municipalities.find((m) => m.code === code)
  if (found === undefined)
    throw new UsageError(
      `There is no municipality "${code}": ${municipalities.map((m) => m.code).join(' and ')} are those that are served.`,
    )
  return found
}

export type FoundCase = { readonly municipality: Municipality; readonly caseId: CaseId }

/** A case by its number or its id. Numbers are each municipality's own: where two have it, one must be named. */
export async function caseOf(product: Product, word: string, code: string | undefined): Promise<FoundCase> {
  const asked = code === undefined ? product.municipalities : [municipalityOf(product, code)]
  const id = CaseId.safeParse(word)
  const found: FoundCase[] = []
  for (const municipality of asked) {
    const scope = { municipality: municipality.code, viewer: { kind: 'system' } } as const
    const caseId = await read(product.house.db, scope, async (tx) => {
      if (!id.success) return (await findCaseByNumber(tx, word))?.caseId
      return (await findLastSeq(tx, id.data)) > 0 ? id.data : undefined
    })
    if (caseId !== undefined) found.push({ municipality, caseId })
  }
  const [one, another] = found
  if (one === undefined) throw new UsageError(`There is no case "${word}".`)
  if (another !== undefined)
    throw new UsageError(
      `Case ${word} is in ${found.map((f) => f.municipality.code).join(' and in ')}: name one with --municipality.`,
    )
  return one
}

export const municipalityOption = {
  municipality: {
    type: 'string',
    value: 'CODE',
    summary: 'The municipality, where the case number is in several.',
  },
} as const
