/**
 * Work that a transaction causes, queued in that very transaction: undone with it, and never lost. A job holds ids
 * only; whoever runs it reads the rest in its municipality's scope.
 */
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'

/** What a job is about: ids. */
export type JobIds = Readonly<Record<string, string | number>>

export type JobOptions = {
  /** At most one waiting job has this key: a later one replaces it. */
  readonly key?: string
  /** Not before this real instant. */
  readonly runAt?: Date
}

/** Queues a job of this transaction's municipality, which is added to its ids. */
export async function enqueue(
  tx: WriteTx,
  task: string,
  ids: JobIds,
  { key, runAt }: JobOptions = {},
): Promise<void> {
  const payload = json({ ...ids, municipality: tx.scope.municipality })
  await tx.run(
    sql`select enqueue_job(${task}, ${payload}::json, ${key ?? null}, ${runAt ?? null}::timestamptz)`,
  )
}

export type FailedJob = {
  readonly jobId: number
  readonly task: string
  /** Without a municipality where the job puts those of all municipalities in the queue. */
  readonly ids: JobIds & { readonly municipality?: string }
  readonly attempts: number
  readonly maxAttempts: number
  /** What kind of fault it was and where: the worker writes no message down that could repeat a person's data. */
  readonly error: string
  readonly failedAt: string
  /** Null when it has been given up. */
  readonly nextTryAt: string | null
}

/** The municipality's jobs that failed at their last try, the latest first. */
export const failedJobs = (tx: ReadTx): Promise<readonly FailedJob[]> =>
  tx.rows(sql`
    select job_id as "jobId", task, payload as ids, attempts, max_attempts as "maxAttempts", last_error as error,
           failed_at as "failedAt", next_try_at as "nextTryAt"
    from failed_jobs()`)

/** Lets a failed job run again at once. False when it is not there, or not this municipality's. */
export async function retryJob(tx: WriteTx, jobId: number): Promise<boolean> {
  const row = await tx.findRow<{ retried: boolean }>(sql`select retry_job(${jobId}) as retried`)
  return row?.retried ?? false
}

export type QueueState = {
  /** Never tried, or not due yet. */
  readonly waiting: number
  /** Failed, and tried again by themselves. */
  readonly failing: number
  /** Failed so often that somebody has to look. */
  readonly givenUp: number
  /** Since when the oldest one that is due has waited; null when none does. */
  readonly oldestAt: string | null
  /** When the wall clock last put something in the queue; null when it never has. It does so every minute. */
  readonly lastRunAt: string | null
}

export async function queueState(tx: ReadTx): Promise<QueueState> {
  const row = await tx.findRow<QueueState>(sql`
    select waiting, failing, given_up as "givenUp", oldest_at as "oldestAt", last_run_at as "lastRunAt"
    from queue_state()`)
  return row ?? { waiting: 0, failing: 0, givenUp: 0, oldestAt: null, lastRunAt: null }
}

/** Whether a job of this name still waits or runs: after the clock was moved, whether what became due is done. */
export async function isQueued(tx: ReadTx, task: string): Promise<boolean> {
  const row = await tx.findRow<{ queued: boolean }>(sql`select is_queued(${task}) as queued`)
  return row?.queued ?? false
}
