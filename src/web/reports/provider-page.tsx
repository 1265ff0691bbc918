/** A provider's own reports, counted as management counts them. What it may see of them the database decides. */
import { read } from '../../store/connection.ts'
import { countReports, reportsBehind } from '../../store/provider-reports.ts'
import type { PageContext } from '../platform/context.ts'
import { noteLooks } from '../platform/looks.ts'
import { html } from '../platform/respond.tsx'
import { nameOf, personHref } from '../provider/orders.ts'
import { peopleIn, providerName } from '../provider/read-orders.ts'
import { providerWords } from '../provider/words.ts'
import { BackLink } from '../ui/parts.tsx'
import {
  askedOf,
  BehindFigure,
  ChosenPeriod,
  cursorIn,
  FigureTable,
  filterOf,
  pageSize,
  periodAsked,
} from './figures.tsx'
import { reportFigureWords } from './words.ts'

export async function showOwnReports(c: PageContext): Promise<Response> {
  const t = reportFigureWords(c.language)
  const asked = { ...askedOf(c, '/tilbud/meldinger'), provider: undefined }
  const period = periodAsked(asked, c)
  const { counts, entries, orders, people } = await read(c.house.db, c.scope, async (tx) => {
    const counts = await countReports(tx, period)
    const entries = await reportsBehind(tx, period, filterOf(asked), {
      limit: pageSize,
      after: cursorIn(c.query),
    })
    return { counts, entries, ...(await peopleIn(c, tx)) }
  })
  const orderOf = new Map(orders.map((order) => [order.orderId, order]))
  const shown = new Set(entries.map(({ orderId }) => orderId))
  noteLooks(
    c,
    'provider.reports',
    orders.filter(({ orderId }) => shown.has(orderId)),
  )
  return html(
    c,
    t.ownTitle,
    <>
      <BackLink href="/tilbud/overblik" language={c.language} />
      <h1>{t.ownTitle}</h1>
      <p>{t.ownLead}</p>
      <ChosenPeriod c={c} asked={asked} />
      {counts.length === 0 ? (
        <div class="hv-empty">
          <p>{t.ownNothing}</p>
        </div>
      ) : (
        <>
          <p>{t.openNote}</p>
          <FigureTable c={c} asked={asked} counts={counts} caption={providerName(c) ?? t.ownTitle} />
          <BehindFigure
            c={c}
            asked={asked}
            entries={entries}
            columns={[
              {
                heading: t.person,
                title: t.person,
                cell: ({ orderId }) => {
                  const order = orderOf.get(orderId)
                  return order ? (
                    <a href={personHref(order, '/meld')}>
                      {nameOf(people, order.personId) ?? providerWords(c.language).unknownPerson}
                    </a>
                  ) : (
                    '–'
                  )
                },
              },
            ]}
          />
        </>
      )}
    </>,
  )
}
