/** From a view to an answer: the frame is the same for every page and comes from the context. */
import type { Child } from 'hono/jsx'
import { plainDay } from '../i18n/dates.ts'
import { type Frame, Layout, type NavigationLink } from '../ui/layout.tsx'
import type { PublicContext } from './context.ts'
import { isTabletPath } from './device.ts'
import { navigationOf } from './navigation.ts'
import { sessionTime } from './session.ts'

export function frameOf(c: PublicContext, theme?: Frame['theme']): Frame {
  const staff = c.visitor?.kind === 'staff'
  const tablet = c.visitor?.kind === 'device'
  const navigation: readonly NavigationLink[] = navigationOf(c)
  return {
    language: c.language,
    theme: theme ?? (isTabletPath(c.path) ? 'tablet' : staff ? 'staff' : 'citizen'),
    municipalityName: c.municipality.name,
    helpPhone: c.municipality.letterhead.phone,
    ...(tablet ? { tablet: c.visitor?.name } : { viewerName: c.visitor?.name }),
    actingFor: c.visitor?.kind === 'citizen' ? c.visitor.actingFor?.name : undefined,
    navigation,
    csrf: c.csrf,
    path: c.path,
    demonstrationDay: c.configuration.demonstration ? plainDay(c.today, c.language) : undefined,
    session: c.visitor && c.session && sessionTime(c.house.now(), new Date(c.session.createdAt)),
  }
}

/** A whole page. `status` is 422 for a form that comes back with something to correct. */
export function html(c: PublicContext, title: string, body: Child, status = 200): Response {
  const page = (
    <Layout frame={frameOf(c)} title={title}>
      {body}
    </Layout>
  )
  return new Response(`<!doctype html>${page.toString()}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
}

/** After something was done: look at it, so that reloading does not do it again. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { Location: location } })

/** What somebody uploaded is shown as itself and runs nothing. Browsers show no PDF in a sandbox, so that has none. */
const documentPolicy = (mediaType: string): string =>
  mediaType === 'application/pdf'
    ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
    : "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Bytes of a document, shown or saved. The name in the header holds no person's name. */
export const file = (
  bytes: Uint8Array,
  mediaType: string,
  name: string,
  disposition: 'inline' | 'attachment' = 'inline',
): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `${disposition}; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}"`,
      'Content-Security-Policy': documentPolicy(mediaType),
    },
  })
