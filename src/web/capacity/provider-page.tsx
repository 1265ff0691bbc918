/** One provider's room: the weeks ahead, what was told of places, and for its lead and the manager a form to tell it anew. */
import { setPlaces } from '../../casework/places.ts'
import { mayEver } from '../../domain/access/permissions.ts'
import type { ProviderId } from '../../domain/identity.ts'
import { PlacesVersion, placesVersionOn } from '../../domain/places.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, mondayOf } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { placesOfProvider, roomByWeek } from '../../store/capacity.ts'
import { read } from '../../store/connection.ts'
import { plainDay, weekdayName } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { ProviderTabs } from '../provider/lists.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Alert, BackLink, Table } from '../ui/parts.tsx'
import { weekdays } from './overview.tsx'
import { capacityWords } from './words.ts'

/** A quarter of a year, which is as far as first and last days are known. */
const weeksAhead = 13

const askedFor = (c: PageContext): ProviderId | undefined =>
  currentStandard(c.municipality).providers.find(({ id }) => id === c.parameter('provider'))?.id

export function showProviderPlaces(c: PageContext): Promise<Response> | Response {
  const provider = askedFor(c)
  return provider === undefined ? errorPage(c, 404) : placesPage(c, provider)
}
export function showOwnPlaces(c: PageContext): Promise<Response> | Response {
  const { provider } = c.asking.subject
  return provider === undefined ? errorPage(c, 404) : placesPage(c, provider)
}

async function placesPage(c: PageContext, provider: ProviderId, errors: Errors = {}): Promise<Response> {
  const t = capacityWords(c.language)
  const from = mondayOf(c.today)
  const { weeks, versions } = await read(c.house.db, c.scope, async (tx) => {
    const [weeks, versions] = await Promise.all([
      roomByWeek(tx, { providers: [provider], from, to: addDays(from, 7 * weeksAhead - 1) }),
      placesOfProvider(tx, provider),
    ])
    return { weeks, versions }
  })
  const own = c.path === '/tilbud/pladser'
  const now = placesVersionOn(versions, c.today)
  const known = now ?? versions.at(-1)
  const title = t.placesAt(c.municipality.providerName(provider))
  return html(
    c,
    title,
    <>
      {!own && <BackLink href="/myndighed/kapacitet" language={c.language} />}
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{title}</h1>
      {own && <ProviderTabs c={c} current="/pladser" />}
      {c.query.has('gemt') && <Alert kind="success">{t.saved}</Alert>}
      <p>{t.lead}</p>
      <h2>{t.ahead}</h2>
      <p>{t.aheadText}</p>
      <Table
        caption={t.ahead}
        rows={weeks}
        empty=""
        columns={[
          { heading: t.week, title: t.week, cell: ({ week }) => plainDay(week, c.language) },
          { heading: t.places, title: t.places, cell: ({ places }) => places ?? t.notTold },
          { heading: t.used, title: t.used, cell: ({ used }) => used },
          {
            heading: t.leastFree,
            title: t.leastFree,
            cell: ({ leastFree }) =>
              leastFree === null ? t.notTold : leastFree < 0 ? t.over(-leastFree) : leastFree,
          },
          {
            heading: t.withoutSchedule,
            title: t.withoutSchedule,
            cell: ({ withoutSchedule }) =>
              String(withoutSchedule).replace('.', c.language === 'en' ? '.' : ','),
          },
          { heading: t.starts, title: t.starts, cell: ({ starts }) => starts },
          { heading: t.ends, title: t.ends, cell: ({ ends }) => ends },
        ]}
      />
      <h2>{t.told}</h2>
      <Table
        caption={t.told}
        rows={versions.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))}
        empty={<p>{t.noneTold}</p>}
        columns={[
          {
            heading: t.from,
            title: t.from,
            cell: (v) => `${plainDay(v.validFrom, c.language)}${v === now ? `, ${t.holds}` : ''}`,
          },
          ...weekdays.map((day) => ({
            heading: weekdayName(day, c.language),
            title: weekdayName(day, c.language),
            cell: ({ places }: PlacesVersion) => places[day - 1],
          })),
        ]}
      />
      {mayEver('setPlaces', c.asking.subject) && <PlacesForm c={c} known={known} errors={errors} />}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

type FormProps = {
  readonly c: PageContext
  readonly known: PlacesVersion | undefined
  readonly errors: Errors
}

function PlacesForm({ c, known, errors }: FormProps) {
  const t = capacityWords(c.language)
  const posted = c.form.commandId !== undefined
  return (
    <>
      <h2>{t.set}</h2>
      <p>{t.setText}</p>
      <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        {weekdays.map((day) => (
          <TextField
            name={`places${day}`}
            label={weekdayName(day, c.language)}
            inputmode="numeric"
            width={4}
            value={
              posted ? c.form.text(`places${day}`) : String(known?.places[day - 1] ?? (day > 5 ? 0 : ''))
            }
            errors={errors}
          />
        ))}
        <DateField
          name="validFrom"
          label={t.validFrom}
          language={c.language}
          value={posted ? undefined : c.today}
          typed={c.form.values}
          errors={errors}
        />
        <Submit>{t.save}</Submit>
      </Form>
    </>
  )
}

export async function saveProviderPlaces(c: PageContext): Promise<Response> {
  const provider = askedFor(c)
  return provider === undefined ? errorPage(c, 404) : save(c, provider)
}
export async function saveOwnPlaces(c: PageContext): Promise<Response> {
  const { provider } = c.asking.subject
  return provider === undefined ? errorPage(c, 404) : save(c, provider)
}

async function save(c: PageContext, providerId: ProviderId): Promise<Response> {
  const t = capacityWords(c.language)
  const validFrom = dateOf(c.form, 'validFrom')
  const typed = weekdays.map((day) => c.form.text(`places${day}`))
  const version = PlacesVersion.safeParse({
    versionId: c.form.commandId ?? c.house.newId(),
    providerId,
    validFrom,
    places: typed.map((text) => (/^\d{1,3}$/.test(text ?? '') ? Number(text) : undefined)),
  })
  if (!version.success) {
    const errors = version.error.issues.map(({ path: [field, index] }): readonly [string, string] =>
      field === 'places' ? [`places${Number(index) + 1}`, t.needNumber] : ['validFrom', t.needDay],
    )
    return placesPage(c, providerId, Object.fromEntries(errors))
  }
  const refused = await setPlaces(c.house, c.asking, version.data)
  if (isRefusal(refused))
    return placesPage(c, providerId, { [refused.field ?? 'places1']: refusalInWords(refused, c.language) })
  return seeOther(`${c.path}?gemt`)
}
