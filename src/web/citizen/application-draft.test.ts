import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'

let work: TownAtWork
let login: { readonly cookie: string; readonly csrf: string }
beforeAll(async () => {
  work = await openTown()
  login = await work.test.logIn({ person: work.town.citizen })
})
afterAll(() => work.database.drop())

const address = 'http://vejen.localhost/borger/ansoegning/transport'
const ask = (url: string, init: RequestInit = {}) =>
  work.test.app.request(url, {
    ...init,
    headers: { host: 'vejen.localhost', origin: 'http://vejen.localhost', cookie: login.cookie },
  })
const post = (url: string, fields: Record<string, string>) =>
  ask(url, { method: 'POST', body: new URLSearchParams({ _csrf: login.csrf, ...fields }) })

const show = async () => (await ask(address)).text()
const pageOf = (html: string) => /name="_page" value="([^"]+)"/.exec(html)?.[1] ?? ''
const chosen = async () => {
  const boxes = (await show()).match(/<input[^>]*name="transport"[^>]*>/g) ?? []
  return boxes.filter((box) => /\bchecked\b/.test(box)).map((box) => /value="([^"]*)"/.exec(box)?.[1])
}
const autosave = (page: string, turn: number, transport: string) =>
  post(`${address}?gem=1`, { _page: page, _turn: String(turn), transport })

describe('what is saved as one types', () => {
  it('is not laid over what was saved later', async () => {
    const page = pageOf(await show())
    expect((await autosave(page, 1, 'none')).status).toBe(204)
    expect((await autosave(page, 3, 'transport')).status).toBe(204)
    expect((await autosave(page, 2, 'none')).status).toBe(204)
    expect(await chosen()).toEqual(['transport'])
  })

  it('is not laid over what the same page sent', async () => {
    const page = pageOf(await show())
    expect((await post(address, { _page: page, transport: 'transport' })).status).toBe(303)
    await autosave(page, 9_999, 'none')
    await autosave(page, Number.MAX_SAFE_INTEGER, 'none')
    expect(await chosen()).toEqual(['transport'])
  })

  it('is kept from a page shown after it, and from one that says nothing of itself', async () => {
    const page = pageOf(await show())
    await autosave(page, 1, 'none')
    expect(await chosen()).toEqual(['none'])
    await post(`${address}?gem=1`, { transport: 'transport' })
    expect(await chosen()).toEqual(['transport'])
    await autosave(randomUUID(), 1, 'none')
    expect(await chosen()).toEqual(['none'])
  })
})
