/** The provider's trips, and the prices it may ask. */
import { approvedPriceLists } from '../../casework/price-lists.ts'
import { priceListOn } from '../../domain/own-payment.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { read } from '../../store/connection.ts'
import { outingsFrom } from '../../store/outings.ts'
import { goingByOuting } from '../../store/purchases.ts'
import { plainDay } from '../i18n/dates.ts'
import { amountInWords } from '../i18n/money.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { ProviderTabs } from '../provider/lists.tsx'
import { LinkButton, Table } from '../ui/parts.tsx'
import { PriceTable } from './price-table.tsx'
import { providerOf } from './provider-reads.ts'
import { payWords } from './staff-words.ts'

/** How long a trip stays on the list after its day, so that it can be settled. */
const daysBack = 60

export async function outingList(c: PageContext): Promise<Response> {
  const t = payWords(c.language)
  const provider = providerOf(c)
  const { trips, going } = await read(c.house.db, c.scope, async (tx) => {
    const [trips, going] = await Promise.all([
      outingsFrom(tx, [provider], addDays(c.today, -daysBack)),
      goingByOuting(tx, provider),
    ])
    return { trips, going }
  })
  return html(
    c,
    t.outingsTitle,
    <>
      <h1>{t.outingsTitle}</h1>
      <ProviderTabs c={c} current="/ture" />
      <p>{t.outingsLead}</p>
      <div class="hv-actions">
        <LinkButton href="/tilbud/ture/ny">{t.newOuting}</LinkButton>
        <LinkButton href="/tilbud/materialer" look="secondary">
          {t.sell}
        </LinkButton>
        <LinkButton href="/tilbud/priser" look="secondary">
          {t.prices}
        </LinkButton>
      </div>
      <Table
        caption={t.outingsTitle}
        rows={trips}
        empty={<p>{t.noOutings}</p>}
        columns={[
          {
            heading: t.outing,
            title: t.outing,
            cell: ({ outingId, name }) => <a href={`/tilbud/ture/${outingId}`}>{name}</a>,
          },
          { heading: t.day, title: t.day, cell: ({ day }) => plainDay(day, c.language) },
          {
            heading: t.price,
            title: t.price,
            cell: ({ item }) => amountInWords(item.priceOere, c.language),
          },
          { heading: t.answerBy, title: t.answerBy, cell: ({ answerBy }) => plainDay(answerBy, c.language) },
          {
            heading: t.going,
            title: t.going,
            cell: ({ outingId, calledOffOn }) =>
              calledOffOn === null ? String(going.get(outingId) ?? 0) : t.calledOffMark,
          },
        ]}
      />
    </>,
  )
}

export async function priceList(c: PageContext): Promise<Response> {
  const t = payWords(c.language)
  const provider = providerOf(c)
  const lists = await approvedPriceLists(c.house, c.municipality.code)
  const now = priceListOn(lists, provider, c.today)
  const later = lists.filter((list) => list.provider === provider && list.validFrom > c.today)
  return html(
    c,
    t.priceTitle,
    <>
      <h1>{t.priceTitle}</h1>
      <ProviderTabs c={c} current="/ture" />
      <p>{t.priceLead}</p>
      {now === undefined && later.length === 0 && <p class="hv-empty">{t.noList}</p>}
      {now && (
        <>
          <h2>{t.inForce(plainDay(now.validFrom, c.language))}</h2>
          <PriceTable c={c} list={now} />
        </>
      )}
      {later.map((list) => (
        <>
          <h2>{t.comes(plainDay(list.validFrom, c.language))}</h2>
          <PriceTable c={c} list={list} />
        </>
      ))}
    </>,
  )
}
