/** The rows behind the simulated mail server. Instants are ISO text. */
import type { ReadTx, WriteTx } from './connection.ts'
import { limited, sql } from './sql.ts'

export type SimulatedEmail = {
  readonly nudgeId: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly acceptedAt: string
}

export type EmailFaults = {
  /** So many are refused before things work again. */
  readonly refuseNext: number
  readonly outage: boolean
}

const own = sql`municipality = scope_municipality()`
const columns = sql`nudge_id as "nudgeId", recipient, subject, text, accepted_at as "acceptedAt"`

export const findEmail = (tx: ReadTx, nudgeId: string): Promise<SimulatedEmail | undefined> =>
  tx.findRow(sql`select ${columns} from simulator.email where ${own} and nudge_id = ${nudgeId}`)

/** Handed over twice at the same moment, it is there once. */
export const insertEmail = async (tx: WriteTx, email: SimulatedEmail): Promise<void> => {
  await tx.run(sql`
    insert into simulator.email (municipality, nudge_id, recipient, subject, text, accepted_at)
    values (scope_municipality(), ${email.nudgeId}, ${email.recipient}, ${email.subject}, ${email.text},
            ${email.acceptedAt})
    on conflict do nothing`)
}

export const listEmails = (tx: ReadTx): Promise<readonly SimulatedEmail[]> =>
  tx.rows(sql`
    select ${columns} from simulator.email where ${own} order by accepted_at desc, nudge_id ${limited(200)}`)

export const lockFaults = (tx: WriteTx): Promise<EmailFaults | undefined> =>
  tx.findRow(sql`
    select refuse_next as "refuseNext", outage from simulator.email_fault where ${own} for update`)

export const setFaults = async (tx: WriteTx, faults: EmailFaults): Promise<void> => {
  await tx.run(sql`
    insert into simulator.email_fault (municipality, refuse_next, outage)
    values (scope_municipality(), ${faults.refuseNext}, ${faults.outage})
    on conflict (municipality) do update set refuse_next = excluded.refuse_next, outage = excluded.outage`)
}
