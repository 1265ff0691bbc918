/** Notes about a person's days, the newest first, for those who work with them: at the place and at the authority. */
import { type Everyday, newestFirst } from '../../casework/read-everyday.ts'
import type { DailyNote } from '../../domain/case/case-file.ts'
import type { PartId, UserId } from '../../domain/identity.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import { domainNames, everydayWords, moodNames } from './words.ts'

export type NoteInWords = {
  readonly noteId: PartId
  readonly about: string
  readonly text: string
  /** Written down later than the day it is about, what it puts right, that it was put right. */
  readonly marks: readonly string[]
  readonly tags: readonly string[]
  readonly by: string
}

type Naming = {
  readonly language: Language
  readonly userName: (id: UserId) => string | undefined
}

/** Presenter: each note as it is read, of one goal or of all. */
export function notesInWords(
  everyday: Everyday,
  { language, userName }: Naming,
  goal?: PartId,
): readonly NoteInWords[] {
  const t = everydayWords(language)
  const { dailyNotes, goals, participations } = everyday
  const corrected = new Set(dailyNotes.flatMap((n) => n.corrects ?? []))
  const activityName = (id: PartId) => participations.find((p) => p.activity.activityId === id)?.activity.name
  const marksOf = (note: DailyNote): readonly string[] => {
    const former = dailyNotes.find((n) => n.noteId === note.corrects)
    return [
      ...(note.recordedOn > note.on ? [t.late(plainDay(note.recordedOn, language))] : []),
      ...(former ? [t.corrects(plainDay(former.on, language))] : []),
      ...(corrected.has(note.noteId) ? [t.corrected] : []),
    ]
  }
  const tagsOf = (note: DailyNote): readonly string[] => [
    ...note.goals.map((id) => goals.find((g) => g.goalId === id)?.text ?? t.unknownGoal),
    ...note.domains.map((domain) => domainNames(language)[domain]),
    ...(note.health ? [t.health] : []),
    ...(note.shared ? [t.shared] : []),
    ...(note.activityId ? [activityName(note.activityId) ?? t.activity] : []),
    ...(note.mood ? [moodNames(language)[note.mood]] : []),
    ...(note.together ? [t.together] : []),
  ]
  return newestFirst(dailyNotes)
    .filter((note) => goal === undefined || note.goals.includes(goal))
    .map((note) => ({
      noteId: note.noteId,
      about: longDay(note.on, language),
      text: note.text,
      marks: marksOf(note),
      tags: tagsOf(note),
      by: t.by((note.actor.kind === 'staff' ? userName(note.actor.userId) : undefined) ?? t.colleague),
    }))
}

export function NoteList({
  notes,
  empty,
  language,
  correctAt,
}: {
  readonly notes: readonly NoteInWords[]
  readonly empty: string
  readonly language: Language
  /** Where a note is put right, for those who may. */
  readonly correctAt?: (noteId: PartId) => string
}) {
  const t = everydayWords(language)
  if (notes.length === 0) return <p>{empty}</p>
  return (
    <ol class="hv-timeline">
      {notes.map((note) => (
        <li>
          <p class="hv-when">{note.about}</p>
          <div class="hv-what hv-pre">{note.text}</div>
          {note.marks.map((mark) => (
            <p>
              <strong>{mark}</strong>
            </p>
          ))}
          {note.tags.length > 0 && <p>{note.tags.join(' · ')}</p>}
          <p class="hv-by">{note.by}</p>
          {correctAt && (
            <p>
              <a href={correctAt(note.noteId)}>
                {t.correct}
                <span class="sr-only"> {note.about}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
