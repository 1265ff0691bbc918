/**
 * A municipality as it runs: the web, the worker with its post room, Digital Post and the printing centre (simulated), a
 * log-in provider and the demonstration's clock. Nothing happens in it but what somebody does on a page.
 */
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { explain } from '../../../src/casework/explain.ts'
import { versionOn } from '../../../src/casework/house.ts'
import { findCase, type LoadedCase } from '../../../src/casework/load-case.ts'
import type { Role } from '../../../src/domain/access/permissions.ts'
import { type PersonId, ProviderId, type UserId } from '../../../src/domain/identity.ts'
import { birthDateOf } from '../../../src/domain/person/cpr.ts'
import { type CalendarDay, getDay } from '../../../src/domain/time/calendar-day.ts'
import { openIdentity } from '../../../src/exchange/identity/identity.ts'
import { startTestProvider, type TestPerson } from '../../../src/exchange/identity/test-provider.ts'
import { neighboursOf } from '../../../src/product.ts'
import type { Municipality } from '../../../src/standards/municipality.ts'
import { findCaseByNumber } from '../../../src/store/cases.ts'
import { read, write } from '../../../src/store/connection.ts'
import { findDemoClock, startDemoClock } from '../../../src/store/demo-clock.ts'
import { savePerson } from '../../../src/store/persons.ts'
import { saveUser } from '../../../src/store/users.ts'
import { caseworkDesk } from '../../../src/work/casework-desk.ts'
import { nudgeRoom } from '../../../src/work/nudge.ts'
import { startWorker } from '../../../src/work/start-worker.ts'
import { openBrowser, type TestBrowser } from '../../support/browser.ts'
import { asSystem, newPerson, newUser, vejen } from '../../support/scopes.ts'
import { startTestWeb, type TestWeb } from '../../support/web.ts'
import { fill, press } from './fill.ts'
import { type Looker, startLooking } from './look.ts'

export type Citizen = { readonly name: string; readonly cpr: string; readonly personId: PersonId }

export type World = {
  readonly web: TestWeb
  readonly browser: TestBrowser
  readonly municipality: Municipality
  readonly staff: Readonly<
    Record<'caseworker' | 'manager' | 'administrator' | 'kaerhoej' | 'noerrevang', UserId>
  >
  /** Somebody the population register knows, with a mailbox and an address in Vejen. */
  readonly settle: (name: string, cpr: string) => Promise<Citizen>
  /** A member of staff at their desk. Each page they come to is looked at once, wide and narrow. */
  readonly seat: (userId: UserId) => Promise<Seat>
  /** A citizen's own window, not yet logged in, or logged in as one who acts for another. */
  readonly window: (options?: {
    readonly script?: boolean
    readonly width?: number
    readonly as?: { readonly personId: PersonId; readonly actingFor?: PersonId }
  }) => Promise<Seat>
  /** The administrator moves the demonstration's clock, and the worker has done what that caused. */
  readonly moveTo: (day: string) => Promise<void>
  /** Every letter of the case has left the house, and Digital Post's receipts have come back. */
  readonly posted: (caseNumber: string) => Promise<void>
  readonly caseOf: (caseNumber: string) => Promise<LoadedCase>
  /** What the case obliges to, as it looks today. */
  readonly explained: (caseNumber: string) => Promise<ReturnType<typeof explain>['obligations']>
  readonly stop: () => Promise<void>
}

