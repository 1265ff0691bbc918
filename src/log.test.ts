import { expect, it } from 'vitest'
import { openLog } from './log.ts'

function collect(logLevel: 'silent' | 'error' | 'info') {
  const lines: { readonly level: string; readonly time: unknown }[] = []
  const log = openLog({ logLevel }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  log.web({ route: 'citizen.home', status: 200 }, 'answered')
  log.web({ level: 'error', route: 'citizen.home', error: 'Error' }, 'failed')
  log.work({ level: 'warn', message: 'tried again', job: 'sweep' })
  log.say('ready')
  return lines.map(({ time, ...line }) => ({ ...line, at: typeof time }))
}

it('is a line of JSON for each thing, with its level in words', () => {
  expect(collect('info')).toEqual([
    { level: 'info', route: 'citizen.home', status: 200, msg: 'answered', at: 'string' },
    { level: 'error', route: 'citizen.home', error: 'Error', msg: 'failed', at: 'string' },
    { level: 'warn', job: 'sweep', msg: 'tried again', at: 'string' },
    { level: 'info', msg: 'ready', at: 'string' },
  ])
})

it('is as quiet as it is set to', () => {
  expect(collect('error').map((line) => line.level)).toEqual(['error'])
  expect(collect('silent')).toEqual([])
})
