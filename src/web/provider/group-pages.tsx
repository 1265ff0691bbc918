/** The provider's groups: added, renamed and ended by who leads the place. Who is in one stands in each person's schedule. */
import { changeGroup } from '../../casework/groups.ts'
import { GroupId } from '../../domain/identity.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { read } from '../../store/connection.ts'
import { groupsOfProvider, type ProviderGroup, peopleInGroups } from '../../store/schedules.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Alert, BackLink, Table } from '../ui/parts.tsx'
import { groupWords } from './group-words.ts'
import { ProviderTabs } from './lists.tsx'

const here = '/tilbud/grupper'

async function readGroups(c: PageContext) {
  const { provider } = c.asking.subject
  if (provider === undefined) return { groups: [], peopleOf: () => 0 }
  return read(c.house.db, c.scope, async (tx) => {
    const [groups, counts] = await Promise.all([
      groupsOfProvider(tx, provider),
      peopleInGroups(tx, provider, c.today),
    ])
    const people = new Map<string, number>(counts.map((one) => [one.groupId, one.people]))
    return { groups, peopleOf: ({ groupId }: ProviderGroup) => people.get(groupId) ?? 0 }
  })
}

export async function listGroups(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = groupWords(c.language)
  const { groups, peopleOf } = await readGroups(c)
  return html(
    c,
    t.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      <ProviderTabs c={c} current="/grupper" />
      {c.query.has('gemt') && <Alert kind="success">{t.saved}</Alert>}
      <p>{t.lead}</p>
      <Table
        caption={t.title}
        rows={groups}
        empty={<p>{t.none}</p>}
        columns={[
          {
            heading: t.name,
            title: t.name,
            cell: ({ groupId, name }) => <a href={`${here}/${groupId}`}>{name}</a>,
          },
          { heading: t.people, title: t.people, cell: peopleOf },
          { heading: t.since, title: t.since, cell: ({ activeFrom }) => plainDay(activeFrom, c.language) },
          {
            heading: t.until,
            title: t.until,
            cell: ({ activeTo }) => (activeTo === null ? t.openEnded : plainDay(activeTo, c.language)),
          },
        ]}
      />
      <h2>{t.add}</h2>
      <Form action={here} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <TextField name="name" label={t.name} hint={t.nameHint} value={c.form.text('name')} errors={errors} />
        <Submit>{t.addButton}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function showGroup(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = groupWords(c.language)
  const { groups, peopleOf } = await readGroups(c)
  const group = groups.find((g) => g.groupId === c.parameter('groupId'))
  if (group === undefined) return errorPage(c, 404)
  const posted = c.form.commandId !== undefined
  const people = peopleOf(group)
  return html(
    c,
    t.edit,
    <>
      <BackLink href={here} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.edit}</h1>
      {people > 0 && <p>{t.stillThere(people)}</p>}
      <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={posted ? c.form.text('name') : group.name}
          errors={errors}
        />
        <DateField
          name="activeTo"
          label={t.lastDay}
          hint={t.lastDayHint}
          language={c.language}
          value={posted ? undefined : (group.activeTo ?? undefined)}
          typed={c.form.values}
          errors={errors}
        />
        <Submit>{t.save}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function inWords(c: PageContext, refused: Refusal, activeFrom: ProviderGroup['activeFrom']): Errors {
  const t = groupWords(c.language)
  if (refused.code === 'invalid') return { name: t.needName }
  if (refused.code === 'endsBeforeItStarts')
    return { activeTo: t.endsBefore(plainDay(activeFrom, c.language)) }
  return { [refused.field ?? 'name']: refusalInWords(refused, c.language) }
}

/** The form's own id becomes the group's: sent twice it is one. */
export async function addGroup(c: PageContext): Promise<Response> {
  const groupId = GroupId.parse(c.form.commandId ?? c.house.newId())
  const group = { groupId, name: c.form.text('name') ?? '', activeFrom: c.today, activeTo: null }
  const refused = await changeGroup(c.house, c.asking, group)
  return isRefusal(refused) ? listGroups(c, inWords(c, refused, group.activeFrom)) : seeOther(`${here}?gemt`)
}

export async function editGroup(c: PageContext): Promise<Response> {
  const { groups } = await readGroups(c)
  const known = groups.find((g) => g.groupId === c.parameter('groupId'))
  if (known === undefined) return errorPage(c, 404)
  const activeTo = dateOf(c.form, 'activeTo')
  if (activeTo === 'wrong') return showGroup(c, { activeTo: groupWords(c.language).needDay })
  const { groupId, activeFrom } = known
  const refused = await changeGroup(c.house, c.asking, {
    groupId,
    activeFrom,
    name: c.form.text('name') ?? '',
    activeTo: activeTo ?? null,
  })
  return isRefusal(refused) ? showGroup(c, inWords(c, refused, activeFrom)) : seeOther(`${here}?gemt`)
}
