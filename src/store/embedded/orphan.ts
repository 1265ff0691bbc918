/**
 * One owner at a time. After `kill -9` of the program its PostgreSQL runs on without anyone; the next start stops it
 * before it starts its own. While the owner lives, a second start is refused.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './platform.ts'
import {
  findProcess,
  findWorkingFolder,
  isSameProcess,
  type ProcessMark,
  waitUntilGone,
} from './processes.ts'

const ownerFile = (home: string) => join(home, 'owner.json')
export const clusterFolder = (home: string): string => join(home, 'cluster')

/** Makes this process the cluster's owner. Throws, naming the other, while another one is. */
export function takeOwnership(home: string): void {
  const me = findProcess(process.pid)
  const file = ownerFile(home)
  const claim = () => writeFileSync(file, JSON.stringify(me), { flag: 'wx' })
  try {
    claim()
    return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const owner = findOwner(home)
  if (owner) {
    throw new EmbeddedPostgresError(
      `The database in ${home} is in use by process ${owner.pid}: stop that first, or choose another data folder.`,
    )
  }
  rmSync(file, { force: true })
  claim()
}

/** The process that owns the cluster now, if one lives. */
export function findOwner(home: string): ProcessMark | undefined {
  const owner = readMark(ownerFile(home))
  return owner && isSameProcess(owner) ? owner : undefined
}

export const giveUpOwnership = (home: string): void => rmSync(ownerFile(home), { force: true })

function readMark(file: string): ProcessMark | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as ProcessMark
    return { pid, started }
  } catch {
    return undefined
  }
}

/** Stops the PostgreSQL that an owner left running here, if there is one. */
export async function stopOrphan(home: string, log: (line: string) => void): Promise<void> {
  const cluster = clusterFolder(home)
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const mark = findProcess(pid)
  // The number may meanwhile be somebody else's: only one that stands in this very folder is ours.
  if (mark === undefined || findWorkingFolder(pid) !== cluster) {
    rmSync(pidFile, { force: true })
    return
  }
  log(`A PostgreSQL (process ${pid}) was left running by an earlier start: stopping it.`)
  process.kill(pid, 'SIGINT')
  if (await waitUntilGone(mark, 20_000)) return
  process.kill(pid, 'SIGQUIT')
  if (await waitUntilGone(mark, 10_000)) return
  throw new EmbeddedPostgresError(
    `A PostgreSQL left running in ${cluster} (process ${pid}) does not stop: end it by hand.`,
  )
}
