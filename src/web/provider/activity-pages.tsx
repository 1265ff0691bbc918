/** What the place offers: each activity, who takes part, and the week as it can be printed. */
import { changeActivity } from '../../casework/activities.ts'
import { PlannedActivity, weekPlanOf } from '../../domain/activity-plan.ts'
import { PartId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { activityKinds } from '../../domain/vocabulary/ffb.ts'
import { skillDomains } from '../../domain/vocabulary/skill-domain.ts'
import { activitiesOf } from '../../store/activities.ts'
import { read } from '../../store/connection.ts'
import { domainNames, sharingNames } from '../everyday/words.ts'
import { plainDay, weekdayName } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import {
  Checkboxes,
  ErrorSummary,
  type Errors,
  Form,
  Radios,
  Select,
  Submit,
  TextField,
} from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton, Table } from '../ui/parts.tsx'
import { activityWords } from './activity-words.ts'
import { ProviderTabs } from './lists.tsx'
import { nameOf, personHref } from './orders.ts'
import { readDesk } from './read-orders.ts'
import { providerWords } from './words.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export async function allActivities(c: PageContext): Promise<readonly PlannedActivity[]> {
  const { provider } = c.asking.subject
  return provider === undefined ? [] : read(c.house.db, c.scope, (tx) => activitiesOf(tx, provider))
}

const slotsInWords = (c: PageContext, { slots }: PlannedActivity): string =>
  weekdays
    .flatMap((day) =>
      slots
        .filter((slot) => slot.weekday === day)
        .map((slot) => `${weekdayName(day, c.language)} ${slot.starts}–${slot.ends}`),
    )
    .join(', ')

export async function listActivities(c: PageContext): Promise<Response> {
  const t = activityWords(c.language)
  const [activities, desk] = await Promise.all([allActivities(c), readDesk(c, 'provider.activities')])
  const taking = (id: PartId) =>
    desk.orders.filter((o) => o.state.activities?.some((a) => a.activityId === id))
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <ProviderTabs c={c} current="/aktiviteter" />
      {c.query.has('gemt') && <Alert kind="success">{t.saved}</Alert>}
      <div class="hv-actions">
        <LinkButton href="/tilbud/aktiviteter/ny">{t.add}</LinkButton>
        <LinkButton href="/tilbud/aktiviteter/uge" look="secondary">
          {t.week}
        </LinkButton>
      </div>
      <Table
        caption={t.title}
        rows={activities}
        empty={<p>{t.none}</p>}
        columns={[
          {
            heading: t.name,
            title: t.name,
            cell: (a) => <a href={`/tilbud/aktiviteter/${a.activityId}`}>{a.name}</a>,
          },
          { heading: t.sharing, title: t.sharing, cell: (a) => sharingNames(c.language)[a.sharing] },
          {
            heading: t.domains,
            title: t.domains,
            cell: (a) => a.domains.map((d) => domainNames(c.language)[d]).join(', '),
          },
          {
            heading: t.when,
            title: t.when,
            cell: (a) =>
              a.activeTo && a.activeTo < c.today
                ? t.endedOn(plainDay(a.activeTo, c.language))
                : slotsInWords(c, a),
          },
          {
            heading: t.participants,
            title: t.participants,
            cell: (a) => t.count(taking(a.activityId).length),
          },
        ]}
      />
    </>,
  )
}

export async function showWeekPlan(c: PageContext): Promise<Response> {
  const t = activityWords(c.language)
  const plan = weekPlanOf(await allActivities(c), c.today)
  return html(
    c,
    t.week,
    <>
      <BackLink href="/tilbud/aktiviteter" language={c.language} />
      <h1>{t.week}</h1>
      <p>{t.print}</p>
      {weekdays
        .filter((day) => day <= 5 || plan.has(day))
        .map((day) => (
          <>
            <h2>{weekdayName(day, c.language)}</h2>
            {plan.has(day) ? (
              <ul>
                {plan.get(day)?.map(({ slot, activity }) => (
                  <li>{`${slot.starts}–${slot.ends} ${activity.name}${slot.place ? `, ${slot.place}` : ''}`}</li>
                ))}
              </ul>
            ) : (
              <p>{t.noneThisDay}</p>
            )}
          </>
        ))}
    </>,
  )
}

/** The posted form as an activity, or what is wrong with it. */
function activityOf(
  c: PageContext,
  former: PlannedActivity | undefined,
): PlannedActivity | { errors: Errors } {
  const t = activityWords(c.language)
  const { form } = c
  const name = form.text('name')
  const days = weekdays.map((day) => ({
    day,
    starts: form.text(`starts-${day}`),
    ends: form.text(`ends-${day}`),
    place: form.text(`place-${day}`),
  }))
  const used = days.filter(({ starts, ends, place }) => starts ?? ends ?? place)
  const clock = (time: string | undefined) => time?.replace('.', ':').padStart(5, '0')
  const slots = used.map(({ day, starts, ends, place }) => ({
    weekday: day,
    starts: clock(starts),
    ends: clock(ends),
    ...(place && { place }),
  }))
  const parsed = PlannedActivity.safeParse({
    activityId: former?.activityId ?? c.form.commandId,
    name,
    sharing: form.text('sharing'),
    kind: form.text('kind'),
    domains: form.all('domains'),
    health: form.text('health') === 'yes',
    slots,
    activeFrom: former?.activeFrom ?? c.today,
    activeTo: form.text('ended') === 'yes' ? (former?.activeTo ?? c.today) : null,
  })
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const firstWrong = parsed.error.issues.find((issue) => issue.path[0] === 'slots')?.path[1]
  const slot = typeof firstWrong === 'number' ? used[firstWrong] : undefined
  return {
    errors: {
      ...(wrong.has('name') && { name: t.needName }),
      ...(wrong.has('sharing') && { sharing: t.needSharing }),
      ...(wrong.has('kind') && { kind: t.needKind }),
      ...(wrong.has('domains') && { domains: t.needDomains }),
      ...(slot && { [`starts-${slot.day}`]: t.wrongTime }),
    },
  }
}

