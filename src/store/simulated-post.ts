/** The rows behind the simulated Digital Post and printing centre. Instants are ISO text. */
import type { PersonId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { limited, type Sql, sql } from './sql.ts'

export type SimulatedMessage = {
  readonly messageId: string
  readonly cpr: string
  readonly sender: string
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly acceptedAt: string
  readonly availableAt?: string | undefined
}

export type SimulatedReceipt = {
  readonly messageId: string
  readonly kind: 'delivered' | 'failed'
  readonly at: string
  readonly code?: string | undefined
  readonly reason?: string | undefined
}

export type MailboxEntry = {
  readonly messageId: string
  readonly sender: string
  readonly title: string
  readonly availableAt: string
  readonly openedAt: string | null
}

export type FaultRow = {
  readonly refuseNext: number
  readonly loseReceipts: number
  readonly delayDays: number
  readonly outage: boolean
}

const own = sql`municipality = scope_municipality()`

export async function findAcceptance(tx: ReadTx, messageId: string): Promise<string | undefined> {
  const row = await tx.findRow<{ acceptedAt: string }>(
    sql`select accepted_at as "acceptedAt" from simulator.message where ${own} and message_id = ${messageId}`,
  )
  return row?.acceptedAt
}

/** The state of a mailbox that is not simply open. */
export async function findMailboxState(tx: ReadTx, cpr: string): Promise<'exempt' | 'closed' | undefined> {
  const row = await tx.findRow<{ state: 'exempt' | 'closed' }>(
    sql`select state from simulator.mailbox where ${own} and cpr = ${cpr}`,
  )
  return row?.state
}

export async function setMailboxState(
  tx: WriteTx,
  cpr: string,
  state: 'open' | 'exempt' | 'closed',
): Promise<void> {
  if (state === 'open') {
    await tx.run(sql`delete from simulator.mailbox where ${own} and cpr = ${cpr}`)
    return
  }
  await tx.run(
    sql`insert into simulator.mailbox (municipality, cpr, state) values (scope_municipality(), ${cpr}, ${state})
        on conflict (municipality, cpr) do update set state = excluded.state`,
  )
}

/** Stores a message that was taken. False when one with this id is there already. */
export async function insertMessage(tx: WriteTx, m: SimulatedMessage): Promise<boolean> {
  const inserted = await tx.run(
    sql`insert into simulator.message
          (municipality, message_id, cpr, sender, title, file_name, media_type, bytes, accepted_at, available_at)
        values (scope_municipality(), ${m.messageId}, ${m.cpr}, ${m.sender}, ${m.title}, ${m.fileName},
                ${m.mediaType}, ${m.bytes}, ${m.acceptedAt}, ${m.availableAt ?? null})
        on conflict do nothing`,
  )
  return inserted === 1
}

export async function insertReceipt(tx: WriteTx, r: SimulatedReceipt): Promise<void> {
  await tx.run(
    sql`insert into simulator.receipt (municipality, message_id, kind, at, code, reason)
        values (scope_municipality(), ${r.messageId}, ${r.kind}, ${r.at}, ${r.code ?? null}, ${r.reason ?? null})`,
  )
}

/** Receipts that have come up to an instant and are not acknowledged, oldest first. */
export const listReceipts = (
  tx: ReadTx,
  until: string,
  limit: number,
): Promise<readonly SimulatedReceipt[]> =>
  tx.rows<SimulatedReceipt>(
    sql`select message_id as "messageId", kind, at, code, reason
        from simulator.receipt
        where ${own} and acknowledged_at is null and at <= ${until}
        order by at, message_id
        ${limited(limit)}`,
  )

export async function acknowledgeReceipts(
  tx: WriteTx,
  messageIds: readonly string[],
  at: string,
): Promise<void> {
  await tx.run(
    sql`update simulator.receipt set acknowledged_at = ${at}
        where ${own} and message_id = any(${messageIds}) and acknowledged_at is null`,
  )
}

/** The faults that are switched on; the row is locked, so that "the next three" are three. */
export async function lockFaults(tx: WriteTx): Promise<FaultRow | undefined> {
  return tx.findRow<FaultRow>(
    sql`select refuse_next as "refuseNext", lose_receipts as "loseReceipts", delay_days as "delayDays", outage
        from simulator.fault where ${own} for update`,
  )
}

export async function findFaults(tx: ReadTx): Promise<FaultRow | undefined> {
  return tx.findRow<FaultRow>(
    sql`select refuse_next as "refuseNext", lose_receipts as "loseReceipts", delay_days as "delayDays", outage
        from simulator.fault where ${own}`,
  )
}

export async function setFaults(tx: WriteTx, f: FaultRow): Promise<void> {
  await tx.run(
    sql`insert into simulator.fault (municipality, refuse_next, lose_receipts, delay_days, outage)
        values (scope_municipality(), ${f.refuseNext}, ${f.loseReceipts}, ${f.delayDays}, ${f.outage})
        on conflict (municipality) do update
          set refuse_next = excluded.refuse_next, lose_receipts = excluded.lose_receipts,
              delay_days = excluded.delay_days, outage = excluded.outage`,
  )
}

/** What lies in a mailbox at an instant, newest first. */
export const listMailbox = (tx: ReadTx, cpr: string, at: string): Promise<readonly MailboxEntry[]> =>
  tx.rows<MailboxEntry>(
    sql`select message_id as "messageId", sender, title, available_at as "availableAt", opened_at as "openedAt"
        from simulator.message
        where ${own} and cpr = ${cpr} and available_at <= ${at}
        order by available_at desc, message_id`,
  )

/** A message's file, marked as opened. Undefined when it does not lie in this mailbox. */
export const openMailboxMessage = (
  tx: WriteTx,
  cpr: string,
  messageId: string,
  at: string,
): Promise<{ readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer } | undefined> =>
  tx.findRow(
    sql`update simulator.message set opened_at = coalesce(opened_at, ${at})
        where ${own} and cpr = ${cpr} and message_id = ${messageId} and available_at <= ${at}
        returning file_name as "fileName", media_type as "mediaType", bytes`,
  )

export type PrintJob = {
  readonly messageId: string
  readonly name: string
  readonly address: readonly string[]
  readonly bytes: Uint8Array
  readonly handedOverAt: string
}

/** Stores a print job, or gives the instant at which the same one was handed over before. */
export async function insertPrintJob(tx: WriteTx, job: PrintJob): Promise<string> {
  const inserted = await tx.run(
    sql`insert into simulator.print_job (municipality, message_id, name, address, bytes, handed_over_at)
        values (scope_municipality(), ${job.messageId}, ${job.name}, ${job.address}, ${job.bytes}, ${job.handedOverAt})
        on conflict do nothing`,
  )
  if (inserted === 1) return job.handedOverAt
  const earlier = await tx.findRow<{ at: string }>(
    sql`select handed_over_at as at from simulator.print_job where ${own} and message_id = ${job.messageId}`,
  )
  return earlier?.at ?? job.handedOverAt
}

export const listPrintJobs = (
  tx: ReadTx,
): Promise<readonly { messageId: string; name: string; address: string[]; handedOverAt: string }[]> =>
  tx.rows(
    sql`select message_id as "messageId", name, address, handed_over_at as "handedOverAt"
        from simulator.print_job where ${own} order by handed_over_at desc, message_id`,
  )

/** Somebody with a simulated mailbox, or exempt from one, as the demonstration knows them. */
export type MailboxOwner = {
  readonly personId: PersonId
  readonly givenName: string
  readonly familyName: string
  readonly state: 'open' | 'exempt' | 'closed'
  /** Letters that have arrived, and how many of them nobody has opened. */
  readonly letters: number
  readonly unread: number
  readonly lastAt: string | null
}

const owners = (at: string, which: Sql): Sql => sql`
  select p.person_id as "personId", v.given_name as "givenName", v.family_name as "familyName",
         case when b.state = 'exempt' or v.digital_post_exempt then 'exempt' else coalesce(b.state, 'open') end as state,
         coalesce(m.letters, 0) as letters, coalesce(m.unread, 0) as unread, m.last_at as "lastAt"
  from person p
    join lateral (
      select given_name, family_name, digital_post_exempt from person_version v
      where v.person_id = p.person_id order by v.version desc limit 1
    ) v on true
    left join simulator.mailbox b on b.municipality = p.municipality and b.cpr = p.cpr
    left join lateral (
      select count(*)::int as letters, count(*) filter (where opened_at is null)::int as unread,
             max(available_at) as last_at
      from simulator.message m
      where m.municipality = p.municipality and m.cpr = p.cpr and m.available_at <= ${at}
    ) m on true
  where ${which}`

/** Those who have got something by Digital Post, the latest first, and those who get nothing so: exempt or closed. */
export const listMailboxOwners = (tx: ReadTx, at: string, limit: number): Promise<readonly MailboxOwner[]> =>
  tx.rows(sql`
    ${owners(at, sql`m.letters > 0 or b.state is not null or v.digital_post_exempt`)}
    order by m.last_at desc nulls last, p.person_id ${limited(limit)}`)

export const findMailboxOwner = (
  tx: ReadTx,
  personId: PersonId,
  at: string,
): Promise<(MailboxOwner & { readonly cpr: string | null }) | undefined> =>
  tx.findRow(sql`
    select o.*, (select cpr from person where person_id = ${personId}) as cpr
    from (${owners(at, sql`p.person_id = ${personId}`)}) o`)

/** One letter as it was printed. */
export const findPrintJob = (
  tx: ReadTx,
  messageId: string,
): Promise<{ readonly bytes: Uint8Array } | undefined> =>
  tx.findRow(sql`select bytes from simulator.print_job where ${own} and message_id = ${messageId}`)
