import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import {
  asAuthority,
  asCommand,
  asSystem,
  billund,
  newCase,
  newUser,
  vejen,
} from '../../test/support/scopes.ts'
import { closeDatabase, type Database, openDatabase, read, type WriteTx, write } from './connection.ts'
import { json, sql, toStatement } from './sql.ts'
import { findUser, listUsers, saveUser } from './users.ts'

let db: FreshDatabase
/** One connection, so that every transaction follows another's on it. */
let narrow: Database
beforeAll(async () => {
  db = await freshDatabase()
  narrow = openDatabase({ url: db.urls.app, max: 1 })
})
afterAll(async () => {
  await closeDatabase(narrow)
  await db.drop()
})

const addUser = (tx: WriteTx, name: string) => {
  const userId = newUser()
  return saveUser(tx, {
    userId,
    subject: userId,
    name,
    phone: null,
    email: null,
    unit: null,
    roles: ['caseworker', 'manager'],
    providerId: null,
    active: true,
  }).then(() => userId)
}
const namesIn = (municipality: typeof vejen) =>
  read(narrow, asAuthority(municipality), (tx) => listUsers(tx)).then((users) => users.map((u) => u.name))

describe('the scope of a transaction', () => {
  test('two municipalities over one connection never see each other, also after a rollback', async () => {
    await write(narrow, asCommand(vejen), (tx) => addUser(tx, 'Vibeke'))
    await write(narrow, asCommand(billund), (tx) => addUser(tx, 'Birgit'))
    const broken = write(narrow, asCommand(billund), async (tx) => {
      await addUser(tx, 'Never')
      throw new Error('half-way')
    })
    const [a, b, c] = await Promise.all([
      namesIn(vejen),
      namesIn(billund),
      namesIn(vejen),
      broken.catch(() => {}),
    ])
    expect([a, b, c]).toEqual([['Vibeke'], ['Birgit'], ['Vibeke']])
    expect(await namesIn(billund)).toEqual(['Birgit'])
  })

  test('no scope sees no rows and writes none', async () => {
    const { rows } = await narrow.pool.query('select * from staff_user')
    expect(rows).toEqual([])
    await expect(
      narrow.pool.query(`insert into demo_clock values ('0575', '2026-11-24', '2026-11-24')`),
    ).rejects.toThrow(/row-level security/)
  })

  test('a command cannot write into another municipality', async () => {
    await expect(
      write(narrow, asCommand(vejen), (tx) =>
        tx.run(sql`insert into demo_clock values (${billund}, '2026-11-24', '2026-11-24')`),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('a municipality that would break out of its quotes is a text like another', async () => {
    const odd = "0575', true); drop table person; --" as typeof vejen
    expect(await read(narrow, asAuthority(odd), (tx) => listUsers(tx))).toEqual([])
    expect(await namesIn(vejen)).toEqual(['Vibeke'])
  })
})

describe('a transaction', () => {
  test('that reads cannot write', async () => {
    await expect(read(narrow, asCommand(), (tx) => addUser(tx as WriteTx, 'Sneaky'))).rejects.toThrow(
      /read-only/,
    )
  })

  test('that is abandoned writes nothing, and gives its answer', async () => {
    const userId = await write(narrow, asCommand(), async (tx) => {
      tx.abandon()
      return addUser(tx, 'Abandoned')
    })
    expect(await read(narrow, asSystem(), (tx) => findUser(tx, userId))).toBeUndefined()
  })

  test('in which a failure was swallowed is no success', async () => {
    await expect(
      write(narrow, asCommand(), async (tx) => {
        await addUser(tx, 'Lost')
        await tx.run(sql`select 1 / 0`).catch(() => {})
      }),
    ).rejects.toThrow('had failed before its end')
    expect(await namesIn(vejen)).toEqual(['Vibeke'])
  })

  test('sends what does not wait for an answer in one write', async () => {
    await namesIn(vejen)
    const writes = await read(narrow, asAuthority(), async (tx) => {
      const [a, b] = [vi.spyOn(Socket.prototype, '_writev'), vi.spyOn(Socket.prototype, '_write')]
      try {
        await Promise.all([listUsers(tx), listUsers(tx), listUsers(tx)])
        return a.mock.calls.length + b.mock.calls.length
      } finally {
        a.mockRestore()
        b.mockRestore()
      }
    })
    expect(writes).toBe(1)
  })

  test('reads at one moment, whatever others write meanwhile', async () => {
    await read(db.app, asAuthority(), async (tx) => {
      const before = await listUsers(tx)
      await write(db.worker, asCommand(), (other) =>
        other.run(sql`insert into access_log (municipality, id, at, on_day, actor, route, outcome)
          values (${vejen}, ${randomUUID()}, now(), '2026-11-24', ${json({ kind: 'system', name: 'x' })}, '/', 'allowed')`),
      )
      expect(await tx.rows(sql`select id from access_log`)).toEqual([])
      expect(await listUsers(tx)).toEqual(before)
    })
  })

  test('gives back its connection when the server ended it', async () => {
    await expect(
      write(narrow, asSystem(), (tx) => tx.run(sql`select pg_terminate_backend(pg_backend_pid())`)),
    ).rejects.toThrow()
    expect(await namesIn(vejen)).toEqual(['Vibeke'])
  })
})

describe('a statement', () => {
  test('is prepared once a connection and binds its values', async () => {
    const odd = `'; drop table person; -- $1`
    const ask = () => read(narrow, asSystem(), (tx) => tx.findRow(sql`select ${odd}::text as same`))
    expect([await ask(), await ask()]).toEqual([{ same: odd }, { same: odd }])
    const prepared = await read(narrow, asSystem(), (tx) =>
      tx.findRow<{ count: number }>(
        sql`select count(*)::int as count from pg_prepared_statements where statement like 'select $1::text as same'`,
      ),
    )
    expect(prepared).toEqual({ count: 1 })
  })

  test('made of parts numbers all its values and has one name for one text', () => {
    const part = (id: string) => sql`a = ${id} and b = ${2}`
    const whole = (id: string) =>
      toStatement(sql`select ${1} from t where ${part(id)} or ${part(id)} limit ${3}`)
    expect(whole('x').text).toBe('select $1 from t where a = $2 and b = $3 or a = $4 and b = $5 limit $6')
    expect(whole('x').values).toEqual([1, 'x', 2, 'x', 2, 3])
    expect(whole('x').name).toBe(whole('y').name)
    expect(toStatement(sql`select 1`).name).not.toBe(toStatement(sql`select 2`).name)
  })

  test('days and instants come back as text, counts as numbers', async () => {
    const row = await read(narrow, asSystem(), (tx) =>
      tx.findRow(sql`select date '2026-11-24' as day, timestamptz '2026-11-24 10:00:00.5+01' as at, 7::bigint as n,
        ${[newCase()].length}::int as one, ${Buffer.from('æ')}::bytea as bytes`),
    )
    expect(row).toEqual({
      day: '2026-11-24',
      at: '2026-11-24T09:00:00.500Z',
      n: 7,
      one: 1,
      bytes: Buffer.from('æ'),
    })
  })
})
