/** One trip at the provider: who has said yes, who came along, a spoken yes written down, and calling it off. */
import { isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { PartId } from '../../domain/identity.ts'
import { sumOf } from '../../domain/own-payment.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { read, write } from '../../store/connection.ts'
import { callOff, findOuting, type Outing } from '../../store/outings.ts'
import { type PurchaseEntry, purchasesOfOuting } from '../../store/purchases.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { amountInWords } from '../i18n/money.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { noteLooks } from '../platform/looks.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { providerWords } from '../provider/words.ts'
import { Checkboxes, ErrorSummary, type Errors, Form, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton, SummaryList, Table } from '../ui/parts.tsx'
import { type PlacedPerson, placedPeople } from './provider-reads.ts'
import { SpokenYes, spokenOf } from './spoken-yes.tsx'
import { payWords } from './staff-words.ts'

type Read = {
  readonly trip: Outing
  readonly people: readonly PlacedPerson[]
  readonly purchases: readonly PurchaseEntry[]
}

const hrefOf = (trip: Outing, more = ''): string => `/tilbud/ture/${trip.outingId}${more}`

async function readTrip(c: PageContext): Promise<Read | undefined> {
  const id = PartId.safeParse(c.parameter('outingId'))
  if (!id.success) return undefined
  return read(c.house.db, c.scope, async (tx) => {
    const [trip, people, purchases] = await Promise.all([
      findOuting(tx, id.data),
      placedPeople(tx, providerWords(c.language).unknownPerson),
      purchasesOfOuting(tx, id.data),
    ])
    return trip && { trip, people, purchases }
  })
}

const nameIn = ({ people }: Read, { orderId }: PurchaseEntry, unknown: string): string =>
  people.find(({ order }) => order.orderId === orderId)?.name ?? unknown

const isOpen = (p: PurchaseEntry): boolean => p.goneOn === null && p.settledOn === null

export async function showOuting(
  c: PageContext,
  problem: { readonly errors: Errors; readonly changed?: boolean } = { errors: {} },
): Promise<Response> {
  const found = await readTrip(c)
  if (found === undefined) return errorPage(c, 404)
  const t = payWords(c.language)
  const { trip, people, purchases } = found
  noteLooks(
    c,
    'provider.outing',
    people.map(({ order }) => order),
  )
  const unknown = providerWords(c.language).unknownPerson
  const settled = purchases.filter((p) => p.settledOn !== null)
  const open = purchases.filter(isOpen)
  const came = settled.filter((p) => p.tookPart)
  const amount = amountInWords(trip.item.priceOere, c.language)
  const without = people.filter(
    ({ order }) => !purchases.some((p) => p.orderId === order.orderId && p.goneOn === null),
  )
  return html(
    c,
    t.outing,
    <>
      <BackLink href="/tilbud/ture" language={c.language} />
      <ErrorSummary errors={problem.errors} language={c.language} />
      <h1>{trip.name}</h1>
      {problem.changed && <Alert kind="warning">{t.notAll}</Alert>}
      {trip.calledOffBecause !== null && <Alert kind="info">{t.calledOff(trip.calledOffBecause)}</Alert>}
      <SummaryList
        language={c.language}
        rows={[
          { label: t.day, value: longDay(trip.day, c.language) },
          { label: t.when, value: `${trip.starts}–${trip.ends}` },
          { label: t.place, value: trip.place },
          { label: t.about, value: <span class="hv-pre">{trip.about}</span> },
          { label: t.price, value: amount },
          { label: t.answerBy, value: plainDay(trip.answerBy, c.language) },
        ]}
      />
      <h2>{t.who}</h2>
      <Table
        caption={t.who}
        rows={purchases}
        empty={<p>{t.nobody}</p>}
        columns={[
          { heading: t.citizen, title: t.citizen, cell: (p) => nameIn(found, p, unknown) },
          { heading: t.going, title: t.going, cell: (p) => stateOf(c, p) },
        ]}
      />
      {settled.length > 0 && open.length === 0 && (
        <p>
          <strong>{t.settled}</strong>{' '}
          {t.settledLine(came.length, amountInWords(sumOf(came.map((p) => p.amountOere ?? 0)), c.language))}
        </p>
      )}
      {open.length > 0 && trip.day <= c.today && (
        <Form action={hrefOf(trip, '/afregn')} csrf={c.csrf} commandId={c.house.newId()}>
          <Checkboxes
            name="came"
            label={t.whoCame}
            hint={t.whoCameHint}
            values={c.form.all('came')}
            options={open.map((p) => ({ value: p.purchaseId, label: nameIn(found, p, unknown) }))}
          />
          <Submit>{t.settle}</Submit>
        </Form>
      )}
      {trip.calledOffOn === null && c.today <= trip.answerBy && without.length > 0 && (
        <SpokenYes
          c={c}
          action={hrefOf(trip, '/ja')}
          people={without}
          hint={t.wordsHint(amount)}
          errors={problem.errors}
        />
      )}
      {trip.calledOffOn === null && settled.length === 0 && (
        <p>
          <a href={hrefOf(trip, '/aflys')}>{t.callOff}</a>
        </p>
      )}
    </>,
    problem.changed ? 409 : Object.keys(problem.errors).length > 0 ? 422 : 200,
  )
}

function stateOf(c: PageContext, p: PurchaseEntry): string {
  const t = payWords(c.language)
  if (p.goneOn !== null) return t.saidNo
  if (p.settledOn !== null) return p.tookPart ? t.took : t.stayed
  return t.saidYes(plainDay(p.agreedOn, c.language))
}

/** Carries one out; what has been done before is as good as done. */
async function run(c: PageContext, caseId: PurchaseEntry['caseId'], command: CaseCommand, commandId: string) {
  const done = await perform(c.house, c.asking, { caseId, command, commandId })
  return isRefusal(done) && done.code === 'alreadyDone' ? undefined : done
}

/** Settles each who has said yes; one command a case, so that one in trouble holds up no other. */
export async function settleOuting(c: PageContext): Promise<Response> {
  const found = await readTrip(c)
  if (found === undefined) return errorPage(c, 404)
  const came = new Set(c.form.all('came'))
  let failed = false
  for (const { caseId, purchaseId } of found.purchases.filter(isOpen)) {
    const input = { purchaseId, tookPart: came.has(purchaseId) }
    const done = await run(c, caseId, { type: 'settlePurchase', input }, c.house.newId())
    failed ||= isConflict(done) || isRefusal(done)
  }
  return failed ? showOuting(c, { errors: {}, changed: true }) : seeOther(hrefOf(found.trip))
}

export async function writeYes(c: PageContext): Promise<Response> {
  const found = await readTrip(c)
  if (found === undefined) return errorPage(c, 404)
  const { trip, people } = found
  const spoken = spokenOf(c, people)
  if ('errors' in spoken) return showOuting(c, { errors: spoken.errors })
  if (trip.calledOffOn !== null) return showOuting(c, { errors: {}, changed: true })
  const { outingId, name, day, answerBy, item, priceListFrom } = trip
  const done = await run(
    c,
    spoken.order.caseId,
    {
      type: 'agreePurchase',
      input: {
        orderId: spoken.order.orderId,
        provider: trip.providerId,
        item,
        priceListFrom,
        outing: { outingId, name, day, answerBy },
        shownOere: item.priceOere,
        said: { how: 'spoken', inWords: spoken.inWords },
      },
    },
    c.form.commandId ?? c.house.newId(),
  )
  if (isConflict(done)) return showOuting(c, { errors: {}, changed: true })
  return isRefusal(done) ? showOuting(c, { errors: { citizen: inWords(c, done) } }) : seeOther(hrefOf(trip))
}

const inWords = (c: PageContext, refusal: Refusal): string => refusalInWords(refusal, c.language)

export async function askCallOff(c: PageContext, errors: Errors = {}): Promise<Response> {
  const found = await readTrip(c)
  if (found === undefined) return errorPage(c, 404)
  const t = payWords(c.language)
  const { trip } = found
  if (trip.calledOffOn !== null) return seeOther(hrefOf(trip))
  return html(
    c,
    t.callOff,
    <>
      <BackLink href={hrefOf(trip)} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.callOff}</h1>
      <p>
        {trip.name}, {longDay(trip.day, c.language)}
      </p>
      <p>{t.callOffLead}</p>
      <Form action={c.path} csrf={c.csrf} commandId={c.house.newId()}>
        <TextArea name="because" label={t.because} value={c.form.text('because')} rows={3} errors={errors} />
        <div class="hv-actions">
          <Submit look="warning">{t.callOff}</Submit>
          <LinkButton href={hrefOf(trip)} look="secondary">
            {providerWords(c.language).no}
          </LinkButton>
        </div>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** The trip is off first, so that nobody says yes any more, and then every yes is lifted. */
export async function doCallOff(c: PageContext): Promise<Response> {
  const found = await readTrip(c)
  if (found === undefined) return errorPage(c, 404)
  const { trip, purchases } = found
  const because = c.form.text('because')
  if (because === undefined) return askCallOff(c, { because: payWords(c.language).needBecause })
  if (purchases.some((p) => p.settledOn !== null)) return showOuting(c, { errors: {}, changed: true })
  const scope = { municipality: c.municipality.code, viewer: { kind: 'command' } } as const
  await write(c.house.db, scope, (tx) => callOff(tx, trip.outingId, { on: c.today, because }))
  let failed = false
  for (const { caseId, purchaseId } of purchases.filter(isOpen)) {
    const done = await run(c, caseId, { type: 'callOffPurchase', input: { purchaseId } }, c.house.newId())
    failed ||= isConflict(done) || isRefusal(done)
  }
  return failed ? showOuting(c, { errors: {}, changed: true }) : seeOther(hrefOf(trip))
}
