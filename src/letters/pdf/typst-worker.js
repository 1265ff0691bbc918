// The thread that owns the Typst compiler: `pdf` is synchronous and would hold up every request of the process.
// Plain JavaScript, because it is started by path from source and from compiled output alike.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { compiler: compilerPackage, fonts, template, workspace } = workerData
const { NodeCompiler } = createRequire(import.meta.url)(compilerPackage)
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fonts }], workspace })

parentPort.on('message', ({ id, letter, creationTimestamp }) => {
  try {
    const pdf = compiler.pdf(
      { mainFileContent: template, inputs: { letter } },
      { pdfStandard: 'ua-1', creationTimestamp },
    )
    // Copied out of the addon's buffer, so that the bytes can be handed over whole.
    const bytes = Uint8Array.from(pdf)
    parentPort.postMessage({ id, bytes }, [bytes.buffer])
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
  // Keeps what the last letters shared and forgets the rest: the thread stays the same size for ever.
  compiler.evictCache(10)
})
