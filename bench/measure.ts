/** One page under load, its statements alone, and a bare answer of the same size: milliseconds for a request, wall time. */
import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { z } from 'zod'
import type { Child } from './child.ts'
import { askOnce } from './http.ts'

export type Page = {
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** Asked for in turn. */
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  /** One each for the paths, where it is not the same visitor who asks for all of them. */
  readonly visitors?: readonly Readonly<Record<string, string>>[]
  /** 200 for what shows something, 303 for what does something. */
  readonly expects: 200 | 303
  /** A form's fields; `_command` is made anew for each request. */
  readonly fields?: Readonly<Record<string, string>>
}

export type Times = {
  readonly mean: number
  readonly p50: number
  readonly p97_5: number
  readonly perSecond: number
}

export type Measured = {
  readonly page: string
  readonly bytes: number
  readonly full: Times
  /** (a) the page's own statements through the driver alone. */
  readonly statements: Times & { readonly count: number; readonly transactions: number }
  /** (b) a route that answers a prepared text of the same size. */
  readonly bare: Times
  /** full ÷ ((a) + (b)), by wall time per request. */
  readonly ratio: number
}

const Alone = z.object({
  statements: z.int(),
  transactions: z.int(),
  requests: z.int(),
  seconds: z.number(),
  millis: z.array(z.number()),
})

const bodyOf = (fields: Page['fields']): string | undefined =>
  fields && new URLSearchParams({ ...fields, _command: randomUUID() }).toString()

/** Of sorted values. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN

export const rounded = (n: number): number => Math.round(n * 1000) / 1000

type Load = { readonly connections: number; readonly seconds: number }

async function fire(url: string, page: Omit<Page, 'name'>, { connections, seconds }: Load): Promise<Times> {
  const { method, paths, headers, fields, visitors } = page
  const [path = ''] = paths
  let next = 0
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method,
        path,
        headers,
        setupRequest: (request) => {
          next += 1
          const body = bodyOf(fields)
          return {
            ...request,
            path: paths[next % paths.length] ?? path,
            ...(visitors && { headers: { ...visitors[next % paths.length] } }),
            ...(body !== undefined && { body }),
          }
        },
      },
    ],
  })
  const wrong = result.errors + result.timeouts + (page.expects === 303 ? result['2xx'] : result.non2xx)
  if (wrong > 0) throw new Error(`${path}: ${wrong} requests were not answered as they should be`)
  return {
    // Wall time for a request: what ten connections together got done. autocannon's own figures are whole milliseconds.
    mean: rounded((connections * result.duration * 1000) / result.requests.total),
    p50: result.latency.p50,
    p97_5: result.latency.p97_5,
    perSecond: rounded(result.requests.total / result.duration),
  }
}

export async function measure(
  server: Child,
  { port, barePort }: { readonly port: number; readonly barePort: number },
  page: Page,
  load: Load,
): Promise<Measured> {
  const url = `http://127.0.0.1:${port}`
  const [path = ''] = page.paths
  const body = bodyOf(page.fields)
  const { status, bytes } = await askOnce(`${url}${path}`, { ...page, body })
  if (status !== page.expects) throw new Error(`${page.name}: ${status} instead of ${page.expects}`)
  await server.ask({ do: 'bare', bytes })
  await fire(url, page, { ...load, seconds: 2 })
  const full = await fire(url, page, load)
  const bare = await fire(
    `http://127.0.0.1:${barePort}`,
    { method: 'GET', paths: ['/bare'], headers: {}, expects: 200 },
    { ...load, seconds: Math.max(2, load.seconds / 2) },
  )
  const alone = Alone.parse(
    await server.ask({
      do: 'alone',
      url: `${url}${path}`,
      method: page.method,
      headers: page.headers,
      ...(body !== undefined && { body: bodyOf(page.fields) }),
      ...load,
    }),
  )
  const sorted = [...alone.millis].sort((a, b) => a - b)
  const statements = {
    mean: rounded((load.connections * alone.seconds * 1000) / alone.requests),
    p50: rounded(quantile(sorted, 0.5)),
    p97_5: rounded(quantile(sorted, 0.975)),
    perSecond: rounded(alone.requests / alone.seconds),
    count: alone.statements,
    transactions: alone.transactions,
  }
  return {
    page: page.name,
    bytes,
    full,
    statements,
    bare,
    ratio: rounded(full.mean / (statements.mean + bare.mean)),
  }
}
