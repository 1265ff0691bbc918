import { expect, test } from 'vitest'
import { main } from '../cli.ts'
import { helpOf, overview, parseArguments } from './arguments.ts'
import { command, UsageError } from './command.ts'

const table = [
  command({
    name: 'look',
    summary: 'Look at a case.',
    words: ['CASE'],
    options: {
      on: { type: 'string', value: 'DATE', summary: 'The day.', required: true },
      as: { type: 'string', value: 'ROLE', summary: 'The role.' },
      deep: { type: 'boolean', summary: 'All of it.' },
    },
    run: async () => 0,
  }),
]
const parse = (...given: string[]) => parseArguments(table, given)

test('options and words come as the table says; what was not given is absent or false', () => {
  expect(parse('look', '2026-0001', '--on', '2026-11-24')).toMatchObject({
    kind: 'run',
    words: ['2026-0001'],
    options: { on: '2026-11-24', as: undefined, deep: false },
    json: false,
  })
  expect(parse('look', '--deep', '--json', '--on=2026-11-24', 'x')).toMatchObject({
    options: { deep: true },
    json: true,
  })
})

test.each([
  [['see'], 'There is no command "see": hverdag --help lists those there are.'],
  [['look', '--on', '2026-11-24'], 'hverdag look needs CASE.'],
  [['look', 'x'], 'hverdag look needs --on.'],
  [['look', 'x', 'y', '--on', '2026-11-24'], 'hverdag look has no use for "y".'],
  [['look', 'x', '--of', '3'], "Unknown option '--of'. See hverdag look --help."],
])('wrong use is one sentence: %j', (given, sentence) => {
  expect(() => parse(...given)).toThrow(new UsageError(sentence))
})

test('the help names every command, word and option', () => {
  expect(overview(table)).toContain('look CASE')
  for (const part of ['look CASE', '--on DATE', '--as ROLE', '--deep', '--json', '--help', 'Required.'])
    expect(helpOf(table[0] ?? expect.fail())).toContain(part)
})

async function run(...given: string[]) {
  const lines = { out: [] as string[], err: [] as string[] }
  const code = await main(given, {
    environment: { DATABASE_URL: 'postgres://a@127.0.0.1:1/x' },
    out: (line) => lines.out.push(line),
    err: (line) => lines.err.push(line),
  })
  return { code, ...lines }
}

test('exit codes: 0 for help, 2 for wrong use, 1 for what is not set up, each with its one sentence', async () => {
  expect(await run()).toMatchObject({ code: 0, err: [] })
  expect(await run('migrate', '--help')).toMatchObject({ code: 0, err: [] })
  expect(await run('nothing')).toMatchObject({
    code: 2,
    out: [],
    err: [expect.stringMatching(/^There is no/)],
  })
  expect(await run('migrate', '--json')).toMatchObject({
    code: 1,
    out: [],
    err: ['DATABASE_URL is set, and DATABASE_ADMIN_URL, DATABASE_WORKER_URL must be set with it.'],
  })
})
