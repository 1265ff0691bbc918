/** From the words on the command line to a command and its options, and the help that the table prints. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Command, type Options, UsageError } from './command.ts'

export type Parsed =
  | { readonly kind: 'overview' }
  | { readonly kind: 'help'; readonly command: Command }
  | {
      readonly kind: 'run'
      readonly command: Command
      readonly options: Readonly<Record<string, string | boolean | undefined>>
      readonly words: readonly string[]
      readonly json: boolean
    }

/** Throws `UsageError` with one sentence on the first thing that is wrong. */
export function parseArguments(commands: readonly Command[], given: readonly string[]): Parsed {
  const [name, ...rest] = given
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return { kind: 'overview' }
  const command = commands.find((c) => c.name === name)
  if (command === undefined)
    throw new UsageError(`There is no command "${name}": hverdag --help lists those there are.`)
  const { values, positionals } = read(command, rest)
  if (values.help === true) return { kind: 'help', command }
  const options: Record<string, string | boolean | undefined> = {}
  for (const [option, { type, ...more }] of Object.entries(command.options)) {
    const value = values[option]
    if (value === undefined && 'required' in more && more.required)
      throw new UsageError(`hverdag ${name} needs --${option}.`)
    if (typeof value !== 'object') options[option] = value ?? (type === 'boolean' ? false : undefined)
  }
  const missing = command.words[positionals.length]
  if (missing !== undefined) throw new UsageError(`hverdag ${name} needs ${missing}.`)
  const extra = positionals[command.words.length]
  if (extra !== undefined) throw new UsageError(`hverdag ${name} has no use for "${extra}".`)
  return { kind: 'run', command, options, words: positionals, json: values.json === true }
}

function read(command: Command, args: string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = {
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
  }
  for (const [name, { type }] of Object.entries(command.options)) options[name] = { type }
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const [sentence = 'The options are wrong'] = error instanceof Error ? error.message.split(/[.\n]/) : []
    throw new UsageError(`${sentence}. See hverdag ${command.name} --help.`)
  }
}

const column = (left: string): string => `  ${left.padEnd(24)} `

/** All commands, a line each. */
export const overview = (commands: readonly Command[]): string =>
  [
    'hverdag: a quality standard that runs',
    '',
    'Usage: hverdag COMMAND [OPTIONS]',
    '',
    ...commands.map((c) => column([c.name, ...c.words].join(' ')) + c.summary),
    '',
    'hverdag COMMAND --help says more; --json prints the result as JSON.',
  ].join('\n')

/** One command with its options. */
export const helpOf = (command: Command): string =>
  [
    command.summary,
    '',
    `Usage: ${['hverdag', command.name, ...command.words].join(' ')} [OPTIONS]`,
    ...(command.about ? ['', command.about] : []),
    '',
    ...optionLines(command.options),
    `${column('--json')}Print the result as JSON, and nothing else on standard output.`,
    `${column('--help')}Print this.`,
  ].join('\n')

const optionLines = (options: Options): readonly string[] =>
  Object.entries(options).map(
    ([name, option]) =>
      column(option.type === 'string' ? `--${name} ${option.value}` : `--${name}`) +
      option.summary +
      (option.type === 'string' && option.required ? ' Required.' : ''),
  )
