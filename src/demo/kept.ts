/** Two cases of long ago: one that has to be delivered to the archive, and one that waits for somebody's word to be erased. */
import { packageOf } from '../casework/archive-case.ts'
import { openInHand } from '../casework/case-in-hand.ts'
import { getMunicipality, type House } from '../casework/house.ts'
import { findCase } from '../casework/load-case.ts'
import { peopleAmong } from '../casework/people.ts'
import { type Asking, type Conflict, isConflict, perform } from '../casework/perform.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import { CaseId, PersonId } from '../domain/identity.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { addDays, addMonths, type CalendarDay, yearOf } from '../domain/time/calendar-day.ts'
import { lastWorkingDay } from '../domain/time/working-days.ts'
import { casesWithIds, reserveCaseNumbers } from '../store/cases.ts'
import { read, write } from '../store/connection.ts'
import { findPersons, savePerson } from '../store/persons.ts'
import { listUsers } from '../store/users.ts'
import { eventNames } from '../web/authority/event-words.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { birthDateNear, impossibleCpr } from './cpr.ts'
import { houseAt } from './live.ts'
import { asStaff } from './scene.ts'

const people = [
  { givenName: 'Asger', familyName: 'Lynggaard', yearsAgo: 6, delivered: false },
  { givenName: 'Vera', familyName: 'Damsbo', yearsAgo: 7, delivered: true },
] as const

/** Once, however often a demonstration that was broken off is gone on with. Throws where a command is refused. */
export async function keepOldCases(
  house: House,
  cast: Cast,
  anchor: CalendarDay,
  seed: string,
): Promise<void> {
  for (const person of people) await keepOne(house, cast, anchor, seed, person)
}

async function keepOne(
  house: House,
  { key, municipality, caseworkers, manager }: Cast,
  anchor: CalendarDay,
  seed: string,
  { delivered, yearsAgo, ...name }: (typeof people)[number],
): Promise<void> {
  const [caseworker] = caseworkers
  if (caseworker === undefined) throw new Error(`${key} has no caseworker`)
  const id = (...of: readonly string[]) => idOf(seed, key, 'kept', name.givenName, ...of)
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const applied = lastWorkingDay(addMonths(anchor, -12 * yearsAgo))
  const closed = lastWorkingDay(addDays(applied, 28))
  const personId = PersonId.parse(id('person'))
  const bornOn = birthDateNear(addMonths(anchor, -12 * 50 - yearsAgo))
  await write(house.db, scope, async (tx) => {
    if ((await findPersons(tx, [personId])).length > 0) return
    await savePerson(tx, {
      personId,
      cpr: impossibleCpr(bornOn, name.givenName === 'Vera', 3),
      validFrom: applied,
      recordedAt: new Date(`${applied}T06:00:00Z`),
      details: {
        ...name,
        birthDate: bornOn,
        residentMunicipality: municipality,
        language: 'da',
        digitalPostExempt: true,
        easyRead: false,
        address: { street: 'Bygaden 1', postalCode: '6600', town: 'Vejen', protected: false },
      },
    })
  })
  const on = (today: CalendarDay, by = asStaff(caseworker)): Asking => ({ municipality, today, ...by })
  const caseId = CaseId.parse(id('case'))
  const [there, persons, users] = await read(house.db, scope, (tx) =>
    Promise.all([casesWithIds(tx, [caseId]), findPersons(tx, [personId]), listUsers(tx)]),
  )
  if (there.length > 0) return
  const hand = done(
    await openInHand(houseAt(house, applied, id('open')), on(applied), {
      caseId,
      commandId: id('open'),
      people: peopleAmong(getMunicipality(house, municipality), persons, users),
      application: {
        personId,
        caseNumber: `${yearOf(applied)}-0001`,
        bornOn,
        channel: 'letter',
        receivedOn: applied,
        applicant: { kind: 'self' },
        applied: { transport: 'unknown', start: { kind: 'soonest' } },
        answers: { difficulties: [], wishes: [] },
        attachments: [],
        consents: [],
      },
    }),
  )
  const run = async (what: string, asking: Asking, command: CaseCommand): Promise<void> => {
    done(await hand.perform(houseAt(house, asking.today, id(what)), asking, command, id(what)))
  }
  const post: Asking = {
    municipality,
    today: addDays(applied, 4),
    subject: { roles: ['post'] },
    actor: { kind: 'system', name: 'post' },
  }
  for (const { letterId } of hand.file().letters) {
    const copy = { letterId, recipient: personId, channel: 'paper' } as const
    await run('sent', post, { type: 'recordDispatch', input: { ...copy, messageId: id('message') } })
    await run(
      'arrived',
      { ...post, today: addDays(applied, 9) },
      {
        type: 'recordDelivery',
        input: { ...copy, deliveredOn: addDays(applied, 9), proof: 'presumed' },
      },
    )
  }
  await run('withdrawn', on(closed), {
    type: 'withdrawApplication',
    input: { by: 'citizen', how: 'brev', inWords: 'Jeg har fundet noget andet.' },
  })
  await run('closed', on(closed), { type: 'closeCase', input: { reason: 'withdrawn' } })
  await write(house.db, scope, async (tx) => {
    await reserveCaseNumbers(tx, yearOf(applied), 1)
    if (!(await hand.write(tx, house))) throw new Error(`the case of ${name.givenName} is there`)
  })
  const day = addDays(anchor, -20)
  if (delivered)
    await deliver(houseAt(house, day, id('delivered')), on(day, asStaff(manager)), caseId, id('delivered'))
}

const done = <T>(result: T | Refusal | Conflict): T => {
  if (isRefusal(result) || isConflict(result)) throw new Error(`refused: ${JSON.stringify(result)}`)
  return result
}

async function deliver(house: House, asking: Asking, caseId: CaseId, commandId: string): Promise<void> {
  const { municipality, today } = asking
  const made = await read(house.db, { municipality, viewer: { kind: 'system' } }, async (tx) => {
    const found = await findCase(tx, caseId)
    if (found === undefined) throw new Error('the case is not there')
    return packageOf(tx, getMunicipality(house, municipality), found, eventNames('da'))
  })
  done(
    await perform(house, asking, {
      caseId,
      commandId,
      command: {
        type: 'recordArchiveDelivery',
        input: {
          reference: 'AV-2041',
          receiver: 'Rigsarkivet',
          package: made.hash,
          through: made.through,
          deliveredOn: today,
        },
      },
    }),
  )
}
