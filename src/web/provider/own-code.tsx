/**
 * What one is known by at a paired tablet: a code chosen by oneself and shown to nobody again, and passkeys. Both are made
 * here, logged in as oneself.
 */
import { choosePersonalCode } from '../../casework/personal-code.ts'
import type { UserId } from '../../domain/identity.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import { read } from '../../store/connection.ts'
import { type Passkey, passkeysOf } from '../../store/passkeys.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { siteOf } from '../platform/site.ts'
import { CodeField } from '../tablet/parts.tsx'
import { ErrorSummary, type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { tabletsWords } from './tablet-words.ts'

/** Whose code and passkeys these are, in which log-in. */
export function ownerOf({ visitor, session }: PageContext): {
  readonly userId: UserId
  readonly name: string
  readonly session: string
} {
  if (visitor.kind !== 'staff' || session === undefined) throw new Error('only staff have a code')
  return { userId: visitor.userId, name: visitor.name, session: session.value }
}

const told = ['gemt', 'noegle', 'fjernet'] as const

export async function showOwnCode(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = tabletsWords(c.language)
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  const passkeys = await read(c.house.db, scope, (tx) => passkeysOf(tx, ownerOf(c).userId))
  const done = told.find((name) => c.query.get(name) === '1')
  return html(
    c,
    t.myCode,
    <>
      <h1>{t.myCode}</h1>
      {done && (
        <Alert kind="success">
          {{ gemt: t.saved, noegle: t.passkeySaved, fjernet: t.passkeyRemoved }[done]}
        </Alert>
      )}
      <ErrorSummary errors={errors} language={c.language} />
      <p>{t.codeIntro}</p>
      <Form action="/tilbud/min-kode" csrf={c.csrf}>
        <CodeField label={t.newCode} errors={errors} />
        <CodeField name="again" label={t.again} errors={errors} />
        <Submit>{t.save}</Submit>
      </Form>
      <h2>{t.passkeys}</h2>
      <p>{t.passkeyIntro}</p>
      <p>{t.passkeyWhere}</p>
      <Passkeys c={c} passkeys={passkeys} />
      <NewPasskey c={c} errors={errors} />
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function Passkeys({ c, passkeys }: { readonly c: PageContext; readonly passkeys: readonly Passkey[] }) {
  const t = tabletsWords(c.language)
  const dayOf = (at: string): string => plainDay(copenhagenDay(new Date(at)), c.language)
  if (passkeys.length === 0) return <p class="hv-empty">{t.passkeyNone}</p>
  return (
    <ul class="nobullet-list no-max-width">
      {passkeys.map((passkey) => (
        <li class="hv-card">
          <p>
            <strong>{passkey.name}</strong>
            <br />
            {t.passkeyMade(dayOf(passkey.createdAt))}{' '}
            {passkey.lastUsedAt ? t.passkeyUsed(dayOf(passkey.lastUsedAt)) : t.passkeyUnused}
            {passkey.rpId !== siteOf(c).rpId && ` ${t.passkeyElsewhere(passkey.rpId)}`}
          </p>
          <Form action={`/tilbud/min-kode/noegler/${passkey.passkeyId}/fjern`} csrf={c.csrf}>
            <Submit look="secondary">
              {t.passkeyRemove}
              <span class="sr-only"> {passkey.name}</span>
            </Submit>
          </Form>
        </li>
      ))}
    </ul>
  )
}

/** Hidden until the script has seen that the browser can: a passkey is made by no form alone. */
function NewPasskey({ c, errors }: { readonly c: PageContext; readonly errors: Errors }) {
  const t = tabletsWords(c.language)
  return (
    <>
      <script type="module" src="/assets/passkey.js"></script>
      <p id="hv-no-passkey">{t.passkeyUnable}</p>
      <form
        method="post"
        action="/tilbud/min-kode/noegler"
        id="hv-new-passkey"
        hidden
        novalidate
        data-ask="/tilbud/min-kode/noegler/spoerg"
        data-failed={t.passkeyFailed}
        data-already={t.passkeyAlready}
      >
        <input type="hidden" name="_csrf" value={c.csrf} />
        <input type="hidden" name="answer" value="" />
        <TextField
          name="name"
          label={t.passkeyName}
          hint={t.passkeyNameHint}
          value={c.form.text('name')}
          errors={errors}
        />
        <p id="hv-passkey-told" role="status">
          {errors.passkey}
        </p>
        <Submit look="secondary">
          <span id="f-passkey">{t.passkeyAdd}</span>
        </Submit>
      </form>
    </>
  )
}

export async function saveOwnCode(c: PageContext): Promise<Response> {
  const t = tabletsWords(c.language)
  const { userId } = ownerOf(c)
  const code = c.form.text('code') ?? ''
  if (code !== c.form.text('again') && code !== '') return showOwnCode(c, { again: t.notSame })
  const refusal = await choosePersonalCode(c.house, c.municipality.code, userId, code)
  if (refusal) return showOwnCode(c, { code: refusalInWords(refusal, c.language) })
  return seeOther('/tilbud/min-kode?gemt=1')
}
