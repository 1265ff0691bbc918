/** What citizens are to pay for a month: a page for the management, and a file for the debtor system. */
import { fullName } from '../../casework/people.ts'
import type { PersonId } from '../../domain/identity.ts'
import { sumOf } from '../../domain/own-payment.ts'
import { read } from '../../store/connection.ts'
import { findPersons, type Person } from '../../store/persons.ts'
import { type ChargeRow, chargesBetween } from '../../store/purchases.ts'
import { amountInWords } from '../i18n/money.ts'
import { ManagementTabs } from '../management/frame.tsx'
import type { PageContext } from '../platform/context.ts'
import { csvOf } from '../platform/csv.ts'
import { noteLooks } from '../platform/looks.ts'
import { file, html } from '../platform/respond.tsx'
import { providerWords } from '../provider/words.ts'
import { Table } from '../ui/parts.tsx'
import { type Month, monthAsked, monthInWords } from './month.ts'
import { payWords } from './staff-words.ts'

async function readCharges(c: PageContext, month: Month, route: string) {
  const found = await read(c.house.db, c.scope, async (tx) => {
    const charges = await chargesBetween(tx, month.from, month.to)
    const people = await findPersons(tx, [...new Set(charges.map((row) => row.personId))])
    return { charges, people: new Map(people.map((p) => [p.personId, p])) }
  })
  noteLooks(
    c,
    route,
    [...found.people.keys()].map((personId) => ({ personId })),
  )
  return found
}

type Account = { readonly caseNumber: string; readonly name: string; readonly rows: readonly ChargeRow[] }

const nameOf = (c: PageContext, people: ReadonlyMap<PersonId, Person>, id: PersonId): string => {
  const person = people.get(id)
  return person ? fullName(person) : providerWords(c.language).unknownPerson
}

export async function charges(c: PageContext): Promise<Response> {
  const t = payWords(c.language)
  const month = monthAsked(c)
  const { charges: all, people } = await readCharges(c, month, 'management.charges')
  const accounts = [...new Set(all.map((row) => row.caseNumber))].map((caseNumber): Account => {
    const rows = all.filter((row) => row.caseNumber === caseNumber)
    return { caseNumber, rows, name: rows[0] ? nameOf(c, people, rows[0].personId) : '' }
  })
  const sum = (rows: readonly ChargeRow[]): string =>
    amountInWords(sumOf(rows.map((row) => row.amountOere)), c.language)
  const title = t.ownPaymentTitle(monthInWords(month, c.language))
  return html(
    c,
    t.ownPayment,
    <>
      <h1>{title}</h1>
      <ManagementTabs c={c} current="/egenbetaling" />
      <p>{t.ownPaymentLead}</p>
      <Table
        caption={title}
        rows={accounts}
        empty={<p>{t.none}</p>}
        columns={[
          { heading: t.citizen, title: t.citizen, cell: ({ name }) => name },
          { heading: t.case, title: t.case, cell: ({ caseNumber }) => caseNumber },
          { heading: t.lines, title: t.lines, cell: ({ rows }) => String(rows.length) },
          { heading: t.sum, title: t.sum, cell: ({ rows }) => sum(rows) },
        ]}
      />
      {all.length > 0 && (
        <>
          <p>
            <strong>{t.total(sum(all))}</strong>
          </p>
          <p>
            <a href={`/ledelse/egenbetaling/fil?maaned=${month.name}`}>{t.csv}</a>
          </p>
        </>
      )}
      <p>
        <a href={`/ledelse/egenbetaling?maaned=${month.before}`}>{t.earlier}</a>
      </p>
      {month.to < c.today && (
        <p>
          <a href={`/ledelse/egenbetaling?maaned=${month.after}`}>{t.later}</a>
        </p>
      )}
    </>,
  )
}

export async function chargesFile(c: PageContext): Promise<Response> {
  const t = payWords(c.language)
  const month = monthAsked(c)
  const { charges: all, people } = await readCharges(c, month, 'management.charges.file')
  const rows = all.map((row) => [
    people.get(row.personId)?.cpr,
    nameOf(c, people, row.personId),
    row.caseNumber,
    c.municipality.providerName(row.providerId),
    row.name,
    row.settledOn,
    row.amountOere / 100,
  ])
  const head = [t.cpr, t.citizen, t.case, t.provider, t.what, t.day, t.amountOnly]
  return file(
    csvOf([head, ...rows]),
    'text/csv; charset=utf-8',
    `egenbetaling-${month.name}.csv`,
    'attachment',
  )
}
