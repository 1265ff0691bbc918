/** On whose behalf a transaction looks: what row-level security is told at its start. */
import pg from 'pg'
import type { MunicipalityCode, PersonId, ProviderId, UserId } from '../domain/identity.ts'

/**
 * `citizen` is anybody logged in as a person, representatives too. `authority` reads its municipality; the permission
 * table decides on units. `command` is a decision being carried out, the only one besides `system` that writes cases.
 * `device` is a tablet: it sees what its provider sees, one that is locked nothing, and neither writes drafts.
 * `system` is log-in, date-driven work and the command line.
 */
export type Viewer =
  | { readonly kind: 'citizen'; readonly personId: PersonId }
  | { readonly kind: 'provider'; readonly userId: UserId; readonly providerId: ProviderId }
  | { readonly kind: 'authority'; readonly userId: UserId }
  | { readonly kind: 'device'; readonly providerId: ProviderId | undefined }
  | { readonly kind: 'command' }
  | { readonly kind: 'system' }

export type Scope = { readonly municipality: MunicipalityCode; readonly viewer: Viewer }

function subjectAndAuthor(viewer: Viewer): readonly [subject: string, author: string] {
  switch (viewer.kind) {
    case 'citizen':
      return [viewer.personId, viewer.personId]
    case 'provider':
      return [viewer.providerId, viewer.userId]
    case 'authority':
      return [viewer.userId, viewer.userId]
    case 'device':
      return [viewer.providerId ?? '', '']
    case 'command':
    case 'system':
      return ['', '']
  }
}

/** One text for the driver's simple protocol, so that beginning a transaction and its scope are one round trip. */
export function beginStatement(mode: 'read' | 'write', { municipality, viewer }: Scope): string {
  const [subject, author] = subjectAndAuthor(viewer)
  const kind = viewer.kind === 'device' ? 'provider' : viewer.kind
  const set = Object.entries({ municipality, viewer: kind, subject, author })
    .map(([name, value]) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`)
    .join(', ')
  // A page is of one moment, however many statements it takes.
  const begin = mode === 'read' ? 'begin isolation level repeatable read, read only' : 'begin'
  return `${begin}; select ${set}`
}
