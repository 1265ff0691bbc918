/**
 * A long form on a case is never lost: it is kept per author and case as one writes (by script) or by “Gem kladde”
 * (without), when the form is refused or in conflict, and shown again on return. It goes when its command is done.
 *
 * A page that keeps its form does three things: its GET goes through `recalled`, its `Form` has `draft={draftHref(…)}`
 * and ends in `<DraftButtons>`, and its POST gives `draft` to `act`.
 */
import type { DraftKey } from '../../store/drafts.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { forgetForm, KeptButtons, keepForm, recallForm, savedAtInWords } from '../platform/kept-form.tsx'
import { seeOther } from '../platform/respond.tsx'
import { caseHref } from './case-address.ts'

/** Each kept form by its name in the address, with the page under the case that shows it. */
export const keptForms = {
  notat: '/noter',
  oplysning: '/oplysning',
  vurdering: '/vurdering',
  'anden-hjaelp': '/anden-hjaelp',
  plan: '/plan',
  hoering: '/hoering',
  varsling: '/varsling',
  afgoerelse: '/afgoerelse',
  bestilling: '/bestilling',
  genvurdering: '/klage/genvurdering',
  klagesvar: '/klage/svar',
} as const
export type KeptForm = keyof typeof keptForms

/** What was typed, when it was saved, and which event the author had seen then. */
export type Kept = {
  readonly form: KeptForm
  readonly savedAt: string
  readonly expiresAt: string
  readonly basedOn: number | undefined
}

/** A request whose form may hold what was typed before. */
export type KeptContext = CaseContext & { readonly kept?: Kept | undefined }

function keyOf(c: CaseContext, form: KeptForm): DraftKey {
  const author = c.asking.subject.userId
  if (author === undefined) throw new Error('only staff keep drafts on a case')
  return { author, form, caseId: c.case.caseId }
}

/** Where script saves to as one writes. */
export const draftHref = (c: CaseContext, form: KeptForm): string => caseHref(c, `/kladde/${form}`)

/** Keeps what the request's form holds; a draft there already is written over. */
export const keep = (c: CaseContext, form: KeptForm): Promise<void> => keepForm(c, keyOf(c, form))

export const forget = (c: CaseContext, form: KeptForm): Promise<void> => forgetForm(c, keyOf(c, form))

/** The request as if what was kept had just been typed. */
export async function recalled(c: CaseContext, form: KeptForm): Promise<KeptContext> {
  const found = await recallForm(c, keyOf(c, form))
  if (found === undefined) return c
  return {
    ...c,
    form: found.form,
    kept: { form, savedAt: found.savedAt, expiresAt: found.expiresAt, basedOn: found.basedOn },
  }
}

/** “Gemt kl. 10.14”, or with the day when it was another. */
export const savedInWords = (c: KeptContext): string | undefined =>
  c.kept && savedAtInWords(c, c.kept.savedAt)

/** Last in the form, after its own button. Works without script: each button sends the form to the draft's address. */
export const DraftButtons = ({ c, form }: { readonly c: KeptContext; readonly form: KeptForm }) => (
  <KeptButtons c={c} to={draftHref(c, form)} saved={c.kept?.form === form ? c.kept : undefined} />
)

/** POST of a draft's address: saved as it is, however incomplete, or thrown away; then the page again. */
export async function saveKept(c: CaseContext): Promise<Response> {
  const name = c.parameter('form')
  const form = (Object.keys(keptForms) as KeptForm[]).find((f) => f === name)
  if (form === undefined) return errorPage(c, 404)
  await (c.form.text('_forget') ? forget(c, form) : keep(c, form))
  return seeOther(caseHref(c, keptForms[form]))
}
