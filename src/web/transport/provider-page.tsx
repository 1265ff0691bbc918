/** The rides of a provider's own people on a day (T12): who is driven when, what has changed, and what became of it. */
import { type RideRow, readRides } from '../../casework/read-rides.ts'
import { recordRide } from '../../casework/record-rides.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { daysBetween } from '../../domain/time/calendar-day.ts'
import { NewRideFact } from '../../domain/transport/fact.ts'
import { directions } from '../../domain/transport/legs.ts'
import { read } from '../../store/connection.ts'
import { longDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { lockDaysOf } from '../provider/day/read-day.ts'
import { Form, Submit } from '../ui/fields.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { DayLinks, dayAsked, markOf, nameOf, needsOf, noteRideLooks, timeOf } from './ride-parts.tsx'
import { rideWords } from './words.ts'

const path = '/tilbud/koersel'

export async function placeRides(c: PageContext, problem?: string): Promise<Response> {
  const { provider } = c.asking.subject
  if (provider === undefined) return errorPage(c, 404)
  const day = dayAsked(c)
  const t = rideWords(c.language)
  const lists = await read(c.house.db, c.scope, (tx) => readRides(tx, day, provider))
  const rows = lists.flatMap((list) => list.rows)
  const gone = lists.flatMap((list) => list.gone)
  noteRideLooks(c, 'provider.rides', lists)
  const title = t.title(longDay(day, c.language))
  const open = day <= c.today && daysBetween(day, c.today) <= lockDaysOf(c)
  return html(
    c,
    title,
    <>
      <h1>{title}</h1>
      {problem && <Alert kind="error">{problem}</Alert>}
      <p>{t.placeLead}</p>
      <Told c={c} lists={lists} />
      {rows.length === 0 && <p class="hv-empty">{t.nobody}</p>}
      {directions
        .map((direction) => ({ direction, own: rows.filter(({ leg }) => leg.direction === direction) }))
        .filter(({ own }) => own.length > 0)
        .map(({ direction, own }) => (
          <section class="hv-facts" aria-labelledby={`r-${direction}`}>
            <h2 id={`r-${direction}`}>{t[direction]}</h2>
            <Table
              caption={t[direction]}
              rows={own}
              empty={null}
              columns={[
                { heading: t.name, title: t.name, cell: (row) => nameOf(row.person, c.language) },
                { heading: t.when, title: t.when, cell: ({ leg }) => timeOf(leg, c.language) },
                { heading: t.needs, title: t.needs, cell: ({ leg }) => needsOf(leg.needs, c.language) },
                { heading: t.state, title: t.state, cell: ({ leg }) => t.states[leg.state] },
                { heading: t.change, title: t.change, cell: (row) => markOf(row, c.language) },
                {
                  heading: t.became,
                  title: t.became,
                  cell: (row) => <Became c={c} row={row} open={open} />,
                },
              ]}
            />
          </section>
        ))}
      {gone.length > 0 && (
        <>
          <h2>{t.gone}</h2>
          <ul>
            {gone.map(({ leg, person }) => (
              <li>{`${nameOf(person, c.language)}: ${t[leg.direction]}, ${timeOf(leg, c.language)}`}</li>
            ))}
          </ul>
        </>
      )}
      <DayLinks c={c} day={day} at={path} />
      <p class="d-print-none">{t.printHint}</p>
    </>,
    problem ? 422 : 200,
  )
}

/** Who drives here, and how to reach them. */
function Told({
  c,
  lists,
}: {
  readonly c: PageContext
  readonly lists: Awaited<ReturnType<typeof readRides>>
}) {
  const t = rideWords(c.language)
  const own = lists.filter(({ operator, rows }) => operator !== undefined && rows.length > 0)
  return (
    <>
      {own.map(({ operator }) => (
        <p>
          <strong>{operator?.name}</strong>. {operator?.phone && t.phone(operator.phone)}{' '}
          {operator && t.deadline(operator.cancelMinutes)}
        </p>
      ))}
    </>
  )
}

/** What became of a ride, and the presses that say it: each a fact with the form's own id. */
function Became({
  c,
  row,
  open,
}: {
  readonly c: PageContext
  readonly row: RideRow
  readonly open: boolean
}) {
  const t = rideWords(c.language)
  const { leg, fact } = row
  const said = fact && fact.kind !== 'undone' ? t.facts[fact.kind] : undefined
  if (!open || (leg.state !== 'planned' && said === undefined)) return <>{said ?? ''}</>
  const whose = <span class="sr-only">{`: ${nameOf(row.person, c.language)}, ${t[leg.direction]}`}</span>
  return (
    <Form action={path} csrf={c.csrf} commandId={c.house.newId()}>
      {said && <p>{said}</p>}
      <input type="hidden" name="dag" value={leg.day} />
      <input type="hidden" name="order" value={leg.orderId} />
      <input type="hidden" name="direction" value={leg.direction} />
      <input type="hidden" name="part" value={leg.part} />
      <div class="hv-actions">
        {fact && said ? (
          <Submit look="secondary" name="undo" value={fact.factId}>
            {t.undo(said)}
            {whose}
          </Submit>
        ) : (
          (['late', 'noShow'] as const).map((kind) => (
            <Submit look="secondary" name="kind" value={kind}>
              {t[kind]}
              {whose}
            </Submit>
          ))
        )}
      </div>
    </Form>
  )
}

export async function sayOfRide(c: PageContext): Promise<Response> {
  const { form } = c
  const refersTo = form.text('undo')
  const fact = NewRideFact.safeParse({
    factId: form.commandId ?? c.house.newId(),
    orderId: form.text('order'),
    day: form.text('dag'),
    direction: form.text('direction'),
    part: form.text('part'),
    kind: refersTo === undefined ? form.text('kind') : 'undone',
    ...(refersTo !== undefined && { refersTo }),
    at: c.house.now().toISOString(),
  })
  if (!fact.success) return placeRides(c, refusalInWords({ refused: true, code: 'notFound' }, c.language))
  const done = await recordRide(c.house, c.asking, fact.data)
  if (isRefusal(done)) return placeRides(c, refusalInWords(done, c.language))
  return seeOther(fact.data.day === c.today ? path : `${path}?dag=${fact.data.day}`)
}
