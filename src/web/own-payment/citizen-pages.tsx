/** Trips, price first and nothing chosen beforehand (K2.4a-2); and what is to be paid, month by month (K2.4a-1). */

import type { LoadedCase } from '../../casework/load-case.ts'
import { targetOf } from '../../casework/load-case.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { may } from '../../domain/access/permissions.ts'
import type { Order, Purchase } from '../../domain/case/case-file.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { orderClosedOn } from '../../domain/case/lifetime.ts'
import { isLive } from '../../domain/case/own-payment/decide.ts'
import { PartId } from '../../domain/identity.ts'
import { sumOf } from '../../domain/own-payment.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { read } from '../../store/connection.ts'
import { findOuting, type Outing, outingsFrom } from '../../store/outings.ts'
import { casesOf } from '../citizen/own-cases.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { amountInWords } from '../i18n/money.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { Form, Submit } from '../ui/fields.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { Picture } from '../ui/picture.tsx'
import { outingWords } from './citizen-words.ts'
import { monthAsked, monthInWords } from './month.ts'

const here = '/borger/ture'

type Placed = { readonly loaded: LoadedCase; readonly order: Order }

/** The places that the person has now: whose trips they are offered. */
const placesOf = (cases: readonly LoadedCase[], today: PageContext['today']): readonly Placed[] =>
  cases.flatMap((loaded) =>
    loaded.file.orders
      .filter((order) => order.accepted && !order.declined)
      .filter((order) => (orderClosedOn(loaded.file, order) ?? '9') > today)
      .map((order) => ({ loaded, order })),
  )

const mayAnswer = (c: PageContext, loaded: LoadedCase): boolean =>
  may(
    'agreePurchase',
    c.asking.subject,
    targetOf(loaded, { personId: c.asking.subject.personId, today: c.today, opened: false }),
  )

export async function outings(c: PageContext, problem?: string): Promise<Response> {
  const t = outingWords(c.language)
  const places = placesOf(await casesOf(c, 'viewOwnPlan', 'agreePurchase'), c.today)
  const providers = places.map(({ order }) => order.content.provider)
  const trips = await read(c.house.db, c.scope, (tx) => outingsFrom(tx, providers, c.today))
  const answering = places.some(({ loaded }) => mayAnswer(c, loaded))
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      {problem && <Alert kind="warning">{problem}</Alert>}
      <p class="font-lead hv-pictured">
        <Picture name="choose" />
        <span>{t.lead}</span>
      </p>
      {!answering && places.length > 0 && <p>{t.readOnly}</p>}
      {trips.length === 0 && <p class="hv-empty">{t.none}</p>}
      {trips.map((trip) => {
        const place = places.find(({ order }) => order.content.provider === trip.providerId)
        return place && <OutingCard c={c} trip={trip} place={place} />
      })}
      <p>
        <a href="/borger/betaling">{t.seePayment}</a>
      </p>
    </>,
    problem ? 409 : 200,
  )
}

/** The yes that stands, if there is one: nobody has said yes who has not. */
const standing = ({ loaded }: Placed, { outingId }: Outing): Purchase | undefined =>
  loaded.file.purchases.find((p) => p.outing?.outingId === outingId && isLive(p))

function OutingCard({
  c,
  trip,
  place,
}: {
  readonly c: PageContext
  readonly trip: Outing
  readonly place: Placed
}) {
  const t = outingWords(c.language)
  const amount = amountInWords(trip.item.priceOere, c.language)
  const yes = standing(place, trip)
  return (
    <section class="hv-card">
      <p class="font-lead hv-pictured">
        <Picture name="price" />
        <strong>{t.price(amount)}</strong>
      </p>
      <h2 class="hv-pictured">
        <Picture name="trip" />
        <span>{trip.name}</span>
      </h2>
      <p class="hv-pictured">
        <Picture name="time" />
        <span>{t.when(longDay(trip.day, c.language), trip.starts, trip.ends)}</span>
      </p>
      <p class="hv-pictured">
        <Picture name="place" />
        <span>{t.where(trip.place)}</span>
      </p>
      <p class="hv-pre" lang="da">
        {trip.about}
      </p>
      <p>{t.by(c.municipality.providerName(trip.providerId))}</p>
      {trip.calledOffBecause === null ? (
        <OutingAnswer c={c} trip={trip} place={place} yes={yes} />
      ) : (
        <p>
          <strong>{t.calledOff(trip.calledOffBecause)}</strong>
        </p>
      )}
    </section>
  )
}

