import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asSystem, vejen } from '../../test/support/scopes.ts'
import { settleTown, type Town } from '../../test/support/town.ts'
import { findCase } from '../casework/load-case.ts'
import { read } from '../store/connection.ts'
import { noteRoutes, presentNote } from './note.examples.tsx'

let db: FreshDatabase
let test: TestApp
let town: Town

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes: noteRoutes })
  town = await settleTown(test.house)
})
afterAll(() => db.drop())

describe('the page of the README', () => {
  const path = () => `/eksempel/${town.caseNumber}/notat`
  const notes = async () =>
    (await read(db.app, asSystem(vejen), (tx) => findCase(tx, town.caseId)))?.file.notes.map((n) => n.text)

  it('is the one that runs here', () => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    const source = readFileSync(new URL('./note.examples.tsx', import.meta.url), 'utf8')
    expect(readme).toContain(source.slice(source.indexOf('\n') + 1))
  })
  it('presents without a browser', () => {
    const visitor = { kind: 'staff', userId: town.caseworker, name: 'Sanne Friis', roles: [] } as const
    expect(presentNote({ language: 'en', visitor }).by).toBe('Written by Sanne Friis')
  })
  it('is shown, posted, and done once though posted twice', async () => {
    const { cookie, csrf } = await test.logIn(town.caseworker)
    const shown = await (await test.get(path(), cookie)).text()
    const command = /name="_command" value="([^"]+)"/.exec(shown)?.[1] ?? ''
    expect(command).not.toBe('')
    const form = { _csrf: csrf, _command: command, text: 'Ringede; vil gerne begynde snart.' }
    for (let times = 0; times < 2; times++) {
      const answer = await test.post(path(), form, cookie)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, path()])
    }
    expect((await notes())?.filter((t) => t === form.text)).toHaveLength(1)
  })
  it('comes back with a sentence at the field when something is missing', async () => {
    const { cookie, csrf } = await test.logIn(town.caseworker)
    const answer = await test.post(path(), { _csrf: csrf, text: ' ' }, cookie)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('href="#f-text"')
    expect(text).toContain('id="f-text-error"')
  })
})