/** A window, and the eyes that look at what is shown in it. */
export type Seat = { readonly page: Page; readonly look: Looker }

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** It is `day`, a caseworker, a manager and two providers are at work, and nobody has applied. `looking`: pages are looked at. */
export async function openWorld(day: string, { looking = true } = {}): Promise<World> {
  const people = new Map<string, Citizen>()
  const colleagues: TestPerson[] = []
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const provider = await startTestProvider({
    listPeople: async (issuer) =>
      issuer === 'staff'
        ? colleagues
        : [...people.values()].map(({ name, cpr }) => ({
            id: cpr,
            name,
            about: 'Borger',
            claims: { name, cpr },
          })),
    callbacks: { citizen: [`${origin}/log-ind/svar/borger`], staff: [`${origin}/log-ind/svar/medarbejder`] },
  })
  const [web, browser] = await Promise.all([
    startTestWeb({ environment: { PORT: String(port) }, identity: openIdentity(provider.settings) }),
    openBrowser(),
  ])
  const { database, house } = web
  const municipality = house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  const staff = {
    caseworker: newUser(),
    manager: newUser(),
    administrator: newUser(),
    kaerhoej: newUser(),
    noerrevang: newUser(),
  }
  await write(database.app, asSystem(vejen), async (tx) => {
    await startDemoClock(tx, getDay(day))
    const { unit } = versionOn(municipality, getDay(day)).terms
    const employ = (userId: UserId, name: string, role: Role, at?: string): Promise<void> => {
      const subject = `subject-${userId}`
      colleagues.push({ id: subject, name, about: 'Medarbejder', claims: { name } })
      return saveUser(tx, {
        userId,
        subject,
        name,
        phone: null,
        email: null,
        unit: role === 'caseworker' || role === 'manager' ? unit : null,
        roles: [role],
        providerId: at === undefined ? null : ProviderId.parse(at),
        active: true,
      })
    }
    await employ(staff.caseworker, 'Sanne Friis', 'caseworker')
    await employ(staff.manager, 'Lis Krogh', 'manager')
    await employ(staff.administrator, 'Ib Thy', 'administrator')
    await employ(staff.kaerhoej, 'Pia Lund', 'providerStaff', 'kaerhoej')
    await employ(staff.noerrevang, 'Niels Bak', 'providerStaff', 'noerrevang')
  })
  const neighbours = neighboursOf(database.worker)
  const worker = await startWorker({
    desk: caseworkDesk({ ...house, db: database.worker }),
    ...neighbours,
    nudges: nudgeRoom({ ...house, db: database.worker }, neighbours.emailNudge),
    chores: {
      expireDrafts: async () => {},
      signHeads: async () => {},
      findRepeatedAbsence: async () => 0,
      eraseDueCases: async () => 0,
    },
    url: database.urls.worker,
    municipalities: [vejen],
    log: () => {},
  })
  const lookAt = startLooking()
  const seat = async (options: Parameters<TestBrowser['openPage']>[0]): Promise<Seat> => {
    const page = await browser.openPage(options)
    return { page, look: looking && options.script !== false ? () => lookAt(page) : async () => {} }
  }
  const staffSeat = async (userId: UserId): Promise<Seat> =>
    seat({ origin, cookies: (await web.logIn({ userId })).cookies })
  const today = async (): Promise<CalendarDay> => {
    const clock = await read(database.app, asSystem(vejen), findDemoClock)
    if (clock === undefined) throw new Error('the clock has not been started')
    return clock.today
  }
  const caseOf = async (caseNumber: string): Promise<LoadedCase> => {
    const found = await read(database.app, asSystem(vejen), async (tx) => {
      const entry = await findCaseByNumber(tx, caseNumber)
      return entry && findCase(tx, entry.caseId)
    })
    if (found === undefined) throw new Error(`there is no case ${caseNumber}`)
    return found
  }
  let clock: Seat | undefined
  return {
    web,
    browser,
    municipality,
    staff,
    settle: async (name, cpr) => {
      const born = birthDateOf(cpr)
      if (born === undefined) throw new Error(`${cpr} is no CPR number`)
      const [givenName = '', ...rest] = name.split(' ')
      const citizen = { name, cpr, personId: newPerson() }
      people.set(cpr, citizen)
      await write(database.app, asSystem(vejen), (tx) =>
        savePerson(tx, {
          personId: citizen.personId,
          cpr,
          validFrom: getDay('2026-01-01'),
          recordedAt: house.now(),
          details: {
            givenName,
            familyName: rest.join(' '),
            birthDate: born,
            language: 'da',
            digitalPostExempt: false,
            easyRead: false,
            address: { street: 'Åvej 1', postalCode: '6600', town: 'Vejen', protected: false },
          },
        }),
      )
      return citizen
    },
    seat: staffSeat,
    window: async ({ script, width, as } = {}) =>
      seat({ origin, script, width, cookies: as && (await web.logIn(as)).cookies }),
    moveTo: async (to) => {
      clock ??= await staffSeat(staff.administrator)
      const { page, look } = clock
      await page.goto('/admin/demo')
      await fill(page, { 'Flyt til en dato': to })
      await press(page, 'Flyt dagen')
      await until(`the worker has followed to ${to}`, async () => {
        await page.reload()
        return (await page.getByRole('main').textContent())?.includes('er skrevet ned') ?? false
      })
      await look()
    },
    posted: (caseNumber) =>
      until(`the letters of ${caseNumber} have gone`, async () => {
        const { file } = await caseOf(caseNumber)
        return file.letters
          .flatMap((letter) => letter.copies)
          .every(({ dispatched, delivered }) => dispatched && (dispatched.channel === 'paper' || delivered))
      }),
    caseOf,
    explained: async (caseNumber) =>
      explain(municipality, { caseNumber, history: (await caseOf(caseNumber)).history }, await today())
        .obligations,
    stop: async () => {
      await worker.stop()
      await browser.close()
      await web.stop()
      await provider.stop()
    },
  }
}

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 30_000
  while (!(await done())) {
    if (Date.now() > last) throw new Error(`it has not come true that ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
