/** Clause ids are data: another municipality is another folder. They stand nowhere in the sources outside comments. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadMunicipalities } from '../../src/standards/load.ts'
import { clausesOf } from '../../src/standards/municipality.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|examples)\.tsx?$/.test(name))
  .map((name) => join('src', name))

/** The code without its comments, so far as looking for ids needs it: a `//` inside a text is left alone after a colon. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')

const ids = [...new Set(loadMunicipalities().flatMap((m) => clausesOf(m).map((c) => c.id)))]

/** Ids of this shape are looked for even where no standard has them. */
const shape = /\b(?:K\d\.\d[ab]?-\d+|(?:FVL|OFL|RSL|SEL|GDPR|HV|L)-\d+[a-z]?(?:-\d+)?)\b/

/** Names of legal grounds that a decision may cite; they are the law's paragraphs and happen to look alike. */
const legalGrounds = /'(?:SEL-104|SEL-105|SEL-141|SEL-103|RSL-5|RSL-9|RSL-11-b)'/g

test('no source names a clause', () => {
  const found = sources.flatMap((file) => {
    const code = withoutComments(readFileSync(file, 'utf8')).replace(legalGrounds, '')
    const hit = ids.find((id) => new RegExp(`(?<![\\w-])${id.replaceAll('.', '\\.')}(?![\\w-])`).test(code))
    const shaped = shape.exec(code)?.[0]
    return hit || shaped ? [`${file}: ${hit ?? shaped}`] : []
  })
  expect(found).toEqual([])
})

test('the search would find one', () => {
  const id = ids[0] ?? ''
  expect(shape.test(withoutComments(`const clause = '${id}' // ${id}`))).toBe(true)
  expect(shape.test(withoutComments(`/* ${id} */ const clause = 1 // ${id}`))).toBe(false)
})
