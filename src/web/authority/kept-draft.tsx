/**
 * A long form on a case is never lost: it is kept per author and case as one writes (by script) or by “Gem kladde”
 * (without), when the form is refused or in conflict, and shown again on return. It goes when its command is done.
 *
 * A page that keeps its form does three things: its GET goes through `recalled`, its `Form` has `draft={draftHref(…)}`
 * and ends in `<DraftButtons>`, and its POST gives `draft` to `act`.
 */
import { z } from 'zod'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read, write } from '../../store/connection.ts'
import { type DraftKey, deleteDraft, findDraft, saveDraft } from '../../store/drafts.ts'
import { findCommandResult } from '../../store/journal.ts'
import { dayAndTime, timeOfDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { formOf } from '../platform/form.ts'
import { seeOther } from '../platform/respond.tsx'
import { Submit } from '../ui/fields.tsx'
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
} as const
export type KeptForm = keyof typeof keptForms

/** What was typed, when it was saved, and which event the author had seen then. */
export type Kept = { readonly form: KeptForm; readonly savedAt: string; readonly basedOn: number | undefined }

/** A request whose form may hold what was typed before. */
export type KeptContext = CaseContext & { readonly kept?: Kept | undefined }

const Body = z.object({
  values: z.record(z.string(), z.array(z.string())),
  commandId: z.string().optional(),
  basedOn: z.number().optional(),
})

const words = defineMessages({
  da: {
    keep: 'Gem kladde',
    forget: 'Kassér kladden',
    saved: (when: string) => `Gemt kl. ${when}`,
    savedBefore: (when: string) => `Gemt ${when}`,
    keeps: 'Kladden kan kun ses af dig.',
  },
  en: {
    keep: 'Save draft',
    forget: 'Discard the draft',
    saved: (when: string) => `Saved at ${when}`,
    savedBefore: (when: string) => `Saved ${when}`,
    keeps: 'Only you can see the draft.',
  },
})

function keyOf(c: CaseContext, form: KeptForm): DraftKey {
  const author = c.asking.subject.userId
  if (author === undefined) throw new Error('only staff keep drafts on a case')
  return { author, form, caseId: c.case.caseId }
}

/** Where script saves to as one writes. */
export const draftHref = (c: CaseContext, form: KeptForm): string => caseHref(c, `/kladde/${form}`)

/** Keeps what the request's form holds; a draft there already is written over. */
export async function keep(c: CaseContext, form: KeptForm): Promise<void> {
  const now = c.house.now()
  const days = currentStandard(c.municipality).parameters.draftDays.value
  const { values, commandId, basedOn } = c.form
  await write(c.house.db, c.scope, (tx) =>
    saveDraft(tx, {
      ...keyOf(c, form),
      draftId: c.house.newId(),
      body: { values, commandId, basedOn },
      now,
      expiresAt: new Date(`${addDays(c.today, days)}T23:59:59Z`),
    }),
  )
}

export async function forget(c: CaseContext, form: KeptForm): Promise<void> {
  await write(c.house.db, c.scope, (tx) => deleteDraft(tx, keyOf(c, form)))
}

/** What commands have been done is theirs to know: no page's scope sees it. */
async function isDone(c: CaseContext, commandId: string): Promise<boolean> {
  const scope = { municipality: c.municipality.code, viewer: { kind: 'command' } } as const
  return (await read(c.house.db, scope, (tx) => findCommandResult(tx, commandId))) !== undefined
}

/**
 * The request as if what was kept had just been typed. A draft whose command has been done is none: script may have
 * saved it in the moment when the form was sent.
 */
export async function recalled(c: CaseContext, form: KeptForm): Promise<KeptContext> {
  const draft = await read(c.house.db, c.scope, (tx) => findDraft(tx, keyOf(c, form)))
  const body = Body.safeParse(draft?.body)
  if (draft === undefined || !body.success) return c
  const { values, commandId, basedOn } = body.data
  if (commandId && (await isDone(c, commandId))) return c
  return {
    ...c,
    form: formOf(
      new Map<string, readonly string[]>([
        ...Object.entries(values),
        ...(commandId ? [['_command', [commandId]] as const] : []),
      ]),
      new Map(),
    ),
    kept: { form, savedAt: draft.updatedAt, basedOn },
  }
}

/** “Gemt kl. 10.14”, or with the day when it was another. */
export function savedInWords(c: KeptContext): string | undefined {
  if (c.kept === undefined) return undefined
  const t = words(c.language)
  const { savedAt } = c.kept
  return copenhagenDay(new Date(savedAt)) === c.today
    ? t.saved(timeOfDay(savedAt, c.language))
    : t.savedBefore(dayAndTime(savedAt, c.language))
}

/** Last in the form, after its own button. Works without script: each button sends the form to the draft's address. */
export function DraftButtons({ c, form }: { readonly c: KeptContext; readonly form: KeptForm }) {
  const t = words(c.language)
  const saved = c.kept?.form === form ? savedInWords(c) : undefined
  return (
    <div class="hv-draft">
      <Submit look="secondary" to={draftHref(c, form)}>
        {t.keep}
      </Submit>
      {saved && (
        <>
          <Submit look="tertiary" to={draftHref(c, form)} name="_forget">
            {t.forget}
          </Submit>
          <p class="hv-saved">{`${saved}. ${t.keeps}`}</p>
        </>
      )}
    </div>
  )
}

/** POST of a draft's address: saved as it is, however incomplete, or thrown away; then the page again. */
export async function saveKept(c: CaseContext): Promise<Response> {
  const name = c.parameter('form')
  const form = (Object.keys(keptForms) as KeptForm[]).find((f) => f === name)
  if (form === undefined) return errorPage(c, 404)
  await (c.form.text('_forget') ? forget(c, form) : keep(c, form))
  return seeOther(caseHref(c, keptForms[form]))
}
