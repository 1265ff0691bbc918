/** The page that README.md tells how to make: a note on a case, shown, posted, refused with everything typed kept, done once. */
import { isConflict, perform } from '../casework/perform.ts'
import { caseCommands } from '../domain/case/commands.ts'
import { isRefusal } from '../domain/refusal.ts'
import { defineMessages } from './i18n/messages.ts'
import { refusalInWords } from './i18n/refusals.ts'
import type { CaseContext } from './platform/context.ts'
import { html, seeOther } from './platform/respond.tsx'
import { casePage, casePost, type Route } from './platform/route.ts'
import { ErrorSummary, type Errors, Form, Submit, TextArea } from './ui/fields.tsx'

// Staff pages: Danish and English. Citizen pages: `defineCitizenMessages`, which asks for `let` as well.
const words = defineMessages({
  da: {
    title: 'Skriv notat',
    text: 'Notat',
    save: 'Gem notatet',
    by: (name: string) => `Skrives af ${name}`,
  },
  en: {
    title: 'Write a note',
    text: 'Note',
    save: 'Save the note',
    by: (name: string) => `Written by ${name}`,
  },
})

/** Presenter: what the page says, from what is known. Pure, and tested without a browser. */
export const presentNote = (c: Pick<CaseContext, 'language' | 'visitor'>) => {
  const say = words(c.language)
  return { ...say, by: say.by(c.visitor.name) }
}

/** View, and the handler of GET. Posted wrongly it is shown again: 422, a summary on top, a sentence at the field, what was typed. */
export function showNote(c: CaseContext, errors: Errors = {}): Response {
  const p = presentNote(c)
  return html(
    c,
    p.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{p.title}</h1>
      <p>{p.by}</p>
      <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <TextArea name="text" label={p.text} value={c.form.text('text')} errors={errors} />
        <Submit>{p.save}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST: the form becomes a command; a "no" goes back to its field, and what was done is seen by looking again. */
export async function saveNote(c: CaseContext): Promise<Response> {
  const typed = { kind: 'internal', text: c.form.text('text') ?? '', happenedOn: c.today }
  const input = caseCommands.recordNote.schema.safeParse(typed)
  if (!input.success)
    return showNote(c, { text: refusalInWords({ refused: true, code: 'invalid' }, c.language) })
  const done = await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command: { type: 'recordNote', input: input.data },
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) throw new Error('a note is never in conflict')
  if (isRefusal(done)) return showNote(c, { [done.field ?? 'text']: refusalInWords(done, c.language) })
  return seeOther(c.path)
}

export const noteRoutes: readonly Route[] = [
  casePage('example.note', 'viewInternalNotes', '/eksempel/:caseNumber/notat', (c) => showNote(c)),
  casePost('example.note.post', 'recordNote', '/eksempel/:caseNumber/notat', saveNote),
]
