/** Each pictogram that a page can show is a file that is served, drawn by somebody who is named, and explained. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { activityKindCodes } from '../../domain/vocabulary/ffb.ts'
import { pictureOfKind } from '../citizen/activity-picture.ts'
import { pictograms, pictureCredit } from '../ui/pictograms.ts'
import { publicRoutes } from './routes.tsx'

const folder = new URL('../../../dist/public/pictograms/', import.meta.url)
const drawn = [...new Set(Object.values(pictograms))].map((name) => `${name}.svg`).sort()

test('the build holds the pictograms that are used and no others, beside their licence, each a picture that runs nothing', () => {
  expect(readdirSync(folder).sort()).toEqual(['LICENSE.txt', ...drawn].sort())
  const licence = readFileSync(new URL('LICENSE.txt', folder), 'utf8')
  for (const said of [
    pictureCredit.set,
    pictureCredit.authors,
    pictureCredit.licence,
    pictureCredit.licenceText,
  ])
    expect(licence).toContain(said)
  for (const name of drawn) {
    const drawing = readFileSync(new URL(name, folder), 'utf8')
    expect(drawing).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 72 72">.+<\/svg>\n$/s,
    )
    expect(drawing).not.toMatch(/<script|<style| style=|\son\w+=|href="(?!#)/)
  }
})

test('/billeder shows each of them with what it means, and says whose they are and on what terms, in each language', async () => {
  const db: FreshDatabase = await freshDatabase()
  try {
    const app = openTestApp({ database: db, routes: publicRoutes })
    for (const language of ['da', 'let', 'en']) {
      const text = await (await app.get('/billeder', `hverdag-sprog=${language}`)).text()
      for (const name of drawn) expect(text).toContain(`/assets/pictograms/${name}`)
      for (const said of [pictureCredit.set, pictureCredit.authors, pictureCredit.licence])
        expect(text).toContain(said)
      expect(text).toContain(`href="${pictureCredit.licenceText}"`)
    }
  } finally {
    await db.drop()
  }
})

test('each kind of activity has a pictogram of its own', () => {
  const pictures = activityKindCodes.map((code) => pictureOfKind[code])
  expect(new Set(pictures).size).toBe(activityKindCodes.length)
})
