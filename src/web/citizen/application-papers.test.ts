import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'

let work: TownAtWork
beforeAll(async () => {
  work = await openTown()
})
afterAll(() => work.database.drop())

it('an application holds twenty files; what is more is said by name, and what there was room for is kept', async () => {
  const { cookie, csrf } = await work.test.logIn({ person: work.town.citizen })
  const send = async (names: readonly string[]) => {
    const body = new FormData()
    body.set('_csrf', csrf)
    for (const name of names)
      body.append('fil', new File([`%PDF-${name}`], name, { type: 'application/pdf' }))
    const answer = await work.test.app.request('http://vejen.localhost/borger/ansoegning/bilag', {
      method: 'POST',
      body,
      headers: { host: 'vejen.localhost', cookie },
    })
    return { status: answer.status, text: await answer.text() }
  }
  const names = Array.from({ length: 21 }, (_, n) => `brev-${n + 1}.pdf`)
  const refused = await send(names)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('brev-21.pdf: Der er ikke plads til flere filer her.')
  expect(refused.text).not.toContain('brev-20.pdf: Der er ikke plads')
  expect(refused.text).toMatch(/<a href="[^"]+">brev-20\.pdf/)
  expect((await send(['brev-20.pdf'])).status, 'the same file again takes no room').toBe(303)
})
