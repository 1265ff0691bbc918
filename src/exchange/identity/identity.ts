/**
 * Log-in by OpenID Connect: authorization code with PKCE, state and nonce, at one issuer for citizens and one for staff.
 * The same adapter speaks to the municipality's own providers and to the demonstration's.
 */
import * as client from 'openid-client'

export type Issuer = 'citizen' | 'staff'

export type IssuerSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What has to be remembered between going to the issuer and coming back; kept in the session's row. */
export type LogInUnderWay = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

export type Identity = {
  readonly begin: (
    issuer: Issuer,
    callback: string,
    hint: string | undefined,
  ) => Promise<{ readonly address: string; readonly underWay: LogInUnderWay }>
  /** The verified claims. Rejects when the answer is not the one to what was asked, or its signature does not hold. */
  readonly complete: (issuer: Issuer, returned: URL, underWay: LogInUnderWay) => Promise<Claims>
}

export function openIdentity(settings: Readonly<Record<Issuer, IssuerSettings>>): Identity {
  const known = new Map<Issuer, Promise<client.Configuration>>()
  const discover = (issuer: Issuer): Promise<client.Configuration> => {
    const existing = known.get(issuer)
    if (existing) return existing
    const { issuer: address, clientId, clientSecret } = settings[issuer]
    const url = new URL(address)
    // Plain http is for this machine alone: a provider elsewhere is spoken to by https or not at all.
    const local = url.hostname === '127.0.0.1' || url.hostname === 'localhost'
    const found = client.discovery(url, clientId, clientSecret, undefined, {
      ...(local && { execute: [client.allowInsecureRequests] }),
    })
    known.set(issuer, found)
    // A provider that was away when first asked is asked again next time.
    found.catch(() => known.delete(issuer))
    return found
  }
  return {
    begin: async (issuer, callback, hint) => {
      const configuration = await discover(issuer)
      const underWay = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope: 'openid profile',
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
        // Whoever sat here before is not logged in by their old session at the issuer.
        prompt: 'login',
        ...(hint && { login_hint: hint }),
      })
      return { address: address.href, underWay }
    },
    complete: async (issuer, returned, { state, nonce, verifier }) => {
      const configuration = await discover(issuer)
      const tokens = await client.authorizationCodeGrant(configuration, returned, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) throw new Error('the issuer sent no id token')
      return claims
    },
  }
}
