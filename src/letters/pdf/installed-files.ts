/** Where the renderer's own files lie: fonts, template and worker, the same from `src/` and from `dist/`. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** A file that stands beside this one. Compiled output falls back to the source folder, which tsc does not copy. */
export function rendererFile(name: string): string {
  const beside = join(here, name)
  if (existsSync(beside)) return beside
  const inSource = join(packageRoot(here), 'src', 'letters', 'pdf', name)
  if (existsSync(inSource)) return inSource
  throw new Error(`The letter renderer's file ${name} is missing: neither ${beside} nor ${inSource} exists.`)
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`No package.json above ${here}.`)
  return packageRoot(parent)
}

/** The TTF files of IBM Plex Sans that ship with the Danish design system, by path. */
export function fontFiles(): readonly string[] {
  const folder = join(packageFolder('dkfds'), 'dist', 'fonts', 'IBMPlexSans', 'complete', 'ttf')
  return ['Regular', 'SemiBold'].map((weight) => {
    const file = join(folder, `IBMPlexSans-${weight}.ttf`)
    if (!existsSync(file)) throw new Error(`The letter font ${file} is missing.`)
    return file
  })
}

/** The folder of an installed package, whatever its `exports` let through. */
function packageFolder(name: string): string {
  const found = (createRequire(import.meta.url).resolve.paths(name) ?? [])
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')))
  if (found === undefined) throw new Error(`The package ${name} is not installed.`)
  return found
}
