/** The product's own version, as its package says it. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

function findPackage(folder: string): string {
  const file = join(folder, 'package.json')
  return existsSync(file) ? file : findPackage(dirname(folder))
}

const here = dirname(fileURLToPath(import.meta.url))

/** Such as `0.1.0`; the same from `src/` and from `dist/`. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(findPackage(here), 'utf8')))
