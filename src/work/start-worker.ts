/**
 * Runs the queue. Jobs are put into it in the transaction that caused them (`enqueue` in the store) and are done here,
 * tried again with growing pauses, and shown among the failed ones while they are not done.
 */
import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import { type JobName, type JobPayload, jobSchemas } from '../casework/jobs.ts'
import type { MunicipalityCode } from '../domain/identity.ts'
import { openPlainPool } from '../store/connection.ts'
import { collectReceipts } from './collect-receipts.ts'
import { dispatchLetter, type PostRoom } from './dispatch-letter.ts'
import { namedFault } from './fault-name.ts'
import { type NudgeRoom, nudgeByEmail } from './nudge.ts'
import { sweepAll } from './sweep.ts'

/** The chores that are not post. */
export type Chores = {
  readonly expireDrafts: (municipality: MunicipalityCode) => Promise<void>
  readonly signHeads: (municipality: MunicipalityCode) => Promise<void>
  /** Gives how many patterns of repeated absence were found. */
  readonly findRepeatedAbsence: (municipality: MunicipalityCode) => Promise<number>
  /** Gives how many closed cases were erased, each of them approved by a person. */
  readonly eraseDueCases: (municipality: MunicipalityCode) => Promise<number>
}

/** One line for the operator: no names, no payloads. */
export type WorkLog = (line: {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly job?: string
}) => void

export type WorkerOptions = PostRoom & {
  readonly nudges: NudgeRoom
  readonly chores: Chores
  /** `DATABASE_WORKER_URL`. */
  readonly url: string
  readonly municipalities: readonly MunicipalityCode[]
  readonly log: WorkLog
  /** Jobs at a time. */
  readonly concurrency?: number
}

export type RunningWorker = { readonly stop: () => Promise<void> }

// In UTC. What the night missed because nothing ran is made up for within a day.
const aDay = 86_400_000

const wallClock = [
  { job: 'collect-receipts', match: '* * * * *' },
  { job: 'sweep', match: '5 * * * *' },
  { job: 'expire-drafts', match: '20 1 * * *' },
  { job: 'sign-heads', match: '40 1 * * *' },
] as const satisfies readonly { job: JobPayload<'every-municipality'>['job']; match: string }[]

/** Starts. Sweeps and collects at once, for what became due while nothing ran. `stop` lets running jobs finish. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { url, log, concurrency = 2, municipalities } = options
  // Ours to end: the queue would leave its connections to whoever stops the server.
  const pgPool = openPlainPool(url, concurrency + 2)
  const runner = await run({
    pgPool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => () => {}),
    taskList: taskList(options),
    parsedCronItems: parseCronItems(
      wallClock.map(({ job, match }) => ({
        task: 'every-municipality',
        match,
        identifier: job,
        payload: { job },
        options: { backfillPeriod: match.startsWith('*') ? 0 : aDay },
      })),
    ),
  })
  runner.events.on('job:error', ({ job, error }) => {
    const name = error instanceof Error ? error.name : 'unknown error'
    const again = job.attempts < job.max_attempts ? 'it is tried again' : 'it is given up'
    log({ level: 'warn', message: `Job ${job.id} failed (${name}); ${again}.`, job: job.task_identifier })
  })
  runner.promise.catch(() => log({ level: 'error', message: 'The queue has stopped.' }))
  for (const municipality of municipalities) {
    for (const job of ['sweep', 'collect-receipts'] as const) {
      await runner.addJob(job, { municipality }, { jobKey: `${job}:${municipality}` })
    }
  }
  return {
    stop: async () => {
      await runner.stop()
      await pgPool.end()
    },
  }
}

function taskList(options: WorkerOptions): TaskList {
  const { chores, desk, municipalities, log } = options
  const done = (job: JobName, message: string): void => log({ level: 'info', message, job })
  return discreet({
    'dispatch-letter': async (payload, helpers) => {
      const job = jobSchemas['dispatch-letter'].parse(payload)
      const outcome = await dispatchLetter(options, job)
      done('dispatch-letter', `Letter ${job.letterId}: ${outcome}.`)
      if (outcome === 'digitalPost') {
        // Soon after, and not a minute later: the receipt is what the citizen's page waits for.
        await helpers.addJob(
          'collect-receipts',
          { municipality: job.municipality },
          { jobKey: `collect-receipts:${job.municipality}`, runAt: new Date(Date.now() + 1500) },
        )
      }
    },
    'nudge-by-email': async (payload) => {
      const job = jobSchemas['nudge-by-email'].parse(payload)
      done('nudge-by-email', `Message ${job.messageId}: ${await nudgeByEmail(options.nudges, job)}.`)
    },
    'collect-receipts': async (payload) => {
      const { municipality } = jobSchemas['collect-receipts'].parse(payload)
      const recorded = await collectReceipts(options, municipality)
      if (recorded > 0) done('collect-receipts', `${recorded} receipts.`)
    },
    sweep: async (payload) => {
      const { municipality } = jobSchemas.sweep.parse(payload)
      const swept = await sweepAll(desk, chores, municipality)
      if (swept.presumed > 0) done('sweep', `${swept.presumed} letters presumed delivered.`)
      if (swept.erased > 0) done('sweep', `${swept.erased} closed cases erased.`)
      if (swept.absences > 0) done('sweep', `Repeated absence found ${swept.absences} times.`)
    },
    'expire-drafts': (payload) =>
      chores.expireDrafts(jobSchemas['expire-drafts'].parse(payload).municipality),
    'sign-heads': (payload) => chores.signHeads(jobSchemas['sign-heads'].parse(payload).municipality),
    'every-municipality': async (payload, helpers) => {
      const { job } = jobSchemas['every-municipality'].parse(payload)
      for (const municipality of municipalities) {
        await helpers.addJob(job, { municipality }, { jobKey: `${job}:${municipality}` })
      }
    },
  } satisfies Record<JobName, Task>)
}

type Task = NonNullable<TaskList[string]>

/** What a task throws stands in the queue's table and on the administrator's page: the kind of fault, and nothing else. */
const discreet = (tasks: Readonly<Record<string, Task>>): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, Task] => [
      name,
      async (payload, helpers) => {
        try {
          return await task(payload, helpers)
        } catch (error) {
          throw namedFault(error)
        }
      },
    ]),
  )
