/** A line to a server that can be cut: what is asked over it then finds nobody, as with the net down, or gets no answer back. */
import { createServer, request } from 'node:http'

export type Line = {
  readonly origin: string
  state: 'up' | 'down'
  /** Paths that arrive and are done, and whose answer never comes back. */
  losing: RegExp | undefined
  /** Paths that find nobody though the line is up. */
  without: RegExp | undefined
  readonly close: () => Promise<void>
}

export async function badLine(to: string): Promise<Line> {
  const target = new URL(to)
  const server = createServer((asked, answer) => {
    const cut = () => asked.socket.destroy()
    if (line.state === 'down' || line.without?.test(asked.url ?? '')) return cut()
    const passed = request(
      {
        host: target.hostname,
        port: target.port,
        method: asked.method,
        path: asked.url,
        headers: asked.headers,
      },
      (got) => {
        if (line.losing?.test(asked.url ?? '')) {
          got.resume()
          got.on('end', cut)
          return
        }
        answer.writeHead(got.statusCode ?? 502, got.headers)
        got.pipe(answer)
      },
    )
    passed.on('error', cut)
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const line: Line = {
    origin: `http://127.0.0.1:${address.port}`,
    state: 'up',
    losing: undefined,
    without: undefined,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return line
}
