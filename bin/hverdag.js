#!/usr/bin/env node
// The product's one door from the shell. What could keep it from opening is told in a sentence.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const refuse = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Hverdag needs Node 20.19 or later, and this is Node ${process.versions.node}.`)

const compiled = join(dirname(dirname(realpathSync(fileURLToPath(import.meta.url)))), 'dist', 'cli.js')
if (!existsSync(compiled)) refuse('Hverdag is not built yet: run "npm run build" in its folder first.')

const { main } = await import(pathToFileURL(compiled).href)
process.exitCode = await main(process.argv.slice(2), {
  environment: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
})
