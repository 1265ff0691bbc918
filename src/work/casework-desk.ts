/** The post's desk at casework: reads which copy to send, and writes what became of it by commands like any other. */

import { getMunicipality, type House, versionOn } from '../casework/house.ts'
import type { CopyReference } from '../casework/jobs.ts'
import { findCase } from '../casework/load-case.ts'
import { fullName } from '../casework/people.ts'
import { type Asking, isConflict, perform } from '../casework/perform.ts'
import type { CaseFile } from '../domain/case/case-file.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import { findLetter } from '../domain/case/processing.ts'
import type { DocumentHash, MunicipalityCode } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { copenhagenDay } from '../domain/time/calendar-day.ts'
import { presumedDelivery } from '../domain/time/deadline.ts'
import type { Municipality } from '../standards/municipality.ts'
import { paperUnderWay } from '../store/cases.ts'
import { read } from '../store/connection.ts'
import { findDemoClock } from '../store/demo-clock.ts'
import { findDocument } from '../store/documents.ts'
import { findPerson, type Person } from '../store/persons.ts'
import type { CopyToSend, PostDesk, Recorded } from './post-desk.ts'

const scopeOf = (municipality: MunicipalityCode) => ({ municipality, viewer: { kind: 'system' } }) as const

/** Of what is under way on paper, this much is looked at in one sweep, the longest under way first. */
const atOnce = 500

const todayIn =
  (house: House): PostDesk['today'] =>
  async (municipality) => {
    const clock = await read(house.db, scopeOf(municipality), findDemoClock)
    return clock?.today ?? copenhagenDay(house.now())
  }

/** What the copy is of; undefined where there is nothing to send: sent already, handed over otherwise, or the person has died. */
export function documentToSend(
  file: CaseFile,
  { letterId, recipient }: CopyReference,
  { diedOn }: Person,
): DocumentHash | undefined {
  const letter = findLetter(file, letterId)
  const state = letter?.copies.find((c) => c.recipient === recipient)
  if (!letter || !state || file.died || diedOn) return undefined
  const handedOver = state.handled?.how === 'handedOver' || state.handled?.how === 'noLongerNeeded'
  // A failure is a person's to deal with first; what they choose puts a new job in the queue.
  const waits = state.failed !== undefined && state.handled === undefined
  return state.dispatched || state.delivered || waits || handedOver ? undefined : letter.document
}

export function copyToSend(
  { name }: Pick<Municipality, 'name'>,
  { personId, caseNumber }: CaseFile,
  person: Person,
  pdf: Uint8Array,
): CopyToSend {
  const { address } = person
  return {
    senderName: name,
    cpr: person.digitalPostExempt ? undefined : person.cpr,
    name: fullName(person),
    address: address ? [address.street, `${address.postalCode} ${address.town}`] : [],
    isCitizen: person.personId === personId,
    caseNumber,
    pdf,
  }
}

export function caseworkDesk(house: House): PostDesk {
  const today = todayIn(house)
  const asPost = async (municipality: MunicipalityCode): Promise<Asking> => ({
    municipality,
    today: await today(municipality),
    subject: { roles: ['post'] },
    actor: { kind: 'system', name: 'post' },
  })

  /** What is written down already is refused by the case itself, so that a job run twice writes once. */
  async function record(copy: CopyReference, command: CaseCommand): Promise<Recorded> {
    const asking = await asPost(copy.municipality)
    const done = await perform(house, asking, { caseId: copy.caseId, command, commandId: house.newId() })
    if (isConflict(done)) throw new Error('a receipt cannot be in conflict with anything')
    if (!isRefusal(done)) return 'recorded'
    return done.code === 'alreadyDone' ? 'known' : 'unknown'
  }

  return {
    today,
    findCopyToSend: (copy) =>
      read(house.db, scopeOf(copy.municipality), async (tx) => {
        const [loaded, person] = await Promise.all([
          findCase(tx, copy.caseId),
          findPerson(tx, copy.recipient),
        ])
        if (!loaded || !person) return undefined
        const document = documentToSend(loaded.file, copy, person)
        if (document === undefined) return undefined
        const found = await findDocument(tx, copy.caseId, document)
        if (found === undefined) throw new Error(`the document of letter ${copy.letterId} is not there`)
        return copyToSend(getMunicipality(house, copy.municipality), loaded.file, person, found.bytes)
      }),
    recordDispatch: async (copy, { channel, messageId }) => {
      const { letterId, recipient } = copy
      const input = { letterId, recipient, channel, messageId }
      const done = await record(copy, { type: 'recordDispatch', input })
      if (done === 'unknown') throw new Error(`the dispatch of letter ${letterId} could not be written down`)
    },
    recordFailure: ({ municipality, caseId, letterId, recipient }, failure) =>
      record(
        { municipality, caseId, letterId, recipient },
        { type: 'recordFailure', input: { letterId, recipient, ...failure } },
      ),
    recordDelivery: async (copy, delivery) => {
      const { letterId, recipient } = copy
      const sent = await read(house.db, scopeOf(copy.municipality), async (tx) => {
        const loaded = await findCase(tx, copy.caseId)
        const letter = loaded && findLetter(loaded.file, letterId)
        return letter?.copies.find((c) => c.recipient === recipient)
      })
      if (sent === undefined) return 'unknown'
      // The receipt can come before the dispatch is written down: it is fetched again.
      if (sent.dispatched === undefined && sent.failed === undefined) return 'later'
      return record(copy, { type: 'recordDelivery', input: { letterId, recipient, ...delivery } })
    },
    paperUnderWay: async (municipality) => {
      const entries = await read(house.db, scopeOf(municipality), (tx) => paperUnderWay(tx, atOnce))
      return entries.flatMap(({ caseId, letterId, recipient, sentOn }) =>
        sentOn === null ? [] : [{ copy: { municipality, caseId, letterId, recipient }, sentOn }],
      )
    },
    presumedDelivery: (municipality, sentOn) =>
      presumedDelivery(sentOn, versionOn(getMunicipality(house, municipality), sentOn).terms.parameters),
  }
}
