import pg from 'pg'
import { expect, it } from 'vitest'
import { errorText } from './error-text.ts'

it('keeps a message of our own, without what looks like a CPR number', () => {
  const text = errorText(new Error('the case of 010203-1234 has no unit'))
  expect(text).toContain('the case of … has no unit')
  expect(text).toContain('error-text.test.ts')
})

it('keeps only kind and code of what drivers and parsers say, for they repeat what was typed', () => {
  const driver = new pg.DatabaseError('invalid input syntax for type uuid: "Kirsten"', 1, 'error')
  driver.code = '22P02'
  const parser = (() => {
    try {
      return JSON.parse('{"Kirsten": }')
    } catch (error) {
      return error
    }
  })()
  for (const error of [driver, parser]) expect(errorText(error)).not.toContain('Kirsten')
  expect(errorText(driver)).toContain('22P02')
  expect(errorText(parser)).toMatch(/^SyntaxError\n\s+at /)
})

it('copes with what is no error', () => {
  expect(errorText('Kirsten')).not.toContain('Kirsten')
})
