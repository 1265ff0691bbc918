/**
 * The post of the demonstration's past: the product's own post room, on the day that a case is lived through. It is
 * carried in memory, by the simulator's own rules, and written with the case.
 */
import type { CaseInHand } from '../casework/case-in-hand.ts'
import type { House } from '../casework/house.ts'
import { getMunicipality, versionOn } from '../casework/house.ts'
import type { CopyReference } from '../casework/jobs.ts'
import type { CaseFile, LetterCopy } from '../domain/case/case-file.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import { findLetter } from '../domain/case/processing.ts'
import type { MunicipalityCode, PersonId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { type CalendarDay, earliest } from '../domain/time/calendar-day.ts'
import { presumedDelivery } from '../domain/time/deadline.ts'
import { type Mailbox, noFaults, treat } from '../exchange/digital-post/answer.ts'
import type { DigitalPost, PrintingCentre } from '../exchange/digital-post/port.ts'
import { receiptOf, rowsOf } from '../exchange/digital-post/simulator.ts'
import type { WriteTx } from '../store/connection.ts'
import type { Person } from '../store/persons.ts'
import * as rows from '../store/simulated-post.ts'
import { copyToSend, documentToSend } from '../work/casework-desk.ts'
import { collectReceipts } from '../work/collect-receipts.ts'
import { dispatchLetter } from '../work/dispatch-letter.ts'
import type { PostDesk, Recorded } from '../work/post-desk.ts'
import { sweep } from '../work/sweep.ts'
import { idOf } from './chance.ts'

export type PastPost = {
  /** Sends what the case has waiting. */
  readonly send: (day: CalendarDay) => Promise<void>
  /** Writes down what arrived on the day, and what is presumed to have. */
  readonly settle: (day: CalendarDay) => Promise<void>
  /** The next day on which something on paper is presumed to arrive. */
  readonly arrivesOn: () => CalendarDay | undefined
  readonly write: (tx: WriteTx) => Promise<void>
}

export type PastPostOf = {
  readonly house: House
  readonly municipality: MunicipalityCode
  readonly hand: CaseInHand
  readonly findPerson: (id: PersonId) => Person | undefined
  readonly mailboxOf: (cpr: string) => Mailbox
}

/** The post is fetched in the afternoon. */
const afternoonOf = (day: CalendarDay): Date => new Date(`${day}T14:00:00Z`)

export function pastPost(of: PastPostOf): PastPost {
  const { municipality, hand } = of
  const outside = carrying(of.mailboxOf)
  const roomOn = (day: CalendarDay) => ({ desk: deskOn(of, day), ...outside.on(afternoonOf(day)) })
  return {
    send: async (day) => {
      const room = roomOn(day)
      for (const { letterId, copies } of hand.file().letters)
        for (const { recipient, sending } of copies.map((c) => ({ ...c, sending: sendingOf(c) })))
          if (sending)
            await dispatchLetter(room, { municipality, caseId: hand.caseId, letterId, recipient, ...sending })
    },
    settle: async (day) => {
      const room = roomOn(day)
      await collectReceipts(room, municipality)
      await sweep(room.desk, municipality)
    },
    arrivesOn: () => {
      const days = onPaper(hand.file()).map(({ sentOn }) => presumedIn(of, sentOn))
      return days.length === 0 ? undefined : days.reduce(earliest)
    },
    write: outside.write,
  }
}

const onPaper = ({ letters }: CaseFile) =>
  letters.flatMap(({ letterId, copies }) =>
    copies.flatMap(({ recipient, dispatched, delivered }) =>
      dispatched?.channel === 'paper' && !delivered ? [{ letterId, recipient, sentOn: dispatched.on }] : [],
    ),
  )

const presumedIn = ({ house, municipality }: PastPostOf, sentOn: CalendarDay): CalendarDay =>
  presumedDelivery(sentOn, versionOn(getMunicipality(house, municipality), sentOn).terms.parameters)

function sendingOf(copy: LetterCopy): { attempt: number; channel?: 'paper' } | undefined {
  if (copy.dispatched || copy.delivered) return undefined
  if (copy.failed === undefined) return { attempt: 1 }
  return copy.handled?.how === 'sentOnPaper' ? { attempt: 2, channel: 'paper' } : undefined
}

/** Each record of a copy has ids of its own that follow from it, so that the same past is the same rows. */
function deskOn(of: PastPostOf, day: CalendarDay): PostDesk {
  const { house, municipality, hand, findPerson } = of
  const asking = {
    municipality,
    today: day,
    subject: { roles: ['post'] },
    actor: { kind: 'system', name: 'post' },
  } as const
  const record = async ({ letterId, recipient }: CopyReference, command: CaseCommand): Promise<Recorded> => {
    let number = 0
    const newId = () => {
      number += 1
      return idOf(command.type, letterId, recipient, day, number)
    }
    const at: House = { ...house, now: () => afternoonOf(day), newId }
    const done = await hand.perform(at, asking, command, newId())
    if (!isRefusal(done)) return 'recorded'
    return done.code === 'alreadyDone' ? 'known' : 'unknown'
  }
  return {
    today: async () => day,
    findCopyToSend: async (copy) => {
      const person = findPerson(copy.recipient)
      const document = person && documentToSend(hand.file(), copy, person)
      const bytes = document && hand.findDocument(document)?.bytes
      return person && bytes && copyToSend(getMunicipality(house, municipality), hand.file(), person, bytes)
    },
    recordDispatch: async (copy, { channel, messageId }) => {
      const { letterId, recipient } = copy
      const input = { letterId, recipient, channel, messageId }
      if ((await record(copy, { type: 'recordDispatch', input })) === 'unknown')
        throw new Error(`the dispatch of letter ${letterId} could not be written down`)
    },
    recordFailure: (copy, failure) => {
      const { letterId, recipient } = copy
      return record(copy, { type: 'recordFailure', input: { letterId, recipient, ...failure } })
    },
    recordDelivery: async (copy, delivery) => {
      const { letterId, recipient } = copy
      const found = findLetter(hand.file(), letterId)?.copies.find((c) => c.recipient === recipient)
      if (found === undefined) return 'unknown'
      return record(copy, { type: 'recordDelivery', input: { letterId, recipient, ...delivery } })
    },
    paperUnderWay: async () =>
      onPaper(hand.file()).map(({ sentOn, ...copy }) => ({
        copy: { municipality, caseId: hand.caseId, ...copy },
        sentOn,
      })),
    presumedDelivery: (_, sentOn) => presumedIn(of, sentOn),
  }
}

/** Digital Post and the printing centre by the simulator's rules, without faults, until their rows are written. */
function carrying(mailboxOf: (cpr: string) => Mailbox) {
  const messages: rows.SimulatedMessage[] = []
  const receipts: (rows.SimulatedReceipt & { acknowledgedAt?: string })[] = []
  const printed: rows.PrintJob[] = []
  const on = (now: Date): { digitalPost: DigitalPost; printingCentre: PrintingCentre } => {
    const at = now.toISOString()
    return {
      digitalPost: {
        isExempt: async (_, cpr) => mailboxOf(cpr) === 'exempt',
        send: async (message) => {
          const treatment = treat(message, mailboxOf(message.recipient), noFaults)
          if (treatment.kind === 'refuse') {
            const { code, reason } = treatment
            return { accepted: false, code, reason }
          }
          const { row, receipt } = rowsOf(message, treatment, now)
          messages.push(row)
          if (receipt) receipts.push(receipt)
          return { accepted: true, at }
        },
        receipts: async (_, limit) =>
          receipts
            .filter((r) => r.acknowledgedAt === undefined)
            .slice(0, limit)
            .map(receiptOf),
        acknowledge: async (_, ids) => {
          for (const receipt of receipts) if (ids.includes(receipt.messageId)) receipt.acknowledgedAt = at
        },
      },
      printingCentre: {
        print: async ({ messageId, name, address, bytes }) => {
          printed.push({ messageId, name, address, bytes, handedOverAt: at })
          return { accepted: true, at }
        },
      },
    }
  }
  const write = async (tx: WriteTx): Promise<void> => {
    await Promise.all([
      ...messages.map((row) => rows.insertMessage(tx, row)),
      ...printed.map((job) => rows.insertPrintJob(tx, job)),
      ...receipts.flatMap(({ acknowledgedAt, ...receipt }) => [
        rows.insertReceipt(tx, receipt),
        acknowledgedAt && rows.acknowledgeReceipts(tx, [receipt.messageId], acknowledgedAt),
      ]),
    ])
  }
  return { on, write }
}
