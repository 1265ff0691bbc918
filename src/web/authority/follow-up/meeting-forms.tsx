/** Calling, moving and cancelling a status meeting, answering a wish for another time, noting that a follow-up is asked for. */

import type { Order, StatusMeeting } from '../../../domain/case/case-file.ts'
import { appointmentOf, openMeeting } from '../../../domain/case/follow-up/about.ts'
import {
  type Appointment,
  followUpAskers,
  followUpTriggers,
  meetingParticipants,
} from '../../../domain/case/follow-up/events.ts'
import { orderClosedOn } from '../../../domain/case/lifetime.ts'
import { continuedOrder } from '../../../domain/case/order/continued.ts'
import { clockOf } from '../../follow-up/clock.ts'
import { followUpNames } from '../../follow-up/words.ts'
import { longDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { dateOf } from '../../ui/date-field.ts'
import { Checkboxes, DateField, type Errors, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import { termsFor } from '../case-frame.tsx'
import type { FormPage } from '../form-page.tsx'
import { followUpFormWords } from './form-words.ts'

/** The placement that goes on: follow-up is about that one. */
export const orderHere = (c: CaseContext): Order | undefined =>
  c.case.file.orders.findLast((order) => {
    const closed = orderClosedOn(c.case.file, order)
    return (
      order.started !== undefined && order.started.on <= c.today && (closed === undefined || closed > c.today)
    )
  })

/** The meeting that is called, of that placement. */
export const meetingHere = (c: CaseContext): StatusMeeting | undefined => {
  const order = orderHere(c)
  return order && openMeeting(continuedOrder(order))
}

const clocks = (c: CaseContext): Errors => {
  const t = followUpFormWords(c.language)
  const bad = (['starts', 'ends'] as const).filter(
    (name) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(clockOf(c.form, name) ?? ''),
  )
  return Object.fromEntries(bad.map((name) => [name, t.badClock]))
}

function TimeFields({
  c,
  errors,
  before,
}: {
  readonly c: CaseContext
  readonly errors: Errors
  readonly before?: Appointment | undefined
}) {
  const t = followUpFormWords(c.language)
  const value = (name: 'starts' | 'ends' | 'place') => c.form.text(name) ?? before?.[name]
  return (
    <>
      <DateField
        name="day"
        label={t.day}
        value={before?.day}
        typed={c.form.values}
        errors={errors}
        language={c.language}
      />
      <TextField
        name="starts"
        label={t.starts}
        hint={t.clockHint}
        width={8}
        value={value('starts')}
        errors={errors}
      />
      <TextField name="ends" label={t.ends} width={8} value={value('ends')} errors={errors} />
      <TextField name="place" label={t.place} hint={t.placeHint} value={value('place')} errors={errors} />
    </>
  )
}

const timeOf = (c: CaseContext) => ({
  day: dateOf(c.form, 'day'),
  starts: clockOf(c.form, 'starts'),
  ends: clockOf(c.form, 'ends'),
  place: c.form.text('place'),
})

const optional = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

export const callPage: FormPage = {
  id: 'authority.meeting.call',
  command: 'callStatusMeeting',
  path: '/opfoelgning/indkald',
  of: '/opfoelgning',
  title: (c) => followUpFormWords(c.language).callTitle,
  button: (c) => followUpFormWords(c.language).callButton,
  before: clocks,
  fields: (c, errors) => {
    const t = followUpFormWords(c.language)
    if (orderHere(c) === undefined) return <Alert kind="info">{t.noPlacement}</Alert>
    const chosen = c.form.all('participants')
    return (
      <>
        <p>{t.callLead}</p>
        <p>{t.reportBy(termsFor(c).parameters.providerReportDays)}</p>
        <TimeFields c={c} errors={errors} />
        <Checkboxes
          name="participants"
          label={t.participants}
          options={meetingParticipants.map((value) => ({
            value,
            label: followUpNames(c.language).participants[value],
          }))}
          values={
            chosen.length > 0
              ? chosen
              : ['citizen', 'companion', 'representative', 'contactPerson', 'caseworker']
          }
          errors={errors}
        />
        <TextField
          name="others"
          label={t.others}
          hint={t.othersHint}
          value={c.form.text('others')}
          errors={errors}
        />
      </>
    )
  },
  input: (c) => ({
    orderId: orderHere(c)?.orderId,
    ...timeOf(c),
    participants: c.form.all('participants'),
    ...optional('others', c.form.text('others')),
  }),
}

/** A form about the meeting that is called; without one it says so. */
const aboutMeeting = (
  c: CaseContext,
  fields: (meeting: StatusMeeting) => ReturnType<FormPage['fields']>,
): ReturnType<FormPage['fields']> => {
  const meeting = meetingHere(c)
  return meeting ? fields(meeting) : <Alert kind="info">{followUpFormWords(c.language).noMeeting}</Alert>
}

const Called = ({ c, meeting }: { readonly c: CaseContext; readonly meeting: StatusMeeting }) => {
  const { day, starts, ends, place } = appointmentOf(meeting)
  return (
    <p>
      {longDay(day, c.language)} {starts}–{ends}, {place}
    </p>
  )
}

export const movePage: FormPage = {
  id: 'authority.meeting.move',
  command: 'moveStatusMeeting',
  path: '/opfoelgning/flyt',
  of: '/opfoelgning',
  title: (c) => followUpFormWords(c.language).moveTitle,
  button: (c) => followUpFormWords(c.language).moveButton,
  before: clocks,
  fields: (c, errors) => {
    const t = followUpFormWords(c.language)
    return aboutMeeting(c, (meeting) => (
      <>
        <Called c={c} meeting={meeting} />
        <TimeFields c={c} errors={errors} before={appointmentOf(meeting)} />
        <TextArea
          name="because"
          label={t.moveWhy}
          hint={t.whyHint}
          rows={3}
          value={c.form.text('because')}
          errors={errors}
        />
      </>
    ))
  },
  input: (c) => ({ meetingId: meetingHere(c)?.meetingId, ...timeOf(c), because: c.form.text('because') }),
}

const withReason = (
  page: Pick<FormPage, 'id' | 'command' | 'path'>,
  words: (c: CaseContext) => {
    readonly title: string
    readonly button: string
    readonly why: string
    readonly hint: string
  },
): FormPage => ({
  ...page,
  of: '/opfoelgning',
  title: (c) => words(c).title,
  button: (c) => words(c).button,
  fields: (c, errors) => {
    const { why, hint } = words(c)
    return aboutMeeting(c, (meeting) => (
      <>
        <Called c={c} meeting={meeting} />
        <TextArea
          name="because"
          label={why}
          hint={hint}
          rows={3}
          value={c.form.text('because')}
          errors={errors}
        />
      </>
    ))
  },
  input: (c) => ({ meetingId: meetingHere(c)?.meetingId, because: c.form.text('because') }),
})

export const cancelPage = withReason(
  { id: 'authority.meeting.cancel', command: 'cancelStatusMeeting', path: '/opfoelgning/aflys' },
  (c) => {
    const t = followUpFormWords(c.language)
    return { title: t.cancelTitle, button: t.cancelButton, why: t.cancelWhy, hint: t.whyHint }
  },
)
export const keepPage = withReason(
  { id: 'authority.meeting.keep', command: 'keepMeetingTime', path: '/opfoelgning/samme-tid' },
  (c) => {
    const t = followUpFormWords(c.language)
    return { title: t.keepTitle, button: t.keepButton, why: t.keepWhy, hint: t.keepHint }
  },
)

export const askPage: FormPage = {
  id: 'authority.follow-up.ask',
  command: 'askForFollowUp',
  path: '/opfoelgning/efter-behov',
  of: '/opfoelgning',
  title: (c) => followUpFormWords(c.language).askTitle,
  button: (c) => followUpFormWords(c.language).askButton,
  fields: (c, errors) => {
    const t = followUpFormWords(c.language)
    const names = followUpNames(c.language)
    if (orderHere(c) === undefined) return <Alert kind="info">{t.noPlacement}</Alert>
    return (
      <>
        <Radios
          name="askedBy"
          label={t.askedBy}
          options={followUpAskers.map((value) => ({ value, label: names.askers[value] }))}
          value={c.form.text('askedBy')}
          errors={errors}
        />
        <Select
          name="trigger"
          label={t.trigger}
          empty="–"
          options={followUpTriggers.map((value) => ({ value, label: names.triggers[value] }))}
          value={c.form.text('trigger')}
          errors={errors}
        />
        <TextArea name="words" label={t.askedWords} value={c.form.text('words')} errors={errors} />
      </>
    )
  },
  input: (c) => ({
    orderId: orderHere(c)?.orderId,
    askedBy: c.form.text('askedBy'),
    trigger: c.form.text('trigger'),
    words: c.form.text('words'),
  }),
}
