/** Codes as people try them: right, wrong, too often, at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asSystem, billund, newUser, vejen } from '../../test/support/scopes.ts'
import type { UserId } from '../domain/identity.ts'
import { read, write } from '../store/connection.ts'
import { findPersonalCode } from '../store/personal-codes.ts'
import { saveUser } from '../store/users.ts'
import { choosePersonalCode, tryPersonalCode } from './personal-code.ts'

let db: FreshDatabase
let test: TestApp
beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes: [] })
})
afterAll(() => db.drop())

async function staff(): Promise<UserId> {
  const userId = newUser()
  await write(db.app, asSystem(), (tx) =>
    saveUser(tx, {
      userId,
      subject: userId,
      name: 'Bo Kær',
      phone: null,
      email: null,
      unit: null,
      roles: ['providerStaff'],
      providerId: null,
      active: true,
    }),
  )
  return userId
}
const choose = (userId: UserId, code: string) => choosePersonalCode(test.house, vejen, userId, code)
const attempt = (userId: UserId, code: string, municipality = vejen) =>
  tryPersonalCode(test.house, municipality, userId, code)

describe('a personal code', () => {
  it('is its owner’s, and nobody has one before they chose it', async () => {
    const [bo, ane] = [await staff(), await staff()]
    expect(await attempt(bo, '4826')).toBe('none')
    expect(await choose(bo, '1234')).toMatchObject({ code: 'codeTooSimple', field: 'code' })
    expect(await attempt(bo, '1234')).toBe('none')
    expect(await choose(bo, '4826')).toBeUndefined()
    expect(await attempt(bo, '4826')).toBe('right')
    expect(await attempt(bo, '4827')).toBe('wrong')
    expect(await attempt(bo, '4826', billund)).toBe('none')
    expect(await choose(ane, '4826')).toBeUndefined()
    const row = (userId: UserId) => read(db.app, asSystem(), (tx) => findPersonalCode(tx, userId))
    // The same code does not look the same.
    expect((await row(bo))?.hash).not.toEqual((await row(ane))?.hash)
    expect(Buffer.from((await row(bo))?.hash ?? []).toString()).not.toContain('4826')
  })
  it('that was right is right again, and only as long as it is the one', async () => {
    const bo = await staff()
    await choose(bo, '4826')
    for (const expected of ['right', 'right'] as const) expect(await attempt(bo, '4826')).toBe(expected)
    expect(await attempt(bo, '4827')).toBe('wrong')
    await choose(bo, '7351')
    expect(await attempt(bo, '4826')).toBe('wrong')
    expect(await attempt(bo, '7351')).toBe('right')
    // What was right lately helps nobody past the block.
    for (const code of ['0001', '0002', '0003', '0004', '0005']) await attempt(bo, code)
    expect(await attempt(bo, '7351')).toBe('blocked')
  })
  it('is blocked by the fifth wrong one in a row, also to who knows it, until a new one is chosen', async () => {
    const bo = await staff()
    await choose(bo, '4826')
    for (const code of ['0001', '0002', '0003', '0004']) expect(await attempt(bo, code)).toBe('wrong')
    // A right one in between begins the count anew.
    expect(await attempt(bo, '4826')).toBe('right')
    for (const code of ['0001', '0002', '0003', '0004', '0005']) expect(await attempt(bo, code)).toBe('wrong')
    expect(await attempt(bo, '4826')).toBe('blocked')
    await choose(bo, '9071')
    expect([await attempt(bo, '4826'), await attempt(bo, '9071')]).toEqual(['wrong', 'right'])
  })
  it('is not guessed faster by guessing at once', async () => {
    const bo = await staff()
    await choose(bo, '4826')
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, n) => attempt(bo, String(1000 + n))))
    expect(guesses.filter((answer) => answer === 'wrong')).toHaveLength(5)
    expect(guesses.filter((answer) => answer === 'blocked')).toHaveLength(7)
  })
})
