/** The notes about one's days, whole: what is written about somebody is theirs to read. */
import { newestFirst } from '../../casework/read-everyday.ts'
import type { CaseFile, DailyNote, Order } from '../../domain/case/case-file.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { BackLink } from '../ui/parts.tsx'
import { Picture } from '../ui/picture.tsx'
import { pictureOfKind } from './activity-picture.ts'
import { noteMessages } from './note-messages.ts'
import { caseHref } from './situation.ts'

/** Presenter: what stands under a note. */
export function aboutNote(
  note: DailyNote,
  order: Order,
  file: CaseFile,
  language: Language,
): readonly string[] {
  const t = noteMessages(language)
  const goals = [...order.content.goals, ...file.goals]
  const former = order.dailyNotes.find((n) => n.noteId === note.corrects)
  const texts = note.goals.map((id) => goals.find((g) => g.goalId === id)?.text ?? t.otherGoal)
  return [
    ...(note.recordedOn > note.on ? [t.late(plainDay(note.recordedOn, language))] : []),
    ...(former ? [t.corrects(plainDay(former.on, language))] : []),
    ...(order.dailyNotes.some((n) => n.corrects === note.noteId) ? [t.corrected] : []),
    ...(texts.length > 0 ? [t.goals(texts.join(', '))] : []),
    ...(note.health ? [t.health] : []),
    ...(note.shared ? [t.shared] : []),
    ...(note.mood ? [t[note.mood]] : []),
  ]
}

/** Whether somebody can have written about them yet. */
export const hasDays = (file: CaseFile): boolean =>
  file.orders.some((o) => o.started !== undefined || o.dailyNotes.length > 0)

export function dailyNotes(c: CaseContext): Response {
  const t = noteMessages(c.language)
  const { file } = c.case
  const going = file.orders.flatMap((o) => o.participations.filter((p) => p.left === undefined))
  const notes = newestFirst(file.orders.flatMap((o) => o.dailyNotes))
  const orderOf = (note: DailyNote) => file.orders.find((o) => o.orderId === note.orderId)
  return html(
    c,
    t.title,
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      <p>{t.wrong}</p>
      {notes.length === 0 && <p>{t.none}</p>}
      <ol class="hv-timeline">
        {notes.map((note) => {
          const order = orderOf(note)
          if (order === undefined) return null
          return (
            <li>
              <p class="hv-when">{longDay(note.on, c.language)}</p>
              <div class="hv-what hv-pre">{note.text}</div>
              {aboutNote(note, order, file, c.language).map((line) => (
                <p>{line}</p>
              ))}
              <p class="hv-by">{t.by(c.municipality.providerName(order.content.provider))}</p>
            </li>
          )
        })}
      </ol>
      <h2>{t.activities}</h2>
      {going.length === 0 && <p>{t.noActivities}</p>}
      <ul class="nobullet-list">
        {going.map((p) => (
          <li class="hv-pictured">
            <Picture name={pictureOfKind[p.activity.kind]} />
            <span>{`${p.activity.name}. ${t.since(plainDay(p.on, c.language))}`}</span>
          </li>
        ))}
      </ul>
    </>,
  )
}
