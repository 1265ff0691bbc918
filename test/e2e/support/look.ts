/** Each page that a journey passes is looked at once, wide and narrow: WCAG 2.2 AA, and nothing sticks out. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../../support/browser.ts'

export type Looker = () => Promise<void>

/** One memory for a journey: a page is known by its path without numbers and names, and by its heading. */
export function startLooking(): (page: Page) => Promise<void> {
  const seen = new Set<string>()
  return async (page) => {
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    const path = new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{4}/g, '…')
    const key = `${path} ${heading?.replace(/\d/g, '')}`
    if (seen.has(key)) return
    seen.add(key)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page)
      await expectNoAxeViolations(page)
    }
    expect(await page.title(), path).not.toMatch(/\d{6}-?\d{4}/)
  }
}
