/** A small town: one of each role, a citizen with a real case, a guardian, a neighbour, and an order at a provider. */

import { randomUUID } from 'node:crypto'
import { type House, versionOn } from '../../src/casework/house.ts'
import { isConflict, openCase, perform } from '../../src/casework/perform.ts'
import type { Role } from '../../src/domain/access/permissions.ts'
import {
  type CaseId,
  type PartId,
  type PersonId,
  ProviderId,
  UnitId,
  type UserId,
} from '../../src/domain/identity.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { copenhagenDay, getDay } from '../../src/domain/time/calendar-day.ts'
import { findCase } from '../../src/store/cases.ts'
import { read, write } from '../../src/store/connection.ts'
import { lockDevice } from '../../src/store/devices.ts'
import { savePerson } from '../../src/store/persons.ts'
import { saveUser } from '../../src/store/users.ts'
import { document } from './case-story.ts'
import { placeCitizen } from './placed.ts'
import { asSystem, newPerson, newUser, vejen } from './scopes.ts'
import { pairTablet } from './tablet.ts'

export type Town = {
  readonly citizen: PersonId
  /** Represents the citizen: reads and writes. */
  readonly guardian: PersonId
  /** A citizen who has to do with nobody else here. */
  readonly stranger: PersonId
  readonly caseworker: UserId
  /** A caseworker of another unit. */
  readonly elsewhere: UserId
  readonly manager: UserId
  readonly administrator: UserId
  readonly supervisor: UserId
  /** Works at the provider that holds the order. */
  readonly provider: UserId
  /** Works at another provider. */
  readonly otherProvider: UserId
  /** Leads the place that `provider` works at. */
  readonly lead: UserId
  /** Secrets of two tablets there, the other locked. */
  readonly tablet: string
  readonly lockedTablet: string
  readonly caseId: CaseId
  readonly caseNumber: string
  /** Another citizen's, at `provider`. */
  readonly orderId: PartId
}

/** Settles it in Vejen, by the real commands. */
export async function settleTown(house: House): Promise<Town> {
  const municipality = house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const today = copenhagenDay(house.now())
  const { unit } = versionOn(municipality, today).terms
  const [citizen, guardian, stranger] = [newPerson(), newPerson(), newPerson()]
  const staff = {
    caseworker: { userId: newUser(), name: 'Sanne Friis', roles: ['caseworker'], unit },
    elsewhere: {
      userId: newUser(),
      name: 'Ejner Damm',
      roles: ['caseworker'],
      unit: UnitId.parse('jobcentret'),
    },
    manager: { userId: newUser(), name: 'Lis Krogh', roles: ['manager'], unit },
    administrator: { userId: newUser(), name: 'Ib Thy', roles: ['administrator'], unit: null },
    supervisor: { userId: newUser(), name: 'Birthe Holt', roles: ['supervisor'], unit: null },
    provider: { userId: newUser(), name: 'Pia Lund', roles: ['providerStaff'], unit: null, at: 'kaerhoej' },
    lead: {
      userId: newUser(),
      name: 'Lea Bach',
      roles: ['providerStaff', 'providerLead'],
      unit: null,
      at: 'kaerhoej',
    },
    otherProvider: {
      userId: newUser(),
      name: 'Per Holm',
      roles: ['providerStaff'],
      unit: null,
      at: 'andetsteds',
    },
  } satisfies Record<
    string,
    { userId: UserId; name: string; roles: Role[]; unit: UnitId | null; at?: string }
  >
  await write(house.db, asSystem(vejen), async (tx) => {
    for (const [personId, givenName] of [
      [citizen, 'Kirsten'],
      [guardian, 'Lone'],
      [stranger, 'Bo'],
    ] as const)
      await savePerson(tx, {
        personId,
        validFrom: today,
        recordedAt: house.now(),
        details: {
          givenName,
          familyName: 'Prøve',
          birthDate: getDay('1990-05-17'),
          language: 'da',
          digitalPostExempt: false,
          easyRead: false,
        },
      })
    for (const { userId, name, roles, unit: own, ...more } of Object.values(staff))
      await saveUser(tx, {
        userId,
        subject: `subject-${userId}`,
        name,
        phone: null,
        email: null,
        unit: own,
        roles,
        providerId: 'at' in more ? ProviderId.parse(more.at) : null,
        active: true,
      })
  })
  const opened = await openCase(
    house,
    {
      municipality: vejen,
      today,
      subject: { roles: ['citizen'], personId: citizen },
      actor: { kind: 'citizen', personId: citizen },
    },
    {
      commandId: randomUUID(),
      application: {
        personId: citizen,
        bornOn: getDay('1990-05-17'),
        channel: 'web',
        receivedOn: today,
        applicant: { kind: 'self' },
        applied: { transport: 'unknown', start: { kind: 'soonest' } },
        answers: { difficulties: [], wishes: [] },
        consents: [],
      },
    },
  )
  if (isRefusal(opened)) throw new Error(`the case was refused: ${opened.code}`)
  const { caseId } = opened
  const { userId } = staff.caseworker
  const registered = await perform(
    house,
    {
      municipality: vejen,
      today,
      subject: { roles: ['caseworker'], userId, unit },
      actor: { kind: 'staff', userId, role: 'caseworker' },
    },
    {
      caseId,
      commandId: randomUUID(),
      command: {
        type: 'registerRepresentative',
        input: {
          personId: guardian,
          type: 'guardianPersonal',
          scopes: ['read', 'write'],
          from: today,
          verified: 'Beskikkelsen er set',
          document: document('beskikkelse'),
        },
      },
    },
  )
  if (isRefusal(registered) || isConflict(registered)) throw new Error('the guardian was not registered')
  const placed = await placeCitizen(house, { caseworker: userId })
  const entry = await read(house.db, asSystem(vejen), (tx) => findCase(tx, caseId))
  if (entry === undefined) throw new Error('the case is not there')
  const [tablet, lockedTablet] = [
    await pairTablet(house.db, { by: staff.lead.userId, now: house.now() }),
    await pairTablet(house.db, { by: staff.lead.userId, now: house.now() }, (tx, deviceId) =>
      lockDevice(tx, deviceId, house.now()),
    ),
  ]
  return {
    lead: staff.lead.userId,
    tablet: tablet.secret,
    lockedTablet: lockedTablet.secret,
    citizen,
    guardian,
    stranger,
    caseworker: staff.caseworker.userId,
    elsewhere: staff.elsewhere.userId,
    manager: staff.manager.userId,
    administrator: staff.administrator.userId,
    supervisor: staff.supervisor.userId,
    provider: staff.provider.userId,
    otherProvider: staff.otherProvider.userId,
    caseId,
    caseNumber: entry.caseNumber,
    orderId: placed.orderId,
  }
}
