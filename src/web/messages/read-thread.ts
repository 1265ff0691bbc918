/** A thread as it is read: rows in the reader's own scope, and the names of those who take part in it. */
import { fullName } from '../../casework/people.ts'
import type { Order } from '../../domain/case/case-file.ts'
import type { EventActor } from '../../domain/case/envelope.ts'
import type { PartId, PersonId, ProviderId, UserId } from '../../domain/identity.ts'
import { read } from '../../store/connection.ts'
import { threadRows } from '../../store/messages.ts'
import { findPersons } from '../../store/persons.ts'
import type { MessageRow } from '../../store/projection-rows.ts'
import { findUser } from '../../store/users.ts'
import type { PageContext } from '../platform/context.ts'

/** The placement that a thread belongs to. */
export type Placement = {
  readonly orderId: PartId
  readonly personId: PersonId
  readonly providerId: ProviderId
  readonly contactPerson: UserId | undefined
}

export const placementOf = (personId: PersonId, { orderId, content, contactPerson }: Order): Placement => ({
  orderId,
  personId,
  providerId: content.provider,
  contactPerson: contactPerson?.contactPerson,
})

type Named = { readonly name: string; readonly phone: string | undefined }
export type Names = ReadonlyMap<string, Named>

export type Thread = {
  readonly placement: Placement
  readonly messages: readonly MessageRow[]
  /** By the id of the person or user. Only those who wrote or read here, the citizen and the contact person. */
  readonly names: Names
}

const idOf = (actor: EventActor): string =>
  actor.kind === 'citizen' ? actor.personId : actor.kind === 'staff' ? actor.userId : actor.name

/**
 * Whoever takes part is named to the others: that is what a thread is. Names come from the municipality's own registers,
 * which neither a citizen nor a provider may look into: nobody else's is fetched.
 */
async function namesIn(c: PageContext, placement: Placement, messages: readonly MessageRow[]) {
  const actors = messages.flatMap((m) => [m.actor, ...m.reads.map((r) => r.actor)])
  const { contactPerson } = placement
  const persons = new Set<PersonId>([placement.personId])
  const users = new Set<UserId>(contactPerson ? [contactPerson] : [])
  for (const actor of actors) {
    if (actor.kind === 'citizen') persons.add(actor.personId)
    if (actor.kind === 'staff') users.add(actor.userId)
  }
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  return read(c.house.db, scope, async (tx) => {
    const [people, staff] = await Promise.all([
      findPersons(tx, [...persons]),
      Promise.all([...users].map((id) => findUser(tx, id))),
    ])
    return new Map<string, Named>([
      ...people.map((p): [string, Named] => [p.personId, { name: fullName(p), phone: undefined }]),
      ...staff.flatMap((u): [string, Named][] =>
        u ? [[u.userId, { name: u.name, phone: u.phone ?? undefined }]] : [],
      ),
    ])
  })
}

export async function readThread(c: PageContext, placement: Placement): Promise<Thread> {
  const messages = await read(c.house.db, c.scope, (tx) => threadRows(tx, placement.orderId))
  return { placement, messages, names: await namesIn(c, placement, messages) }
}

export const nameOf = (names: Names, actor: EventActor): string | undefined => names.get(idOf(actor))?.name

/** Whether this reader has read it; the same as `isReadBy` says of the case. */
export function isUnread(message: MessageRow, reader: EventActor): boolean {
  const id = idOf(reader)
  const isMine = (actor: EventActor, side: string): boolean =>
    reader.kind === 'citizen'
      ? idOf(actor) === id
      : side === (reader.kind === 'staff' && reader.role === 'providerStaff' ? 'provider' : 'authority')
  return !isMine(message.actor, message.from) && !message.reads.some(({ actor, side }) => isMine(actor, side))
}
