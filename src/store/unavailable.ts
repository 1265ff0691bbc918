/** Whether an error means that the database is not there just now, and not that something is wrong with what was asked. */

// Connection exceptions (08…), too many connections, shutting down, starting up; and the network's own names.
const passing = /^(08...|53300|57P0[1-3])$/
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
])

export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  const syscall = 'syscall' in error ? String(error.syscall) : ''
  if (network.has(code)) return /^(connect|read|write|getaddrinfo)$/.test(syscall)
  return (
    passing.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/.test(
      error.message,
    )
  )
}
