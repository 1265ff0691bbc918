import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, type Issuer, openIdentity } from './identity.ts'
import { startTestProvider, type TestPerson, type TestProvider } from './test-provider.ts'

const callback = 'http://vejen.localhost:3000/log-ind/svar/borger'
const people: readonly TestPerson[] = [
  {
    id: 'kirsten',
    name: 'Kirsten <Hansen>',
    about: 'Har søgt',
    claims: { cpr: '0101701234', name: 'Kirsten Hansen' },
  },
  { id: 'bo', name: 'Bo Berg', about: 'Ny', claims: { cpr: '0202801234', name: 'Bo Berg' } },
]

let provider: TestProvider
let identity: Identity

beforeAll(async () => {
  provider = await startTestProvider({
    listPeople: async (issuer, municipality, text) =>
      issuer === 'citizen' && municipality === '0575' ? people.filter((p) => p.name.includes(text)) : [],
    callbacks: { citizen: [callback], staff: ['http://vejen.localhost:3000/log-ind/svar/medarbejder'] },
  })
  identity = openIdentity(provider.settings)
})
afterAll(() => provider.stop())

/** A browser that keeps cookies and stops when it is sent somewhere that is not the provider's. */
function openBrowser() {
  const cookies = new Map<string, string>()
  const go = async (
    address: string,
    form?: Record<string, string>,
  ): Promise<{ url: URL; text: string; status: number }> => {
    const url = new URL(address)
    if (url.hostname !== '127.0.0.1') return { url, text: '', status: 0 }
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    return to === null ? { url, text: await answer.text(), status: answer.status } : go(new URL(to, url).href)
  }
  return go
}

async function logInAs(id: string, begun?: { address: string }) {
  const { address, underWay } = begun
    ? { ...begun, underWay: undefined }
    : await identity.begin('citizen', callback, '0575')
  const go = openBrowser()
  const page = await go(address)
  return { page, underWay, returned: (await go(page.url.href, { person: id })).url }
}

describe('log-in at a real OpenID provider', () => {
  it('shows who there is to choose among, says that it is a test, and gives back who was chosen', async () => {
    const { page, underWay, returned } = await logInAs('kirsten')
    expect(page.text).toContain('Dette er en prøve')
    expect(page.text).toContain('Kan du ikke bruge MitID?')
    expect(page.text).toContain('Kirsten &lt;Hansen&gt;')
    expect(page.text).not.toContain('<script')
    expect(returned.origin + returned.pathname).toBe(callback)
    if (!underWay) throw new Error('nothing is under way')
    const claims = await identity.complete('citizen', returned, underWay)
    expect(claims).toMatchObject({ sub: 'kirsten', cpr: '0101701234', name: 'Kirsten Hansen' })
  })

  it('asks again who one is, though the same browser just said', async () => {
    const go = openBrowser()
    for (const id of ['kirsten', 'bo']) {
      const { address, underWay } = await identity.begin('citizen', callback, '0575')
      const page = await go(address)
      expect(page.text).toContain('Hvem vil du være?')
      const { url } = await go(page.url.href, { person: id })
      expect((await identity.complete('citizen', url, underWay)).sub).toBe(id)
    }
  })

  it('lists people of the hinted municipality only, and nobody of that id is let in', async () => {
    const begun = await identity.begin('citizen', callback, '0999')
    const { page, returned } = await logInAs('kirsten', begun)
    expect(page.text).not.toContain('Kirsten')
    expect(returned.hostname).toBe('127.0.0.1')
  })
})

describe('an answer that is not the one to what was asked', () => {
  const spoil: Record<string, (u: { state: string; nonce: string; verifier: string }) => object> = {
    'another state': () => ({ state: 'x'.repeat(43) }),
    'another nonce': () => ({ nonce: 'x'.repeat(43) }),
    'another verifier': () => ({ verifier: 'x'.repeat(43) }),
  }
  for (const [what, change] of Object.entries(spoil))
    it(`is refused: ${what}`, async () => {
      const { underWay, returned } = await logInAs('bo')
      if (!underWay) throw new Error('nothing is under way')
      await expect(
        identity.complete('citizen', returned, { ...underWay, ...change(underWay) }),
      ).rejects.toThrow()
    })

  it('is refused: the same code twice', async () => {
    const { underWay, returned } = await logInAs('bo')
    if (!underWay) throw new Error('nothing is under way')
    await identity.complete('citizen', returned, underWay)
    await expect(identity.complete('citizen', returned, underWay)).rejects.toThrow()
  })

  it('is refused: a citizen’s code at the staff issuer', async () => {
    const { underWay, returned } = await logInAs('bo')
    if (!underWay) throw new Error('nothing is under way')
    await expect(identity.complete('staff', returned, underWay)).rejects.toThrow()
  })
})

describe('the provider is as strict as the real one', () => {
  it('returns to the registered address and to no other', async () => {
    const { address } = await identity.begin('citizen', 'http://evil.localhost/log-ind/svar/borger', '0575')
    const page = await openBrowser()(address)
    expect(page.status).toBe(400)
    expect(page.text).toContain('Gå tilbage')
    expect(page.url.hostname).toBe('127.0.0.1')
  })

  it('demands PKCE', async () => {
    const { address } = await identity.begin('citizen', callback, '0575')
    const without = new URL(address)
    without.searchParams.delete('code_challenge')
    without.searchParams.delete('code_challenge_method')
    const { url } = await openBrowser()(without.href)
    expect(url.searchParams.get('error')).toBe('invalid_request')
  })

  it('gives no token to who does not know the client’s secret', async () => {
    const { underWay, returned } = await logInAs('bo')
    if (!underWay) throw new Error('nothing is under way')
    const settings = { ...provider.settings.citizen, clientSecret: 'guessed' }
    const stranger = openIdentity({ citizen: settings, staff: settings })
    await expect(stranger.complete('citizen', returned, underWay)).rejects.toThrow()
  })

  it('listens on this machine only', () => {
    for (const issuer of ['citizen', 'staff'] satisfies Issuer[])
      expect(new URL(provider.settings[issuer].issuer).hostname).toBe('127.0.0.1')
  })
})

it('a provider elsewhere is never spoken to without https', async () => {
  const settings = { issuer: 'http://login.example', clientId: 'a', clientSecret: 'b' }
  const { begin } = openIdentity({ citizen: settings, staff: settings })
  await expect(begin('citizen', callback, undefined)).rejects.toThrow(/HTTPS|secure/i)
})
