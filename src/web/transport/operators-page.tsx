/** Who drives for which provider: added and changed by whoever runs the agreements. Names no citizen. */
import { changeRideOperator } from '../../casework/record-rides.ts'
import { mayEver } from '../../domain/access/permissions.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { RideOperator } from '../../domain/transport/operator.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { rideOperators } from '../../store/transport.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { Checkboxes, ErrorSummary, type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Alert, SummaryList } from '../ui/parts.tsx'
import { rideWords } from './words.ts'

const path = '/myndighed/koersel/selskaber'
const usual = { cancelMinutes: 60, windowMinutes: 30 } as const

export async function operatorList(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = rideWords(c.language)
  const operators = await read(c.house.db, c.scope, rideOperators)
  const wrong = Object.keys(errors).length > 0
  const asked = c.form.text('operator') ?? c.query.get('ret') ?? undefined
  const known = operators.find((o) => o.operatorId === asked)
  const name = (id: Parameters<typeof c.municipality.providerName>[0]) => c.municipality.providerName(id)
  return html(
    c,
    t.operatorsTitle,
    <>
      {mayEver('viewRideLists', c.asking.subject) && (
        <p>
          <a href="/myndighed/koersel">{t.back}</a>
        </p>
      )}
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.operatorsTitle}</h1>
      {c.query.has('gemt') && !wrong && <Alert kind="success">{t.operatorSaved}</Alert>}
      <p>{t.operatorsLead}</p>
      {operators.length === 0 && <p class="hv-empty">{t.noOperators}</p>}
      {operators.map((operator) => (
        <section>
          <h2>{operator.name}</h2>
          <SummaryList
            language={c.language}
            rows={[
              { label: t.providers, value: operator.providers.map(name).join(', ') || '–' },
              { label: t.operatorPhone, value: operator.phone ?? '–' },
              { label: t.cancelMinutes, value: String(operator.cancelMinutes) },
              { label: t.windowMinutes, value: String(operator.windowMinutes) },
            ]}
          />
          <p>
            <a href={`${path}?ret=${operator.operatorId}`}>{t.change1(operator.name)}</a>
          </p>
        </section>
      ))}
      <h2>{known ? t.change1(known.name) : t.add}</h2>
      <Form action={path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        {known && <input type="hidden" name="operator" value={known.operatorId} />}
        <TextField
          name="name"
          label={t.operatorName}
          value={wrong ? c.form.text('name') : known?.name}
          errors={errors}
        />
        <TextField
          name="phone"
          type="tel"
          label={t.operatorPhone}
          value={wrong ? c.form.text('phone') : (known?.phone ?? undefined)}
          errors={errors}
        />
        {(['cancelMinutes', 'windowMinutes'] as const).map((field) => (
          <TextField
            name={field}
            label={t[field]}
            hint={field === 'cancelMinutes' ? t.cancelHint : t.windowHint}
            inputmode="numeric"
            width={4}
            value={wrong ? c.form.text(field) : String((known ?? usual)[field])}
            errors={errors}
          />
        ))}
        <Checkboxes
          name="providers"
          label={t.providers}
          hint={t.providersHint}
          options={currentStandard(c.municipality).providers.map(({ id }) => ({
            value: id,
            label: name(id),
          }))}
          values={wrong ? c.form.all('providers') : known?.providers}
          errors={errors}
        />
        <Submit>{t.saveOperator}</Submit>
      </Form>
    </>,
    wrong ? 422 : 200,
  )
}

export async function saveOperator(c: PageContext): Promise<Response> {
  const t = rideWords(c.language)
  const { form } = c
  const parsed = RideOperator.safeParse({
    operatorId: form.text('operator') ?? form.commandId ?? c.house.newId(),
    name: form.text('name') ?? '',
    phone: form.text('phone') ?? null,
    cancelMinutes: form.text('cancelMinutes'),
    windowMinutes: form.text('windowMinutes'),
    providers: form.all('providers'),
  })
  if (!parsed.success) {
    const sentence: Errors = { name: t.write, cancelMinutes: t.minutes, windowMinutes: t.minutes }
    const fields = parsed.error.issues.map((issue) => String(issue.path[0]))
    const other = refusalInWords({ refused: true, code: 'invalid' }, c.language)
    return operatorList(c, Object.fromEntries(fields.map((field) => [field, sentence[field] ?? other])))
  }
  const done = await changeRideOperator(c.house, c.asking, parsed.data)
  if (isRefusal(done)) return operatorList(c, { [done.field ?? 'name']: refusalInWords(done, c.language) })
  return seeOther(`${path}?gemt`)
}
