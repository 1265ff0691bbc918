/** Who has opened the case: everybody but oneself, with role, time and reason. */
import type { AccessEntry } from '../../store/access-log.ts'
import { looksAtCase } from '../../store/access-log.ts'
import { read } from '../../store/connection.ts'
import { autosaves } from '../autosaves.ts'
import { dayAndTime } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Table } from '../ui/parts.tsx'
import { accessMessages } from './access/words.ts'
import { caseMessages } from './case-messages.ts'
import { casesOf } from './own-cases.ts'

export type LookInWords = {
  readonly caseId: string
  readonly when: string
  readonly who: string
  readonly what: string
}

/** The looks of others, the latest first; many by the same on the same day, doing the same, are one. */
export function looksInWords(
  looks: readonly AccessEntry[],
  about: string | undefined,
  language: Language,
): readonly LookInWords[] {
  const t = caseMessages(language)
  const whoOf = ({ actor }: AccessEntry): string => {
    if (actor.kind === 'system') return t.system
    if (actor.kind === 'citizen') return t.someoneForYou
    const known = Object.entries<string>(t.roles).find(([role]) => role === actor.role)
    return known?.[1] ?? t.roles.other
  }
  const whatOf = ({ outcome, route, purpose }: AccessEntry): string => {
    const did = outcome === 'refused' ? t.refused : route.endsWith('.post') ? t.acted : t.looked
    return purpose ? `${did}. ${t.reason(purpose)}` : did
  }
  const once = new Map<string, LookInWords>()
  for (const look of [...looks].sort((a, b) => b.at.localeCompare(a.at))) {
    if (look.actor.kind === 'citizen' && look.actor.personId === about) continue
    const [who, what] = [whoOf(look), whatOf(look)]
    const key = `${look.onDay} ${who} ${what} ${look.actor.kind === 'staff' ? look.actor.userId : ''}`
    if (!once.has(key))
      once.set(key, { caseId: look.caseId ?? '', when: dayAndTime(look.at, language), who, what })
  }
  return [...once.values()]
}

export async function seen(c: PageContext): Promise<Response> {
  const t = caseMessages(c.language)
  // The log is the person's own: row-level security shows it to nobody who acts for them.
  if (c.asking.onBehalfOf)
    return html(
      c,
      t.seen,
      <>
        <h1>{t.seen}</h1>
        <p>{t.seenOnlySelf}</p>
      </>,
    )
  const cases = await casesOf(c, 'viewOwnCase')
  const looks = await read(c.house.db, c.scope, (tx) =>
    Promise.all(cases.map(({ caseId }) => looksAtCase(tx, caseId, 500, autosaves))),
  )
  return html(
    c,
    t.seen,
    <>
      <h1>{t.seen}</h1>
      <p>{t.seenText}</p>
      <p>{t.seenOwn}</p>
      <Table
        caption={t.seen}
        rows={looksInWords(looks.flat(), c.asking.subject.personId, c.language)}
        empty={<p>{t.seenNone}</p>}
        columns={[
          { heading: t.seenWhen, title: t.seenWhen, cell: ({ when }) => when },
          { heading: t.seenWho, title: t.seenWho, cell: ({ who }) => who },
          { heading: t.seenWhat, title: t.seenWhat, cell: ({ what }) => what },
          {
            heading: accessMessages(c.language).lookLink,
            title: accessMessages(c.language).lookLink,
            cell: ({ caseId, when, who }) => {
              const found = cases.find((one) => one.caseId === caseId)
              return found ? (
                <a
                  href={`/borger/sag/${found.file.caseNumber}/opslag?om=${encodeURIComponent(`${who}, ${when}`)}`}
                >
                  {accessMessages(c.language).lookLink}
                  <span class="sr-only"> ({`${who}, ${when}`})</span>
                </a>
              ) : null
            },
          },
        ]}
      />
    </>,
  )
}
