/** The command line's door: the table of commands, and what happens around each. */

import { archivePackageCommand } from './cli/archive-package.ts'
import { helpOf, overview, parseArguments } from './cli/arguments.ts'
import { clausesCommand } from './cli/clauses.ts'
import { type Command, UsageError } from './cli/command.ts'
import { deadlineCommand } from './cli/deadline.ts'
import { explainCommand } from './cli/explain.ts'
import { exportCaseCommand } from './cli/export-case.ts'
import { exportHeadsCommand } from './cli/export-heads.ts'
import { migrateCommand } from './cli/migrate.ts'
import { rebuildCommand } from './cli/rebuild.ts'
import { seedCommand } from './cli/seed.ts'
import { sentenceOf } from './cli/sentence.ts'
import { demoCommand, serveCommand } from './cli/serve.ts'
import { verifyCommand } from './cli/verify.ts'

/** Every command there is. The overview, the help and `docs/cli.md` follow from it. */
export const commands: readonly Command[] = [
  serveCommand,
  demoCommand,
  migrateCommand,
  seedCommand,
  clausesCommand,
  deadlineCommand,
  explainCommand,
  exportCaseCommand,
  exportHeadsCommand,
  archivePackageCommand,
  verifyCommand,
  rebuildCommand,
]

export type Door = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/**
 * Runs a command and gives the exit code: 0 as wished, 1 when it failed or what was looked for is not as it should be,
 * 2 for wrong use. What goes wrong is one sentence on `err`.
 */
export async function main(given: readonly string[], { environment, out, err }: Door): Promise<number> {
  try {
    const parsed = parseArguments(commands, given)
    if (parsed.kind === 'overview') out(overview(commands))
    if (parsed.kind === 'help') out(helpOf(parsed.command))
    if (parsed.kind !== 'run') return 0
    const { command, options, words, json } = parsed
    return await command.run({
      options,
      words,
      json,
      environment,
      print: (result) => out(json ? JSON.stringify(result.json, null, 2) : result.text),
      progress: err,
    })
  } catch (error) {
    if (error instanceof UsageError) {
      err(error.message)
      return 2
    }
    err(sentenceOf(error) ?? `A fault in Hverdag: ${error instanceof Error ? error.stack : String(error)}`)
    return 1
  }
}
