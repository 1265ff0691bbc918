/** From a posted form to a command: what does not fit goes back to its field, what others changed is shown, nothing typed is lost. */
import type { z } from 'zod'
import { isConflict, perform } from '../../casework/perform.ts'
import type { WrittenDocument } from '../../casework/write-letters.ts'
import { type CaseCommand, type CaseCommandType, definitionOf } from '../../domain/case/commands.ts'
import type { RecordedCaseEvent } from '../../domain/case/events.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { defineMessages } from '../i18n/messages.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext, PageContext } from '../platform/context.ts'
import { seeOther } from '../platform/respond.tsx'
import type { Errors } from '../ui/fields.tsx'
import { forget, type KeptForm, keep } from './kept-draft.tsx'

/** What came of a form that has to be shown again. */
export type Problem = {
  readonly errors: Errors
  /** A "no" that belongs to no field. */
  readonly refusal?: Refusal | undefined
  /** What others did meanwhile. */
  readonly since?: readonly RecordedCaseEvent[] | undefined
}
export const noProblem: Problem = { errors: {} }

/** Shows the form again. */
type Again = (problem: Problem) => Response | Promise<Response>

/** Runs a command with what the form holds; `input` is checked by the command's own schema. */
export async function act(
  c: CaseContext,
  type: CaseCommandType,
  input: unknown,
  options: {
    readonly again: Again
    readonly to: string
    readonly documents?: readonly WrittenDocument[]
    /** The kept form that this command is the end of: kept when it is refused, gone when it is done. */
    readonly draft?: KeptForm
  },
): Promise<Response> {
  const again: Again = async (problem) => {
    if (options.draft) await keep(c, options.draft)
    return options.again(problem)
  }
  const parsed = definitionOf(type).schema.safeParse(input)
  if (!parsed.success) return again({ errors: errorsOf(parsed.error, c) })
  // The schema is the command's own: what it lets through is that command's input.
  const command = { type, input: parsed.data } as CaseCommand
  const done = await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command,
    commandId: c.form.commandId ?? c.house.newId(),
    basedOn: c.form.basedOn,
    documents: options.documents ?? [],
  })
  if (isConflict(done)) return again({ errors: {}, since: done.since })
  if (!isRefusal(done)) {
    if (options.draft) await forget(c, options.draft)
    return seeOther(options.to)
  }
  if (done.field) return again({ errors: { [done.field]: refusalInWords(done, c.language) } })
  return again({ errors: {}, refusal: done })
}

const words = defineMessages({
  da: {
    write: 'Skriv noget her.',
    choose: 'Vælg en af mulighederne.',
    day: 'Skriv en rigtig dato.',
  },
  en: {
    write: 'Write something here.',
    choose: 'Choose one of these.',
    day: 'Write a real date.',
  },
})

/** A schema's complaint at each field, by the path's own words: `criterionA.reasons`. */
export function errorsOf(error: z.ZodError, c: PageContext): Errors {
  return Object.fromEntries(
    error.issues.map((issue) => [issue.path.join('.') || 'form', sentenceOf(issue, c)]),
  )
}

function sentenceOf(issue: z.core.$ZodIssue, c: PageContext): string {
  const t = words(c.language)
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return t.choose
  if (issue.code === 'too_small' && issue.origin === 'string') return t.write
  if (dateField.test(String(issue.path.at(-1)))) return t.day
  if (issue.code === 'invalid_type' && issue.expected === 'string') return t.write
  return refusalInWords({ refused: true, code: 'invalid' }, c.language)
}

/** Days are named `…On` or `answerBy`, `from`, `to`, `until`, `newDate`, `day` in the commands' schemas. */
const dateField = /(On|By|Date)$|^(from|to|until|day)$/

/** A number as Danes and others write it. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text.replace(',', '.'))
  return Number.isFinite(value) ? value : Number.NaN
}
