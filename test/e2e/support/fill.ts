/** Forms as a person fills them in: each field found by the words that stand at it. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * What the field says → what is put there. Text is typed; a choice is named by its words; several are ticked; a date is
 * written `2026-11-24`. Fields are looked for in the page's main part.
 */
export type Answers = Readonly<Record<string, string | readonly string[]>>

export async function fill(page: Page, answers: Answers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await fillOne(page.getByRole('main'), label, answer)
}

async function fillOne(main: Locator, label: string, answer: string | readonly string[]): Promise<void> {
  const group = main.getByRole('group', { name: label, exact: true })
  if ((await group.count()) > 0) {
    const date = typeof answer === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(answer)
    if (date) {
      await group.getByLabel('Dag', { exact: true }).fill(date[3] ?? '')
      await group.getByLabel('Måned', { exact: true }).fill(date[2] ?? '')
      await group.getByLabel('År', { exact: true }).fill(date[1] ?? '')
      return
    }
    for (const choice of [answer].flat())
      await group.getByLabel(choice, { exact: true }).check({ force: true })
    return
  }
  const field = main.getByLabel(label, { exact: true })
  const text = [answer].flat().join(' ')
  if (await field.evaluate((element) => element.tagName === 'SELECT'))
    await field.selectOption({ label: text })
  else await field.fill(text)
}

/** Presses a button, and what was asked for must be taken: no error on the page that follows. */
export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  await page.waitForLoadState()
  const errors = await page.locator('main .alert-error, main .form-error-message').allTextContents()
  expect(errors, `“${button}” on ${new URL(page.url()).pathname}`).toEqual([])
}

export const mainText = async (page: Page): Promise<string> =>
  ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ')
