/**
 * Digital Post and the printing centre as they behave, kept in tables of their own. It takes messages, delivers them
 * into mailboxes that can be looked into, reports delivery later and separately, and fails in the ways it is told to.
 */
import type { MunicipalityCode } from '../../domain/identity.ts'
import { type Database, read, type WriteTx, write } from '../../store/connection.ts'
import type { Scope } from '../../store/scope.ts'
import * as rows from '../../store/simulated-post.ts'
import { type Faults, type Mailbox, noFaults, type Treatment, treat } from './answer.ts'
import {
  type DigitalPost,
  type DigitalPostMessage,
  NeighbourUnavailable,
  type PostReceipt,
  type PrintingCentre,
} from './port.ts'

export type SimulatorOptions = {
  readonly db: Database
  /** The simulated world's present: the demonstration's day where its clock has moved. */
  readonly now: (municipality: MunicipalityCode) => Promise<Date>
}

const outside = (municipality: MunicipalityCode): Scope => ({ municipality, viewer: { kind: 'system' } })

const dayInMilliseconds = 86_400_000

export function simulatedDigitalPost({ db, now }: SimulatorOptions): DigitalPost {
  return {
    isExempt: (sender, cpr) =>
      read(db, outside(sender), async (tx) => {
        refuseInOutage((await rows.findFaults(tx)) ?? noFaults)
        return (await rows.findMailboxState(tx, cpr)) === 'exempt'
      }),

    send: async (message) => {
      const present = await now(message.sender)
      return write(db, outside(message.sender), async (tx) => {
        const faults = await faultsOf(tx)
        refuseInOutage(faults)
        const earlier = await rows.findAcceptance(tx, message.messageId)
        if (earlier !== undefined) return { accepted: true, at: earlier }
        const mailbox: Mailbox = (await rows.findMailboxState(tx, message.recipient)) ?? 'open'
        const treatment = treat(message, mailbox, faults)
        if (treatment.after !== faults) await rows.setFaults(tx, treatment.after)
        if (treatment.kind === 'refuse') {
          return { accepted: false, code: treatment.code, reason: treatment.reason }
        }
        const at = present.toISOString()
        const { row, receipt } = rowsOf(message, treatment, present)
        // Handed over twice at the same moment: the other one has just been taken.
        if (!(await rows.insertMessage(tx, row)))
          return { accepted: true, at: (await rows.findAcceptance(tx, message.messageId)) ?? at }
        if (receipt) await rows.insertReceipt(tx, receipt)
        return { accepted: true, at }
      })
    },

    receipts: async (sender, limit) => {
      const until = (await now(sender)).toISOString()
      return read(db, outside(sender), async (tx) => {
        refuseInOutage((await rows.findFaults(tx)) ?? noFaults)
        return (await rows.listReceipts(tx, until, limit)).map(receiptOf)
      })
    },

    acknowledge: async (sender, receiptIds) => {
      const at = (await now(sender)).toISOString()
      await write(db, outside(sender), (tx) => rows.acknowledgeReceipts(tx, receiptIds, at))
    },
  }
}

export function simulatedPrintingCentre({ db, now }: SimulatorOptions): PrintingCentre {
  return {
    print: async ({ messageId, sender, name, address, bytes }) => {
      if (name.trim() === '' || address.length === 0) {
        return { accepted: false, code: 'noAddress', reason: 'The letter has no address to go to.' }
      }
      const handedOverAt = (await now(sender)).toISOString()
      const at = await write(db, outside(sender), async (tx) => {
        refuseInOutage(await faultsOf(tx))
        return rows.insertPrintJob(tx, { messageId, name, address, bytes, handedOverAt })
      })
      return { accepted: true, at }
    },
  }
}

const faultsOf = async (tx: WriteTx): Promise<Faults> => (await rows.lockFaults(tx)) ?? noFaults

function refuseInOutage(faults: Faults): void {
  if (faults.outage) throw new NeighbourUnavailable('Digital Post does not answer.')
}

/** What a message that was taken comes to: it lies in a mailbox from some instant on, or in none, and something tells so. */
export function rowsOf(
  { messageId, recipient, senderName, title, file }: DigitalPostMessage,
  treatment: Exclude<Treatment, { kind: 'refuse' }>,
  present: Date,
): { readonly row: rows.SimulatedMessage; readonly receipt: rows.SimulatedReceipt | undefined } {
  const acceptedAt = present.toISOString()
  const { name: fileName, mediaType, bytes } = file
  const row = { messageId, cpr: recipient, sender: senderName, title, fileName, mediaType, bytes, acceptedAt }
  if (treatment.kind === 'fail') {
    const failure = { code: 'mailboxClosed', reason: 'The recipient’s mailbox is closed.' }
    return { row, receipt: { messageId, kind: 'failed', at: acceptedAt, ...failure } }
  }
  const availableAt = new Date(present.getTime() + treatment.delayDays * dayInMilliseconds).toISOString()
  return {
    row: { ...row, availableAt },
    receipt: treatment.receipt ? { messageId, kind: 'delivered', at: availableAt } : undefined,
  }
}

/** A message has one receipt, so that its id does for both. */
export function receiptOf({ messageId, kind, at, reason }: rows.SimulatedReceipt): PostReceipt {
  const receipt = { receiptId: messageId, messageId, at }
  return kind === 'delivered'
    ? { ...receipt, kind }
    : { ...receipt, kind, code: 'mailboxClosed', reason: reason ?? '' }
}
