/** The § 5 checklist as it is typed, and back from the case. */
import type { CaseFile, Proceeding } from '../../../domain/case/case-file.ts'
import { type OtherHelp, otherHelp } from '../../../domain/vocabulary/other-help.ts'
import type { Form } from '../../platform/form.ts'
import type { Errors } from '../../ui/fields.tsx'
import type { FieldValues } from '../prefilled.ts'

export type OtherHelpProblems = {
  readonly kind: string
  readonly because: string
  readonly noneConsidered: string
  readonly boundary: string
}

/** § 103 is always weighed, in a field of its own: the boundary to § 104. */
export const checklist = otherHelp.filter(({ key }) => key !== 'sel103')
export const resultField = (key: OtherHelp): string => `help-${key}`
const protectedWork = otherHelp.find(({ key }) => key === 'sel103')

/** The input of `considerOtherPossibilities`, or what is wrong at which field. */
export function readOtherHelp(
  form: Form,
  say: OtherHelpProblems,
): { readonly input: unknown; readonly errors: Errors } {
  const errors: Record<string, string> = {}
  const kind = form.text('kind')
  const boundary103 = form.text('boundary103')
  if (boundary103 === undefined) errors.boundary103 = say.boundary
  if (kind === undefined) errors.kind = say.kind
  if (kind === 'none') {
    const because = form.text('because')
    if (because === undefined) errors.because = say.because
    return { errors, input: { possibilities: { kind, because }, boundary103 } }
  }
  const considered = checklist.filter(({ key }) => form.text(resultField(key)) !== undefined)
  if (kind === 'considered' && considered.length === 0)
    errors[resultField(checklist[0]?.key ?? 'sel82')] = say.noneConsidered
  const items = considered.map(({ key, name }) => ({ paragraph: name, result: form.text(resultField(key)) }))
  const boundary = { paragraph: protectedWork?.name, result: boundary103 }
  return {
    errors,
    input: { possibilities: { kind, items: [...items, boundary] }, boundary103 },
  }
}

/** What was considered before, back in the form; in a case new to it, the boundary that age alone draws. */
export function otherHelpFields(
  considered: Proceeding['otherPossibilities'],
  suggestedBoundary: string | undefined,
): FieldValues {
  if (considered === undefined) return { boundary103: suggestedBoundary }
  const { possibilities, boundary103 } = considered
  if (possibilities.kind === 'none') return { kind: 'none', because: possibilities.because, boundary103 }
  const found = otherHelp.flatMap(({ key, name }) => {
    const item = possibilities.items.find(({ paragraph }) => paragraph === name)
    return item ? [{ key, result: item.result }] : []
  })
  return {
    kind: 'considered',
    ...Object.fromEntries(found.map(({ key, result }) => [resultField(key), result])),
    boundary103: boundary103 ?? found.find(({ key }) => key === 'sel103')?.result,
  }
}

/** The latest of any run: what was weighed before stands until it is weighed anew. */
export const formerOtherHelp = (file: CaseFile): Proceeding['otherPossibilities'] =>
  file.proceedings.findLast((p) => p.otherPossibilities)?.otherPossibilities
