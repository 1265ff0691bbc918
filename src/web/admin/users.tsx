/** Users: who may log in, as what, and where they belong. */
import { UserId } from '../../domain/identity.ts'
import { currentStandard, type Municipality } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { changesOfUser, findUser, listUsers, type StaffUser, type UserChange } from '../../store/users.ts'
import { roleNames } from '../i18n/action-words.ts'
import { dayAndTime } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { seeOther } from '../platform/respond.tsx'
import { Checkboxes, ErrorSummary, type Errors, Form, Select, Submit, TextField } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton, Table, Timeline } from '../ui/parts.tsx'
import { adminPage } from './frame.tsx'
import { saveChangedUser, stateNumber } from './save-user.ts'
import { factsOf, problemsOf, staffRoles, type UserProblems } from './user-form.ts'
import { presentChange } from './user-history.ts'
import { userWords } from './user-words.ts'

/** The units there are: the standard's own, and those that somebody is in. */
function unitsOf({ standards }: Municipality, users: readonly StaffUser[]): ReadonlyMap<string, string> {
  const inUse = users.flatMap(({ unit }) => (unit === null ? [] : [[unit, unit] as const]))
  return new Map([...inUse, ...standards.map(({ unit }) => [unit.id, unit.name] as const)])
}

const rolesInWords = (roles: readonly string[], language: Language): string => {
  const names: Readonly<Record<string, string>> = roleNames(language)
  return roles.map((role) => names[role] ?? role).join(', ')
}

export async function showUsers(c: PageContext): Promise<Response> {
  const say = userWords(c.language)
  const users = await read(c.house.db, c.scope, listUsers)
  const units = unitsOf(c.municipality, users)
  const placeOf = ({ unit, providerId }: StaffUser): string =>
    providerId !== null
      ? c.municipality.providerName(providerId)
      : unit === null
        ? '–'
        : (units.get(unit) ?? unit)
  const sorted = [...users].sort((a, b) => Number(b.active) - Number(a.active))
  return adminPage(
    c,
    'users',
    say.title,
    <>
      {c.query.get('gemt') === '1' && <Alert kind="success">{say.saved}</Alert>}
      <p>{say.intro}</p>
      <LinkButton href="/admin/brugere/ny">{say.add}</LinkButton>
      <Table
        caption={say.title}
        rows={sorted}
        empty={<p>{say.none}</p>}
        columns={[
          {
            heading: say.name,
            title: say.name,
            cell: ({ userId, name }) => <a href={`/admin/brugere/${userId}`}>{name}</a>,
          },
          {
            heading: say.roles,
            title: say.roles,
            cell: ({ roles }) => rolesInWords(roles, c.language) || say.nothing,
          },
          { heading: say.where, title: say.where, cell: placeOf },
          {
            heading: say.state,
            title: say.state,
            cell: ({ active }) => (active ? say.active : <strong>{say.blocked}</strong>),
          },
        ]}
      />
    </>,
  )
}

type Shown = { readonly problems: UserProblems; readonly conflict?: boolean }
const asIs: Shown = { problems: {} }

/** A new user, empty or as it was typed and refused. */
export async function showNewUser(c: PageContext, shown: Shown = asIs): Promise<Response> {
  const users = await read(c.house.db, c.scope, listUsers)
  return userPage(c, { users, known: undefined, changes: [], shown })
}

/** A user as they are, or as the form was typed and refused. */
export async function showUser(c: PageContext, shown: Shown = asIs): Promise<Response> {
  const id = UserId.safeParse(c.parameter('user'))
  if (!id.success) return errorPage(c, 404)
  const { known, changes, users } = await read(c.house.db, c.scope, async (tx) => {
    const [known, changes, users] = await Promise.all([
      findUser(tx, id.data),
      changesOfUser(tx, id.data),
      listUsers(tx),
    ])
    return { known, changes, users }
  })
  return known === undefined ? errorPage(c, 404) : userPage(c, { known, changes, users, shown })
}

type UserPage = {
  readonly users: readonly StaffUser[]
  /** Absent for one that is being added. */
  readonly known: StaffUser | undefined
  readonly changes: readonly UserChange[]
  readonly shown: Shown
}

