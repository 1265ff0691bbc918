import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { assertServable, ConfigurationError, readConfiguration } from './configuration.ts'

const database = {
  DATABASE_URL: 'postgresql://app@db/hverdag',
  DATABASE_ADMIN_URL: 'postgresql://owner@db/hverdag',
  DATABASE_WORKER_URL: 'postgresql://worker@db/hverdag',
}
const identity = {
  OIDC_CITIZEN_ISSUER: 'https://citizens.example',
  OIDC_CITIZEN_CLIENT_ID: 'hverdag',
  OIDC_CITIZEN_CLIENT_SECRET: 'c-secret',
  OIDC_STAFF_ISSUER: 'https://staff.example',
  OIDC_STAFF_CLIENT_ID: 'hverdag',
  OIDC_STAFF_CLIENT_SECRET: 's-secret',
  OIDC_STAFF_ROLES: '{"Hverdag-Sagsbehandler":"caseworker"}',
}
const hosts = { HVERDAG_HOSTS: '{"Hverdag.Vejen.dk":"0575"}' }

const complaint = (environment: Record<string, string>): string => {
  try {
    readConfiguration(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return 'nothing is wrong'
}

describe('with nothing set', () => {
  const configuration = readConfiguration({})

  it('is the demonstration: embedded database, test log-in, two municipalities, this machine only', () => {
    expect(configuration).toMatchObject({ bind: '127.0.0.1', port: 3000, https: false, demonstration: true })
    expect(configuration.database).toBeUndefined()
    expect(configuration.identity).toBeUndefined()
    expect(new Set(configuration.hosts.values())).toEqual(new Set(['0575', '0999']))
    expect(() => assertServable(configuration)).not.toThrow()
  })

  it('takes a variable set to nothing for one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(configuration)
  })
})

describe('a municipality’s own', () => {
  it('database and log-in put the demonstration out', () => {
    const configuration = readConfiguration({ ...database, ...identity, ...hosts, HTTPS: '1' })
    expect(configuration.demonstration).toBe(false)
    expect(configuration.database).toEqual({
      app: database.DATABASE_URL,
      admin: database.DATABASE_ADMIN_URL,
      worker: database.DATABASE_WORKER_URL,
    })
    expect(configuration.identity?.citizen).toMatchObject({
      issuer: 'https://citizens.example',
      cprClaim: 'cpr',
    })
    expect(configuration.identity?.staff.roles.get('Hverdag-Sagsbehandler')).toBe('caseworker')
    expect([...configuration.hosts]).toEqual([['hverdag.vejen.dk', '0575']])
    expect(() => assertServable(configuration)).not.toThrow()
  })

  it('database alone never brings test log-in with it: the command line works, the web says what is missing', () => {
    const configuration = readConfiguration({ ...database, ...hosts })
    expect(configuration.demonstration).toBe(false)
    expect(() => assertServable(configuration)).toThrow('DEMO=1')
    expect(() => assertServable(readConfiguration({ ...database, DEMO: '1' }))).not.toThrow()
  })

  it('log-in without a host to answer to is said', () => {
    expect(() => assertServable(readConfiguration({ ...database, ...identity }))).toThrow('HVERDAG_HOSTS')
  })
})

describe('half of something', () => {
  for (const missing of Object.keys(database))
    it(`is refused and named: ${missing}`, () => {
      expect(complaint({ ...database, [missing]: '' })).toContain(missing)
    })
  for (const missing of Object.keys(identity))
    it(`is refused and named: ${missing}`, () => {
      expect(complaint({ ...identity, [missing]: '' })).toContain(missing)
    })
})

describe('a wrong value', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['PORT', 'three thousand'],
    ['PORT', '70000'],
    ['HTTPS', 'yes'],
    ['DEMO', 'true'],
    ['HVERDAG_HOSTS', 'vejen'],
    ['HVERDAG_HOSTS', '{"vejen.localhost":"Vejen"}'],
    ['WAS_EMAIL', 'post'],
    ['HVERDAG_LOG', 'loud'],
    ['LOG_INS_PER_MINUTE', '0'],
    ['HEADS_SIGNING_KEY', 'secret-but-no-key'],
  ]
  for (const [name, value] of wrong)
    it(`is one sentence that names it: ${name}=${value}`, () => {
      const sentence = complaint({ [name]: value })
      expect(sentence).toContain(name)
      expect(sentence).toMatch(/^[^\n]+\.$/)
    })

  it('of a secret is never repeated', () => {
    expect(complaint({ ...database, DATABASE_URL: 'mysql://app:hunter2@db' })).not.toContain('hunter2')
    expect(complaint({ HEADS_SIGNING_KEY: 'hunter2' })).not.toContain('hunter2')
  })

  it('is a role that the permission table does not know', () => {
    expect(complaint({ ...identity, OIDC_STAFF_ROLES: '{"Chef":"boss"}' })).toContain('OIDC_STAFF_ROLES')
  })
})

describe('the key for the list of heads', () => {
  const pem = (type: 'ed25519' | 'x25519'): string =>
    (type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')).privateKey
      .export({ type: 'pkcs8', format: 'pem' })
      .toString()

  it('is taken as PEM, also with its line ends written out', () => {
    const key = pem('ed25519')
    for (const text of [key, key.replaceAll('\n', '\\n')])
      expect(readConfiguration({ HEADS_SIGNING_KEY: text }).headsKey?.asymmetricKeyType).toBe('ed25519')
  })

  it('is refused when it is for something else', () => {
    expect(complaint({ HEADS_SIGNING_KEY: pem('x25519') })).toContain('Ed25519')
  })
})

describe('the secrets that tablets seal to', () => {
  const secret = (length: number, fill: number): string => Buffer.alloc(length, fill).toString('base64')

  it('are taken in order, the one that seals first', () => {
    const { tabletSecrets } = readConfiguration({ TABLET_SECRETS: `${secret(32, 1)}, ${secret(48, 2)}` })
    expect(tabletSecrets?.map((bytes) => [bytes.length, bytes[0]])).toEqual([
      [32, 1],
      [48, 2],
    ])
    expect(readConfiguration({}).tabletSecrets).toBeUndefined()
  })

  it('are refused when one is short, and not repeated', () => {
    for (const given of [secret(31, 7), `${secret(32, 1)},`, 'hunter2']) {
      expect(complaint({ TABLET_SECRETS: given })).toContain('TABLET_SECRETS')
      expect(complaint({ TABLET_SECRETS: given })).not.toContain(given)
    }
  })

  it('make no role that a log-in could give', () => {
    expect(complaint({ ...identity, OIDC_STAFF_ROLES: '{"Tablet":"device"}' })).toContain('OIDC_STAFF_ROLES')
  })
})
