/** What the two samples have in common: how many to draw, what was drawn, and a "no" that is about no single field. */
import type { CaseReview, LogReview } from '../../domain/oversight/file.ts'
import { plainDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import type { Errors } from '../ui/fields.tsx'
import type { SummaryRow } from '../ui/parts.tsx'
import { reviewWords } from './review-words.ts'

/** Undefined where what was typed is no number to draw. */
export function sizeOf(c: PageContext): number | undefined {
  const size = Number(c.form.text('size'))
  return Number.isInteger(size) && size >= 1 && size <= 200 ? size : undefined
}

/** What is about the whole form stands at its first field, where the summary leads. */
export function atField({ form, ...errors }: Errors, field: string): Errors {
  return form === undefined ? errors : { [field]: form, ...errors }
}

export const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200)

/** The one under way, or undefined. */
export const underWay = <R extends LogReview | CaseReview>(reviews: readonly R[]): R | undefined =>
  reviews.find((review) => review.concluded === undefined)

/** The facts of a drawing that anybody can repeat it from. */
export function drawnRows(c: PageContext, review: LogReview | CaseReview): readonly SummaryRow[] {
  const t = reviewWords(c.language)
  const drawn = 'sample' in review ? review.sample.length : review.cases.length
  return [
    { label: t.drawnOn, value: plainDay(review.on, c.language) },
    { label: t.sample, value: t.of(drawn, review.population) },
    { label: t.seed, value: review.seed },
    { label: t.done, value: t.of(review.reviewed.length, drawn) },
    ...(review.concluded ? [{ label: t.concludedOn, value: plainDay(review.concluded.on, c.language) }] : []),
  ]
}
