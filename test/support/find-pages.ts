/** Finds the pages of a web as people do: from where the log-in leads, by following links. */
import { routes } from '../../src/web/routes.ts'
import { takesPath } from './every-route.ts'
import type { TestWeb, Who } from './web.ts'

/** One who walks: from the log-in, from addresses that only a form leads to, and how many of a kind they look at. */
export type Walker = {
  readonly who: Who
  readonly from?: readonly string[]
  /** So many addresses of one route: enough for cases in different states. */
  readonly enough: number
}

export type Found = { readonly path: string; readonly cookies: Readonly<Record<string, string>> }

export type Walk = {
  /** By the route's id, the address with the most on it. */
  readonly pages: ReadonlyMap<string, Found>
  /** Routes that gave a file, a text or a way on, and never a page. */
  readonly noPages: ReadonlySet<string>
  /** Links that lead to no page: where to, what came back, and where they stand. */
  readonly deadLinks: readonly string[]
}

/** Open to anybody and in the frame of every page, or leads out of the web: not followed. */
const leftOut = /^(public|log-in)\.(?!after|acting)/

/**
 * Goes through the web as each of them. `unlinked` are paths of cases that only a posted form leads on to: tried for every
 * case that somebody comes to, and nothing dead when there is nothing.
 */
export async function walk(
  web: TestWeb,
  walkers: readonly Walker[],
  unlinked: readonly string[],
): Promise<Walk> {
  const best = new Map<string, Found & { readonly size: number }>()
  const noPages = new Set<string>()
  const deadLinks: string[] = []

  async function goAs({ who, from = [], enough }: Walker): Promise<void> {
    const { cookies } = await web.logIn(who)
    const visits = new Map<string, number>()
    const known = new Set<string>()
    const waiting: { readonly path: string; readonly on?: string }[] = []
    const add = (path: string, on?: string) => {
      if (known.has(path)) return
      known.add(path)
      waiting.push({ path, ...(on !== undefined && { on }) })
    }

    async function visit({ path, on }: (typeof waiting)[number]): Promise<void> {
      const route = routeOf(path)
      if (route !== undefined && leftOut.test(route.id)) return
      const visited = visits.get(route?.id ?? path) ?? 0
      if (visited >= enough) return
      visits.set(route?.id ?? path, visited + 1)
      const answer = await fetch(`${web.origin}${path}`, { headers: cookie(cookies), redirect: 'manual' })
      const leadsTo = answer.headers.get('location')
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      const text = await answer.text()
      if (answer.status === 403 && text.includes('/aabn"')) {
        // Another unit's case: the page says so, and leads to where one writes why one needs it.
        for (const link of linksIn(text)) add(link, path)
      } else if (answer.status >= 400 || route === undefined) {
        if (on !== undefined) deadLinks.push(`${path}: ${answer.status}, on ${on}`)
      } else if (leadsTo !== null) {
        noPages.add(route.id)
        if (leadsTo.startsWith('/')) add(leadsTo, path)
      } else if (!isPage) noPages.add(route.id)
      else {
        if (text.length > (best.get(route.id)?.size ?? 0))
          best.set(route.id, { path, cookies, size: text.length })
        for (const link of linksIn(text)) add(link, path)
        const [, face, number] = /^\/(borger\/sag|myndighed\/sager)\/(\d{4}-\d+)$/.exec(path) ?? []
        for (const other of unlinked)
          if (face && number && other.startsWith(`/${face.split('/')[0]}/`))
            add(other.replace(':caseNumber', number))
      }
    }

    for (const path of ['/efter-log-ind', ...from]) add(path)
    while (waiting.length > 0) await Promise.all(waiting.splice(0, 4).map(visit))
  }

  for (const walker of walkers) await goAs(walker)
  for (const id of best.keys()) noPages.delete(id)
  return { pages: best, noPages, deadLinks }
}

const routeOf = (path: string) =>
  routes.find((route) => route.method === 'GET' && takesPath(route.path, path.replace(/\?.*/, '')))

const cookie = (cookies: Readonly<Record<string, string>>) => ({
  cookie: Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
})

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*/, ''))
    .filter((href) => !href.startsWith('/assets/'))
