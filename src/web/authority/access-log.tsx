/** Who has looked at the case, and why where they had to say it. */
import { looksAtCase } from '../../store/access-log.ts'
import { listOpenings } from '../../store/case-openings.ts'
import { read } from '../../store/connection.ts'
import { autosaves } from '../autosaves.ts'
import { actionNames } from '../i18n/action-words.ts'
import { dayAndTime } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Table } from '../ui/parts.tsx'
import { casePageOf } from './case-frame.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    who: 'Hvem',
    what: 'Hvad',
    reason: 'Begrundelse',
    when: 'Hvornår',
    refused: 'afvist',
    noLooks: 'Ingen har set sagen endnu.',
    autosaves: 'Kladder, der bliver gemt af sig selv, mens der skrives, står i loggen og er ikke vist her.',
  },
  en: {
    who: 'Who',
    what: 'What',
    reason: 'Reason',
    when: 'When',
    refused: 'refused',
    noLooks: 'Nobody has looked at the case yet.',
    autosaves: 'Drafts that save themselves while somebody writes are in the log and not shown here.',
  },
})

/** In the words of the permission table; a page that is no more, or that anybody may see, has its id only. */
function doneAt(c: CaseContext, routeId: string): string {
  const action = c.actionAt(routeId)
  return action === undefined || action === 'public' || action === 'signedIn'
    ? ''
    : actionNames(c.language)[action]
}

export async function log(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const [looks, openings] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([looksAtCase(tx, c.case.caseId, 300, autosaves), listOpenings(tx, c.case.caseId)]),
  )
  return casePageOf(c, s.log, ({ userName, personName }) => (
    <>
      <p>{t.autosaves}</p>
      <Table
        caption={s.log}
        rows={looks}
        empty={<p>{t.noLooks}</p>}
        columns={[
          { heading: t.when, title: t.when, cell: (l) => dayAndTime(l.at, c.language) },
          {
            heading: t.who,
            title: t.who,
            cell: (l) =>
              l.actor.kind === 'staff'
                ? userName(l.actor.userId)
                : l.actor.kind === 'citizen'
                  ? `${personName(l.actor.personId)}${l.onBehalfOf ? ` → ${personName(l.onBehalfOf)}` : ''}`
                  : l.actor.name,
          },
          {
            heading: t.what,
            title: t.what,
            cell: (l) => (
              <>
                {doneAt(c, l.route)}
                {l.outcome === 'refused' && ` (${t.refused})`} <small class="hv-by">{l.route}</small>
              </>
            ),
          },
          {
            heading: t.reason,
            title: t.reason,
            cell: (l) =>
              l.purpose ??
              openings.find(
                (o) =>
                  l.actor.kind === 'staff' &&
                  o.userId === l.actor.userId &&
                  o.openedAt <= l.at &&
                  l.at <= o.until,
              )?.reason ??
              '–',
          },
        ]}
      />
    </>
  ))
}
