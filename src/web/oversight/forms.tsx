/** What is entered in the registers: a form a command, its fields as data. */
import type { OversightCommandType } from '../../domain/oversight/decide.ts'
import { breachRisks, breachSources, concernAbouts } from '../../domain/oversight/events.ts'
import { findDay } from '../../domain/time/calendar-day.ts'
import { copenhagenInstant } from '../../domain/time/time-of-day.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { page, post, type Route } from '../platform/route.ts'
import { dateOf } from '../ui/date-field.ts'
import {
  DateField,
  ErrorSummary,
  type Errors,
  Form,
  Radios,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { breachFromLook } from './look.tsx'
import { runOversight } from './run.ts'
import { oversightWords } from './words.ts'

type Words = ReturnType<typeof oversightWords>
type Kind = 'text' | 'area' | 'day' | 'instant' | 'yesNo' | 'number' | readonly (keyof Words['options'])[]
type Fields = Partial<Record<keyof Words['labels'], Kind>>
type Entry = {
  readonly command: OversightCommandType & keyof Words['forms']
  readonly path: string
  readonly fields: Fields
  /** What it is about, from the address: a breach or a concern that is there already, or a new one. */
  readonly about?: 'breachId' | 'concernId'
  /** What stands in its fields from the first. */
  readonly begunWith?: (c: PageContext) => Promise<Begun>
}
type Begun = Readonly<Record<string, string>>

export const registersHref = '/ledelse/registre'

export const entries: readonly Entry[] = [
  {
    command: 'recordBreach',
    path: '/brud',
    about: 'breachId',
    fields: { knownAt: 'instant', source: breachSources, what: 'area', affected: 'text' },
    begunWith: breachFromLook,
  },
  {
    command: 'assessBreach',
    path: '/brud/vurdering',
    about: 'breachId',
    fields: { risk: breachRisks, because: 'area' },
  },
  {
    command: 'notifyBreach',
    path: '/brud/anmeldt',
    about: 'breachId',
    fields: { notifiedAt: 'instant', reference: 'text', lateBecause: 'area' },
  },
  {
    command: 'leaveBreachUnnotified',
    path: '/brud/ikke-anmeldt',
    about: 'breachId',
    fields: { because: 'area' },
  },
  {
    command: 'informAffected',
    path: '/brud/beroerte',
    about: 'breachId',
    fields: { told: 'yesNo', words: 'area' },
  },
  {
    command: 'recordConcern',
    path: '/bekymring',
    about: 'concernId',
    fields: { about: concernAbouts, words: 'area' },
  },
  {
    command: 'handleConcern',
    path: '/bekymring/haandteret',
    about: 'concernId',
    fields: { passedTo: 'text', done: 'area' },
  },
  {
    command: 'recordStatistics',
    path: '/statistik',
    fields: { month: 'text', receipt: 'text', sentOn: 'day' },
  },
  {
    command: 'recordCouncilMap',
    path: '/danmarkskort',
    fields: { year: 'number', treatedOn: 'day', actionPlan: 'yesNo', because: 'area' },
  },
]

const labelsOf = ({ fields }: Entry) => Object.entries(fields) as [keyof Words['labels'], Kind][]

function FormField({
  c,
  name,
  kind,
  errors,
  begun,
}: {
  readonly c: PageContext
  readonly name: keyof Words['labels']
  readonly kind: Kind
  readonly errors: Errors
  readonly begun: Begun
}) {
  const t = oversightWords(c.language)
  const shared = { name, label: t.labels[name], value: c.form.text(name) ?? begun[name], errors }
  if (kind === 'text') return <TextField {...shared} />
  if (kind === 'number') return <TextField {...shared} inputmode="numeric" width={8} />
  if (kind === 'area') return <TextArea {...shared} />
  if (kind === 'day' || kind === 'instant')
    return (
      <>
        <DateField
          name={name}
          label={t.labels[name]}
          value={findDay(begun[name] ?? '') ?? c.today}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        {kind === 'instant' && (
          <TextField
            name={`${name}-t`}
            label={t.time}
            value={c.form.text(`${name}-t`) ?? begun[`${name}-t`]}
            errors={errors}
            width={8}
          />
        )}
      </>
    )
  const options = kind === 'yesNo' ? (['yes', 'no'] as const) : kind
  return <Radios {...shared} options={options.map((value) => ({ value, label: t.options[value] }))} />
}

const aboutOf = (c: PageContext): string | undefined => c.form.text('om') ?? c.query.get('om') ?? undefined

function show(c: PageContext, entry: Entry, errors: Errors = {}, begun: Begun = {}): Response {
  const t = oversightWords(c.language)
  const title = t.forms[entry.command]
  return html(
    c,
    title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{title}</h1>
      <Form
        action={`${registersHref}${entry.path}`}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
      >
        <input type="hidden" name="om" value={aboutOf(c) ?? c.house.newId()} />
        {labelsOf(entry).map(([name, kind]) => (
          <FormField c={c} name={name} kind={kind} errors={errors} begun={begun} />
        ))}
        <Submit>{t.save}</Submit>
      </Form>
      <p>
        <a href={registersHref}>{t.back}</a>
      </p>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** What was typed, as the command reads it; a time that is none is told at its field. */
function read(
  c: PageContext,
  entry: Entry,
): { readonly input: Record<string, unknown>; readonly errors: Errors } {
  const t = oversightWords(c.language)
  const input: Record<string, unknown> = entry.about ? { [entry.about]: aboutOf(c) } : {}
  const errors: Record<string, string> = {}
  for (const [name, kind] of labelsOf(entry)) {
    const typed = c.form.text(name)
    if (kind === 'yesNo') input[name] = { yes: true, no: false }[typed ?? '']
    else if (kind === 'number') input[name] = typed === undefined ? undefined : Number(typed)
    else if (kind === 'day') input[name] = dateOf(c.form, name)
    else if (kind === 'instant') {
      const [day, time] = [dateOf(c.form, name), c.form.text(`${name}-t`)]
      if (time === undefined || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) errors[`${name}-t`] = t.needTime
      else if (day !== undefined && day !== 'wrong')
        input[name] = new Date(copenhagenInstant(day, time)).toISOString()
    } else input[name] = typed
  }
  return { input, errors }
}

function send(c: PageContext, entry: Entry): Response | Promise<Response> {
  const { input, errors } = read(c, entry)
  if (Object.keys(errors).length > 0) return show(c, entry, errors)
  return runOversight(c, entry.command, input, registersHref, (found) => show(c, entry, found))
}

export const registerFormRoutes: readonly Route[] = entries.flatMap((entry) => [
  page(`oversight.${entry.command}`, entry.command, `${registersHref}${entry.path}`, async (c) =>
    show(c, entry, {}, await entry.begunWith?.(c)),
  ),
  post(`oversight.${entry.command}.post`, entry.command, `${registersHref}${entry.path}`, (c) =>
    send(c, entry),
  ),
])
