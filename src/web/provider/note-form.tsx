/** The note's form: the text first, then chips to tap; and what was posted, as a command's input. */

import type { PlannedActivity } from '../../domain/activity-plan.ts'
import type { DailyNoteInput } from '../../domain/case/documentation/decide.ts'
import { DailyNoteInput as DailyNoteSchema } from '../../domain/case/documentation/decide.ts'
import { moods } from '../../domain/case/documentation/events.ts'
import type { Goal } from '../../domain/case/plan/events.ts'
import type { PartId } from '../../domain/identity.ts'
import { skillDomains } from '../../domain/vocabulary/skill-domain.ts'
import { domainNames, everydayWords, moodNames } from '../everyday/words.ts'
import type { PageContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { Checkboxes, DateField, type Errors, Radios, Select, TextArea } from '../ui/fields.tsx'
import { Details } from '../ui/parts.tsx'
import { noteWords } from './note-words.ts'

const optional = <T,>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value })

/** The posted form for one order, or what is wrong with it. Goals are those that were tapped, where there were any to tap. */
export function noteOf(
  c: PageContext,
  { orderId, together, corrects }: { orderId: PartId; together: boolean; corrects?: PartId | undefined },
): DailyNoteInput | { readonly errors: Errors } {
  const t = noteWords(c.language)
  const text = c.form.text('text')
  const day = dateOf(c.form, 'happenedOn')
  const errors = {
    ...(text === undefined && { text: t.needText }),
    ...((day === undefined || day === 'wrong') && { happenedOn: t.needDay }),
  }
  if (Object.keys(errors).length > 0) return { errors }
  const also = c.form.all('also')
  const parsed = DailyNoteSchema.safeParse({
    orderId,
    text,
    goals: [...new Set(c.form.all('goals'))],
    domains: [...new Set(c.form.all('domains'))],
    health: also.includes('health'),
    shared: also.includes('shared'),
    together,
    happenedOn: day,
    ...optional('activityId', c.form.text('activity')),
    ...optional('mood', c.form.text('mood')),
    ...optional('corrects', corrects),
  })
  return parsed.success ? parsed.data : { errors: { text: t.needText } }
}

export function NoteFields({
  c,
  errors,
  goals,
  activities,
  hint,
}: {
  readonly c: PageContext
  readonly errors: Errors
  readonly goals: readonly Goal[]
  readonly activities: readonly PlannedActivity[]
  readonly hint: string
}) {
  const t = noteWords(c.language)
  const e = everydayWords(c.language)
  return (
    <>
      <TextArea name="text" label={t.text} hint={hint} value={c.form.text('text')} errors={errors} focus />
      {goals.length > 0 && (
        <Checkboxes
          name="goals"
          label={t.goals}
          options={goals.map((g) => ({ value: g.goalId, label: g.text }))}
          values={c.form.all('goals')}
          errors={errors}
        />
      )}
      <Checkboxes
        name="domains"
        label={t.skills}
        options={skillDomains.map((d) => ({ value: d, label: domainNames(c.language)[d] }))}
        values={c.form.all('domains')}
        errors={errors}
      />
      <Checkboxes
        name="also"
        label={t.also}
        options={[
          { value: 'health', label: e.health },
          { value: 'shared', label: e.shared },
        ]}
        values={c.form.all('also')}
        errors={errors}
      />
      <Details summary={t.more} open={errors.happenedOn !== undefined}>
        <Select
          name="activity"
          label={t.activity}
          options={activities.map((a) => ({ value: a.activityId, label: a.name }))}
          empty={t.noActivity}
          value={c.form.text('activity')}
          errors={errors}
        />
        <DateField
          name="happenedOn"
          label={t.day}
          language={c.language}
          value={c.today}
          typed={c.form.values}
          errors={errors}
        />
        <Radios
          name="mood"
          label={t.mood}
          options={[
            { value: '', label: t.moodUnsaid },
            ...moods.map((m) => ({ value: m, label: moodNames(c.language)[m] })),
          ]}
          value={c.form.text('mood') ?? ''}
          errors={errors}
        />
      </Details>
      <p>
        <strong>{t.readBy}</strong>
      </p>
    </>
  )
}