function userPage(c: PageContext, { known, users, changes, shown }: UserPage): Response {
  const say = userWords(c.language)
  const fromLogIn = c.configuration.identity !== undefined
  const typed = shown.conflict || Object.keys(shown.problems).length > 0
  const user = typed ? factsOf(c.form, known, fromLogIn) : known
  const errors: Errors = Object.fromEntries(
    Object.entries(shown.problems).map(([field, word]) => [field, say[word]]),
  )
  const units = [...unitsOf(c.municipality, users)].map(([value, label]) => ({ value, label }))
  const providers = currentStandard(c.municipality).providers.map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  const nameOf = (userId: string): string => users.find((u) => u.userId === userId)?.name ?? say.somebody
  const field = { errors } as const
  return adminPage(
    c,
    'users',
    known ? say.editTitle : say.newTitle,
    <>
      <BackLink href="/admin/brugere" language={c.language} text={say.title} />
      <ErrorSummary errors={errors} language={c.language} />
      {shown.conflict && (
        <Alert kind="warning" title={say.conflictTitle}>
          {say.conflict}
        </Alert>
      )}
      {fromLogIn && <Alert kind="info">{say.fromLogIn}</Alert>}
      <Form
        action={known ? `/admin/brugere/${known.userId}` : '/admin/brugere/ny'}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
        basedOn={known && stateNumber(changes[0]?.number ?? 0)}
      >
        <TextField {...field} name="name" label={say.name} value={user?.name} />
        <TextField
          {...field}
          name="subject"
          label={say.subject}
          hint={say.subjectHint}
          value={user?.subject}
        />
        <TextField {...field} name="phone" label={say.phone} type="tel" value={user?.phone ?? ''} />
        <TextField {...field} name="email" label={say.email} type="email" value={user?.email ?? ''} />
        {!fromLogIn && (
          <Checkboxes
            {...field}
            name="roles"
            label={say.roles}
            hint={say.rolesHint}
            values={user?.roles ?? []}
            options={staffRoles.map((value) => ({ value, label: roleNames(c.language)[value] }))}
          />
        )}
        <Select
          {...field}
          name="unit"
          label={say.unit}
          hint={say.unitHint}
          empty={say.noUnit}
          value={user?.unit ?? ''}
          options={units}
        />
        <Select
          {...field}
          name="provider"
          label={say.provider}
          hint={say.providerHint}
          empty={say.noProvider}
          value={user?.providerId ?? ''}
          options={providers}
        />
        {known && (
          <Checkboxes
            {...field}
            name="active"
            label={say.access}
            hint={say.accessHint}
            values={user?.active ? ['1'] : []}
            options={[{ value: '1', label: say.accessOption }]}
          />
        )}
        <Submit>{say.save}</Submit>
      </Form>
      {known && (
        <>
          <h2>{say.history}</h2>
          {changes.length === 0 ? (
            <p>{say.noHistory}</p>
          ) : (
            <Timeline
              happenings={changes.map((change) => {
                const { lines, by } = presentChange(change, nameOf, c.language)
                return {
                  when: dayAndTime(change.at, c.language),
                  what: lines.map((line) => <p>{line}</p>),
                  by,
                }
              })}
            />
          )}
        </>
      )}
    </>,
    shown.conflict ? 409 : typed ? 422 : 200,
  )
}

/** Adds a user. Posted twice it is one user: the form's own id becomes theirs. */
export async function addUser(c: PageContext): Promise<Response> {
  const id = UserId.safeParse(c.form.commandId)
  return save(c, id.success ? id.data : UserId.parse(c.house.newId()), undefined)
}

export async function editUser(c: PageContext): Promise<Response> {
  const id = UserId.safeParse(c.parameter('user'))
  const known = id.success ? await read(c.house.db, c.scope, (tx) => findUser(tx, id.data)) : undefined
  return known === undefined ? errorPage(c, 404) : save(c, known.userId, known)
}

async function save(c: PageContext, userId: UserId, known: StaffUser | undefined): Promise<Response> {
  const fromLogIn = c.configuration.identity !== undefined
  const show = (shown: Shown) => (known ? showUser(c, shown) : showNewUser(c, shown))
  const facts = factsOf(c.form, known, fromLogIn)
  const problems = problemsOf(facts, fromLogIn)
  if (Object.keys(problems).length > 0) return show({ problems })
  const saved = await saveChangedUser(c, userId, facts)
  if (saved.kind === 'refused') return show(saved)
  if (saved.kind === 'conflict') return show({ problems: {}, conflict: true })
  return seeOther('/admin/brugere?gemt=1')
}
