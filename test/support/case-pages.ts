/** A caseworker at the pages of the town's case: forms filled in as they are shown, and the case as it stands after. */
import { expect } from 'vitest'
import { findCase } from '../../src/casework/load-case.ts'
import type { CaseFile } from '../../src/domain/case/case-file.ts'
import type { CaseId, UserId } from '../../src/domain/identity.ts'
import { read } from '../../src/store/connection.ts'
import { routes } from '../../src/web/routes.ts'
import { openTestApp, type TestApp } from './app.ts'
import { type FreshDatabase, freshDatabase } from './postgres.ts'
import { asSystem, vejen } from './scopes.ts'
import { settleTown, type Town } from './town.ts'

export type Answer = { readonly status: number; readonly text: string; readonly location: string | null }

export type Desk = {
  readonly get: (path: string) => Promise<Answer>
  /** Fills in a page's form that goes to `action`: what is hidden in it goes along, as a browser would send it. */
  readonly send: (path: string, fields: Fields, action?: string) => Promise<Answer>
  /** As `send`, and it must be taken: the answer is the page that one is sent on to. */
  readonly done: (path: string, fields: Fields, action?: string) => Promise<Answer>
}
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type TownAtWork = {
  readonly test: TestApp
  readonly town: Town
  readonly database: FreshDatabase
  readonly desk: (userId?: UserId) => Promise<Desk>
  /** The address of a page of the town's case. */
  readonly at: (rest?: string) => string
  readonly file: (caseId?: CaseId) => Promise<CaseFile>
}

const textOf = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  text: await answer.text(),
  location: answer.headers.get('location'),
})

/** The hidden fields of the form on a page that is sent to `action`. */
export function hiddenOf(html: string, action: string): readonly (readonly [string, string])[] {
  const form = html.split('<form ').find((part) => part.includes(`action="${action}"`))
  return [...(form?.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g) ?? [])].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
}

/** Use in `beforeAll`; drop `database` in `afterAll`. */
export async function openTown(now: () => Date = () => new Date()): Promise<TownAtWork> {
  const database = await freshDatabase()
  const test = openTestApp({ database, routes, now })
  const town = await settleTown(test.house)
  return {
    test,
    town,
    database,
    at: (rest = '') => `/myndighed/sager/${town.caseNumber}${rest}`,
    file: async (caseId = town.caseId) => {
      const found = await read(database.app, asSystem(vejen), (tx) => findCase(tx, caseId))
      if (found === undefined) throw new Error('the case is not there')
      return found.file
    },
    desk: async (userId = town.caseworker) => {
      const { cookie, csrf } = await test.logIn(userId)
      const get = async (path: string) => textOf(await test.get(path, cookie))
      const send = async (path: string, fields: Fields, action = path) => {
        const shown = await get(path)
        const body = new URLSearchParams({ _csrf: csrf })
        for (const [name, value] of hiddenOf(shown.text, action))
          if (!(name in fields) && name !== '_csrf') body.append(name, value)
        for (const [name, value] of Object.entries(fields))
          for (const one of [value].flat()) body.append(name, one)
        return textOf(await test.postForm(action, body, cookie))
      }
      return {
        get,
        send,
        done: async (path, fields, action) => {
          const answer = await send(path, fields, action)
          expect([answer.status, errorsIn(answer.text)]).toEqual([303, []])
          return get(answer.location ?? path)
        },
      }
    },
  }
}

/** The sentences of the error summary. */
export const errorsIn = (html: string): readonly string[] => {
  const summary = /id="fejl">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? ''
  return [...summary.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, id, text]) => `${id}: ${text}`)
}
