/** An application under way: what has been answered so far, as it was typed. Saved at each step. */
import { z } from 'zod'
import type { PersonId } from '../../domain/identity.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read, write } from '../../store/connection.ts'
import { type Draft, deleteDraft, findDraft, saveDraft } from '../../store/drafts.ts'
import type { PageContext } from '../platform/context.ts'

export const DraftBody = z.object({
  values: z.record(z.string(), z.array(z.string())).default({}),
  /** Steps that have been answered or skipped. */
  seen: z.array(z.string()).default([]),
})
export type DraftBody = z.infer<typeof DraftBody>

export type ApplicationDraft = Draft & { readonly body: DraftBody }

const form = 'application'

/** Whoever writes owns the draft: a representative's is theirs, beside the citizen's own. */
const keyOf = (c: PageContext) => {
  const author: PersonId | undefined = c.asking.subject.personId
  if (author === undefined) throw new Error('only a person writes an application here')
  return { author, form: c.asking.onBehalfOf ? `${form}:${c.asking.onBehalfOf}` : form, caseId: null }
}

export async function findApplicationDraft(c: PageContext): Promise<ApplicationDraft | undefined> {
  const draft = await read(c.house.db, c.scope, (tx) => findDraft(tx, keyOf(c)))
  return draft && { ...draft, body: DraftBody.parse(draft.body) }
}

export const draftKey = keyOf

/** Saves the answers of one step over what was there; the others stay. */
export async function saveStep(
  c: PageContext,
  draft: ApplicationDraft | undefined,
  step: string,
  values: DraftBody['values'],
): Promise<string> {
  const body: DraftBody = {
    values: { ...draft?.body.values, ...values },
    seen: [...new Set([...(draft?.body.seen ?? []), step])],
  }
  const now = c.house.now()
  const days = currentStandard(c.municipality).parameters.draftDays.value
  const saved = await write(c.house.db, c.scope, (tx) =>
    saveDraft(tx, {
      ...keyOf(c),
      draftId: draft?.draftId ?? c.house.newId(),
      body,
      now,
      expiresAt: new Date(`${addDays(c.today, days)}T23:59:59Z`),
    }),
  )
  return saved.kind === 'saved' ? saved.draftId : (saved.current?.draftId ?? '')
}

export const dropApplicationDraft = (c: PageContext): Promise<number> =>
  write(c.house.db, c.scope, (tx) => deleteDraft(tx, keyOf(c)))
