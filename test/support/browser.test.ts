/** The eyes of every browser test can see: what is wrong on a page is found, each time it is looked at. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoAxeViolations, expectNoSidewaysScroll, openBrowser, type TestBrowser } from './browser.ts'

let browser: TestBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const open = async (body: string) => {
  const page = await browser.openPage({ origin: 'http://127.0.0.1', width: 320 })
  await page.setContent(`<!doctype html><html lang="da"><title>Prøve</title><main>${body}</main></html>`)
  return page
}

it('axe finds a field without a name, also on a page it has looked at before', async () => {
  const page = await open('<h1>Prøve</h1>')
  await expectNoAxeViolations(page)
  await page.evaluate(`document.querySelector('main').append(document.createElement('input'))`)
  await expect(expectNoAxeViolations(page)).rejects.toMatchObject({
    actual: [expect.stringContaining('label: ')],
  })
})

it('axe finds text that is too faint', async () => {
  const page = await open('<h1 style="color: #ccc; background: #fff">Prøve</h1>')
  await expect(expectNoAxeViolations(page)).rejects.toMatchObject({
    actual: [expect.stringContaining('color-contrast: ')],
  })
})

it('what sticks out of a narrow window is named', async () => {
  const page = await open('<h1>Prøve</h1>')
  await expectNoSidewaysScroll(page)
  await page.evaluate(`document.querySelector('h1').style.width = '400px'`)
  await expect(expectNoSidewaysScroll(page)).rejects.toMatchObject({
    actual: [expect.stringContaining('H1')],
  })
})
