/**
 * Fills municipalities up to a number of cases, in a process of its own so that two can share the work. Told by the environment:
 * which database, which municipalities and sizes. Says how far it is, a line each two seconds.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { House } from '../src/casework/house.ts'
import { getMunicipality, versionOn } from '../src/casework/house.ts'
import { obligationsFor } from '../src/casework/obligations.ts'
import type { Asking } from '../src/casework/perform.ts'
import { projectionOf } from '../src/casework/projections.ts'
import { sealingOf } from '../src/casework/sealing.ts'
import type { People } from '../src/casework/write-letters.ts'
import {
  CaseId,
  MunicipalityCode,
  PersonId,
  ProviderId,
  UnitId,
  type UserId,
} from '../src/domain/identity.ts'
import { addDays, type CalendarDay, copenhagenDay } from '../src/domain/time/calendar-day.ts'
import { renderPdf } from '../src/letters/pdf/render-pdf.ts'
import { closeDatabase, openDatabase, write } from '../src/store/connection.ts'
import { saveDocument } from '../src/store/documents.ts'
import { appendEvents } from '../src/store/journal.ts'
import { savePerson } from '../src/store/persons.ts'
import { replaceProjections } from '../src/store/projections.ts'
import { saveUser } from '../src/store/users.ts'
import { chanceFrom } from './chance.ts'
import { begin } from './life.ts'
import { municipalities } from './municipalities.ts'
import { familyNames, givenNames } from './names.ts'
import { aBirthday, application, type Cast, live, longestStory, stopOf } from './stories.ts'
import { userOf } from './users.ts'

const Order = z.object({
  url: z.string(),
  municipalities: z.array(z.object({ code: MunicipalityCode, cases: z.int() })),
})

/** Cases written in one transaction: the disk is waited for once for all of them. */
const together = 20

const order = Order.parse(JSON.parse(process.env.BENCH_ORDER ?? '{}'))
const db = openDatabase({ url: order.url, max: 2, applicationName: 'bench-fill' })
const house: House = {
  db,
  municipalities: municipalities(),
  renderPdf,
  sealing: sealingOf([randomBytes(32)]),
  now: () => new Date(),
  newId: () => randomUUID(),
}
const today = copenhagenDay(house.now())

/** One caseworker for each 25 open cases, as the large municipalities have. */
const caseworkersFor = (cases: number): number => Math.max(2, Math.round(cases / 5 / 25))

const system = (code: MunicipalityCode) => ({ municipality: code, viewer: { kind: 'system' } }) as const

async function hire(code: MunicipalityCode, cases: number): Promise<void> {
  const unit = UnitId.parse('voksenteamet')
  await write(db, system(code), async (tx) => {
    for (let n = 0; n <= caseworkersFor(cases); n += 1)
      await saveUser(tx, {
        userId: userOf(code, n),
        subject: `bench-${code}-${n}`,
        name: `${givenNames[n % givenNames.length]} ${familyNames[(n * 7) % familyNames.length]}`,
        phone: '79 96 50 01',
        email: null,
        // The first works at a provider.
        unit: n === 0 ? null : unit,
        roles: n === 0 ? ['providerStaff'] : ['caseworker'],
        providerId: n === 0 ? ProviderId.parse('kaerhoej') : null,
        active: true,
      })
  })
}

type Written = {
  readonly code: MunicipalityCode
  readonly save: (tx: Parameters<Parameters<typeof write>[2]>[0]) => Promise<void>
}

/** Lives one case and gives what there is to write of it. */
async function oneCase(code: MunicipalityCode, number: number, cases: number): Promise<Written> {
  const chance = chanceFrom(Number(code) * 1_000_003 + number)
  const isOpen = chance.below(5) === 0
  const stop = stopOf(chance, isOpen)
  // What is open began within the last months; what has ended, within the last four years.
  const receivedOn: CalendarDay = addDays(
    today,
    isOpen ? -60 - chance.below(30) + (stop === 'received' ? 55 : 0) : -longestStory - chance.below(1300),
  )
  const personId = PersonId.parse(house.newId())
  const caseId = CaseId.parse(house.newId())
  const bornOn = aBirthday(chance)
  const name = { givenName: chance.pick(givenNames), familyName: chance.pick(familyNames) }
  const userId = userOf(code, 1 + chance.below(caseworkersFor(cases)))
  const citizen: Asking = {
    municipality: code,
    today: receivedOn,
    subject: { roles: ['citizen'], personId },
    actor: { kind: 'citizen', personId },
  }
  const staff = (role: 'caseworker' | 'providerStaff', id: UserId): Asking => ({
    municipality: code,
    today: receivedOn,
    subject: { roles: [role], userId: id },
    actor: { kind: 'staff', userId: id, role },
  })
  const cast: Cast = {
    caseworker: { ...staff('caseworker', userId), userId },
    provider: staff('providerStaff', userOf(code, 0)),
    contactPerson: userOf(code, 0),
  }
  const people: People = {
    addressee: () => ({
      name: `${name.givenName} ${name.familyName}`,
      address: [`Kærvej ${1 + (number % 90)}`, '6600 Vejen'],
      addressProtected: false,
      onPaper: false,
    }),
    writer: () => ({ name: 'Sanne Friis', title: 'Socialrådgiver', phone: '79 96 50 01' }),
    documentName: () => undefined,
  }
  const caseNumber = `${receivedOn.slice(0, 4)}-${String(number).padStart(4, '0')}`
  const about = application(chance, { personId, caseNumber, bornOn, receivedOn })
  const life = await begin(house, citizen, about, people)
  await live(life, stop, cast, chance)
  const file = life.file()
  const municipality = getMunicipality(house, code)
  const rows = projectionOf(
    file,
    obligationsFor(municipality, file),
    versionOn(municipality, life.today()).terms,
  )
  const events = life.history()
  return {
    code,
    save: async (tx) => {
      await savePerson(tx, {
        personId,
        validFrom: receivedOn,
        recordedAt: house.now(),
        details: {
          ...name,
          birthDate: bornOn,
          language: 'da',
          digitalPostExempt: false,
          easyRead: false,
          address: {
            street: `Kærvej ${1 + (number % 90)}`,
            postalCode: '6600',
            town: 'Vejen',
            protected: false,
          },
        },
      })
      await appendEvents(tx, { streamId: caseId, expectedSeq: 0, events })
      for (const { bytes, name: called, mediaType } of life.documents)
        await saveDocument(tx, caseId, { bytes, name: called, mediaType, created: house.now() })
      await replaceProjections(tx, caseId, rows)
    },
  }
}

let done = 0
let told = 0
const all = order.municipalities.reduce((sum, { cases }) => sum + cases, 0)
for (const { code, cases } of order.municipalities) {
  await hire(code, cases)
  for (let start = 0; start < cases; start += together) {
    const count = Math.min(together, cases - start)
    const lived = await Promise.all(
      Array.from({ length: count }, (_, i) => oneCase(code, start + i + 1, cases)),
    )
    await write(db, system(code), async (tx) => {
      await Promise.all(lived.map(({ save }) => save(tx)))
    })
    done += count
    if (performance.now() - told > 2000) {
      told = performance.now()
      process.send?.({ done, all })
    }
  }
}
process.send?.({ done, all })
await closeDatabase(db)
process.disconnect?.()
