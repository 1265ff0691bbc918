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
  /** The latest answer taken from each page that was shown, the last page last. */
  taken: z.array(z.object({ page: z.string(), turn: z.number() })).default([]),
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

/**
 * Which page an answer comes from, and where it stands among that page's answers. What is saved as one types can be slow
 * on its way: it is never laid over a later one, nor over what the page sent at last.
 */
export type Turn = { readonly page: string; readonly turn: number }

/** After everything that the page saved as one typed. */
const atLast = Number.MAX_SAFE_INTEGER
/** So many pages are remembered: an answer is minutes late at the most. */
const pagesKept = 50

export function turnOf(c: PageContext, autosave: boolean): Turn | undefined {
  const page = c.form.text('_page')
  if (page === undefined || !/^[0-9a-f-]{36}$/.test(page)) return undefined
  const turn = Number(c.form.text('_turn') ?? 0)
  return { page, turn: autosave ? Math.min(Number.isSafeInteger(turn) ? turn : 0, atLast - 1) : atLast }
}

const isLate = ({ taken }: DraftBody, { page, turn }: Turn): boolean =>
  turn !== atLast && taken.some((other) => other.page === page && other.turn >= turn)

/** How often an answer is laid over what another window saved meanwhile. */
const attempts = 5

/**
 * Saves the answers of one step over what is there; the others stay, also those that another window saves in the same
 * moment. An answer that comes after a later one of its own page changes nothing. Gives the draft's id.
 */
export async function saveStep(
  c: PageContext,
  draft: ApplicationDraft | undefined,
  step: string,
  values: DraftBody['values'],
  from?: Turn,
): Promise<string> {
  const now = c.house.now()
  const days = currentStandard(c.municipality).parameters.draftDays.value
  let current = draft
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (current && from && isLate(current.body, from)) return current.draftId
    const taken = current?.body.taken ?? []
    const body: DraftBody = {
      values: { ...current?.body.values, ...values },
      seen: [...new Set([...(current?.body.seen ?? []), step])],
      taken: from ? [...taken.filter(({ page }) => page !== from.page), from].slice(-pagesKept) : taken,
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
