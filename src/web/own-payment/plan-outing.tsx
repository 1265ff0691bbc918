/** Planning a trip: what it is, when, until when one answers, and a price from the approved list; no free amount. */
import { PartId } from '../../domain/identity.ts'
import { write } from '../../store/connection.ts'
import { addOuting } from '../../store/outings.ts'
import { amountInWords } from '../i18n/money.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import {
  DateField,
  ErrorSummary,
  type Errors,
  Form,
  Select,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { Alert, BackLink } from '../ui/parts.tsx'
import { pricesOn, providerOf } from './provider-reads.ts'
import { kindNames, payWords } from './staff-words.ts'

const time = /^([01]\d|2[0-3]):[0-5]\d$/

export async function newOuting(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = payWords(c.language)
  const typedDay = dateOf(c.form, 'day')
  const day = typedDay === undefined || typedDay === 'wrong' ? c.today : typedDay
  const items = (await pricesOn(c, day))?.items.filter(({ kind }) => kind !== 'material') ?? []
  return html(
    c,
    t.newOuting,
    <>
      <BackLink href="/tilbud/ture" language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.newOuting}</h1>
      {items.length === 0 && <Alert kind="warning">{t.noPrices}</Alert>}
      <Form action="/tilbud/ture/ny" csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <Select
          name="item"
          label={t.item}
          value={c.form.text('item')}
          errors={errors}
          empty={t.choose}
          options={items.map(({ itemId, kind, name, priceOere }) => ({
            value: itemId,
            label: `${kindNames(c.language)[kind]}: ${name}, ${amountInWords(priceOere, c.language)}`,
          }))}
        />
        <TextField name="name" label={t.name} value={c.form.text('name')} errors={errors} />
        <TextArea
          name="about"
          label={t.about}
          hint={t.aboutHint}
          value={c.form.text('about')}
          rows={3}
          errors={errors}
        />
        <TextField name="place" label={t.place} value={c.form.text('place')} errors={errors} />
        <DateField
          name="day"
          label={t.day}
          hint={t.dayHint}
          language={c.language}
          typed={c.form.values}
          errors={errors}
        />
        <TextField
          name="starts"
          label={t.starts}
          hint={t.timeHint}
          width={8}
          value={c.form.text('starts')}
          errors={errors}
        />
        <TextField
          name="ends"
          label={t.ends}
          hint={t.timeHint}
          width={8}
          value={c.form.text('ends')}
          errors={errors}
        />
        <DateField
          name="answerBy"
          label={t.answerBy}
          hint={t.answerByHint}
          language={c.language}
          typed={c.form.values}
          errors={errors}
        />
        <Submit>{t.plan}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function planOuting(c: PageContext): Promise<Response> {
  const t = payWords(c.language)
  const errors: Record<string, string> = {}
  const text = (name: string): string => {
    const found = c.form.text(name)
    if (found === undefined) errors[name] = t.needText
    return found ?? ''
  }
  const name = text('name')
  const about = text('about')
  const place = text('place')
  const [starts = '', ends = ''] = ['starts', 'ends'].map((field) => {
    const found = c.form.text(field) ?? ''
    if (!time.test(found)) errors[field] = t.needTime
    return found
  })
  if (!errors.starts && !errors.ends && ends <= starts) errors.ends = t.endsAfter
  const day = dateOf(c.form, 'day')
  const answerBy = dateOf(c.form, 'answerBy')
  if (day === undefined || day === 'wrong') errors.day = t.needDay
  else if (day < c.today) errors.day = t.dayPassed
  if (answerBy === undefined || answerBy === 'wrong') errors.answerBy = t.needDay
  else if (answerBy < c.today || (day !== undefined && answerBy > day)) errors.answerBy = t.answerByAfter
  const list = day === undefined || day === 'wrong' ? undefined : await pricesOn(c, day)
  const item = list?.items.find((i) => i.itemId === c.form.text('item') && i.kind !== 'material')
  if (item === undefined) errors.item = t.needItem
  if (
    Object.keys(errors).length > 0 ||
    list === undefined ||
    item === undefined ||
    day === undefined ||
    day === 'wrong' ||
    answerBy === undefined ||
    answerBy === 'wrong' ||
    c.visitor.kind !== 'staff'
  )
    return newOuting(c, errors)
  // The form's own id is the trip's: posted twice, it is one trip.
  const formId = PartId.safeParse(c.form.commandId)
  const outingId = formId.success ? formId.data : PartId.parse(c.house.newId())
  const trip = { outingId, providerId: providerOf(c), name, about, place, day, starts, ends, answerBy, item }
  const { userId } = c.visitor
  const scope = { municipality: c.municipality.code, viewer: { kind: 'command' } } as const
  await write(c.house.db, scope, (tx) =>
    addOuting(tx, { ...trip, priceListFrom: list.validFrom }, { userId, at: c.house.now() }),
  )
  return seeOther(`/tilbud/ture/${outingId}`)
}
