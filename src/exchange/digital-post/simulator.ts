/**
 * Digital Post and the printing centre as they behave, kept in tables of their own. It takes messages, delivers them
 * into mailboxes that can be looked into, reports delivery later and separately, and fails in the ways it is told to.
 */
import type { MunicipalityCode } from '../../domain/identity.ts'
import { type Database, read, type WriteTx, write } from '../../store/connection.ts'
import type { Scope } from '../../store/scope.ts'
import * as rows from '../../store/simulated-post.ts'
import { type Faults, type Mailbox, noFaults, treat } from './answer.ts'
import { type DigitalPost, NeighbourUnavailable, type PostReceipt, type PrintingCentre } from './port.ts'

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
        const arrives =
          treatment.kind === 'deliver'
            ? new Date(present.getTime() + treatment.delayDays * dayInMilliseconds).toISOString()
            : undefined
        const isNew = await rows.insertMessage(tx, {
          messageId: message.messageId,
          cpr: message.recipient,
          sender: message.senderName,
          title: message.title,
          fileName: message.file.name,
          mediaType: message.file.mediaType,
          bytes: message.file.bytes,
          acceptedAt: at,
          availableAt: arrives,
        })
        // Handed over twice at the same moment: the other one has just been taken.
        if (!isNew) return { accepted: true, at: (await rows.findAcceptance(tx, message.messageId)) ?? at }
        if (treatment.kind === 'fail') {
          const failure = { code: 'mailboxClosed', reason: 'The recipient’s mailbox is closed.' }
          await rows.insertReceipt(tx, { messageId: message.messageId, kind: 'failed', at, ...failure })
        } else if (treatment.receipt && arrives !== undefined) {
          await rows.insertReceipt(tx, { messageId: message.messageId, kind: 'delivered', at: arrives })
        }
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

/** A message has one receipt, so that its id does for both. */
function receiptOf({ messageId, kind, at, reason }: rows.SimulatedReceipt): PostReceipt {
  const receipt = { receiptId: messageId, messageId, at }
  return kind === 'delivered'
    ? { ...receipt, kind }
    : { ...receipt, kind, code: 'mailboxClosed', reason: reason ?? '' }
}
