/** The thread itself: who wrote, what they are, when, and who has read it. */

import type { MessageRow } from '../../store/projection-rows.ts'
import { plainDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { isUnread, nameOf, type Thread } from './read-thread.ts'
import { threadMessages } from './words.ts'

export type Line = {
  readonly who: string
  readonly role: string
  readonly mine: boolean
  readonly when: string
  readonly to: string
  readonly text: string
  readonly read: string
  readonly isNew: boolean
}

type Reader = Pick<PageContext, 'language' | 'asking' | 'municipality'>

/** Presenter: the lines of a thread, the oldest first, for whoever reads it. Pure. */
export function linesOf(c: Reader, thread: Thread): readonly Line[] {
  return thread.messages.map((message) => lineOf(c, thread, message))
}

function lineOf(c: Reader, thread: Thread, message: MessageRow): Line {
  const t = threadMessages(c.language)
  const { actor } = c.asking
  const mine = sameOne(message, actor)
  const readers = message.reads.map((r) =>
    t.reader(
      sameOne({ actor: r.actor }, actor) ? t.you : (nameOf(thread.names, r.actor) ?? t.unknown),
      plainDay(r.on, c.language),
    ),
  )
  return {
    who: mine ? t.you : (nameOf(thread.names, message.actor) ?? t.unknown),
    role: roleOf(c, thread, message),
    mine,
    when: t.on(plainDay(message.sentOn, c.language)),
    to: `${t.asks[message.to]}${message.answer && message.to !== 'citizen' ? `, ${t.wantsAnswer}` : ''}`,
    text: message.text,
    read: readers.length > 0 ? t.readBy(readers.join('; ')) : t.notRead,
    isNew: isUnread(message, actor),
  }
}

const sameOne = ({ actor: a }: Pick<MessageRow, 'actor'>, b: PageContext['asking']['actor']): boolean =>
  a.kind === 'citizen' && b.kind === 'citizen'
    ? a.personId === b.personId
    : a.kind === 'staff' && b.kind === 'staff' && a.userId === b.userId

function roleOf(c: Reader, { placement }: Thread, { actor }: MessageRow): string {
  const t = threadMessages(c.language)
  const place = c.municipality.providerName(placement.providerId)
  if (actor.kind === 'citizen') return actor.personId === placement.personId ? t.citizen : t.actsFor
  if (actor.kind !== 'staff') return t.unknown
  if (actor.role === 'providerStaff')
    return actor.userId === placement.contactPerson ? t.contactPerson(place) : t.worksAt(place)
  return actor.role === 'manager' ? t.manager : t.caseworker
}

export function ThreadView({
  c,
  thread,
  empty,
}: {
  readonly c: Reader
  readonly thread: Thread
  readonly empty: string
}) {
  const t = threadMessages(c.language)
  if (thread.messages.length === 0) return <p class="hv-empty">{empty}</p>
  return (
    <ol class="hv-thread">
      {linesOf(c, thread).map((line) => (
        <li class={line.mine ? 'hv-message hv-message-mine' : 'hv-message'}>
          <p class="hv-message-who">
            <strong>{line.who}</strong>, {line.role}
            {line.isNew && <span class="tag"> {t.unread}</span>}
          </p>
          <p class="hv-message-when">
            {line.when}. {line.to}.
          </p>
          <p class="hv-pre">{line.text}</p>
          <p class="hv-message-read">{line.read}</p>
        </li>
      ))}
    </ol>
  )
}
