/** A case of long ago: applied for, taken back and closed by the real commands, on days of its own. */
import { randomUUID } from 'node:crypto'
import { packageOf } from '../../src/casework/archive-case.ts'
import { getMunicipality, type House, versionOn } from '../../src/casework/house.ts'
import { findCase } from '../../src/casework/load-case.ts'
import { type Asking, isConflict, openCase, perform } from '../../src/casework/perform.ts'
import type { CaseCommand } from '../../src/domain/case/commands.ts'
import type { CaseId, PersonId, UserId } from '../../src/domain/identity.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { type CalendarDay, getDay } from '../../src/domain/time/calendar-day.ts'
import type { ArchivePackage } from '../../src/exchange/archive/package.ts'
import { read, write } from '../../src/store/connection.ts'
import { savePerson } from '../../src/store/persons.ts'
import { eventNames } from '../../src/web/authority/event-words.ts'
import { asSystem, newPerson, vejen } from './scopes.ts'

export type ClosedCase = { readonly caseId: CaseId; readonly caseNumber: string; readonly personId: PersonId }

export const asStaffOn = (
  house: House,
  userId: UserId,
  role: 'caseworker' | 'manager' | 'administrator',
  today: string,
): Asking => {
  const day = getDay(today)
  const { unit } = versionOn(getMunicipality(house, vejen), day).terms
  return {
    municipality: vejen,
    today: day,
    subject: { roles: [role], userId, unit },
    actor: { kind: 'staff', userId, role },
  }
}

/** Does it, or throws with why not. */
export async function done(
  house: House,
  asking: Asking,
  caseId: CaseId,
  command: CaseCommand,
): Promise<void> {
  const result = await perform(house, asking, { caseId, command, commandId: randomUUID() })
  if (isRefusal(result) || isConflict(result))
    throw new Error(`${command.type} was not done: ${JSON.stringify(result)}`)
}

export async function closedCase(
  house: House,
  caseworker: UserId,
  days: { readonly applied: string; readonly closed: string } = {
    applied: '2020-01-06',
    closed: '2020-02-03',
  },
): Promise<ClosedCase> {
  const personId = newPerson()
  const bornOn = getDay('1961-04-02')
  await write(house.db, asSystem(vejen), (tx) =>
    savePerson(tx, {
      personId,
      validFrom: getDay(days.applied),
      recordedAt: house.now(),
      details: {
        givenName: 'Gunhild',
        familyName: 'Forglemt',
        birthDate: bornOn,
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    }),
  )
  const asking = asStaffOn(house, caseworker, 'caseworker', days.applied)
  const opened = await openCase(house, asking, {
    commandId: randomUUID(),
    application: {
      personId,
      bornOn,
      channel: 'letter',
      receivedOn: getDay(days.applied),
      applicant: { kind: 'self' },
      applied: { transport: 'unknown', start: { kind: 'soonest' } },
      answers: {
        difficultiesInWords: 'Skrevet i hånden: "træt", og\r\nmed to linjer',
        difficulties: [],
        wishes: [],
      },
      consents: [],
    },
  })
  if (isRefusal(opened)) throw new Error(`the case was refused: ${opened.code}`)
  const { caseId, caseNumber } = opened
  const later = asStaffOn(house, caseworker, 'caseworker', days.closed)
  await done(house, later, caseId, {
    type: 'withdrawApplication',
    input: { by: 'citizen', how: 'brev', inWords: 'Jeg vil ikke alligevel.' },
  })
  await done(house, later, caseId, { type: 'closeCase', input: { reason: 'withdrawn' } })
  return { caseId, caseNumber, personId }
}

export const packageNow = (house: House, caseId: CaseId): Promise<ArchivePackage> =>
  read(house.db, asSystem(vejen), async (tx) => {
    const loaded = await findCase(tx, caseId)
    if (loaded === undefined) throw new Error('there is no such case')
    return packageOf(tx, getMunicipality(house, vejen), loaded, eventNames('da'))
  })

/** In the archive, with the package as it is now. */
export async function deliverNow(house: House, caseId: CaseId, by: Asking): Promise<ArchivePackage> {
  const made = await packageNow(house, caseId)
  await done(house, by, caseId, {
    type: 'recordArchiveDelivery',
    input: {
      reference: 'AV-1042',
      receiver: 'Rigsarkivet',
      package: made.hash,
      through: made.through,
      deliveredOn: by.today as CalendarDay,
    },
  })
  return made
}
