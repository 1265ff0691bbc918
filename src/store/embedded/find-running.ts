/** An embedded PostgreSQL that another process of ours runs: the command line looks into it while the product is up. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterFolder, findOwner } from './orphan.ts'
import { homeOf } from './place.ts'

/** The owner's address of the server that runs on this data folder; undefined when none does. */
export function findRunning(dataDir: string): { readonly adminUrl: string } | undefined {
  if (!existsSync(dataDir)) return undefined
  const home = homeOf(dataDir)
  if (findOwner(home) === undefined) return undefined
  try {
    const lines = readFileSync(join(clusterFolder(home), 'postmaster.pid'), 'utf8').split('\n')
    if (lines[7]?.trim() !== 'ready') return undefined
    const password = readFileSync(join(home, 'password'), 'utf8')
    return { adminUrl: `postgresql://postgres:${password}@127.0.0.1:${lines[3]}/postgres` }
  } catch {
    return undefined
  }
}