function OutingAnswer({
  c,
  trip,
  place,
  yes,
}: {
  readonly c: PageContext
  readonly trip: Outing
  readonly place: Placed
  readonly yes: Purchase | undefined
}) {
  const t = outingWords(c.language)
  const inTime = c.today <= trip.answerBy
  const allowed = mayAnswer(c, place.loaded)
  const forTrip = <span class="sr-only">: {trip.name}</span>
  if (yes)
    return (
      <>
        <p>
          <strong>{t.joined}</strong>{' '}
          {inTime ? t.leaveBy(plainDay(trip.answerBy, c.language)) : t.leaveNoMore}
        </p>
        {inTime && allowed && (
          <Form action={`${here}/nej`} csrf={c.csrf} commandId={c.house.newId()}>
            <input type="hidden" name="purchaseId" value={yes.purchaseId} />
            <Submit look="secondary">
              {t.leave}
              {forTrip}
            </Submit>
          </Form>
        )}
      </>
    )
  if (!inTime) return <p>{t.tooLate}</p>
  return (
    <>
      <p>{t.answerBy(plainDay(trip.answerBy, c.language))}</p>
      {allowed && (
        <Form action={`${here}/ja`} csrf={c.csrf} commandId={c.house.newId()}>
          <input type="hidden" name="outingId" value={trip.outingId} />
          <input type="hidden" name="shownOere" value={String(trip.item.priceOere)} />
          <Submit look="secondary">
            {t.join(amountInWords(trip.item.priceOere, c.language))}
            {forTrip}
          </Submit>
        </Form>
      )}
    </>
  )
}

/** A repeat changes nothing; whatever else is said no to is shown above the trips as they stand now. */
async function run(c: PageContext, { caseId }: LoadedCase, command: CaseCommand): Promise<Response> {
  const done = await perform(c.house, c.asking, {
    caseId,
    command,
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) return outings(c, outingWords(c.language).changed)
  return isRefusal(done) && done.code !== 'alreadyDone'
    ? outings(c, refusalInWords(done, c.language))
    : seeOther(here)
}

export async function join(c: PageContext): Promise<Response> {
  const id = PartId.safeParse(c.form.text('outingId'))
  const trip = id.success ? await read(c.house.db, c.scope, (tx) => findOuting(tx, id.data)) : undefined
  const place =
    trip &&
    placesOf(await casesOf(c, 'viewOwnPlan', 'agreePurchase'), c.today).find(
      ({ order }) => order.content.provider === trip.providerId,
    )
  if (trip === undefined || place === undefined) return errorPage(c, 404)
  if (trip.calledOffOn !== null) return outings(c, outingWords(c.language).changed)
  const { outingId, name, day, answerBy, item, priceListFrom } = trip
  return run(c, place.loaded, {
    type: 'agreePurchase',
    input: {
      orderId: place.order.orderId,
      provider: trip.providerId,
      item,
      priceListFrom,
      outing: { outingId, name, day, answerBy },
      // What stood on the page; something else than a whole number was never shown.
      shownOere: Math.max(0, Math.trunc(Number(c.form.text('shownOere')) || 0)),
      said: { how: 'web' },
    },
  })
}

export async function leave(c: PageContext): Promise<Response> {
  const cases = await casesOf(c, 'viewOwnPlan', 'agreePurchase')
  const loaded = cases.find(({ file }) =>
    file.purchases.some((p) => p.purchaseId === c.form.text('purchaseId')),
  )
  const purchase = loaded?.file.purchases.find((p) => p.purchaseId === c.form.text('purchaseId'))
  if (loaded === undefined || purchase === undefined) return errorPage(c, 404)
  return run(c, loaded, {
    type: 'withdrawPurchase',
    input: { purchaseId: purchase.purchaseId, said: { how: 'web' } },
  })
}

/** The month's lines and their sum, out of the case itself. */
export async function payment(c: PageContext): Promise<Response> {
  const t = outingWords(c.language)
  const month = monthAsked(c)
  const cases = await casesOf(c, 'viewOwnPlan', 'agreePurchase')
  const lines = cases
    .flatMap(({ file }) => file.purchases)
    .flatMap((p) => (p.settled && p.settled.amountOere > 0 ? [{ purchase: p, settled: p.settled }] : []))
    .filter(({ settled }) => settled.on >= month.from && settled.on <= month.to)
    .sort((a, b) => a.settled.on.localeCompare(b.settled.on))
  const name = monthInWords(month, c.language)
  const total = sumOf(lines.map(({ settled }) => settled.amountOere))
  return html(
    c,
    t.payment,
    <>
      <h1>{t.payment}</h1>
      <p>{t.paymentLead}</p>
      <Table
        caption={t.payment}
        rows={lines}
        empty={<p>{t.nothing(name)}</p>}
        columns={[
          {
            heading: t.what,
            title: t.what,
            cell: ({ purchase }) => purchase.outing?.name ?? purchase.item.name,
          },
          {
            heading: t.day,
            title: t.day,
            cell: ({ purchase, settled }) => plainDay(purchase.outing?.day ?? settled.on, c.language),
          },
          {
            heading: t.amount,
            title: t.amount,
            cell: ({ settled }) => amountInWords(settled.amountOere, c.language),
          },
        ]}
      />
      {lines.length > 0 && (
        <p>
          <strong>{t.total(name, amountInWords(total, c.language))}</strong>
        </p>
      )}
      <p>
        <a href={`/borger/betaling?maaned=${month.before}`}>{t.earlier}</a>
      </p>
      {month.to < c.today && (
        <p>
          <a href={`/borger/betaling?maaned=${month.after}`}>{t.later}</a>
        </p>
      )}
      <p>
        <a href={here}>{t.seeOutings}</a>
      </p>
    </>,
  )
}
