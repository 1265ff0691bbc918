/**
 * The statements that a page runs, as the driver got them, and the same statements once more through the driver alone: same
 * role, same scope, same transactions, as many at a time. What a page takes beyond it is ours.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'

type Asked = {
  readonly name?: string | undefined
  readonly text: string
  readonly values?: readonly unknown[] | undefined
}

/** Each transaction of a request, in the order it ended; statements in the order they were sent. */
export type Recorded = readonly (readonly Asked[])[]

/** Records what clients are asked while `use` runs. One request at a time, or transactions of several mix. */
export async function recording(use: () => Promise<unknown>): Promise<Recorded> {
  const transactions: Asked[][] = []
  const open = new Map<object, Asked[]>()
  const original = pg.Client.prototype.query
  const note = (client: object, asked: unknown): void => {
    const statement: Asked | undefined =
      typeof asked === 'string'
        ? { text: asked }
        : typeof asked === 'object' && asked !== null && 'text' in asked
          ? (asked as Asked)
          : undefined
    if (statement === undefined) return
    if (statement.text.startsWith('begin')) open.set(client, [])
    open.get(client)?.push({ name: statement.name, text: statement.text, values: statement.values })
    if (statement.text === 'commit' || statement.text === 'rollback') {
      const done = open.get(client)
      if (done) transactions.push(done)
      open.delete(client)
    }
  }
  const watched = function (this: object, ...args: unknown[]): unknown {
    note(this, args[0])
    return Reflect.apply(original, this, args)
  }
  Object.assign(pg.Client.prototype, { query: watched })
  try {
    await use()
  } finally {
    Object.assign(pg.Client.prototype, { query: original })
  }
  return transactions
}

export type Times = {
  readonly requests: number
  readonly seconds: number
  readonly millis: readonly number[]
}

/**
 * Runs the recorded transactions over and over, `connections` requests at a time. What the page sent without waiting goes
 * without waiting here too. A transaction that wrote the journal is undone at its end: the same event cannot be written twice.
 */
export async function replay(
  pool: pg.Pool,
  recorded: Recorded,
  made: readonly string[],
  options: { readonly connections: number; readonly seconds: number },
): Promise<Times> {
  const millis: number[] = []
  const started = performance.now()
  const end = started + options.seconds * 1000
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const from = performance.now()
      const now = made.map(() => randomUUID())
      for (const transaction of recorded) await runOne(pool, transaction, made, now)
      millis.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: options.connections }, one))
  return { requests: millis.length, seconds: (performance.now() - started) / 1000, millis }
}

/** The values with every identifier that was made for the recorded request made anew. */
function anew(values: readonly unknown[], made: readonly string[], now: readonly string[]): unknown[] {
  return values.map((value) =>
    typeof value === 'string'
      ? made.reduce((text, id, i) => (text.includes(id) ? text.replaceAll(id, now[i] ?? id) : text), value)
      : value,
  )
}

async function runOne(
  pool: pg.Pool,
  transaction: Recorded[number],
  made: readonly string[],
  now: readonly string[],
): Promise<void> {
  const client = await pool.connect()
  const undone = transaction.some(({ text }) => text.includes('insert into event'))
  try {
    await Promise.all(
      transaction.map(({ name, text, values }) =>
        client.query({
          ...(name !== undefined && { name }),
          text: undone && text === 'commit' ? 'rollback' : text,
          ...(values && { values: anew(values, made, now) }),
        }),
      ),
    )
  } finally {
    client.release()
  }
}
