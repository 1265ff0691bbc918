/** The tablet's other pages: pairing, closing and opening, what waits, and what there is when there is neither list nor net. */
import { randomBytes } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { mayEver } from '../../domain/access/permissions.ts'
import { typedPairingCode } from '../../domain/device/device.ts'
import { read, write } from '../../store/connection.ts'
import { closeDevice, pairDevice } from '../../store/devices.ts'
import { staffOfProvider } from '../../store/users.ts'
import type { PageContext, PublicContext } from '../platform/context.ts'
import { deviceHeader } from '../platform/device.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Select, Submit, TextField } from '../ui/fields.tsx'
import { Alert, LinkButton } from '../ui/parts.tsx'
import { showDay } from './day-page.tsx'
import { CodeField, PasskeyButton, Queue, ScriptWords } from './parts.tsx'
import { whoIs } from './record.ts'
import { tabletOf } from './tablet.ts'
import { tabletWords } from './words.ts'

const systemScope = (c: PublicContext) =>
  ({ municipality: c.municipality.code, viewer: { kind: 'system' } }) as const

/** The list, for a tablet that may show it; otherwise why it does not, and what can be done. */
export function home(c: PageContext): Response | Promise<Response> {
  if (mayEver('viewTabletDay', c.asking.subject)) return showDay(c)
  return tabletOf(c).state === 'closed' ? showClosed(c) : showStopped(c)
}

function page(
  c: PublicContext,
  title: string,
  body: Child,
  { errors = {}, as }: { readonly errors?: Errors; readonly as?: 'without-net' } = {},
): Response {
  return html(
    c,
    title,
    <>
      <ScriptWords c={c} {...(as && { page: as })} />
      <h1>{title}</h1>
      <Queue c={c} />
      <ErrorSummary errors={errors} language={c.language} />
      {body}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function showStopped(c: PageContext): Response {
  const t = tabletWords(c.language)
  if (tabletOf(c).state === 'locked') return page(c, t.locked, <p>{t.lockedText}</p>)
  return page(
    c,
    t.unpaired,
    <>
      <p>{t.unpairedText}</p>
      <LinkButton href="/tablet/par">{t.pairAgain}</LinkButton>
    </>,
  )
}

async function showClosed(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = tabletWords(c.language)
  const { provider } = tabletOf(c)
  const staff = await read(c.house.db, c.scope, (tx) => staffOfProvider(tx, provider))
  return page(
    c,
    t.closed,
    <>
      <p>{t.closedText}</p>
      <Form action="/tablet/aabn" csrf={c.csrf}>
        <Select
          name="userId"
          label={t.who}
          empty={t.whoEmpty}
          value={c.form.text('userId')}
          errors={errors}
          options={staff.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
        <CodeField label={t.code} errors={errors} />
        <PasskeyButton c={c} />
        <Submit>{t.open}</Submit>
      </Form>
    </>,
    { errors },
  )
}

/** One who leaves closes it: no names on it until one of the staff has said who they are. */
export async function close(c: PageContext): Promise<Response> {
  const { deviceId } = tabletOf(c)
  await write(c.house.db, systemScope(c), (tx) => closeDevice(tx, deviceId, c.house.now()))
  return seeOther('/tablet')
}

export async function open(c: PageContext): Promise<Response> {
  const { deviceId, state } = tabletOf(c)
  // Locked from afar is opened from afar.
  if (state !== 'closed') return seeOther('/tablet')
  const acting = await whoIs(c)
  if ('field' in acting) return showClosed(c, { [acting.field]: acting.sentence })
  if (!acting.confirmed) return showClosed(c, { code: tabletWords(c.language).codeNeeded })
  await write(c.house.db, systemScope(c), (tx) => closeDevice(tx, deviceId, null))
  return seeOther('/tablet')
}

export function showWaiting(c: PageContext): Response {
  const t = tabletWords(c.language)
  return html(
    c,
    t.waitingTitle,
    <>
      <ScriptWords c={c} />
      <h1>{t.waitingTitle}</h1>
      <p id="hv-queue" role="status"></p>
      <p>{t.waitingText}</p>
      <noscript>
        <p>{t.waitingNoScript}</p>
      </noscript>
      <div id="hv-waiting"></div>
      <p>
        <a href="/tablet">{t.toDay}</a>
      </p>
    </>,
  )
}

/** Kept by the tablet for when it has neither net nor list. Names nobody. */
export function withoutNet(c: PublicContext): Response {
  const t = tabletWords(c.language)
  return page(c, t.withoutNet, <p>{t.withoutNetText}</p>, { as: 'without-net' })
}

export function showPair(c: PublicContext, errors: Errors = {}): Response {
  const t = tabletWords(c.language)
  const { visitor } = c
  const paired = visitor?.kind === 'device' && visitor.state !== 'unpaired'
  return page(
    c,
    t.pair,
    paired ? (
      <>
        <Alert kind="success">
          {t.pairAlready} {t.isPaired(visitor.name)}
        </Alert>
        <LinkButton href="/tablet">{t.toDay}</LinkButton>
      </>
    ) : (
      <>
        <p>{t.pairText}</p>
        <Form action="/tablet/par" csrf={c.csrf}>
          <TextField name="code" label={t.pairCode} value={c.form.text('code')} width={11} errors={errors} />
          <Submit>{t.pairButton}</Submit>
        </Form>
      </>
    ),
    { errors },
  )
}

/** The code is exchanged for a secret that only this tablet has, and never sees. */
export async function pair(c: PublicContext): Promise<Response> {
  const code = typedPairingCode(c.form.text('code') ?? '')
  const secret = randomBytes(32).toString('base64url')
  const device =
    code && (await write(c.house.db, systemScope(c), (tx) => pairDevice(tx, code, secret, c.house.now())))
  if (!device) return showPair(c, { code: tabletWords(c.language).pairWrong })
  return new Response(null, {
    status: 303,
    headers: { Location: '/tablet', 'Set-Cookie': deviceHeader(c.configuration, secret) },
  })
}
