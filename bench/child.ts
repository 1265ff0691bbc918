/** A process of ours that is asked things and answers. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const programOf = (name: string): string => fileURLToPath(new URL(`${name}.js`, import.meta.url))

export type Child = {
  readonly first: unknown
  readonly ask: (what: unknown) => Promise<unknown>
  readonly pid: number | undefined
}

type Told = { readonly id: number; readonly told?: unknown; readonly error?: string }

/** Starts it and waits for its first word. */
export function startChild(name: string, environment: Readonly<Record<string, string>>): Promise<Child> {
  const child = fork(programOf(name), { env: { ...process.env, ...environment } })
  const waiting = new Map<number, (told: Told) => void>()
  let last = 0
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
    child.on('message', (message: Told) => {
      if (message.id !== 0) {
        waiting.get(message.id)?.(message)
        waiting.delete(message.id)
        return
      }
      resolve({ first: message.told, pid: child.pid, ask: (what) => ask(child, what) })
    })
  })

  function ask(to: ChildProcess, what: unknown): Promise<unknown> {
    last += 1
    const id = last
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ told, error }) => (error === undefined ? resolve(told) : reject(new Error(error))))
      to.send({ id, ask: what })
    })
  }
}

/** Runs a program to its end, hearing what it says meanwhile. */
export function runChild(
  name: string,
  environment: Readonly<Record<string, string>>,
  hear: (message: unknown) => void,
): Promise<void> {
  const child = fork(programOf(name), { env: { ...process.env, ...environment } })
  child.on('message', hear)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${name} ended with ${code}`))))
  })
}
