/** The code that one is known by at a paired tablet: chosen by oneself, logged in as oneself, and shown to nobody again. */
import { choosePersonalCode } from '../../casework/personal-code.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { CodeField } from '../tablet/parts.tsx'
import { ErrorSummary, type Errors, Form, Submit } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { tabletsWords } from './tablet-words.ts'

export function showOwnCode(c: PageContext, errors: Errors = {}): Response {
  const t = tabletsWords(c.language)
  return html(
    c,
    t.myCode,
    <>
      <h1>{t.myCode}</h1>
      {c.query.get('gemt') === '1' && <Alert kind="success">{t.saved}</Alert>}
      <ErrorSummary errors={errors} language={c.language} />
      <p>{t.codeIntro}</p>
      <Form action="/tilbud/min-kode" csrf={c.csrf}>
        <CodeField label={t.newCode} errors={errors} />
        <CodeField name="again" label={t.again} errors={errors} />
        <Submit>{t.save}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function saveOwnCode(c: PageContext): Promise<Response> {
  const t = tabletsWords(c.language)
  const { visitor } = c
  if (visitor.kind !== 'staff') throw new Error('only staff have a code')
  const code = c.form.text('code') ?? ''
  if (code !== c.form.text('again') && code !== '') return showOwnCode(c, { again: t.notSame })
  const refusal = await choosePersonalCode(c.house, c.municipality.code, visitor.userId, code)
  if (refusal) return showOwnCode(c, { code: refusalInWords(refusal, c.language) })
  return seeOther('/tilbud/min-kode?gemt=1')
}
