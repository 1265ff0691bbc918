/** Letters as PDF/UA-1: tagged, with language and title, fonts embedded, and the same bytes for the same inputs. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { LetterInputs } from '../letter-content.ts'
import { letterFontCoverage } from './font-coverage.ts'
import { fontFiles, rendererFile } from './installed-files.ts'
import { layoutOf } from './layout.ts'

const compilerPackage = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'

type Answer = { readonly id: number; readonly bytes?: Uint8Array; readonly error?: string }
type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }
type Renderer = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

let running: Renderer | undefined
let lastId = 0

function renderer(): Renderer {
  if (running !== undefined) return running
  const path = rendererFile('typst-worker.js')
  const worker = new Worker(path, {
    workerData: {
      compiler: compilerPackage,
      fonts: fontFiles(),
      template: readFileSync(rendererFile('letter.typ'), 'utf8'),
      workspace: dirname(path),
    },
  })
  const started: Renderer = { worker, waiting: new Map() }
  const fail = (error: Error): void => {
    if (running === started) running = undefined
    for (const { reject } of started.waiting.values()) reject(error)
    started.waiting.clear()
  }
  worker.on('message', ({ id, bytes, error }: Answer) => {
    const request = started.waiting.get(id)
    started.waiting.delete(id)
    if (started.waiting.size === 0) worker.unref()
    if (bytes !== undefined) request?.resolve(bytes)
    else request?.reject(new Error(`The letter could not be rendered: ${error ?? 'no reason given'}`))
  })
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => fail(new Error('The letter renderer stopped.')))
  // An idle renderer keeps no process alive; a letter under way does.
  worker.unref()
  running = started
  return started
}

/**
 * Renders a letter. Same inputs, same bytes; the file's date is the letter's. Runs in a thread of its own, about 3 ms a
 * letter when warm. Rejects only on a fault of the renderer: any text a person can type is printable.
 */
export function renderPdf(inputs: LetterInputs): Promise<Uint8Array> {
  const { worker, waiting } = renderer()
  const letter = JSON.stringify(layoutOf(inputs, letterFontCoverage()))
  const creationTimestamp = Date.parse(`${inputs.date}T00:00:00Z`) / 1000
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.ref()
    worker.postMessage({ id, letter, creationTimestamp })
  })
}

/** Stops the renderer's thread; the next letter starts a new one. */
export async function stopRenderer(): Promise<void> {
  const stopping = running
  running = undefined
  await stopping?.worker.terminate()
}
