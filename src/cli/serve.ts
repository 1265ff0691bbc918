/** `hverdag serve` and `hverdag demo`: the one way the product runs, on whatever the environment names. */
import { resolve } from 'node:path'
import { z } from 'zod'
import {
  assertServable,
  type Configuration,
  ConfigurationError,
  readConfiguration,
} from '../configuration.ts'
import { Demonstration, describeDemonstration } from '../demo/describe.ts'
import { MunicipalityCode } from '../domain/identity.ts'
import { type Call, command } from './command.ts'
import { type Ready, run } from './run.ts'

async function serve(
  { environment, print, progress }: Omit<Call, 'options'>,
  size: 'full' | 'small',
): Promise<number> {
  const began = Date.now()
  const configuration = readConfiguration(environment)
  assertServable(configuration)
  return run(configuration, {
    size,
    progress,
    ready: (ready) => print(announce(configuration, ready, size, Math.round((Date.now() - began) / 1000))),
  })
}

function announce(
  { hosts, https, database, dataDir }: Configuration,
  { port, clock }: Ready,
  size: 'full' | 'small',
  seconds: number,
) {
  // One address a municipality is enough to begin with.
  const addresses = [...new Set(hosts.values())].flatMap((municipality) => {
    const host = [...hosts].find(([, code]) => code === municipality)?.[0]
    return host ? [{ municipality, address: https ? `https://${host}` : `http://${host}:${port}` }] : []
  })
  const demonstration = clock && describeDemonstration(clock, addresses, size)
  return {
    json: { ready: true, port, addresses, ...(demonstration && { demonstration: demonstration.json }) },
    text: [
      '',
      `Hverdag is ready (${seconds} s).`,
      '',
      ...(demonstration?.lines ?? addresses.map(({ address }) => `  ${address}`)),
      ...(database ? [] : [`Data and log are in ${resolve(dataDir)}; delete that folder to begin anew.`]),
      'Stop with Ctrl-C.',
    ].join('\n'),
  }
}

const Address = z.object({ municipality: MunicipalityCode, address: z.string() })
const Output = z.object({
  ready: z.literal(true),
  port: z.int(),
  addresses: z.array(Address),
  /** Outside the demonstration there is none. */
  demonstration: Demonstration.optional(),
})

export const serveCommand = command({
  name: 'serve',
  summary: 'Run Hverdag: database, background work and web, as the environment says.',
  about:
    'With nothing set it runs the demonstration on an embedded PostgreSQL with test log-in. DATABASE_URL,\n' +
    "DATABASE_ADMIN_URL and DATABASE_WORKER_URL put it on a server of the municipality's own, OIDC_CITIZEN_… and\n" +
    'OIDC_STAFF_… on its identity providers, HVERDAG_HOSTS on its host names. Migrates first. Stops on SIGINT or SIGTERM.',
  output: Output,
  run: (call) => serve(call, 'full'),
})

export const demoCommand = command({
  name: 'demo',
  summary: 'Run the demonstration: as serve, with people who do not exist and a day that can be moved.',
  about:
    'Fills an empty database with two municipalities at its first start and goes on with them afterwards.',
  options: { small: { type: 'boolean', summary: 'A small town of some 30 people: ready sooner.' } },
  output: Output,
  run: async (call) => {
    if (call.environment.DEMO === '0')
      throw new ConfigurationError('DEMO=0 says that this is no demonstration: run "hverdag serve" instead.')
    return serve(
      { ...call, environment: { ...call.environment, DEMO: '1' } },
      call.options.small ? 'small' : 'full',
    )
  },
})
