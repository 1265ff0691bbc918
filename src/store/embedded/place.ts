/**
 * Where an embedded cluster lies. The caller names a folder; when the account that runs PostgreSQL cannot reach it
 * (root's checkout under /root), the cluster lies under /var/lib/hverdag instead and the folder says where. Deleting
 * the folder deletes the database: what an earlier life of it left behind is cleared away at the next start.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { stopOrphan } from './orphan.ts'
import type { Account } from './platform.ts'

/** Only root writes here, so that nobody can put something else in a program's place. */
const elsewhere = '/var/lib/hverdag'
const pointer = 'lies-in'
const origin = 'belongs-to'

export type Place = {
  /** The folder that the caller named. */
  readonly named: string
  /** The folder that the cluster lies in: the same, or one under /var/lib/hverdag. */
  readonly home: string
  /** For copies of the programs, one per version. */
  readonly copies: string
}

const reaches = (account: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', '[ -x "$1" ]', 'sh', folder], { cwd: '/', stdio: 'ignore', ...account })
    .status === 0

/** The cluster's place for this folder, made where it is not there yet. */
export async function findPlace(
  folder: string,
  account: Account | undefined,
  log: (line: string) => void,
): Promise<Place> {
  mkdirSync(folder, { recursive: true })
  const named = realpathSync(folder)
  if (account === undefined) {
    chmodSync(named, 0o700)
    return { named, home: named, copies: named }
  }
  chmodSync(named, 0o711)
  if (reaches(account, named)) return { named, home: named, copies: elsewhere }

  mkdirSync(elsewhere, { recursive: true })
  // Whatever the umask: the account has to get through.
  chmodSync(elsewhere, 0o755)
  const note = join(named, pointer)
  const home = existsSync(note)
    ? readFileSync(note, 'utf8').trim()
    : join(elsewhere, randomBytes(8).toString('hex'))
  await clearEarlierLives(named, home, log)
  if (!existsSync(home)) {
    mkdirSync(home)
    chmodSync(home, 0o711)
    writeFileSync(join(home, origin), named)
  }
  writeFileSync(note, home)
  return { named, home, copies: elsewhere }
}

/** Where the cluster of a folder lies, without making anything. */
export function homeOf(folder: string): string {
  const note = join(folder, pointer)
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : realpathSync(folder)
}

async function clearEarlierLives(named: string, home: string, log: (line: string) => void): Promise<void> {
  for (const name of readdirSync(elsewhere)) {
    const other = join(elsewhere, name)
    const file = join(other, origin)
    if (other !== home && existsSync(file) && readFileSync(file, 'utf8') === named) {
      await stopOrphan(other, log)
      rmSync(other, { recursive: true, force: true })
    }
  }
}

/** Takes the cluster away for good. */
export function removePlace(place: Place): void {
  rmSync(place.home, { recursive: true, force: true })
  rmSync(place.named, { recursive: true, force: true })
}
