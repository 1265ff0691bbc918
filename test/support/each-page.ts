/** Pages of a face held to the same: WCAG 2.2 AA, no sideways scroll, one heading, at both widths and in each language. */
import { expect } from 'vitest'
import { expectNoAxeViolations, expectNoSidewaysScroll, type TestBrowser } from './browser.ts'

const languages = ['da', 'let', 'en'] as const

/**
 * Opens each path as somebody logged in, in each language, wide and narrow. The languages share their markup: axe looks at
 * each on the narrow screen, where more is in the way, and at Danish on the wide one as well.
 */
export async function expectSoundPages(
  browser: TestBrowser,
  origin: string,
  cookies: Readonly<Record<string, string>>,
  paths: readonly string[],
): Promise<void> {
  for (const sprog of languages) {
    const page = await browser.openPage({ origin, cookies: { ...cookies, sprog } })
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(path)
      expect([path, answer?.status()]).toEqual([path, 200])
      expect(await page.title(), path).not.toMatch(/Prøve|\d{6}-?\d{4}/)
      await expectNoSidewaysScroll(page)
      if (sprog === 'da') await expectNoAxeViolations(page)
      await page.setViewportSize({ width: 320, height: 900 })
      await expectNoSidewaysScroll(page)
      await expectNoAxeViolations(page)
      expect(await page.evaluate<readonly string[]>(hardToUse), `${path} in ${sprog}`).toEqual([])
    }
    await page.context().close()
  }
}

// Runs in the page, whose types this program does not have: hence as text. A link inside a sentence need not be large, the
// parts of a date are named above their fields, and what is hidden is nobody's target (ux.md §§ 4.0, 7, 8).
const hardToUse = `(() => {
  const found = []
  const count = (selector) => document.querySelectorAll(selector).length
  if (count('h1') !== 1) found.push('h1: ' + count('h1'))
  if (count('main .button-primary') > 1) found.push('primary buttons: ' + count('main .button-primary'))
  if (count('header .hv-help') !== 1) found.push('no help at the top')
  for (const group of document.querySelectorAll('fieldset'))
    if (group.querySelectorAll('input[type=radio], input[type=checkbox]').length > 7)
      found.push('more than seven choices: ' + group.textContent.trim().slice(0, 60))
  const targets = 'header a, footer a, .button, summary, .hv-links a, .back-link, .hv-change a, input.form-input, select, ' +
    '.form-group-radio label, .form-group-checkbox label'
  for (const target of document.querySelectorAll(targets)) {
    const { height, width } = target.getBoundingClientRect()
    if (!target.matches('.skipnav') && width > 0 && height < 47.5) found.push(height + ' px: ' + target.outerHTML.slice(0, 120))
  }
  return found
})()`
