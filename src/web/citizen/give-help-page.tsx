/** The citizen lets somebody look on, or act for them: asked, read through once more, and done (ux B17). */
import { isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommandInput } from '../../domain/case/commands.ts'
import { widestScopes } from '../../domain/case/party/decide.ts'
import { findCpr } from '../../domain/person/cpr.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { documentsOf } from '../platform/uploads.ts'
import { dateOf } from '../ui/date-field.ts'
import {
  DateField,
  ErrorSummary,
  type Errors,
  FileField,
  Form,
  Radios,
  Submit,
  TextField,
} from '../ui/fields.tsx'
import { BackLink, SummaryList } from '../ui/parts.tsx'
import { giveHelpMessages } from './give-help-messages.ts'
import { helpersHref } from './helpers-pages.tsx'
import { personNamed } from './named-person.ts'

type Help = Pick<CaseCommandInput<'giveRepresentation'>, 'type' | 'scopes'>

/** What can be given, by what it is called in the form. */
const kinds = {
  all: { type: 'relativeReadOnly', scopes: ['read'] },
  plan: { type: 'relativeReadOnly', scopes: ['readPlan'] },
  act: { type: 'partyRepresentative', scopes: [...widestScopes.partyRepresentative] },
} as const satisfies Record<string, { readonly type: Help['type']; readonly scopes: readonly string[] }>
type Kind = keyof typeof kinds
const isKind = (text: string | undefined): text is Kind => text !== undefined && text in kinds

export function giveHelp(c: CaseContext, errors: Errors = {}): Response {
  const t = giveHelpMessages(c.language)
  const { form } = c
  return html(
    c,
    t.title,
    <>
      <BackLink href={helpersHref(c)} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Form action={c.path} csrf={c.csrf} commandId={form.commandId ?? c.house.newId()}>
        <TextField name="name" label={t.name} value={form.text('name')} errors={errors} />
        <TextField
          name="cpr"
          label={t.cpr}
          hint={t.cprHint}
          value={form.text('cpr')}
          errors={errors}
          width={11}
          inputmode="numeric"
        />
        <Radios
          name="may"
          label={t.may}
          value={form.text('may')}
          errors={errors}
          options={[
            { value: 'plan', label: t.plan },
            { value: 'all', label: t.all },
            { value: 'act', label: t.act },
          ]}
        />
        <DateField name="to" label={t.to} typed={form.values} errors={errors} language={c.language} />
        <Submit>{t.next}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function problemsOf(c: CaseContext): Errors {
  const t = giveHelpMessages(c.language)
  const { form } = c
  const to = dateOf(form, 'to')
  return {
    ...(!form.text('name')?.includes(' ') && { name: t.needName }),
    ...(!findCpr(form.text('cpr') ?? '') && { cpr: t.needCpr }),
    ...(!isKind(form.text('may')) && { may: t.needMay }),
    ...((to === 'wrong' || (to !== undefined && to < c.today)) && { to: t.needTo }),
  }
}

/** What was chosen, to be read through; and where somebody is to act, the paper that goes with it. */
function sure(c: CaseContext, kind: Kind, errors: Errors = {}): Response {
  const t = giveHelpMessages(c.language)
  const { form } = c
  const to = dateOf(form, 'to')
  const kept = ['name', 'cpr', 'may', 'to-d', 'to-m', 'to-y'] as const
  return html(
    c,
    t.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.sure}</h1>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.name, value: form.text('name') ?? '' },
          { label: t.may, value: t[kind] },
          { label: t.to, value: to && to !== 'wrong' ? plainDay(to, c.language) : t.noEnd },
        ]}
      />
      <p>{kind === 'act' ? t.waits : t.atOnce}</p>
      <p>{t.canStop}</p>
      <Form
        action={c.path}
        csrf={c.csrf}
        commandId={form.commandId ?? c.house.newId()}
        files={kind === 'act'}
      >
        {kept.map((name) => (
          <input type="hidden" name={name} value={form.text(name) ?? ''} />
        ))}
        <input type="hidden" name="sure" value="yes" />
        {kind === 'act' && (
          <FileField
            name="document"
            label={t.file}
            hint={t.fileHint}
            errors={errors}
            accept="application/pdf,image/jpeg,image/png"
          />
        )}
        <Submit>{t.yes}</Submit>
      </Form>
      <p>
        <a href={helpersHref(c)}>{t.no}</a>
      </p>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function saveHelp(c: CaseContext): Promise<Response> {
  // Staff register it on the authority's pages, in their own name.
  if (c.visitor.kind !== 'citizen') return errorPage(c, 404)
  const problems = problemsOf(c)
  const kind = c.form.text('may')
  if (Object.keys(problems).length > 0 || !isKind(kind)) return giveHelp(c, problems)
  if (c.form.text('sure') !== 'yes') return sure(c, kind)
  const uploads = documentsOf(c, 'document')
  if ('errors' in uploads) return sure(c, kind, uploads.errors)
  const person = await personNamed(c, { cpr: c.form.text('cpr'), name: c.form.text('name') })
  const to = dateOf(c.form, 'to')
  if (person === undefined || person.personId === c.case.file.personId)
    return giveHelp(c, { cpr: giveHelpMessages(c.language).needCpr })
  // One wrong digit would let a stranger look on.
  if (!person.nameFits) return giveHelp(c, { cpr: giveHelpMessages(c.language).notThem })
  const { type, scopes } = kinds[kind]
  const done = await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command: {
      type: 'giveRepresentation',
      input: {
        personId: person.personId,
        type,
        scopes: [...scopes],
        ...(to && to !== 'wrong' && { to }),
        document: uploads.documents[0]?.hash,
      },
    },
    commandId: c.form.commandId ?? c.house.newId(),
    documents: uploads.documents,
  })
  if (isConflict(done)) throw new Error('nothing was based on')
  return isRefusal(done)
    ? giveHelp(c, { [done.field ?? 'may']: refusalInWords(done, c.language) })
    : seeOther(helpersHref(c))
}
