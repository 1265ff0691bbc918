/** Tablets of a provider, paired as they are: by a code that somebody typed. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { House } from '../../src/casework/house.ts'
import { DeviceId } from '../../src/domain/device/device.ts'
import { type PartId, ProviderId, type UserId } from '../../src/domain/identity.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import { type Database, write } from '../../src/store/connection.ts'
import { addDevice, pairDevice } from '../../src/store/devices.ts'
import { savePerson } from '../../src/store/persons.ts'
import { replaceProjections } from '../../src/store/projections.ts'
import { sql } from '../../src/store/sql.ts'
import { caseRow, order, projections } from './projections.ts'
import { asCommand, asProvider, asSystem, newCase, newPerson, vejen } from './scopes.ts'

export type TestTablet = { readonly deviceId: DeviceId; readonly secret: string }

/** `change` is what happens to it besides, such as being locked. */
export async function pairTablet(
  db: Database,
  { by, provider = 'kaerhoej', now = new Date() }: { by: UserId; provider?: string; now?: Date },
  change: (
    tx: Parameters<Parameters<typeof write>[2]>[0],
    deviceId: DeviceId,
  ) => Promise<unknown> = async () => {},
): Promise<TestTablet> {
  const deviceId = DeviceId.parse(randomUUID())
  const [secret, code] = [randomBytes(32).toString('base64url'), randomUUID()]
  const providerId = ProviderId.parse(provider)
  await write(db, asProvider(provider), (tx) =>
    addDevice(tx, {
      deviceId,
      providerId,
      name: 'Tablet 2',
      addedBy: by,
      code,
      addedAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    }),
  )
  await write(db, asSystem(), async (tx) => {
    await pairDevice(tx, code, secret, now)
    await change(tx, deviceId)
  })
  return { deviceId, secret }
}

/** Somebody whose placement has begun, as casework would project it. */
export async function placeAt(
  db: Database,
  givenName: string,
  { provider = 'kaerhoej', familyName = 'Eng', considerations = '' } = {},
): Promise<PartId> {
  const [caseId, personId] = [newCase(), newPerson()]
  const base = order(provider, personId)
  const startedOn = '2026-11-02'
  await write(db, asCommand(), async (tx) => {
    await savePerson(tx, {
      personId,
      validFrom: getDay('2026-01-01'),
      recordedAt: new Date(),
      details: {
        givenName,
        familyName,
        birthDate: getDay('1988-02-03'),
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
        address: { street: 'Hemmelig Allé 7', postalCode: '6600', town: 'Vejen', protected: false },
      },
    })
    const content = { ...(base.content as object), ...(considerations && { considerations }) }
    const state = { status: 'started', startedOn, questions: [] }
    await replaceProjections(
      tx,
      caseId,
      projections(caseRow(personId, { caseNumber: `2026-${BigInt(`0x${caseId.slice(0, 8)}`)}0000` }), {
        orders: [{ ...base, content, state }],
      }),
    )
    for (const weekday of [1, 2, 3, 4, 5, 6, 7])
      await tx.run(sql`
        insert into schedule_day (municipality, case_id, order_id, provider_id, person_id, weekday, part, starts, ends,
          group_id, valid_from)
        values (${vejen}, ${caseId}, ${base.orderId}, ${provider}, ${personId}, ${weekday}, 'full', '09:00', '15:00',
          null, ${startedOn})`)
  })
  return base.orderId
}

/** The seal as the browser makes it, from the script that the browser gets. */
export async function sealed(
  house: House,
  { deviceId }: TestTablet,
  recorded: Readonly<Record<string, unknown>>,
  fact: string = randomUUID(),
): Promise<{ readonly fact: string }> {
  const { seal }: { seal: (...given: unknown[]) => Promise<{ readonly fact: string }> } = await import(
    join(import.meta.dirname, '../../src/web/public/tablet-seal.js')
  )
  return seal(house.sealing.publicKey(vejen), { device: deviceId, fact, text: JSON.stringify(recorded) })
}
