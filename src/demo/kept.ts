/** Two cases of long ago: one that has to be delivered to the archive, and one that waits for somebody's word to be erased. */
import { packageOf } from '../casework/archive-case.ts'
import { getMunicipality, type House } from '../casework/house.ts'
import { findCase } from '../casework/load-case.ts'
import { type Asking, isConflict, openCase, perform } from '../casework/perform.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import type { CaseId } from '../domain/identity.ts'
import { PersonId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, addMonths, type CalendarDay } from '../domain/time/calendar-day.ts'
import { lastWorkingDay } from '../domain/time/working-days.ts'
import { read, write } from '../store/connection.ts'
import { findPersons, savePerson } from '../store/persons.ts'
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
  const opened = await openCase(houseAt(house, applied, id('open')), on(applied), {
    commandId: id('open'),
    application: {
      personId,
      bornOn,
      channel: 'letter',
      receivedOn: applied,
      applicant: { kind: 'self' },
      applied: { transport: 'unknown', start: { kind: 'soonest' } },
      answers: { difficulties: [], wishes: [] },
      consents: [],
    },
  })
  if (isRefusal(opened)) throw new Error(`the application in ${key} was refused: ${opened.code}`)
  const { caseId } = opened
  const run = async (what: string, asking: Asking, command: CaseCommand): Promise<void> => {
    const commandId = id(what)
    const done = await perform(houseAt(house, asking.today, commandId), asking, {
      caseId,
      command,
      commandId,
    })
    if (isRefusal(done) || isConflict(done)) throw new Error(`${what} was refused: ${JSON.stringify(done)}`)
  }
  const post: Asking = {
    municipality,
    today: addDays(applied, 4),
    subject: { roles: ['post'] },
    actor: { kind: 'system', name: 'post' },
  }
  for (const letterId of opened.letters) {
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
  if (delivered)
    await deliver(
      house,
      municipality,
      caseId,
      (command) => run('delivered', on(addDays(anchor, -20), asStaff(manager)), command),
      addDays(anchor, -20),
    )
}

async function deliver(
  house: House,
  municipality: Cast['municipality'],
  caseId: CaseId,
  run: (command: CaseCommand) => Promise<void>,
  deliveredOn: CalendarDay,
): Promise<void> {
  const made = await read(house.db, { municipality, viewer: { kind: 'system' } }, async (tx) => {
    const found = await findCase(tx, caseId)
    if (found === undefined) throw new Error('the case is not there')
    return packageOf(tx, getMunicipality(house, municipality), found, eventNames('da'))
  })
  await run({
    type: 'recordArchiveDelivery',
    input: {
      reference: 'AV-2041',
      receiver: 'Rigsarkivet',
      package: made.hash,
      through: made.through,
      deliveredOn,
    },
  })
}