async function activityPage(
  c: PageContext,
  former: PlannedActivity | undefined,
  errors: Errors = {},
): Promise<Response> {
  const t = activityWords(c.language)
  const posted = c.form.commandId !== undefined
  const desk = former && (await readDesk(c, 'provider.activity'))
  const taking =
    desk?.orders.filter((o) => o.state.activities?.some((a) => a.activityId === former?.activityId)) ?? []
  const value = (name: string, known: string | undefined) => (posted ? c.form.text(name) : known)
  const slotOn = (day: number) => former?.slots.find((s) => s.weekday === day)
  const title = former ? t.edit : t.add
  return html(
    c,
    title,
    <>
      <BackLink href="/tilbud/aktiviteter" language={c.language} />
      <h1>{title}</h1>
      <ErrorSummary errors={errors} language={c.language} />
      <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <TextField name="name" label={t.name} value={value('name', former?.name)} errors={errors} />
        <Radios
          name="sharing"
          label={t.sharing}
          options={(['individual', 'shared'] as const).map((s) => ({
            value: s,
            label: sharingNames(c.language)[s],
          }))}
          value={value('sharing', former?.sharing)}
          errors={errors}
        />
        <Select
          name="kind"
          label={t.kind}
          options={activityKinds.map(({ code, name }) => ({ value: code, label: name }))}
          empty={t.choose}
          value={value('kind', former?.kind)}
          errors={errors}
        />
        <Checkboxes
          name="domains"
          label={t.domains}
          options={skillDomains.map((d) => ({ value: d, label: domainNames(c.language)[d] }))}
          values={posted ? c.form.all('domains') : former?.domains}
          errors={errors}
        />
        <Radios
          name="health"
          label={t.health}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
          value={value('health', former?.health ? 'yes' : 'no')}
          errors={errors}
        />
        <h2>{t.slots}</h2>
        <p>{t.slotHint}</p>
        {weekdays.map((day) => (
          <fieldset class="form-group">
            <legend class="form-label">{weekdayName(day, c.language)}</legend>
            <TextField
              name={`starts-${day}`}
              label={t.from}
              width={8}
              value={value(`starts-${day}`, slotOn(day)?.starts)}
              errors={errors}
            />
            <TextField
              name={`ends-${day}`}
              label={t.to}
              width={8}
              value={value(`ends-${day}`, slotOn(day)?.ends)}
              errors={errors}
            />
            <TextField
              name={`place-${day}`}
              label={t.place}
              value={value(`place-${day}`, slotOn(day)?.place)}
              errors={errors}
            />
          </fieldset>
        ))}
        {former && (
          <Radios
            name="ended"
            label={t.ended}
            options={[
              { value: 'no', label: t.endedNo },
              { value: 'yes', label: t.endedYes },
            ]}
            value={value('ended', former.activeTo === null ? 'no' : 'yes')}
            errors={errors}
          />
        )}
        <Submit>{t.save}</Submit>
      </Form>
      {former && (
        <>
          <h2>{t.participants}</h2>
          {taking.length === 0 && <p>{t.noneThisDay}</p>}
          <ul class="hv-links">
            {taking.map((order) => (
              <li>
                <a href={personHref(order, '/aktiviteter')}>
                  {nameOf(desk?.people ?? [], order.personId) ?? providerWords(c.language).unknownPerson}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const findOwn = async (c: PageContext): Promise<PlannedActivity | undefined> => {
  const id = PartId.safeParse(c.parameter('activityId'))
  return (await allActivities(c)).find((a) => a.activityId === id.data)
}

export const newActivity = (c: PageContext): Promise<Response> => activityPage(c, undefined)

export async function showActivity(c: PageContext): Promise<Response> {
  const activity = await findOwn(c)
  return activity ? activityPage(c, activity) : errorPage(c, 404)
}

async function save(c: PageContext, former: PlannedActivity | undefined): Promise<Response> {
  const activity = activityOf(c, former)
  if ('errors' in activity) return activityPage(c, former, activity.errors)
  const refused = await changeActivity(c.house, c.asking, activity)
  if (isRefusal(refused)) return activityPage(c, former, { name: refusalInWords(refused, c.language) })
  return seeOther('/tilbud/aktiviteter?gemt')
}

/** The form's own id becomes the activity's: sent twice, it is one. */
export const addActivity = (c: PageContext): Promise<Response> => save(c, undefined)

export async function editActivity(c: PageContext): Promise<Response> {
  const activity = await findOwn(c)
  return activity ? save(c, activity) : errorPage(c, 404)
}
