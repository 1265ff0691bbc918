/** An application under way: what has been answered so far, as it was typed. Saved at each step. */
import { z } from 'zod'
import type { PersonId } from '../../domain/identity.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read, write } from '../../store/connection.ts'
import { type Draft, type DraftKey, deleteDraft, findDraft, saveDraft } from '../../store/drafts.ts'
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
export function draftKey(c: PageContext): DraftKey & { readonly author: PersonId } {
  const author = c.asking.subject.personId
  if (author === undefined) throw new Error('only a person writes an application here')
  return { author, form: c.asking.onBehalfOf ? `${form}:${c.asking.onBehalfOf}` : form, caseId: null }
}

const asApplication = (draft: Draft): ApplicationDraft => ({ ...draft, body: DraftBody.parse(draft.body) })

export async function findApplicationDraft(c: PageContext): Promise<ApplicationDraft | undefined> {
  const draft = await read(c.house.db, c.scope, (tx) => findDraft(tx, draftKey(c)))
  return draft && asApplication(draft)
}

/** How often an answer is laid over what another window saved meanwhile. */
const attempts = 5

/**
 * Saves the answers of one step over what is there; the others stay, also those that another window saves in the same
 * moment. Gives the draft's id.
 */
export async function saveStep(
  c: PageContext,
  draft: ApplicationDraft | undefined,
  step: string,
  values: DraftBody['values'],
): Promise<string> {
  const now = c.house.now()
  const days = currentStandard(c.municipality).parameters.draftDays.value
  let current = draft
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const body: DraftBody = {
      values: { ...current?.body.values, ...values },
      seen: [...new Set([...(current?.body.seen ?? []), step])],
    }
    const saved = await write(c.house.db, c.scope, (tx) =>
      saveDraft(tx, {
        ...draftKey(c),
        draftId: current?.draftId ?? c.house.newId(),
        body,
        // No version is 0: a draft that another window has just begun is seen, and not written over.
        expectedVersion: current?.version ?? 0,
        now,
        expiresAt: new Date(`${addDays(c.today, days)}T23:59:59Z`),
      }),
    )
    if (saved.kind === 'saved') return saved.draftId
    current = saved.current && asApplication(saved.current)
  }
  throw new Error(`the draft changed ${attempts} times while one step was saved`)
}

export const dropApplicationDraft = (c: PageContext): Promise<number> =>
  write(c.house.db, c.scope, (tx) => deleteDraft(tx, draftKey(c)))
