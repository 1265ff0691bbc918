/** The lint rules that hold the direction of imports must themselves be able to fail: each is given a file that breaks it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const forbidden: readonly (readonly [folder: string, specifier: string])[] = [
  ['src/domain/case', '../../store/journal.ts'],
  ['src/domain/case', '../../letters/letter-content.ts'],
  ['src/domain/case', '../../web/platform/app.ts'],
  ['src/domain/case', 'node:fs'],
  ['src/domain/case', 'pg'],
  ['src/store', '../casework/perform.ts'],
  ['src/store', '../letters/letter-content.ts'],
  ['src/letters', '../store/journal.ts'],
  ['src/letters/compose', '../../work/runner.ts'],
  ['src/exchange/digital-post', '../../casework/perform.ts'],
  ['src/casework', '../web/platform/app.ts'],
]
const allowed: readonly (readonly [folder: string, specifier: string])[] = [
  ['src/store', '../domain/identity.ts'],
  ['src/casework', '../store/journal.ts'],
  ['src/web/citizen', '../../casework/perform.ts'],
]

const name = (specifier: string): string => `${specifier.replace(/\W+/g, '-')}fixture.ts`
let project: string
let reported: string

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'hverdag-lint-'))
  const configuration = JSON.parse(readFileSync('biome.json', 'utf8'))
  writeFileSync(join(project, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }))
  for (const [folder, specifier] of [...forbidden, ...allowed]) {
    const file = join(project, folder, name(specifier))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `import { x } from '${specifier}'\n\nexport const y = x\n`)
  }
  const biome = resolve('node_modules/.bin/biome')
  const run = spawnSync(biome, ['lint', '--reporter=github', '--max-diagnostics=none', '.'], {
    cwd: project,
    encoding: 'utf8',
  })
  reported = `${run.stdout}${run.stderr}`
})
afterAll(() => rmSync(project, { recursive: true }))

const complaints = (folder: string, specifier: string): readonly string[] =>
  reported
    .split('\n')
    .filter((line) => line.includes(`${folder}/${name(specifier)}`) && line.includes('noRestrictedImports'))

test.each(forbidden)('%s may not import %s', (folder, specifier) => {
  expect(complaints(folder, specifier)).not.toEqual([])
})

test.each(allowed)('%s may import %s', (folder, specifier) => {
  expect(complaints(folder, specifier)).toEqual([])
})
