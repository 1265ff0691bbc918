/**
 * A page of the case with one form for one command: most of what a caseworker registers is that. The route asks the
 * permission table for the command itself; a refusal goes back to its field with everything typed; what cannot be undone
 * is asked twice.
 */
import type { Child } from 'hono/jsx'
import type { WrittenDocument } from '../../casework/write-letters.ts'
import type { CaseCommandType } from '../../domain/case/commands.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { casePage, casePost, inFace, type Route } from '../platform/route.ts'
import { documentsOf } from '../platform/uploads.ts'
import { type Errors, Form, Submit } from '../ui/fields.tsx'
import { Alert, BackLink } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf, type People } from './case-frame.tsx'
import { DraftButtons, draftHref, type KeptContext, type KeptForm, keep, recalled } from './kept-draft.tsx'
import { previewOf } from './letter-preview.tsx'

export type FormPage = {
  /** The route's id; its POST is `id.post`. */
  readonly id: string
  readonly command: CaseCommandType
  /** Another command, by what was chosen; its row of the permission table is the same. */
  readonly insteadOf?: (c: CaseContext) => CaseCommandType | undefined
  /** Under the case: `/parter/kommune`. */
  readonly path: string
  /** The page it belongs to, where one comes from and returns to: `/parter`. */
  readonly of: string
  readonly title: (c: CaseContext) => string
  readonly button: (c: CaseContext) => string
  readonly fields: (c: CaseContext, errors: Errors, people: People) => Child | Promise<Child>
  /** What the form holds, for the command's own schema to check. */
  readonly input: (c: CaseContext, uploaded: readonly WrittenDocument[]) => unknown
  /** Before the input is made: what has to be looked up, or said better at its field than the schema can. */
  readonly before?: (c: CaseContext) => Errors | Promise<Errors>
  /** The name of the form's file field. */
  readonly files?: string
  /** A long text, kept as it is written; and of what was kept, what is about the same thing as the page asked for. */
  readonly keeps?: {
    readonly form: KeptForm
    readonly isSame: (asked: CaseContext, kept: KeptContext) => boolean
  }
  /** What follows from it, said on a page of its own before it is done. */
  readonly sure?: (c: CaseContext) => string
}

const words = defineMessages({
  da: { sure: 'Er du sikker?', back: 'Nej, gå tilbage' },
  en: { sure: 'Are you sure?', back: 'No, go back' },
})

function show(c: KeptContext, page: FormPage, problem: Problem = noProblem): Promise<Response> {
  return casePageOf(
    c,
    page.title(c),
    async (people) => (
      <>
        <Form
          action={caseHref(c, page.path)}
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
          basedOn={c.case.file.lastSeq}
          files={page.files !== undefined}
          draft={page.keeps && draftHref(c, page.keeps.form)}
        >
          {await page.fields(c, problem.errors, people)}
          <Submit>{page.button(c)}</Submit>
          {page.keeps && <DraftButtons c={c} form={page.keeps.form} />}
        </Form>
        <BackLink href={caseHref(c, page.of)} language={c.language} />
      </>
    ),
    problem,
  )
}

/** Everything typed goes along hidden; the button says what is done. */
function askAgain(c: CaseContext, page: FormPage, consequence: string): Promise<Response> {
  const t = words(c.language)
  return casePageOf(c, t.sure, () => (
    <Form
      action={caseHref(c, page.path)}
      csrf={c.csrf}
      commandId={c.form.commandId ?? c.house.newId()}
      basedOn={c.form.basedOn}
    >
      <Alert kind="warning">
        <p>{consequence}</p>
      </Alert>
      {Object.entries(c.form.values).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <input type="hidden" name="_sure" value="1" />
      <Submit look="warning">{page.button(c)}</Submit>
      <p>
        <a href={caseHref(c, page.of)}>{t.back}</a>
      </p>
    </Form>
  ))
}

async function send(c: CaseContext, page: FormPage): Promise<Response> {
  const again = (problem: Problem): Promise<Response> => show(c, page, problem)
  const uploads = page.files ? documentsOf(c, page.files) : { documents: [] }
  if ('errors' in uploads) return again(uploads)
  const before = (await page.before?.(c)) ?? {}
  if (Object.keys(before).length > 0) return again({ errors: before })
  const input = page.input(c, uploads.documents)
  const command = page.insteadOf?.(c) ?? page.command
  if (page.sure && c.form.text('_sure') === undefined) {
    const foreseen = await previewOf(c, command, input)
    // Whoever goes back from the question finds the text where they left it.
    if (page.keeps) await keep(c, page.keeps.form)
    return 'errors' in foreseen ? again(foreseen) : askAgain(c, page, page.sure(c))
  }
  return act(c, command, input, {
    again,
    to: caseHref(c, page.of),
    documents: uploads.documents,
    ...(page.keeps && { draft: page.keeps.form }),
  })
}

async function shown(c: CaseContext, { keeps }: FormPage): Promise<KeptContext> {
  if (keeps === undefined) return c
  const kept = await recalled(c, keeps.form)
  return keeps.isSame(c, kept) ? kept : c
}

/** The page's two rows of the route table: the authority's, though citizens and providers may do the same on pages of their own. */
export const formRoutes = (page: FormPage): readonly Route[] => {
  const path = `/myndighed/sager/:caseNumber${page.path}`
  return inFace('viewCase', [
    casePage(page.id, page.command, path, async (c) => show(await shown(c, page), page)),
    casePost(`${page.id}.post`, page.command, path, (c) => send(c, page)),
  ])
}
