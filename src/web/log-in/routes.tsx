/** Log-in, log-out, and whom one acts for. */
import { randomBytes } from 'node:crypto'
import type { Issuer } from '../../exchange/identity/identity.ts'
import { read, write } from '../../store/connection.ts'
import { representedBy } from '../../store/representations.ts'
import { actFor, endSession, openSession } from '../../store/sessions.ts'
import type { PublicContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { page, post, publicPage, type Route } from '../platform/route.ts'
import { expiryOf, sessionHeader } from '../platform/session.ts'
import { Form, Radios, Submit } from '../ui/fields.tsx'
import { Alert, Card, LinkButton } from '../ui/parts.tsx'
import { logInMessages } from './messages.ts'
import { recogniseCitizen, recogniseStaff } from './recognise.ts'

const issuers: Readonly<Record<string, Issuer>> = { borger: 'citizen', medarbejder: 'staff' }

/** Only an address of our own: a log-in never sends anybody elsewhere. */
const ownPath = (to: string | null | undefined): string =>
  to && /^\/(?![/\\])[\w/.?=&%-]*$/.test(to) ? to : '/efter-log-ind'

const newValue = (): string => randomBytes(32).toString('base64url')

function choose(c: PublicContext): Response {
  const say = logInMessages(c.language)
  const to = encodeURIComponent(c.query.get('til') ?? '')
  return html(
    c,
    say.title,
    <>
      <h1>{say.title}</h1>
      {c.query.get('fejl') === '1' && (
        <Alert kind="error" title={say.failedTitle}>
          {say.failed}
        </Alert>
      )}
      {c.query.get('ukendt') === '1' && (
        <Alert kind="error" title={say.unknownTitle}>
          {say.unknown}
        </Alert>
      )}
      {c.query.get('udloebet') === '1' && <Alert kind="warning">{say.expired}</Alert>}
      {c.configuration.demonstration && <Alert kind="info">{say.demonstration}</Alert>}
      <div class="hv-cards">
        <Card title={say.citizen}>
          <p>{say.citizenText}</p>
          <LinkButton href={`/log-ind/borger?til=${to}`}>{say.citizenButton}</LinkButton>
        </Card>
        <Card title={say.staff}>
          <p>{say.staffText}</p>
          <LinkButton href={`/log-ind/medarbejder?til=${to}`} look="secondary">
            {say.staffButton}
          </LinkButton>
        </Card>
      </div>
      <p>{say.noMitId(c.municipality.letterhead.phone)}</p>
    </>,
  )
}

const callbackOf = (c: PublicContext, who: string): string => `${c.origin}/log-ind/svar/${who}`

async function begin(c: PublicContext): Promise<Response> {
  const who = c.parameter('hvem')
  const issuer = issuers[who]
  if (issuer === undefined) return seeOther('/log-ind')
  const { address, underWay } = await c.identity.begin(issuer, callbackOf(c, who), c.municipality.code)
  const value = newValue()
  const now = c.house.now()
  await write(c.house.db, systemScope(c), (tx) =>
    openSession(tx, {
      value,
      issuer,
      subject: null,
      personId: null,
      userId: null,
      actingFor: null,
      csrf: newValue(),
      createdAt: now,
      // Ten minutes to log in.
      expiresAt: new Date(now.getTime() + 600_000),
      data: { ...underWay, to: ownPath(c.query.get('til')) },
    }),
  )
  return new Response(null, {
    status: 303,
    headers: { Location: address, 'Set-Cookie': sessionHeader(c.configuration, value) },
  })
}

const systemScope = (c: PublicContext) =>
  ({ municipality: c.municipality.code, viewer: { kind: 'system' } }) as const

async function complete(c: PublicContext): Promise<Response> {
  const who = c.parameter('hvem')
  const issuer = issuers[who]
  const { session } = c
  if (issuer === undefined || session === undefined || session.issuer !== issuer || session.subject !== null)
    return seeOther('/log-ind?fejl=1')
  const { state, nonce, verifier, to } = session.data as Record<string, string | undefined>
  if (!state || !nonce || !verifier) return seeOther('/log-ind?fejl=1')
  const returned = new URL(`${callbackOf(c, who)}?${c.query}`)
  const claims = await c.identity
    .complete(issuer, returned, { state, nonce, verifier })
    .catch(() => undefined)
  if (claims === undefined) return seeOther('/log-ind?fejl=1')
  const found = issuer === 'citizen' ? await recogniseCitizen(c, claims) : await recogniseStaff(c, claims)
  if (found === undefined) return seeOther('/log-ind?ukendt=1')
  // A new value for the cookie: whoever knew the one before log-in has nothing.
  const value = newValue()
  const now = c.house.now()
  await write(c.house.db, systemScope(c), async (tx) => {
    await endSession(tx, session.value, now)
    await openSession(tx, {
      value,
      issuer,
      subject: claims.sub,
      personId: found.personId ?? null,
      userId: found.userId ?? null,
      actingFor: null,
      csrf: newValue(),
      createdAt: now,
      expiresAt: expiryOf(now, now),
      data: {},
    })
  })
  return new Response(null, {
    status: 303,
    headers: { Location: ownPath(to), 'Set-Cookie': sessionHeader(c.configuration, value) },
  })
}

async function logOut(c: PublicContext): Promise<Response> {
  const { session } = c
  if (session) await write(c.house.db, systemScope(c), (tx) => endSession(tx, session.value, c.house.now()))
  return new Response(null, {
    status: 303,
    headers: { Location: '/', 'Set-Cookie': sessionHeader(c.configuration, undefined) },
  })
}

/** The face that somebody belongs to, by what they may do there. */
function startPage(c: PublicContext): string {
  const { visitor } = c
  if (visitor?.kind !== 'staff') return '/borger'
  if (visitor.roles.includes('caseworker')) return '/myndighed'
  if (visitor.roles.includes('manager')) return '/ledelse'
  if (visitor.roles.includes('supervisor')) return '/tilsyn'
  if (visitor.roles.includes('providerStaff')) return '/tilbud'
  return '/admin'
}

export const logInRoutes: readonly Route[] = [
  publicPage('log-in.choose', '/log-ind', choose),
  { ...publicPage('log-in.complete', '/log-ind/svar/:hvem', complete), limited: true },
  { ...publicPage('log-in.begin', '/log-ind/:hvem{borger|medarbejder}', begin), limited: true },
  publicPage('log-in.out', '/log-ud', logOut, 'POST'),
  // Every request lets the log-in live on; this one does nothing else. Asked by the page that warns before it ends.
  page('log-in.stay', 'signedIn', '/bliv-logget-ind', () => new Response('ok')),
  page('log-in.after', 'signedIn', '/efter-log-ind', async (c) => {
    if (c.visitor.kind !== 'citizen') return seeOther(startPage(c))
    const { personId } = c.visitor
    const others = await read(c.house.db, systemScope(c), (tx) => representedBy(tx, personId, c.today))
    return seeOther(others.length > 0 ? '/hvem-handler-du-for' : startPage(c))
  }),
  page('log-in.acting', 'signedIn', '/hvem-handler-du-for', async (c) => {
    if (c.visitor.kind !== 'citizen') return seeOther(startPage(c))
    const say = logInMessages(c.language)
    const { visitor } = c
    const others = await read(c.house.db, systemScope(c), (tx) =>
      representedBy(tx, visitor.personId, c.today),
    )
    return html(
      c,
      say.actingTitle,
      <>
        <h1>{say.actingTitle}</h1>
        <Form action="/hvem-handler-du-for" csrf={c.csrf}>
          <Radios
            name="person"
            label={say.actingQuestion}
            value={visitor.actingFor?.personId ?? 'mig'}
            options={[
              { value: 'mig', label: say.myself },
              ...others.map((o) => ({ value: o.personId, label: o.name })),
            ]}
          />
          <Submit>{say.actingButton}</Submit>
        </Form>
      </>,
    )
  }),
  post('log-in.acting.post', 'signedIn', '/hvem-handler-du-for', async (c) => {
    if (c.visitor.kind !== 'citizen' || !c.session) return seeOther(startPage(c))
    const { visitor, session } = c
    const chosen = c.form.text('person')
    await write(c.house.db, systemScope(c), async (tx) => {
      const others = await representedBy(tx, visitor.personId, c.today)
      // Only for somebody one represents today; anything else is oneself.
      const other = others.find((o) => o.personId === chosen)
      await actFor(tx, session.value, other?.personId ?? null)
    })
    return seeOther('/borger')
  }),
]
