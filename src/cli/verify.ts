/** `hverdag verify`: whether everything is what was recorded. What is not is named, and the exit code says so. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { faultKinds } from '../casework/verify.ts'
import { countCases, type Verification, verifyMunicipality, type Which } from '../casework/verify-all.ts'
import { CalendarDay } from '../domain/time/calendar-day.ts'
import type { Product } from '../product.ts'
import type { Municipality } from '../standards/municipality.ts'
import { command, UsageError } from './command.ts'
import { ExportedHeads } from './export-heads.ts'
import { withProduct } from './with-product.ts'
import { caseOf, municipalityOf, municipalityOption } from './words.ts'

const VerifyOutput = z.object({
  ok: z.boolean(),
  cases: z.int(),
  letters: z.int(),
  municipalities: z.array(
    z.object({
      municipality: z.string(),
      cases: z.int(),
      letters: z.int(),
      /** The day of the signed list of heads that was compared with; null when none has been signed. */
      headsOf: CalendarDay.nullable(),
    }),
  ),
  faults: z.array(
    z.object({
      municipality: z.string(),
      /** Null where it is the municipality's own. */
      caseId: z.string().nullable(),
      caseNumber: z.string().nullable(),
      kind: z.enum(faultKinds),
      what: z.string(),
    }),
  ),
})
type VerifyOutput = z.infer<typeof VerifyOutput>

export const verifyCommand = command({
  name: 'verify',
  summary: 'Check that chains, heads, rows and letters are what was recorded.',
  about:
    'Works every hash out again; compares the chains’ ends with the newest signed list; compares the stored rows with a\n' +
    'rebuild; prints every letter again and compares (bytes under the same versions, otherwise text and structure).\n' +
    'Exit code 1 when anything differs, with the case named.',
  options: {
    case: { type: 'string', value: 'CASE', summary: 'One case: its number, or its id.' },
    heads: {
      type: 'string',
      value: 'FILE',
      summary: 'Compare with a list that export-heads printed and you kept.',
    },
    sample: { type: 'string', value: 'N', summary: 'So many cases, drawn at random.' },
    ...municipalityOption,
  },
  output: VerifyOutput,
  run: async (call) => {
    const { options, print, progress } = call
    const sample = options.sample === undefined ? undefined : countOf(options.sample)
    if (sample !== undefined && options.case !== undefined)
      throw new UsageError('Either --case or --sample: one case, or some at random.')
    const result = await withProduct(call, async (product) => {
      const heads = options.heads === undefined ? undefined : readHeads(options.heads)
      const code = options.municipality ?? heads?.municipality
      const chosen = await choose(product, { ...options, municipality: code, sample })
      const verified: (readonly [Municipality, Verification])[] = []
      for (const [municipality, which] of chosen) {
        const onCase = (done: number, of: number): void => {
          if (done % 100 === 0 || done === of) progress(`${municipality.name}: ${done} of ${of} cases`)
        }
        const { house, headsKey: key } = product
        verified.push([
          municipality,
          await verifyMunicipality(house, municipality.code, { which, key, heads, onCase }),
        ])
      }
      return summed(verified)
    })
    print({ json: result, text: inWords(result) })
    return result.ok ? 0 : 1
  },
})

function readHeads(path: string): ExportedHeads {
  try {
    return ExportedHeads.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new UsageError(`${path} is no list that hverdag export-heads printed.`)
  }
}

function countOf(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--sample ${text} is no number of cases.`)
  return count
}

/** Which cases of which municipalities: one case, so many out of all of them, or all. */
async function choose(
  product: Product,
  options: {
    readonly case?: string | undefined
    readonly municipality?: string | undefined
    sample?: number | undefined
  },
): Promise<readonly (readonly [Municipality, Which])[]> {
  if (options.case !== undefined) {
    const { municipality, caseId } = await caseOf(product, options.case, options.municipality)
    return [[municipality, { caseId }]]
  }
  const asked =
    options.municipality === undefined
      ? product.municipalities
      : [municipalityOf(product, options.municipality)]
  const { sample } = options
  if (sample === undefined) return asked.map((m) => [m, 'all'] as const)
  const counts = await Promise.all(asked.map((m) => countCases(product.house, m.code)))
  const drawn = drawFrom(counts, sample, Math.random)
  return asked.map((m, index) => [m, { sample: drawn[index] ?? 0 }] as const)
}

/** How many of each to take, so that every case of all has the same chance. */
export function drawFrom(counts: readonly number[], sample: number, random: () => number): readonly number[] {
  const taken = counts.map(() => 0)
  const left = [...counts]
  let all = left.reduce((sum, count) => sum + count, 0)
  for (let drawn = 0; drawn < sample && all > 0; drawn += 1) {
    let at = Math.floor(random() * all)
    const index = left.findIndex((count) => {
      if (at < count) return true
      at -= count
      return false
    })
    taken[index] = (taken[index] ?? 0) + 1
    left[index] = (left[index] ?? 0) - 1
    all -= 1
  }
  return taken
}

function summed(verified: readonly (readonly [Municipality, Verification])[]): VerifyOutput {
  const faults = verified.flatMap(([{ code }, { faults: found }]) =>
    found.map(({ caseId, caseNumber, kind, what }) => ({
      municipality: code,
      caseId: caseId ?? null,
      caseNumber: caseNumber ?? null,
      kind,
      what,
    })),
  )
  const sum = (of: (v: Verification) => number) => verified.reduce((all, [, v]) => all + of(v), 0)
  return {
    ok: faults.length === 0,
    cases: sum((v) => v.cases),
    letters: sum((v) => v.letters),
    municipalities: verified.map(([{ code }, { cases, letters, headsOf }]) => ({
      municipality: code,
      cases,
      letters,
      headsOf: headsOf ?? null,
    })),
    faults,
  }
}

function inWords({ cases, letters, faults, municipalities }: VerifyOutput): string {
  const unsigned = municipalities.filter((m) => m.headsOf === null).map((m) => m.municipality)
  return [
    ...faults.map((f) => `${f.municipality} ${f.caseNumber ?? f.caseId ?? ''}: ${f.what}`),
    ...(unsigned.length === 0 ? [] : [`No list of heads has been signed in ${unsigned.join(' and ')}.`]),
    faults.length === 0
      ? `In order: ${cases} cases, ${letters} letters.`
      : `Not in order: ${faults.length} of what was checked in ${cases} cases and ${letters} letters.`,
  ].join('\n')
}
