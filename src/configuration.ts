/**
 * The environment, checked once at the door. Everything absent runs the product on its embedded database with test
 * log-in; half of something is an error, told in one sentence.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { machineRoles, type Role, roles } from './domain/access/permissions.ts'
import { MunicipalityCode } from './domain/identity.ts'

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

/** A municipality's or the state's identity provider, spoken to by OpenID Connect. */
export type IdentityProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export type Configuration = {
  readonly bind: string
  readonly port: number
  /** Whether visitors come by https, directly or through a proxy that ends it. */
  readonly https: boolean
  /** Host name (without port) → municipality. Empty outside the demonstration when nobody has said. */
  readonly hosts: ReadonlyMap<string, MunicipalityCode>
  /** The folders of `standards/` that are served. */
  readonly standards: readonly string[]
  /** Test log-in and a day that can be moved. Never beside a municipality's own log-in or database unless asked for. */
  readonly demonstration: boolean
  /** The largest form taken, with its files. */
  readonly uploadLimitBytes: number
  /** How many log-ins one address may begin in a minute; a whole town hall can have one address. */
  readonly logInsPerMinute: number
  /** Absent: the embedded database. */
  readonly database?:
    | {
        readonly app: string
        readonly admin: string
        readonly worker: string
        readonly eraser?: string | undefined
      }
    | undefined
  /** Whether closed cases can be erased: the embedded database has the role's address, another has to be told. */
  readonly erases: boolean
  /** Where the embedded database keeps its data. */
  readonly dataDir: string
  /** Absent: the test identity provider. */
  readonly identity?:
    | {
        readonly citizen: IdentityProvider & { readonly cprClaim: string }
        readonly staff: IdentityProvider & {
          readonly roleClaim: string
          readonly unitClaim: string
          /** What the claim says → our role. */
          readonly roles: ReadonlyMap<string, Role>
        }
      }
    | undefined
  /** Signs the daily list of chain heads; absent: a key made at first start and kept in the data folder. */
  readonly headsKey?: KeyObject | undefined
  /** What the keys come from that tablets seal to: the first seals, all open. Absent: one made at first start and kept in the data folder. */
  readonly tabletSecrets?: readonly [Uint8Array, ...Uint8Array[]] | undefined
  /** The accessibility statement. */
  readonly was: {
    readonly url?: string | undefined
    readonly phone?: string | undefined
    readonly email?: string | undefined
  }
  readonly logLevel: 'silent' | 'error' | 'info'
}

const url = z.url()
const database = z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgresql:// address')
const text = z.string().min(1)

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  BIND: text.default('127.0.0.1'),
  HTTPS: z.enum(['0', '1']).default('0'),
  DEMO: z.enum(['0', '1']).optional(),
  HVERDAG_HOSTS: text.optional(),
  HVERDAG_STANDARDS: text.optional(),
  HVERDAG_DATA: text.default('.data'),
  HVERDAG_LOG: z.enum(['silent', 'error', 'info']).default('info'),
  LOG_INS_PER_MINUTE: z.coerce.number().int().positive().default(60),
  UPLOAD_LIMIT_MEGABYTES: z.coerce.number().int().positive().default(25),
  DATABASE_URL: database.optional(),
  DATABASE_ADMIN_URL: database.optional(),
  DATABASE_WORKER_URL: database.optional(),
  /** Of the role that erases closed cases; without it none is erased. */
  DATABASE_ERASER_URL: database.optional(),
  OIDC_CITIZEN_ISSUER: url.optional(),
  OIDC_CITIZEN_CLIENT_ID: text.optional(),
  OIDC_CITIZEN_CLIENT_SECRET: text.optional(),
  OIDC_CITIZEN_CPR_CLAIM: text.default('cpr'),
  OIDC_STAFF_ISSUER: url.optional(),
  OIDC_STAFF_CLIENT_ID: text.optional(),
  OIDC_STAFF_CLIENT_SECRET: text.optional(),
  OIDC_STAFF_ROLE_CLAIM: text.default('roles'),
  OIDC_STAFF_UNIT_CLAIM: text.default('unit'),
  OIDC_STAFF_ROLES: text.optional(),
  HEADS_SIGNING_KEY: text.optional(),
  TABLET_SECRETS: text.optional(),
  WAS_URL: url.optional(),
  WAS_PHONE: text.optional(),
  WAS_EMAIL: z.email().optional(),
})
type Environment = z.infer<typeof Environment>

/** The demonstration answers to these; `localhost` is Vejen's. */
const demonstrationHosts: Readonly<Record<string, string>> = {
  localhost: '0575',
  '127.0.0.1': '0575',
  'vejen.localhost': '0575',
  'lillerup.localhost': '0999',
}
const demonstrationStandards = ['vejen-104', 'lillerup-104']

