/** Outgoing letters of the municipality: those that did not arrive first, then what is still under way. */

import { fullName } from '../../casework/people.ts'
import { may } from '../../domain/access/permissions.ts'
import { letterKinds } from '../../domain/case/letter/events.ts'
import { receiptKey } from '../../domain/case/letter/rules.ts'
import { type CaseEntry, casesWithIds, type PostEntry, postInState } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { findPersons, type Person } from '../../store/persons.ts'
import { worklist } from '../../store/worklist.ts'
import { caseMessages } from '../citizen/case-messages.ts'
import { shortDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { failureInWords } from '../i18n/post-words.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Mark } from '../ui/mark.tsx'
import { Table } from '../ui/parts.tsx'

const words = defineMessages({
  da: {
    title: 'Breve',
    failed: 'Nåede ikke frem',
    failedLead: 'De her breve skal nogen tage stilling til: send igen, send på papir, eller aflevér dem.',
    noneFailed: 'Alle breve er nået frem eller på vej.',
    unconfirmed: 'Uden kvittering',
    unconfirmedLead:
      'Digital Post har ikke kvitteret. Klagefristen løber først, når borgeren har fået brevet. Spørg borgeren, om det er kommet, og registrér svaret. Sig det til administratoren, hvis der er flere.',
    underWay: 'På vej',
    noneUnderWay: 'Ingen breve på vej.',
    letter: 'Brev',
    to: 'Til',
    case: 'Sag',
    written: 'Skrevet',
    state: 'Hvor er det?',
    queued: 'Venter på at blive sendt',
    sent: (day: string, channel: string) => `Sendt ${day} ${channel}`,
    digitalPost: 'med Digital Post',
    paper: 'på papir',
    most: (n: number) => `De ældste ${n} vises.`,
  },
  en: {
    title: 'Letters',
    failed: 'Did not arrive',
    failedLead: 'Somebody has to deal with these letters: send again, send on paper, or hand them over.',
    noneFailed: 'All letters have arrived or are under way.',
    unconfirmed: 'Without a receipt',
    unconfirmedLead:
      'Digital Post has sent no receipt. The time for complaining runs only once the citizen has the letter. Ask the citizen whether it has come, and record the answer. Tell the administrator when there are several.',
    underWay: 'Under way',
    noneUnderWay: 'No letters under way.',
    letter: 'Letter',
    to: 'To',
    case: 'Case',
    written: 'Written',
    state: 'Where is it?',
    queued: 'Waiting to be sent',
    sent: (day: string, channel: string) => `Sent ${day} ${channel}`,
    digitalPost: 'by Digital Post',
    paper: 'on paper',
    most: (n: number) => `The oldest ${n} are shown.`,
  },
})

const most = 200

type Line = PostEntry & { readonly entry: CaseEntry | undefined; readonly person: Person | undefined }

/** The letters of one's own unit; whoever has none, such as the administrator, sees all, and no names. */
async function linesOf(c: PageContext, states: readonly PostEntry['state'][]): Promise<readonly Line[]> {
  const { unit } = c.asking.subject
  const named = may('searchPersons', c.asking.subject)
  return read(c.house.db, c.scope, async (tx) => {
    const post = await postInState(tx, states, most)
    const [cases, persons] = await Promise.all([
      casesWithIds(tx, [...new Set(post.map((p) => p.caseId))]),
      named ? findPersons(tx, [...new Set(post.map((p) => p.recipient))]) : [],
    ])
    return post
      .map((p) => ({
        ...p,
        entry: cases.find((k) => k.caseId === p.caseId),
        person: persons.find((one) => one.personId === p.recipient),
      }))
      .filter((line) => unit === undefined || line.entry?.unit === unit)
  })
}

/** The letters that somebody has to ask about: what the obligation behind the worklist says, and nothing else. */
async function unconfirmedOf(c: PageContext): Promise<(line: Line) => boolean> {
  const { unit } = c.asking.subject
  const filter = {
    today: c.today,
    actors: ['authority'],
    tasks: ['followUpLetter'],
    ...(unit && { unit }),
  } as const
  const owed = await read(c.house.db, c.scope, (tx) => worklist(tx, filter, { limit: most }))
  const about = owed.map(({ key }) => key.slice(key.indexOf(':') + 1))
  return ({ letterId, recipient }) => about.some((one) => one.startsWith(receiptKey({ letterId, recipient })))
}

export async function postPage(c: PageContext): Promise<Response> {
  const t = words(c.language)
  const [failed, unread, isUnconfirmed] = await Promise.all([
    linesOf(c, ['failed']),
    linesOf(c, ['queued', 'sent']),
    unconfirmedOf(c),
  ])
  const unconfirmed = unread.filter(isUnconfirmed)
  const underWay = unread.filter((line) => !isUnconfirmed(line))
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <h2>{t.failed}</h2>
      {failed.length > 0 && <p>{t.failedLead}</p>}
      <Letters c={c} caption={t.failed} lines={failed} empty={t.noneFailed} />
      {unconfirmed.length > 0 && (
        <>
          <h2>{t.unconfirmed}</h2>
          <p>{t.unconfirmedLead}</p>
          <Letters c={c} caption={t.unconfirmed} lines={unconfirmed} empty={t.noneUnderWay} />
        </>
      )}
      <h2>{t.underWay}</h2>
      <Letters c={c} caption={t.underWay} lines={underWay} empty={t.noneUnderWay} />
      {Math.max(failed.length, unread.length) === most && <p>{t.most(most)}</p>}
    </>,
  )
}

function Letters({
  c,
  caption,
  lines,
  empty,
}: {
  readonly c: PageContext
  readonly caption: string
  readonly lines: readonly Line[]
  readonly empty: string
}) {
  const t = words(c.language)
  const names = caseMessages(c.language).letters
  const nameOf = (kind: string): string => {
    const known = letterKinds.find((k) => k === kind)
    return known ? names[known] : kind
  }
  const place = ({ entry }: Line) => {
    if (entry === undefined) return '–'
    return c.asking.subject.unit === entry.unit ? (
      <a href={`/myndighed/sager/${entry.caseNumber}/dokumenter`}>
        <span class="sr-only">{t.case} </span>
        {entry.caseNumber}
      </a>
    ) : (
      entry.caseNumber
    )
  }
  return (
    <Table
      caption={caption}
      rows={lines}
      empty={<p>{empty}</p>}
      columns={[
        { heading: t.letter, title: t.letter, cell: (l) => nameOf(l.kind) },
        { heading: t.case, title: t.case, cell: place },
        { heading: t.to, title: t.to, cell: (l) => (l.person ? fullName(l.person) : '–') },
        { heading: t.written, title: t.written, cell: (l) => shortDay(l.issuedOn, c.language) },
        {
          heading: t.state,
          title: t.state,
          cell: (l) =>
            l.state === 'failed' ? (
              <span class="hv-mark-overdue">
                <Mark shape="square" /> {failureInWords(l.failure ?? '', c.language)}
              </span>
            ) : l.sentOn ? (
              t.sent(shortDay(l.sentOn, c.language), l.channel === 'paper' ? t.paper : t.digitalPost)
            ) : (
              t.queued
            ),
        },
      ]}
    />
  )
}
