/** A person's week at the provider (K2.0-6, K2.0-7): which days, which part of them, when, and in which group. */

import { findCase } from '../../casework/load-case.ts'
import { dayParts } from '../../domain/attendance/fact.ts'
import type { CaseCommandInput } from '../../domain/case/commands.ts'
import { carriedThatMisfits, continuedOrder } from '../../domain/case/order/continued.ts'
import { scheduleFromEarliest } from '../../domain/case/schedule/decide.ts'
import { TimeOfDay } from '../../domain/case/schedule/events.ts'
import { daysIn, type Schedule, scheduleOn } from '../../domain/case/schedule/scheduled.ts'
import { latest } from '../../domain/time/calendar-day.ts'
import { read } from '../../store/connection.ts'
import { groupsOfProvider, type ProviderGroup } from '../../store/schedules.ts'
import { plainDay, weekdayName } from '../i18n/dates.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, type Errors, Select, TextArea, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { formPage } from './answer-pages.tsx'
import { orderHref } from './orders.ts'
import { readOrder } from './read-orders.ts'
import { scheduleWords } from './schedule-words.ts'

type Day = CaseCommandInput<'setWeeklySchedule'>['days'][number]

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const usual = { starts: '08:30', ends: '14:30' }

/** The case is read as the system sees it: of it the page shows the schedule and nothing else. */
async function readPage(c: OrderContext) {
  const found = await readOrder(c)
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  return read(c.house.db, scope, async (tx) => {
    const [loaded, groups] = await Promise.all([
      findCase(tx, c.order.caseId),
      groupsOfProvider(tx, c.order.providerId),
    ])
    const order = loaded?.file.orders.find((o) => o.orderId === c.order.orderId)
    if (found === undefined || order?.accepted === undefined) return undefined
    const active = groups.filter((g) => g.activeFrom <= c.today && (g.activeTo ?? '9') >= c.today)
    return { found, order, groups: active }
  })
}

export async function showSchedule(c: OrderContext, problem: Problem = noProblem): Promise<Response> {
  const t = scheduleWords(c.language)
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, order, groups } = page
  const earliest = scheduleFromEarliest(order, c.today)
  const all = continuedOrder(order)
  const now = scheduleOn(all, latest(c.today, earliest)) ?? all.schedules.at(-1)
  const misfit = order.schedules.length === 0 ? carriedThatMisfits(order) : undefined
  const granted = order.content.daysPerWeek
  return formPage(
    c,
    found,
    { title: t.title, button: t.save, next: [t.whatHappens], problem },
    <>
      <p>{t.granted(inDays(c, granted))}</p>
      {misfit && (
        <Alert kind="warning" title={t.carriedTitle}>
          <p>{t.carriedText(inDays(c, daysIn(misfit.days)), inDays(c, granted))}</p>
        </Alert>
      )}
      <p>{now ? t.since(plainDay(now.from, c.language)) : t.none}</p>
      {problem.errors.days && (
        <p class="form-error-message" id="f-days" tabindex={-1}>
          {problem.errors.days}
        </p>
      )}
      {weekdays.map((day) => (
        <DayFields c={c} day={day} now={now} groups={groups} errors={problem.errors} />
      ))}
      <DateField
        name="from"
        label={t.from}
        hint={t.fromHint(plainDay(earliest, c.language))}
        language={c.language}
        value={c.form.values['from-d'] === undefined ? earliest : undefined}
        typed={c.form.values}
        errors={problem.errors}
      />
      <TextArea
        name="because"
        label={t.because}
        hint={t.becauseHint}
        value={c.form.text('because')}
        rows={2}
        errors={problem.errors}
      />
    </>,
  )
}

const inDays = (c: OrderContext, days: number): string =>
  String(days).replace('.', c.language === 'en' ? '.' : ',')

function DayFields({
  c,
  day,
  now,
  groups,
  errors,
}: {
  readonly c: OrderContext
  readonly day: (typeof weekdays)[number]
  readonly now: Schedule | undefined
  readonly groups: readonly ProviderGroup[]
  readonly errors: Errors
}) {
  const t = scheduleWords(c.language)
  const was = now?.days.find((d) => d.weekday === day)
  const posted = c.form.values.part1 !== undefined
  const value = (name: string, before: string): string =>
    posted ? (c.form.text(`${name}${day}`) ?? '') : before
  const name = weekdayName(day, c.language)
  return (
    <fieldset class="hv-card">
      <legend class="form-label">{name}</legend>
      <Select
        name={`part${day}`}
        label={t.part}
        value={value('part', was?.part ?? (now === undefined && day <= 5 ? 'full' : ''))}
        empty={t.notHere}
        options={dayParts.map((part) => ({ value: part, label: t.parts[part] }))}
      />
      <TextField
        name={`starts${day}`}
        label={t.starts}
        width={8}
        value={value('starts', was?.starts ?? usual.starts)}
        errors={errors}
      />
      <TextField
        name={`ends${day}`}
        label={t.ends}
        width={8}
        value={value('ends', was?.ends ?? usual.ends)}
        errors={errors}
      />
      {groups.length > 0 && (
        <Select
          name={`group${day}`}
          label={t.group}
          value={value('group', was?.group ?? '')}
          empty={t.noGroup}
          options={groups.map(({ groupId, name: called }) => ({ value: groupId, label: called }))}
        />
      )}
    </fieldset>
  )
}

/** The days chosen, with a sentence at each time that is none. */
function typedDays(c: OrderContext, groups: readonly ProviderGroup[]) {
  const t = scheduleWords(c.language)
  const errors: Record<string, string> = {}
  const days = weekdays.flatMap((weekday): Day[] => {
    const part = dayParts.find((p) => p === c.form.text(`part${weekday}`))
    if (part === undefined) return []
    const [starts = '', ends = ''] = (['starts', 'ends'] as const).map((field) => {
      const typed = c.form.text(`${field}${weekday}`) ?? ''
      if (!TimeOfDay.safeParse(typed).success) errors[`${field}${weekday}`] = t.needTime
      return typed
    })
    if (errors[`starts${weekday}`] === undefined && errors[`ends${weekday}`] === undefined && ends <= starts)
      errors[`ends${weekday}`] = t.endsAfter
    const group = groups.find((g) => g.groupId === c.form.text(`group${weekday}`))?.groupId
    return [{ weekday, part, starts, ends, ...(group && { group }) }]
  })
  if (days.length === 0) errors.days = t.needDays
  return { days, errors }
}

export async function saveSchedule(c: OrderContext): Promise<Response> {
  const t = scheduleWords(c.language)
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { days, errors } = typedDays(c, page.groups)
  const from = dateOf(c.form, 'from')
  if (from === undefined || from === 'wrong') errors.from = t.needFrom
  if (Object.keys(errors).length > 0 || from === undefined || from === 'wrong')
    return showSchedule(c, { errors })
  const { orderId } = page.order
  const because = c.form.text('because')
  return act(
    c,
    { type: 'setWeeklySchedule', input: { orderId, from, days, ...(because && { because }) } },
    { again: (p) => showSchedule(c, p), to: orderHref(c.order) },
  )
}
