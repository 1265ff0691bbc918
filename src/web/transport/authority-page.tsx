/**
 * One list of rides for each operator and day, to be handed over: as a page to print, as a file, and kept as it was given. A
 * protected address stands in none of them: it is agreed on by word of mouth, and looked up in the case.
 */
import { type RideList, type RideRow, readRides } from '../../casework/read-rides.ts'
import { handOverRides } from '../../casework/record-rides.ts'
import { mayEver } from '../../domain/access/permissions.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { RideOperator } from '../../domain/transport/operator.ts'
import { read } from '../../store/connection.ts'
import type { Person } from '../../store/persons.ts'
import { listUsers, type StaffUser } from '../../store/users.ts'
import { dayAndTime, longDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { csvOf } from '../platform/csv.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file, html, seeOther } from '../platform/respond.tsx'
import { Form, Submit } from '../ui/fields.tsx'
import { Alert, LinkButton, Table } from '../ui/parts.tsx'
import { DayLinks, dayAsked, markOf, nameOf, needsOf, noteRideLooks, timeOf } from './ride-parts.tsx'
import { rideWords } from './words.ts'

const path = '/myndighed/koersel'

/** Where the person is fetched and brought; never a protected address. */
function addressOf(person: Person | undefined, language: Language): string {
  const t = rideWords(language)
  const { address } = person ?? {}
  if (address === undefined) return t.noAddress
  return address.protected ? t.protected : `${address.street}, ${address.postalCode} ${address.town}`
}

export async function rideLists(c: PageContext, problem?: string): Promise<Response> {
  const day = dayAsked(c)
  const t = rideWords(c.language)
  const { lists, users } = await read(c.house.db, c.scope, async (tx) => ({
    lists: await readRides(tx, day),
    users: await listUsers(tx),
  }))
  noteRideLooks(c, 'authority.rides', lists)
  const title = t.title(longDay(day, c.language))
  return html(
    c,
    title,
    <>
      <h1>{title}</h1>
      {problem && <Alert kind="error">{problem}</Alert>}
      <p>{t.lead}</p>
      <DayLinks c={c} day={day} at={path} />
      {lists.length === 0 && <p class="hv-empty">{t.noOperators}</p>}
      {lists.map((list, index) => (
        <section aria-labelledby={`l-${index}`}>
          <h2 id={`l-${index}`}>{list.operator?.name ?? t.noOperator}</h2>
          {list.operator ? (
            <Told c={c} list={list} operator={list.operator} users={users} />
          ) : (
            <p>{t.noOperatorHint}</p>
          )}
          <Rides c={c} list={list} />
          {list.operator && list.rows.length + list.gone.length > 0 && (
            <HandOver c={c} list={list} operator={list.operator} day={day} />
          )}
        </section>
      ))}
      {mayEver('changeRideOperators', c.asking.subject) && (
        <p>
          <a href={`${path}/selskaber`}>{t.operators}</a>
        </p>
      )}
      <p>{t.printHint}</p>
    </>,
    problem ? 409 : 200,
  )
}

/** How the list stands with the operator: given when, by whom, and how much has changed since. */
function Told({
  c,
  list,
  operator,
  users,
}: {
  readonly c: PageContext
  readonly list: RideList
  readonly operator: RideOperator
  readonly users: readonly StaffUser[]
}) {
  const t = rideWords(c.language)
  const { handover, rows, gone } = list
  const changed = rows.filter(({ mark }) => mark === 'new' || mark === 'changed').length + gone.length
  const who = users.find((u) => u.userId === handover?.givenBy)?.name ?? '–'
  return (
    <>
      <p>
        {operator.phone && `${t.phone(operator.phone)} `}
        {t.deadline(operator.cancelMinutes)}
      </p>
      <Alert kind={handover && changed === 0 ? 'success' : 'info'}>
        <p>
          {handover
            ? `${t.handedOver(dayAndTime(handover.givenAt, c.language), who)} ${changed > 0 ? t.changes(changed) : t.noChanges}`
            : t.notHandedOver}
        </p>
      </Alert>
    </>
  )
}

function Rides({ c, list }: { readonly c: PageContext; readonly list: RideList }) {
  const t = rideWords(c.language)
  const { rows, gone, operator } = list
  return (
    <div class="hv-facts">
      <Table
        caption={operator?.name ?? t.noOperator}
        rows={rows}
        empty={<p>{t.nobody}</p>}
        columns={[
          { heading: t.name, title: t.name, cell: (row: RideRow) => nameOf(row.person, c.language) },
          { heading: t.direction, title: t.direction, cell: ({ leg }) => t[leg.direction] },
          { heading: t.when, title: t.when, cell: ({ leg }) => timeOf(leg, c.language) },
          { heading: t.address, title: t.address, cell: ({ person }) => addressOf(person, c.language) },
          {
            heading: t.provider,
            title: t.provider,
            cell: ({ leg }) => c.municipality.providerName(leg.providerId),
          },
          { heading: t.needs, title: t.needs, cell: ({ leg }) => needsOf(leg.needs, c.language) },
          {
            heading: t.state,
            title: t.state,
            cell: ({ leg, fact }) =>
              fact && fact.kind !== 'undone' ? t.facts[fact.kind] : t.states[leg.state],
          },
          { heading: t.change, title: t.change, cell: (row) => markOf(row, c.language) },
        ]}
      />
      {gone.length > 0 && (
        <>
          <h3>{t.gone}</h3>
          <p>{t.goneHint}</p>
          <ul>
            {gone.map(({ leg, person }) => (
              <li>{`${nameOf(person, c.language)}: ${t[leg.direction]}, ${timeOf(leg, c.language)}`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function HandOver({
  c,
  list,
  operator,
  day,
}: {
  readonly c: PageContext
  readonly list: RideList
  readonly operator: RideOperator
  readonly day: CalendarDay
}) {
  const t = rideWords(c.language)
  return (
    <>
      <p>{t.handOverHint}</p>
      <div class="hv-actions">
        <LinkButton look="secondary" href={`${path}/${operator.operatorId}/fil?dag=${day}`}>
          {t.csv(operator.name)}
        </LinkButton>
        <Form action={path} csrf={c.csrf} commandId={c.house.newId()}>
          <input type="hidden" name="dag" value={day} />
          <input type="hidden" name="operator" value={operator.operatorId} />
          <input type="hidden" name="seen" value={list.seen} />
          <Submit look="secondary">{t.handOver(operator.name)}</Submit>
        </Form>
      </div>
    </>
  )
}

export async function handOver(c: PageContext): Promise<Response> {
  const day = dayAsked(c)
  const done = await handOverRides(c.house, c.asking, {
    operatorId: c.form.text('operator') ?? '',
    day,
    seen: c.form.text('seen') ?? '',
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isRefusal(done)) return rideLists(c, refusalInWords(done, c.language))
  return seeOther(`${path}?dag=${day}`)
}

/** What the operator is given: no CPR number, no protected address, and nothing of the case. */
export async function rideFile(c: PageContext): Promise<Response> {
  const day = dayAsked(c)
  const t = rideWords(c.language)
  const lists = await read(c.house.db, c.scope, (tx) => readRides(tx, day))
  const list = lists.find(({ operator }) => operator?.operatorId === c.parameter('operatorId'))
  if (list === undefined) return errorPage(c, 404)
  noteRideLooks(c, 'authority.rides.file', [list])
  const gone = list.gone.map(({ leg, person }) => ({ leg, person, state: t.gone, change: t.gone }))
  const rows = [
    ...list.rows.map(({ leg, person, mark }) => ({
      leg,
      person,
      state: t.states[leg.state],
      change: mark ? t.marks[mark] : '',
    })),
    ...gone,
  ].map(({ leg, person, state, change }) => [
    t[leg.direction],
    leg.earliest,
    leg.latest,
    nameOf(person, c.language),
    addressOf(person, c.language),
    c.municipality.providerName(leg.providerId),
    leg.needs?.wheelchair ? t.yes : '',
    leg.needs?.companion ? t.yes : '',
    leg.needs?.aids,
    state,
    change,
  ])
  const head = [
    ...[t.direction, t.earliest, t.latest, t.name, t.address, t.provider],
    ...[t.wheelchair, t.companion, t.aids, t.state, t.change],
  ]
  return file(csvOf([head, ...rows]), 'text/csv; charset=utf-8', `koersel-${day}.csv`, 'attachment')
}
