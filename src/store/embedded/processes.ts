/** Processes by number *and* start time, since numbers come round again. Linux only, as is all of this folder. */
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export type ProcessMark = { readonly pid: number; readonly started: string }

/** The mark of a running process; undefined when there is none (or only its unburied remains). */
export function findProcess(pid: number): ProcessMark | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold anything; what follows the last one is numbers.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, started] = [fields[0], fields[19]]
    return state === 'Z' || started === undefined ? undefined : { pid, started }
  } catch {
    return undefined
  }
}

export const isSameProcess = (mark: ProcessMark): boolean => findProcess(mark.pid)?.started === mark.started

/** The folder a process stands in; PostgreSQL stands in its data folder. */
export function findWorkingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Whether the process was gone within the time. */
export async function waitUntilGone(mark: ProcessMark, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (isSameProcess(mark)) {
    if (Date.now() > end) return false
    await sleep(20)
  }
  return true
}
