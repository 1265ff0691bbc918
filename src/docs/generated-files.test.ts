import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../cli.ts'
import { generatedFiles } from './generated-files.ts'

test.each(generatedFiles())('%s is what the code prints now (npm run docs)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('every command says what it prints', () => {
  expect(commands.filter((c) => c.output === undefined).map((c) => c.name)).toEqual([])
})
