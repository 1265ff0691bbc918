import { spawnSync } from 'node:child_process'
import { defineConfig } from 'vitest/config'

/** A number of the commit's own; outside a checkout, always the same one. */
function seedOfCommit(): string {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' })
  return String(Number.parseInt((stdout ?? '').slice(0, 7) || '1', 16))
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/property-seed.ts'],
    env: { PROPERTY_SEED: process.env.PROPERTY_SEED ?? seedOfCommit() },
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Of tests that run side by side in one file: as many browser pages as there are cores on a usual machine.
    maxConcurrency: 2,
  },
})
