/**
 * Where a form is posted to and no page stands. After a refusal the address bar shows such a path: whoever goes there again
 * (in another language, from the history, after logging in) comes to the page that the form stands on.
 */
import type { Route } from './route.ts'

export type AfterForm = {
  readonly path: string
  /** The page above it that the form stands on. */
  readonly above: (path: string) => string
}

/** The paths of the table that are only posted to, each with the nearest page above it. */
export const afterForms = (routes: readonly Route[]): readonly AfterForm[] => {
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  return routes
    .filter(({ method, path }) => method === 'POST' && !pages.has(path))
    .map(({ path }) => {
      const parts = path.split('/')
      const cut = parts.findIndex((_, n) => n > 0 && pages.has(upTo(parts, n)))
      return { path, above: (asked) => upTo(asked.split('/'), cut) }
    })
}

const upTo = (parts: readonly string[], cut: number): string =>
  parts.slice(0, parts.length - cut).join('/') || '/'
