/** The operator's log: one line of JSON for each thing that happened. Whoever writes to it says no names and nothing typed. */
import { type DestinationStream, pino } from 'pino'
import type { Configuration } from './configuration.ts'
import type { Log } from './web/platform/app.ts'
import type { WorkLog } from './work/start-worker.ts'

export type OpenLog = { readonly web: Log; readonly work: WorkLog; readonly say: (message: string) => void }

/** On standard output, or where a test says. A line's own `level` is its level. */
export function openLog({ logLevel }: Pick<Configuration, 'logLevel'>, to?: DestinationStream): OpenLog {
  const options = {
    level: logLevel,
    // What a line is about is in the line; the process and its machine are the operator's to know.
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  }
  const logger = to ? pino(options, to) : pino(options)
  return {
    web: ({ level, ...line }, message) =>
      level === 'error' ? logger.error(line, message) : logger.info(line, message),
    work: ({ level, message, ...line }) => logger[level](line, message),
    say: (message) => logger.info(message),
  }
}

/** Where the log goes when the terminal is for people: a file, made with its folder. */
export const logFile = (path: string): DestinationStream =>
  pino.destination({ dest: path, mkdir: true, sync: false })
