/** What citizens have said yes to buy: rows of the journal, for the provider's trip, the citizen's month and the debtor system. */
import type { CaseId, PartId, PersonId, ProviderId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import type { PurchaseRow } from './projection-rows.ts'
import { json, sql } from './sql.ts'

const columns = sql`purchase_id as "purchaseId", order_id as "orderId", person_id as "personId",
  provider_id as "providerId", kind, name, price_oere as "priceOere", outing_id as "outingId",
  outing_day as "outingDay", answer_by as "answerBy", agreed_on as "agreedOn", gone_on as "goneOn",
  settled_on as "settledOn", took_part as "tookPart", amount_oere as "amountOere"`

export async function replacePurchases(
  tx: WriteTx,
  caseId: CaseId,
  rows: readonly PurchaseRow[],
): Promise<void> {
  await Promise.all([
    tx.run(sql`delete from purchase where case_id = ${caseId}`),
    tx.run(sql`
      insert into purchase (municipality, case_id, purchase_id, order_id, person_id, provider_id, kind, name,
        price_oere, outing_id, outing_day, answer_by, agreed_on, gone_on, settled_on, took_part, amount_oere)
      select ${tx.scope.municipality}, ${caseId}::uuid, r."purchaseId", r."orderId", r."personId", r."providerId",
             r.kind, r.name, r."priceOere", r."outingId", r."outingDay", r."answerBy", r."agreedOn", r."goneOn",
             r."settledOn", r."tookPart", r."amountOere"
      from jsonb_to_recordset(${json(rows)}::jsonb) as r(
        "purchaseId" uuid, "orderId" uuid, "personId" uuid, "providerId" text, kind text, name text,
        "priceOere" integer, "outingId" uuid, "outingDay" date, "answerBy" date, "agreedOn" date, "goneOn" date,
        "settledOn" date, "tookPart" boolean, "amountOere" integer)`),
  ])
}

/** Of a case, as a rebuild is compared with them. */
export const purchasesOf = (tx: ReadTx, caseId: CaseId): Promise<readonly PurchaseRow[]> =>
  tx.rows(sql`select ${columns} from purchase where case_id = ${caseId} order by purchase_id`)

export type PurchaseEntry = PurchaseRow & { readonly caseId: CaseId }

/** Everybody who has said yes to a trip, also those who took it back. */
export const purchasesOfOuting = (tx: ReadTx, outingId: PartId): Promise<readonly PurchaseEntry[]> =>
  tx.rows(sql`
    select case_id as "caseId", ${columns} from purchase where outing_id = ${outingId} order by agreed_on, purchase_id`)

/** How many have said yes and stand by it, by trip. */
export const goingByOuting = async (
  tx: ReadTx,
  provider: ProviderId,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.rows<{ outingId: string; going: number }>(sql`
    select outing_id as "outingId", count(*)::int as going
    from purchase where provider_id = ${provider} and outing_id is not null and gone_on is null
    group by outing_id`)
  return new Map(rows.map(({ outingId, going }) => [outingId, going]))
}

export type ChargeRow = {
  readonly personId: PersonId
  readonly caseNumber: string
  readonly providerId: ProviderId
  readonly name: string
  readonly kind: PurchaseRow['kind']
  readonly settledOn: CalendarDay
  readonly amountOere: number
}

/** Everything to be paid that was settled from one day to another, both included; in a citizen's scope their own. */
export const chargesBetween = (
  tx: ReadTx,
  from: CalendarDay,
  to: CalendarDay,
): Promise<readonly ChargeRow[]> =>
  tx.rows(sql`
    select p.person_id as "personId", c.case_number as "caseNumber", p.provider_id as "providerId", p.name, p.kind,
           p.settled_on as "settledOn", p.amount_oere as "amountOere"
    from purchase p join case_file c on c.municipality = p.municipality and c.case_id = p.case_id
    where p.settled_on between ${from} and ${to} and p.amount_oere > 0
    order by c.case_number, p.settled_on, p.purchase_id`)
