/** Reads the standards' folders. What does not fit is one sentence: which file, where in it, and what is wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { StandardVersion } from '../domain/standard/engine.ts'
import { type RuleName, rules } from '../domain/standard/registry.ts'
import {
  Clause,
  Parameters,
  Provider,
  type Standard,
  StandardHead,
  termsOf,
} from '../domain/standard/standard.ts'
import { LetterTexts } from '../letters/letter-texts.ts'
import type { Municipality } from './municipality.ts'

export class StandardError extends Error {
  override readonly name = 'StandardError'
}

/** The folder `standards/` of the project, from the sources and from the compiled product alike. */
export function standardsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'standards', 'law-dk'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new StandardError('The folder standards/ is not there.')
    folder = parent
  }
  return join(folder, 'standards')
}

function readJson<S extends z.ZodType>(file: string, schema: S): z.infer<S> {
  let raw: unknown
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new StandardError(
      `${file} cannot be read: ${error instanceof Error ? error.message : 'unknown error'}.`,
    )
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new StandardError(
    `${file}, at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'does not fit'}.`,
  )
}

const Clauses = z.array(Clause).superRefine((clauses, context) => {
  clauses.forEach((clause, index) => {
    if (clauses.findIndex((c) => c.id === clause.id) !== index)
      context.addIssue({ code: 'custom', path: [index], message: `clause ${clause.id} stands twice` })
    const parameters = clause.rule && rules[clause.rule].parameters.safeParse(clause.parameters ?? {})
    if (parameters && !parameters.success)
      context.addIssue({
        code: 'custom',
        path: [index, 'parameters'],
        message: `clause ${clause.id} does not give rule ${clause.rule} what it needs`,
      })
  })
})

/** The clauses that stand beside every standard. */
export const loadBesides = (root = standardsFolder()): Municipality['besides'] => ({
  law: readJson(join(root, 'law-dk', 'clauses.json'), Clauses),
  house: readJson(join(root, 'house', 'clauses.json'), Clauses),
})

export function loadStandard(folder: string): Standard {
  const head = readJson(join(folder, 'standard.json'), StandardHead)
  return {
    ...head,
    text: readFileSync(join(folder, head.source), 'utf8'),
    clauses: readJson(join(folder, 'clauses.json'), Clauses),
    parameters: readJson(join(folder, 'parameters.json'), Parameters),
    providers: readJson(join(folder, 'providers.json'), z.array(Provider)),
  }
}

const ruled = (clauses: readonly Clause[]): StandardVersion['clauses'] =>
  clauses.flatMap(({ id, rule, parameters, status }) =>
    rule === undefined
      ? []
      : [{ id, rule: rule satisfies RuleName, parameters, needsJudgement: status === 'needs judgement' }],
  )

/** One municipality from one folder. */
export function loadMunicipality(id: string, root = standardsFolder()): Municipality {
  const folder = join(root, id)
  const standard = loadStandard(folder)
  const besides = loadBesides(root)
  const texts = readJson(join(folder, 'texts.json'), LetterTexts)
  // The schema of the texts requires both blocks: a folder without them does not load.
  const terms = termsOf(standard, {
    complaintGuidance: texts.complaintGuidance.da.length > 0,
    changeDuty: texts.changeDuty.da.length > 0,
  })
  const clauses = [...ruled(standard.clauses), ...ruled(besides.law), ...ruled(besides.house)]
  const { municipality, unit } = standard
  return {
    code: municipality.code,
    name: municipality.name,
    versions: [{ terms, clauses }],
    standards: [standard],
    besides,
    letterhead: {
      municipality: municipality.name,
      unit: unit.name,
      address: unit.address,
      phone: unit.phone,
      email: unit.email,
    },
    texts,
    providerName: (provider) => standard.providers.find((p) => p.id === provider)?.name ?? provider,
  }
}

/** Every folder of a municipality there is. */
export const loadMunicipalities = (root = standardsFolder()): readonly Municipality[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'standard.json')))
    .map((entry) => loadMunicipality(entry.name, root))
