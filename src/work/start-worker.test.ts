import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import type { JobName, JobOrder } from '../casework/jobs.ts'
import { noFaults } from '../exchange/digital-post/answer.ts'
import { lillerup, vejen } from '../exchange/digital-post/messages.examples.ts'
import { simulatedDigitalPost, simulatedPrintingCentre } from '../exchange/digital-post/simulator.ts'
import { switchFaults } from '../exchange/digital-post/simulator-switches.ts'
import { simulatedEmailNudge } from '../exchange/email-nudge/simulator.ts'
import { read, write } from '../store/connection.ts'
import { sql } from '../store/sql.ts'
import { copyNumber, type MemoryDesk, memoryDesk } from './desk.examples.ts'
import { type RunningWorker, startWorker } from './start-worker.ts'

let server: FreshDatabase
let running: RunningWorker | undefined
const lines: string[] = []
const chores: string[] = []

beforeAll(async () => {
  server = await freshDatabase()
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  await switchFaults(server.worker, vejen, noFaults)
})
afterAll(() => server?.drop())

const scope = { municipality: vejen, viewer: { kind: 'command' } } as const

const put = <J extends JobName>(name: J, order: JobOrder<J>) =>
  write(server.app, scope, (tx) =>
    tx.rows(sql`select enqueue_job(${name}, ${JSON.stringify(order)}::json, null, now())`),
  )

const failed = () =>
  read(server.app, { municipality: vejen, viewer: { kind: 'system' } }, (tx) =>
    tx.rows<{ task: string; last_error: string; attempts: number }>(sql`select * from failed_jobs()`),
  )

async function start(desk: MemoryDesk): Promise<void> {
  const options = { db: server.worker, now: async () => new Date('2026-11-24T09:00:00Z') }
  running = await startWorker({
    desk,
    digitalPost: simulatedDigitalPost(options),
    printingCentre: simulatedPrintingCentre(options),
    nudges: { emailNudge: simulatedEmailNudge(options), findAddressee: async () => undefined },
    chores: {
      expireDrafts: async (municipality) => void chores.push(`expire ${municipality}`),
      findRepeatedAbsence: async () => 0,
      eraseDueCases: async () => 0,
      signHeads: async (municipality) => void chores.push(`sign ${municipality}`),
    },
    url: server.urls.worker,
    municipalities: [vejen, lillerup],
    log: ({ level, message }) => lines.push(`${level} ${message}`),
  })
}

const until = (holds: () => boolean | Promise<boolean>): Promise<void> =>
  expect.poll(async () => holds(), { timeout: 15_000, interval: 50 }).toBe(true)

test('a job put in by the application is done by the worker, and its receipt comes by itself', async () => {
  const desk = memoryDesk()
  desk.put(copyNumber(1))
  await put('dispatch-letter', copyNumber(1))
  await start(desk)
  await until(() => desk.written.length === 2)
  expect(desk.written).toEqual([
    'dispatched digitalPost 2026-11-24',
    'delivered digitalPost 2026-11-24 receipt',
  ])
  expect(await failed()).toEqual([])
})

test('what fails shows, without a payload or a name in the log, and is tried again', async () => {
  const desk = memoryDesk()
  desk.put(copyNumber(2))
  await switchFaults(server.worker, vejen, { outage: true })
  await put('dispatch-letter', copyNumber(2))
  await start(desk)
  await until(async () => (await failed()).some(({ task }) => task === 'dispatch-letter'))
  expect((await failed()).find(({ task }) => task === 'dispatch-letter')?.last_error).toBe(
    'NeighbourUnavailable',
  )
  expect(lines.some((line) => line.includes('NeighbourUnavailable') && line.includes('tried again'))).toBe(
    true,
  )
  expect(lines.join('\n')).not.toMatch(/Lone|Hansen|(?<![\d-])\d{10}(?![\d-])/)
  await switchFaults(server.worker, vejen, { outage: false })
  await until(() => desk.written.includes('dispatched digitalPost 2026-11-24'))
})

test('the chores are done for the municipality they name, or for each', async () => {
  await start(memoryDesk())
  await put('expire-drafts', { municipality: vejen })
  await until(() => chores.includes(`expire ${vejen}`))
  await running?.stop()
  await start(memoryDesk())
  await server.admin.pool.query(
    `select graphile_worker.add_job('every-municipality', '{"job":"sign-heads"}')`,
  )
  await until(() => chores.includes(`sign ${vejen}`) && chores.includes(`sign ${lillerup}`))
})

test('a payload that is none is a failed job and not a crash', async () => {
  await start(memoryDesk())
  await server.admin.pool.query(`select graphile_worker.add_job('sweep', '{"municipality":"no"}')`)
  await until(() => lines.some((line) => line.includes('ZodError')))
})
