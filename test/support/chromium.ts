/**
 * A Chromium for the tests, on a machine that may have none. In this order: CHROMIUM_PATH, Playwright's own, one that the
 * system has, and on Linux x64 the one that npm brought (`@sparticuz/chromium`), unpacked once for this checkout.
 */
import { execFile } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'

/** The program, and the environment it needs. */
export type Chromium = { readonly path: string; readonly env: Readonly<Record<string, string>> }

/** The headless shell first: it opens pages several times faster than the whole browser. */
const systemNames = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome',
  'chromium',
  'chromium-browser',
]

/** Rejects with one sentence when there is no browser to be had. */
export async function getChromium(): Promise<Chromium> {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) {
    if (!existsSync(CHROMIUM_PATH))
      throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, where there is no file.`)
    return { path: CHROMIUM_PATH, env: {} }
  }
  const installed = [chromium.executablePath(), ...systemNames.flatMap(onPath)].find((path) =>
    existsSync(path),
  )
  if (installed) return { path: installed, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return packaged()
  throw new Error(
    'The browser tests need a Chromium: run `npx playwright install chromium`, or set CHROMIUM_PATH to one.',
  )
}

const onPath = (name: string): readonly string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))

const version = '147.0.0'

/**
 * The package unpacks into the temporary folder, and only what is not there yet: half an unpacking would stay half for
 * ever. So it is done in a process of its own, in a folder of its own, which gets its name when it is whole.
 */
async function packaged(): Promise<Chromium> {
  const home = join(cacheFolder(), `chromium-${version}`)
  if (!existsSync(home)) {
    const beginning = mkdtempSync(`${home}-`)
    await promisify(execFile)(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        "const { default: c } = await import('@sparticuz/chromium'); await c.executablePath()",
      ],
      {
        cwd: dirname(fileURLToPath(import.meta.url)),
        // Without this the package leaves out the libraries (NSS) that a bare machine lacks.
        env: { ...process.env, TMPDIR: beginning, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      },
    )
    try {
      renameSync(beginning, home)
    } catch (error) {
      // Another test process was first: theirs is as good.
      rmSync(beginning, { recursive: true, force: true })
      if (!existsSync(home)) throw error
    }
  }
  const fonts = join(home, 'fonts.conf')
  // The package's own file names a fixed folder; without fonts the browser's renderer ends, and pages hang.
  if (!existsSync(fonts)) writeFileSync(fonts, fontsConfiguration(home))
  return {
    path: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
  }
}

function cacheFolder(): string {
  const own = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.cache')
  try {
    mkdirSync(own, { recursive: true })
    accessSync(own, constants.W_OK)
    return own
  } catch {
    // A checkout that may not be written to, by somebody whose temporary folder may.
    const mine = join(tmpdir(), `hverdag-cache-${process.getuid?.() ?? 'me'}`)
    mkdirSync(mine, { recursive: true, mode: 0o700 })
    return mine
  }
}

const fontsConfiguration = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`
