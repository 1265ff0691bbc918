/** An error as the log may hold it. Messages of drivers and parsers repeat what was typed; those say only what they are. */

/** A name, a code and where it was; the message only where we wrote it ourselves, with anything like a CPR number taken out. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const ours = error.constructor === Error && code === ''
  const message = ours ? `: ${error.message.replace(/\d{6}[- ]?\d{4}/g, '…')}` : ''
  return [`${error.name}${code}${message}`, ...frames].join('\n')
}
