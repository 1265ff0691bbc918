/**
 * A form that is kept per author as it is written: by script as one types, by “Gem kladde” without, found again at the next
 * log-in, gone when its command is done. `authority/kept-draft.tsx` and `provider/note-pages.tsx` say where theirs are.
 */
import { z } from 'zod'
import { addDays, type CalendarDay, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read, write } from '../../store/connection.ts'
import { type DraftKey, deleteDraft, findDraft, saveDraft } from '../../store/drafts.ts'
import { findCommandResult } from '../../store/journal.ts'
import { dayAndTime, longDay, timeOfDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { Submit } from '../ui/fields.tsx'
import type { PageContext } from './context.ts'
import { type Form, formOf } from './form.ts'

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
    goes: (day: string) => `Kladden slettes ${day}, hvis du ikke gemmer den igen.`,
  },
  en: {
    keep: 'Save draft',
    forget: 'Discard the draft',
    saved: (when: string) => `Saved at ${when}`,
    savedBefore: (when: string) => `Saved ${when}`,
    keeps: 'Only you can see the draft.',
    goes: (day: string) => `The draft is deleted on ${day} unless you save it again.`,
  },
})

/** Keeps what the request's form holds; a draft there already is written over. */
export async function keepForm(c: PageContext, key: DraftKey): Promise<void> {
  const now = c.house.now()
  const days = currentStandard(c.municipality).parameters.draftDays.value
  const { values, commandId, basedOn } = c.form
  await write(c.house.db, c.scope, (tx) =>
    saveDraft(tx, {
      ...key,
      draftId: c.house.newId(),
      body: { values, commandId, basedOn },
      now,
      expiresAt: new Date(`${addDays(c.today, days)}T23:59:59Z`),
    }),
  )
}

export async function forgetForm(c: PageContext, key: DraftKey): Promise<void> {
  await write(c.house.db, c.scope, (tx) => deleteDraft(tx, key))
}

/** What commands have been done is theirs to know: no page's scope sees it. */
async function isDone(c: PageContext, commandId: string): Promise<boolean> {
  const scope = { municipality: c.municipality.code, viewer: { kind: 'command' } } as const
  return (await read(c.house.db, scope, (tx) => findCommandResult(tx, commandId))) !== undefined
}

/** When it was saved, and until when it is kept. */
export type Saved = { readonly savedAt: string; readonly expiresAt: string }

export type Recalled = Saved & {
  readonly form: Form
  readonly basedOn: number | undefined
}

/**
 * What was kept, as if it had just been typed. A draft whose command has been done is none: script may have saved it in the
 * moment when the form was sent.
 */
export async function recallForm(c: PageContext, key: DraftKey): Promise<Recalled | undefined> {
  const draft = await read(c.house.db, c.scope, (tx) => findDraft(tx, key))
  const body = Body.safeParse(draft?.body)
  if (draft === undefined || !body.success) return undefined
  const { values, commandId, basedOn } = body.data
  if (commandId && (await isDone(c, commandId))) return undefined
  const fields = new Map<string, readonly string[]>([
    ...Object.entries(values),
    ...(commandId ? [['_command', [commandId]] as const] : []),
  ])
  return { form: formOf(fields, new Map()), savedAt: draft.updatedAt, expiresAt: draft.expiresAt, basedOn }
}

/** “Gemt kl. 10.14”, or with the day when it was another. */
export function savedAtInWords(c: PageContext, savedAt: string): string {
  const t = words(c.language)
  return copenhagenDay(new Date(savedAt)) === c.today
    ? t.saved(timeOfDay(savedAt, c.language))
    : t.savedBefore(dayAndTime(savedAt, c.language))
}

/** The day a draft goes, when that is so near that whoever writes it is told. */
export function goesSoonOn(c: PageContext, expiresAt: string): CalendarDay | undefined {
  const day = copenhagenDay(new Date(expiresAt))
  const notice = currentStandard(c.municipality).parameters.draftNoticeDays.value
  return day <= addDays(c.today, notice) ? day : undefined
}

/** Last in the form, after its own button. Works without script: each button sends the form to the draft's address. */
export function KeptButtons({
  c,
  to,
  saved,
}: {
  readonly c: PageContext
  readonly to: string
  readonly saved: Saved | undefined
}) {
  const t = words(c.language)
  const goes = saved && goesSoonOn(c, saved.expiresAt)
  return (
    <div class="hv-draft">
      <Submit look="secondary" to={to}>
        {t.keep}
      </Submit>
      {saved && (
        <>
          <Submit look="tertiary" to={to} name="_forget">
            {t.forget}
          </Submit>
          <p class="hv-saved">{`${savedAtInWords(c, saved.savedAt)}. ${t.keeps}`}</p>
          {goes && <p>{t.goes(longDay(goes, c.language))}</p>}
        </>
      )}
    </div>
  )
}
