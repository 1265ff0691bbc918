/**
 * Where the PostgreSQL from npm can run, and as whom. PostgreSQL refuses to run as root, so root hands it to an
 * ordinary account; everybody else runs it as themselves.
 */
import { readFileSync } from 'node:fs'

/** What goes wrong here is the machine's, not the program's: one sentence that says what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError'
}

export type Account = { readonly uid: number; readonly gid: number }

type Machine = { readonly platform: string; readonly arch: string; readonly glibc: string | undefined }

export function thisMachine(): Machine {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return { platform: process.platform, arch: process.arch, glibc: report.header?.glibcVersionRuntime }
}

/** Throws where the npm-shipped PostgreSQL cannot run: anywhere but Linux x64 with glibc. */
export function refuseOtherMachines(machine: Machine): void {
  if (machine.platform === 'linux' && machine.arch === 'x64' && machine.glibc !== undefined) return
  throw new EmbeddedPostgresError(
    `The PostgreSQL that comes with Hverdag runs on Linux x64 with glibc, and this is ${machine.platform} ${machine.arch}` +
      `${machine.platform === 'linux' && machine.glibc === undefined ? ' without glibc' : ''}: ` +
      'install PostgreSQL 15 or later and set DATABASE_URL and DATABASE_ADMIN_URL.',
  )
}

const preferred = ['nobody', 'postgres', 'daemon']

/** The account that root hands PostgreSQL to; undefined for an ordinary user, who keeps it. */
export function accountForPostgres(
  uid: number | undefined = process.getuid?.(),
  passwd: () => string = () => readFileSync('/etc/passwd', 'utf8'),
): Account | undefined {
  if (uid !== 0) return undefined
  const accounts = passwd()
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , userId, groupId]) => ({ name, uid: Number(userId), gid: Number(groupId) }))
    .filter((a) => a.uid > 0)
  const found = preferred.map((name) => accounts.find((a) => a.name === name)).find((a) => a !== undefined)
  if (found) return { uid: found.uid, gid: found.gid }
  throw new EmbeddedPostgresError(
    'PostgreSQL cannot run as root and this machine has none of the accounts nobody, postgres and daemon: ' +
      'start Hverdag as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}
