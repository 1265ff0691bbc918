import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

test('CI runs the one test command and nothing besides', () => {
  const [command, ...before] = readFileSync('.ci/run', 'utf8').trim().split('\n').reverse()
  expect(command).toBe('npm ci && npm test')
  for (const line of before) expect(line).toMatch(/^(#|set -euo pipefail$)/)
})

test.each(['lint', 'dead', 'typecheck', 'build'])('that command checks %s before the tests run', (script) => {
  expect(scripts.test).toContain(`npm run --silent ${script} && `)
  expect(scripts.test).toMatch(/ && vitest run$/)
})
