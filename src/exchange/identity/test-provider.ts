/**
 * The demonstration's identity provider: a real OpenID provider that asks who you want to be instead of for a secret. It
 * listens on this machine only and exists in the demonstration and in tests only.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import type { Issuer, IssuerSettings } from './identity.ts'
import { memoryStore } from './memory-store.ts'

export type TestPerson = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** The people to choose among: of the municipality hinted at, those whose name or description holds the text. */
export type ListPeople = (
  issuer: Issuer,
  municipality: string,
  text: string,
) => Promise<readonly TestPerson[]>

export type TestProvider = {
  readonly settings: Readonly<Record<Issuer, IssuerSettings>>
  readonly stop: () => Promise<void>
}

type Options = {
  readonly listPeople: ListPeople
  /** The addresses of ours that a log-in may return to. */
  readonly callbacks: Readonly<Record<Issuer, readonly string[]>>
}

/** Starts both issuers on free ports of this machine. */
export async function startTestProvider(options: Options): Promise<TestProvider> {
  const [citizen, staff] = await Promise.all([startIssuer('citizen', options), startIssuer('staff', options)])
  return {
    settings: { citizen: citizen.settings, staff: staff.settings },
    stop: async () => {
      await Promise.all([citizen.stop(), staff.stop()])
    },
  }
}

async function startIssuer(issuer: Issuer, { listPeople, callbacks }: Options) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test log-in has no port')
  const settings: IssuerSettings = {
    issuer: `http://127.0.0.1:${address.port}`,
    clientId: `hverdag-${issuer}`,
    clientSecret: randomBytes(24).toString('base64url'),
  }
  const chosenClaims: ChosenClaims = new Map()
  const provider = createProvider(settings, callbacks[issuer], chosenClaims)
  const answer = provider.callback()
  server.on('request', (request, response) => {
    forgetWhoSatHere(request)
    const chosen = choose({ issuer, provider, listPeople, chosenClaims }, request, response)
    if (chosen === undefined) answer(request, response)
    else
      chosen.catch(() => {
        response.statusCode = 400
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end('Log-in er udløbet. Gå tilbage og begynd forfra.')
      })
  })
  return { settings, stop: () => close(server) }
}

/** Each log-in begins with nobody: choosing somebody else would otherwise first have to log the last one out. */
function forgetWhoSatHere(request: IncomingMessage): void {
  const { cookie } = request.headers
  if (cookie === undefined) return
  request.headers.cookie = cookie
    .split(/;\s*/)
    .filter((one) => !/^_session(\.sig)?=/.test(one))
    .join('; ')
}

/** Signs the tokens of this run. */
function newSigningKey() {
  const { n, e, d, p, q, dp, dq, qi } = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(
    {
      format: 'jwk',
    },
  )
  return { kty: 'RSA' as const, alg: 'RS256', use: 'sig' as const, n, e, d, p, q, dp, dq, qi }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** The claims of whoever has been chosen at this issuer, by their id there. */
type ChosenClaims = Map<string, Readonly<Record<string, unknown>>>

function createProvider(
  { issuer, clientId, clientSecret }: IssuerSettings,
  callbacks: readonly string[],
  chosenClaims: ChosenClaims,
): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...callbacks],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    adapter: memoryStore(),
    jwks: { keys: [newSigningKey()] },
    pkce: { required: () => true },
    renderError: (context, out) => {
      context.type = 'text/plain; charset=utf-8'
      context.body = `Log-in lykkedes ikke. Gå tilbage og begynd forfra. (${out.error})`
    },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/vaelg/${interaction.uid}` },
    claims: {
      openid: ['sub', 'cpr', 'roles', 'unit', 'provider'],
      profile: ['name', 'given_name', 'family_name'],
    },
    conformIdTokenClaims: false,
    findAccount: (_, id) => {
      const claims = chosenClaims.get(id)
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) }
    },
    // Who you are is all that is asked for here; there is nothing to consent to.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    ttl: {
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
  })
  return provider
}

type Choosing = {
  readonly issuer: Issuer
  readonly provider: Provider
  readonly listPeople: ListPeople
  readonly chosenClaims: ChosenClaims
}

/** The page where one says who to be. Undefined for requests that are the provider's own. */
function choose(
  { issuer, provider, listPeople, chosenClaims }: Choosing,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | undefined {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (!url.pathname.startsWith('/vaelg/')) return undefined
  return (async () => {
    const interaction = await provider.interactionDetails(request, response)
    const municipality = String(interaction.params.login_hint ?? '')
    if (request.method === 'POST') {
      const id = new URLSearchParams(await bodyOf(request)).get('person') ?? ''
      const people = await listPeople(issuer, municipality, '')
      const person = people.find((p) => p.id === id)
      if (person === undefined) throw new Error('nobody of that id')
      chosenClaims.set(id, person.claims)
      await provider.interactionFinished(request, response, { login: { accountId: id } })
      return
    }
    const text = url.searchParams.get('q') ?? ''
    const people = await listPeople(issuer, municipality, text)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action *",
    )
    response.end(choicePage(issuer, url.pathname, text, people))
  })()
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 10_000) throw new Error('too long')
  }
  return text
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

const choicePage = (
  issuer: Issuer,
  action: string,
  text: string,
  people: readonly TestPerson[],
): string => `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test-log-in for ${issuer === 'citizen' ? 'borgere' : 'medarbejdere'}</title><style>body{font:1.125rem/1.5 sans-serif;max-width:44rem;margin:1rem auto;padding:0 1rem}
ul{list-style:none;padding:0}button{font:inherit;min-height:3rem;padding:.5rem 1rem;width:100%;text-align:left;margin:.25rem 0;background:#fff;border:2px solid #1a1a1a}
button:focus,input:focus{outline:3px solid #747474}small{display:block}input{font:inherit;min-height:3rem;padding:.25rem .5rem;max-width:100%;box-sizing:border-box}
.note{border-left:6px solid #b50050;padding:.5rem 1rem;background:#f5f5f5}</style></head><body><main>
<h1>Hvem vil du være?</h1>
<p class="note">Dette er en prøve. Her er ingen rigtige mennesker, og her spørges ikke om kode.</p>
${issuer === 'citizen' ? '<p>Kan du ikke bruge MitID? Gå tilbage, og ring til kommunen. Nummeret står øverst på siden.</p>' : ''}
<form method="get" action="${escaped(action)}"><label>Find en person: <input type="search" name="q" value="${escaped(text)}"></label> <button type="submit" style="width:auto">Søg</button></form>
${people.length === 0 ? '<p>Ingen passer. Søg på noget andet.</p>' : ''}
<ul>${people
  .slice(0, 60)
  .map(
    (p) =>
      `<li><form method="post" action="${escaped(action)}"><input type="hidden" name="person" value="${escaped(p.id)}"><button type="submit">${escaped(p.name)}<small>${escaped(p.about)}</small></button></form></li>`,
  )
  .join('')}</ul>
${people.length > 60 ? '<p>Der er flere. Søg for at finde dem.</p>' : ''}
</main></body></html>`
