/** The little of autocannon that is used here; it brings no types of its own. */
declare module 'autocannon' {
  type Request = {
    readonly method: 'GET' | 'POST'
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
    readonly setupRequest?: (request: Request) => Request
  }
  type Result = {
    readonly latency: {
      readonly mean: number
      readonly p50: number
      readonly p97_5: number
      readonly max: number
    }
    readonly requests: { readonly total: number; readonly average: number }
    readonly duration: number
    readonly non2xx: number
    readonly errors: number
    readonly timeouts: number
    readonly '2xx': number
  }
  const autocannon: (options: {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly requests: readonly Request[]
  }) => Promise<Result>
  export default autocannon
}
