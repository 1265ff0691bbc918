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
  /** Fills in the page's form that goes to `action`; what stands in its other fields goes along, as from a browser. */
  readonly send: (path: string, fields: Fields, action?: string) => Promise<Answer>
  /** Presses the button of a form in an answer as it stands: “are you sure?”. */
  readonly sure: (answer: Answer, action: string) => Promise<Answer>
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

const attribute = (tag: string, name: string): string | undefined =>
  plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1])

const plain = (html: string | undefined): string | undefined =>
  html
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What a browser would send of the form on a page that goes to `action`, if only its button were pressed. */
export function formIn(html: string, action: string): readonly (readonly [name: string, value: string])[] {
  // A button of the form may go to another address than the form itself.
  const forms = html.split('<form ').map((part) => part.slice(0, part.indexOf('</form>')))
  const own = forms.find((part) => part.includes(`action="${action}"`)) ?? ''
  const fields: (readonly [string, string])[] = []
  for (const [field] of own.matchAll(/<input [^>]*>|<textarea [^>]*>[^<]*|<select [^>]*>.*?<\/select>/gs)) {
    const name = attribute(field.slice(0, field.indexOf('>')), 'name')
    if (name === undefined) continue
    const type = field.startsWith('<input') ? attribute(field, 'type') : undefined
    if (field.startsWith('<textarea')) fields.push([name, plain(field.slice(field.indexOf('>') + 1)) ?? ''])
    else if (field.startsWith('<select')) fields.push([name, chosenIn(field)])
    else if (type === 'radio' || type === 'checkbox') {
      if (/ checked/.test(field)) fields.push([name, attribute(field, 'value') ?? ''])
    } else if (type !== 'file') fields.push([name, attribute(field, 'value') ?? ''])
  }
  return fields
}

function chosenIn(select: string): string {
  const options = [...select.matchAll(/<option [^>]*>/g)].map(([tag]) => tag)
  return attribute(options.find((o) => / selected/.test(o)) ?? options[0] ?? '', 'value') ?? ''
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
      const send = async (path: string, fields: Fields, action = path.replace(/\?.*/, '')) => {
        const shown = await get(path)
        const body = new URLSearchParams({ _csrf: csrf })
        for (const [name, value] of formIn(shown.text, action))
          if (!(name in fields) && name !== '_csrf') body.append(name, value)
        for (const [name, value] of Object.entries(fields))
          for (const one of [value].flat()) body.append(name, one)
        return textOf(await test.postForm(action, body, cookie))
      }
      return {
        get,
        send,
        sure: async (answer, action) => {
          const body = new URLSearchParams()
          for (const [name, value] of formIn(answer.text, action)) body.append(name, value)
          return textOf(await test.postForm(action, body, cookie))
        },
        done: async (path, fields, action) => {
          const answer = await send(path, fields, action)
          expect([answer.status, errorsIn(answer.text)]).toEqual([303, []])
          return get(answer.location ?? path)
        },
      }
    },
  }
}

/** The three parts of a date field. */
export function dayFields(name: string, day: string): Record<string, string> {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-d`]: d, [`${name}-m`]: m, [`${name}-y`]: y }
}

/** The sentences of the error summary. */
export const errorsIn = (html: string): readonly string[] => {
  const summary = /id="fejl">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? ''
  return [...summary.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, id, text]) => `${id}: ${text}`)
}
