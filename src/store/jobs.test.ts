import { Logger, run } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asAuthority, asCommand, asSystem, billund } from '../../test/support/scopes.ts'
import { read, write } from './connection.ts'
import { enqueue, failedJobs, retryJob } from './jobs.ts'
import { sql } from './sql.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const waiting = () =>
  db.admin.pool
    .query<{ payload: unknown }>('select payload from graphile_worker._private_jobs order by id')
    .then(({ rows }) => rows.map((r) => r.payload))

/** Works through what waits, as the worker's own role, until `enough`. */
async function work(tasks: Parameters<typeof run>[0]['taskList'], enough: () => boolean): Promise<void> {
  const runner = await run({
    pgPool: db.worker.pool,
    taskList: tasks ?? {},
    noHandleSignals: true,
    pollInterval: 50,
    logger: new Logger(() => () => {}),
  })
  const end = Date.now() + 10_000
  while (!enough() && Date.now() < end) await new Promise((go) => setTimeout(go, 20))
  await runner.stop()
}

describe('a job', () => {
  test('is queued with its transaction, undone with it, and run by the worker’s role', async () => {
    await write(db.app, asCommand(), async (tx) => {
      await enqueue(tx, 'undone', { letterId: 'x' })
      tx.abandon()
    })
    expect(await waiting()).toEqual([])
    await write(db.app, asCommand(), (tx) => enqueue(tx, 'post', { letterId: 'a' }))
    expect(await waiting()).toEqual([{ letterId: 'a', municipality: '0575' }])

    const done: unknown[] = []
    await work({ post: async (payload) => void done.push(payload) }, () => done.length > 0)
    expect(done).toEqual([{ letterId: 'a', municipality: '0575' }])
    expect(await waiting()).toEqual([])
  })

  test('with a key waits once, with the newest ids', async () => {
    const runAt = new Date(Date.now() + 3_600_000)
    await write(db.app, asCommand(), async (tx) => {
      await enqueue(tx, 'later', { n: 1 }, { key: 'one', runAt })
      await enqueue(tx, 'later', { n: 2 }, { key: 'one', runAt })
    })
    expect(await waiting()).toEqual([{ n: 2, municipality: '0575' }])
    await db.admin.pool.query('delete from graphile_worker._private_jobs')
  })

  test('belongs to the municipality of its transaction', async () => {
    await expect(
      write(db.app, asCommand(), (tx) =>
        tx.rows(sql`select enqueue_job('x', '{"municipality": "0530"}', null, null)`),
      ),
    ).rejects.toThrow('belongs to the municipality')
  })

  test('that fails is shown with its reason, there and not elsewhere, and can be tried again', async () => {
    await write(db.app, asCommand(billund), (tx) => enqueue(tx, 'flaky', { letterId: 'b' }))
    let tries = 0
    const flaky = async () => {
      tries++
      if (tries === 1) throw new Error('the mailbox is down')
    }
    await work({ flaky }, () => tries === 1)
    expect(await read(db.app, asSystem(), (tx) => failedJobs(tx))).toEqual([])
    const [failed] = await read(db.app, asAuthority(billund), (tx) => failedJobs(tx))
    expect(failed).toMatchObject({
      task: 'flaky',
      ids: { letterId: 'b', municipality: '0530' },
      attempts: 1,
      error: expect.stringContaining('the mailbox is down'),
      nextTryAt: expect.stringMatching(/Z$/),
    })
    const jobId = failed?.jobId ?? 0
    expect(await write(db.app, asCommand(), (tx) => retryJob(tx, jobId))).toBe(false)
    expect(await write(db.app, asCommand(billund), (tx) => retryJob(tx, jobId))).toBe(true)
    await work({ flaky }, () => tries === 2)
    expect(tries).toBe(2)
    expect(await waiting()).toEqual([])
  })

  test('is out of the application’s reach otherwise', async () => {
    await expect(db.app.pool.query('select * from graphile_worker._private_jobs')).rejects.toThrow(
      /permission denied/,
    )
  })
})
