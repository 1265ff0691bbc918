/** What a command of the command line is: one row of the table in `src/cli.ts`, from which parsing and help follow. */
import type { z } from 'zod'

type TextOption = {
  readonly type: 'string'
  /** What stands for the value in the help, e.g. DATE. */
  readonly value: string
  readonly summary: string
  readonly required?: boolean
}
type FlagOption = { readonly type: 'boolean'; readonly summary: string }
export type Options = Readonly<Record<string, TextOption | FlagOption>>

/** The options as they were given, by the table's own types. */
export type Given<O extends Options> = {
  readonly [K in keyof O]: O[K] extends FlagOption
    ? boolean
    : O[K] extends { readonly required: true }
      ? string
      : string | undefined
}

type AsParsed = Readonly<Record<string, string | boolean | undefined>>

export type Call<O = AsParsed> = {
  readonly options: O
  /** The words beside the options, as many as the command names. */
  readonly words: readonly string[]
  readonly json: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The result, once: the value with `--json`, the text otherwise. */
  readonly print: (result: { readonly json: unknown; readonly text: string }) => void
  /** A line for those who wait, on standard error: standard output holds the result alone. */
  readonly progress: (line: string) => void
}

export type Command = {
  readonly name: string
  /** One line of the overview. */
  readonly summary: string
  /** What the help says below it, when there is more to say. */
  readonly about?: string
  /** Names of the words beside the options, all of them required, e.g. CASE. */
  readonly words: readonly string[]
  readonly options: Options
  /** The shape of what `--json` prints: `schemas/` and `docs/cli.md` are made from it. */
  readonly output?: z.ZodType
  /** Gives the exit code: 0 as wished, 1 when what was looked for is not as it should be. */
  readonly run: (call: Call) => Promise<number>
}

type Described<O extends Options> = Omit<Command, 'options' | 'run' | 'words'> & {
  readonly words?: readonly string[]
  readonly options?: O
  readonly run: (call: Call<Given<O>>) => Promise<number>
}

/** A command whose `run` gets its own options by type. What the table says is required has been checked before. */
export const command = <const O extends Options = Record<never, never>>({
  options,
  words = [],
  run,
  ...described
}: Described<O>): Command => ({
  ...described,
  words,
  options: options ?? {},
  // The parser gives exactly the options that the table describes.
  run: (call) => run({ ...call, options: call.options as Given<O> }),
})

/** Wrong use of the command line: one sentence, exit 2. Also for a kind, date or case that there is none of. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
