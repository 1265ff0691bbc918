/** Closing days and cancellations by the provider: said for a day or several, for everybody or one group. */
import { recordOfferDays } from '../../../casework/record-offer-days.ts'
import { NewOfferFact, type OfferFact, offerKinds } from '../../../domain/attendance/offer.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { addDays, type CalendarDay, daysBetween } from '../../../domain/time/calendar-day.ts'
import { offerFacts } from '../../../store/attendance.ts'
import { read } from '../../../store/connection.ts'
import { groupsOfProvider } from '../../../store/schedules.ts'
import { shortDay } from '../../i18n/dates.ts'
import { refusalInWords } from '../../i18n/refusals.ts'
import type { PageContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { idFrom } from '../../platform/id-from.ts'
import { html, seeOther } from '../../platform/respond.tsx'
import { dateOf } from '../../ui/date-field.ts'
import {
  DateField,
  ErrorSummary,
  type Errors,
  Form,
  Radios,
  Select,
  Submit,
  TextField,
} from '../../ui/fields.tsx'
import { BackLink, Table } from '../../ui/parts.tsx'
import { dayWords } from './words.ts'

/** A year ahead is as far as closing days are planned. */
const daysAhead = 366
const mostDays = 60

export async function showOfferDays(c: PageContext, errors: Errors = {}): Promise<Response> {
  const { provider } = c.asking.subject
  if (provider === undefined) return errorPage(c, 404)
  const t = dayWords(c.language)
  const { facts, groups } = await read(c.house.db, c.scope, async (tx) => {
    const [facts, groups] = await Promise.all([
      offerFacts(tx, provider, addDays(c.today, -7), addDays(c.today, daysAhead)),
      groupsOfProvider(tx, provider),
    ])
    return { facts, groups }
  })
  const open = groups.filter((g) => g.activeTo === null || g.activeTo >= c.today)
  const nameOf = (fact: OfferFact) => groups.find((g) => g.groupId === fact.groupId)?.name ?? t.everybody
  return html(
    c,
    t.closedDays,
    <>
      <BackLink href="/tilbud/i-dag" language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.closedDays}</h1>
      <p>{t.closedText}</p>
      <Table
        caption={t.closedDays}
        rows={facts}
        empty={<p>{t.noOffers}</p>}
        columns={[
          { heading: t.day, title: t.day, cell: (f) => shortDay(f.day, c.language) },
          { heading: t.kindOfDay, title: t.kindOfDay, cell: (f) => t.offerKinds[f.kind] },
          { heading: t.group, title: t.group, cell: nameOf },
          { heading: t.reason, title: t.reason, cell: (f) => f.reason },
        ]}
      />
      <Form action="/tilbud/lukkedage" csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <Radios
          name="kind"
          label={t.kindOfDay}
          value={c.form.text('kind')}
          errors={errors}
          options={offerKinds.map((value) => ({ value, label: t.offerKinds[value] }))}
        />
        <DateField
          name="from"
          label={t.from}
          language={c.language}
          value={c.today}
          typed={c.form.values}
          errors={errors}
        />
        <DateField
          name="to"
          label={t.to}
          language={c.language}
          value={c.today}
          typed={c.form.values}
          errors={errors}
        />
        {open.length > 0 && (
          <Select
            name="group"
            label={t.group}
            empty={t.everybody}
            value={c.form.text('group')}
            errors={errors}
            options={open.map((g) => ({ value: g.groupId, label: g.name }))}
          />
        )}
        <TextField
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          value={c.form.text('reason')}
          errors={errors}
        />
        <Submit>{t.saveDays}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function saveOfferDays(c: PageContext): Promise<Response> {
  const t = dayWords(c.language)
  const [from, to] = [dateOf(c.form, 'from'), dateOf(c.form, 'to')]
  const kind = offerKinds.find((k) => k === c.form.text('kind'))
  const reason = c.form.text('reason')
  const days = from && to && from !== 'wrong' && to !== 'wrong' ? daysOf(from, to) : []
  const errors = {
    ...(kind === undefined && { kind: t.needAll }),
    ...(days.length === 0 && { to: t.tooManyDays }),
    ...(reason === undefined && { reason: t.needReason }),
  }
  if (kind === undefined || reason === undefined || Object.keys(errors).length > 0)
    return showOfferDays(c, errors)
  const commandId = c.form.commandId ?? c.house.newId()
  const groupId = c.form.text('group')
  const facts = days.map((day) =>
    NewOfferFact.safeParse({
      factId: idFrom(commandId, day),
      day,
      kind,
      reason,
      at: c.house.now().toISOString(),
      ...(groupId && { groupId }),
    }),
  )
  if (facts.some((f) => !f.success)) return showOfferDays(c, { reason: t.needReason })
  const done = await recordOfferDays(
    c.house,
    c.asking,
    facts.flatMap((f) => (f.success ? [f.data] : [])),
  )
  return isRefusal(done)
    ? showOfferDays(c, { [done.field ?? 'kind']: refusalInWords(done, c.language) })
    : seeOther('/tilbud/lukkedage')
}

/** Both included; none where they are in the wrong order or too many. */
function daysOf(from: CalendarDay, to: CalendarDay): readonly CalendarDay[] {
  const length = daysBetween(from, to) + 1
  return length < 1 || length > mostDays ? [] : Array.from({ length }, (_, n) => addDays(from, n))
}