/** Reads the environment. Throws a `ConfigurationError` with one sentence on the first thing that is wrong. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  // A variable set to nothing is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigurationError(`${issue?.path.join('.')} is wrong: ${issue?.message}.`)
  }
  const e = parsed.data
  const ownDatabase = allOrNone(e, ['DATABASE_URL', 'DATABASE_ADMIN_URL', 'DATABASE_WORKER_URL'])
  const ownIdentity = allOrNone(e, [
    'OIDC_CITIZEN_ISSUER',
    'OIDC_CITIZEN_CLIENT_ID',
    'OIDC_CITIZEN_CLIENT_SECRET',
    'OIDC_STAFF_ISSUER',
    'OIDC_STAFF_CLIENT_ID',
    'OIDC_STAFF_CLIENT_SECRET',
    'OIDC_STAFF_ROLES',
  ])
  // Test log-in lets anybody in as anybody: it comes by itself only where nothing is a municipality's own.
  const demonstration = e.DEMO === undefined ? !ownIdentity && !ownDatabase : e.DEMO === '1'
  return {
    bind: e.BIND,
    port: e.PORT,
    https: e.HTTPS === '1',
    hosts: hostsOf(e.HVERDAG_HOSTS, demonstration),
    standards: e.HVERDAG_STANDARDS?.split(',').map((s) => s.trim()) ?? demonstrationStandards,
    demonstration,
    logInsPerMinute: e.LOG_INS_PER_MINUTE,
    uploadLimitBytes: e.UPLOAD_LIMIT_MEGABYTES * 1024 * 1024,
    database: ownDatabase && {
      app: ownDatabase[0],
      admin: ownDatabase[1],
      worker: ownDatabase[2],
      eraser: e.DATABASE_ERASER_URL,
    },
    erases: ownDatabase === undefined || e.DATABASE_ERASER_URL !== undefined,
    dataDir: e.HVERDAG_DATA,
    identity: ownIdentity && {
      citizen: {
        issuer: ownIdentity[0],
        clientId: ownIdentity[1],
        clientSecret: ownIdentity[2],
        cprClaim: e.OIDC_CITIZEN_CPR_CLAIM,
      },
      staff: {
        issuer: ownIdentity[3],
        clientId: ownIdentity[4],
        clientSecret: ownIdentity[5],
        roleClaim: e.OIDC_STAFF_ROLE_CLAIM,
        unitClaim: e.OIDC_STAFF_UNIT_CLAIM,
        roles: new Map(
          Object.entries(readMap('OIDC_STAFF_ROLES', ownIdentity[6], z.enum(roles).exclude(machineRoles))),
        ),
      },
    },
    headsKey: keyOf(e.HEADS_SIGNING_KEY),
    tabletSecrets: secretsOf(e.TABLET_SECRETS),
    was: { url: e.WAS_URL, phone: e.WAS_PHONE, email: e.WAS_EMAIL },
    logLevel: e.HVERDAG_LOG,
  }
}

/** The values in order, or undefined when none is given. Throws when some are missing. */
function allOrNone<const N extends readonly (keyof Environment)[]>(
  environment: Environment,
  names: N,
): { readonly [K in keyof N]: string } | undefined {
  const given = names.filter((name) => environment[name] !== undefined)
  if (given.length === 0) return undefined
  const missing = names.filter((name) => environment[name] === undefined)
  if (missing.length > 0)
    throw new ConfigurationError(`${given[0]} is set, and ${missing.join(', ')} must be set with it.`)
  return names.map((name) => String(environment[name])) as { readonly [K in keyof N]: string }
}

function readMap<S extends z.ZodType>(name: string, json: string, value: S): Record<string, z.infer<S>> {
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch {
    throw new ConfigurationError(`${name} is not JSON.`)
  }
  const parsed = z.record(z.string(), value).safeParse(raw)
  if (!parsed.success) throw new ConfigurationError(`${name} is wrong: ${parsed.error.issues[0]?.message}.`)
  return parsed.data
}

function hostsOf(json: string | undefined, demonstration: boolean): ReadonlyMap<string, MunicipalityCode> {
  const given = json === undefined ? undefined : readMap('HVERDAG_HOSTS', json, MunicipalityCode)
  const map = given ?? (demonstration ? demonstrationHosts : {})
  return new Map(
    Object.entries(map).map(([host, code]) => [host.toLowerCase(), MunicipalityCode.parse(code)]),
  )
}

/**
 * What the web needs and the command line does not: somebody to log people in, and a host to answer to. Throws a
 * `ConfigurationError` with one sentence.
 */
export function assertServable({ demonstration, identity, hosts }: Configuration): void {
  if (!demonstration && identity === undefined)
    throw new ConfigurationError(
      'Nobody can log in: set the OIDC_… variables, or DEMO=1 for the demonstration with its test log-in.',
    )
  if (hosts.size === 0)
    throw new ConfigurationError(
      'HVERDAG_HOSTS is missing: it says which municipality answers to which host, e.g. {"hverdag.vejen.dk":"0575"}.',
    )
}

function keyOf(pem: string | undefined): KeyObject | undefined {
  if (pem === undefined) return undefined
  try {
    const key = createPrivateKey(pem.replaceAll('\\n', '\n'))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, without the key's own text.
  }
  throw new ConfigurationError('HEADS_SIGNING_KEY is not an Ed25519 private key in PEM.')
}

function secretsOf(list: string | undefined): Configuration['tabletSecrets'] {
  if (list === undefined) return undefined
  const [first, ...more] = list.split(',').map((text) => Buffer.from(text.trim(), 'base64'))
  if (first === undefined || [first, ...more].some((bytes) => bytes.length < 32))
    throw new ConfigurationError(
      'TABLET_SECRETS must be secrets of 32 bytes or more in base64, separated by commas.',
    )
  return [first, ...more]
}
