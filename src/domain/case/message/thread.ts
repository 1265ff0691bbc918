/** The thread of a placement: who wrote what to whom, who has read it, and who has not yet answered. */
import type { PartId, PersonId } from '../../identity.ts'
import type { CaseFile, Message } from '../case-file.ts'
import type { EventActor } from '../envelope.ts'
import { orderClosedOn } from '../lifetime.ts'
import type { Side } from './events.ts'

/** Which side somebody writes and reads for. Who acts for the citizen is on the citizen's. */
export const sideOf = (actor: EventActor): Side =>
  actor.kind === 'citizen'
    ? 'citizen'
    : actor.kind === 'staff' && actor.role === 'providerStaff'
      ? 'provider'
      : 'authority'

/** The messages of one placement, the oldest first. */
export const threadOf = ({ messages }: CaseFile, orderId: PartId): readonly Message[] =>
  messages.filter((m) => m.orderId === orderId)

/**
 * What answers a message. A citizen is answered by whoever of the staff writes to them; between provider and authority it
 * is the side that was asked, writing back to the one that asked.
 */
export function answerTo(thread: readonly Message[], message: Message): Message | undefined {
  const from = sideOf(message.actor)
  return thread.find((later) => {
    if (later.seq <= message.seq || later.to !== from) return false
    const by = sideOf(later.actor)
    return from === 'citizen' ? by !== 'citizen' : by === message.to
  })
}

/**
 * Whether somebody has read it. Staff read for their side: one colleague's look is enough. Citizen and representative each
 * read for themselves, so that a helper's look takes nothing from the citizen. One's own is read.
 */
export function isReadBy(message: Message, reader: EventActor): boolean {
  const same = (actor: EventActor): boolean =>
    reader.kind === 'citizen'
      ? actor.kind === 'citizen' && actor.personId === reader.personId
      : actor.kind !== 'citizen' && sideOf(actor) === sideOf(reader)
  return same(message.actor) || message.reads.some(({ actor }) => same(actor))
}

/** Placements that can be written about today: said yes to, and not over. */
export const openThreads = (file: CaseFile, today: string): CaseFile['orders'] =>
  file.orders.filter((o) => o.accepted !== undefined && today < (orderClosedOn(file, o) ?? '9'))

/** The citizen, and nobody else, is told by e-mail that something waits: when others wrote, and they have not read it. */
export const isNewsFor = (personId: PersonId, message: Message): boolean =>
  message.actor.kind === 'staff' && !isReadBy(message, { kind: 'citizen', personId })
