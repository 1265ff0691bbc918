/**
 * A letter's whole life through the real parts: issued by a command, queued with it, sent by the worker, taken or
 * refused by Digital Post, received or presumed received, and the citizen's time to complain counted from that day.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asAuthority, asSystem, newPerson, vejen } from '../../test/support/scopes.ts'
import { settleTown, type Town } from '../../test/support/town.ts'
import { versionOn } from '../casework/house.ts'
import { findCase } from '../casework/load-case.ts'
import { type Asking, isConflict, openCase, perform } from '../casework/perform.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import { complaintExpiry, findLetter } from '../domain/case/processing.ts'
import type { CaseId, PersonId } from '../domain/identity.ts'
import { isRefusal } from '../domain/refusal.ts'
import { addDays, type CalendarDay, getDay } from '../domain/time/calendar-day.ts'
import { presumedDelivery } from '../domain/time/deadline.ts'
import { noFaults } from '../exchange/digital-post/answer.ts'
import {
  mailboxOf,
  printedLetters,
  setMailbox,
  switchFaults,
} from '../exchange/digital-post/simulator-switches.ts'
import { neighboursOf } from '../product.ts'
import { read, write } from '../store/connection.ts'
import { findDemoClock, startDemoClock } from '../store/demo-clock.ts'
import { savePerson } from '../store/persons.ts'
import { worklist } from '../store/worklist.ts'
import { routes } from '../web/routes.ts'
import { caseworkDesk } from './casework-desk.ts'
import { nudgeRoom } from './nudge.ts'
import { type RunningWorker, startWorker } from './start-worker.ts'

let db: FreshDatabase
let app: TestApp
let town: Town
let worker: RunningWorker
let administrator = { cookie: '', csrf: '' }
const anchor = getDay('2026-11-24')

beforeAll(async () => {
  db = await freshDatabase()
  app = openTestApp({ database: db, routes })
  town = await settleTown(app.house)
  await write(db.app, asSystem(vejen), (tx) => startDemoClock(tx, anchor))
  administrator = await app.logIn(town.administrator)
  const neighbours = neighboursOf(db.worker)
  worker = await startWorker({
    desk: caseworkDesk({ ...app.house, db: db.worker }),
    ...neighbours,
    nudges: nudgeRoom({ ...app.house, db: db.worker }, neighbours.emailNudge),
    chores: {
      expireDrafts: async () => {},
      signHeads: async () => {},
      findRepeatedAbsence: async () => 0,
      eraseDueCases: async () => 0,
    },
    url: db.urls.worker,
    municipalities: [vejen],
    log: () => {},
  })
})
afterEach(() => switchFaults(db.app, vejen, noFaults))
afterAll(async () => {
  await worker?.stop()
  await db?.drop()
})

const today = async (): Promise<CalendarDay> =>
  (await read(db.app, asSystem(vejen), findDemoClock))?.today ?? anchor

const termsNow = async () => {
  const municipality = app.house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('Vejen is not configured')
  return versionOn(municipality, await today()).terms
}

async function askingAsCaseworker(): Promise<Asking> {
  const userId = town.caseworker
  const { unit } = await termsNow()
  return {
    municipality: vejen,
    today: await today(),
    subject: { roles: ['caseworker'], userId, unit },
    actor: { kind: 'staff', userId, role: 'caseworker' },
  }
}

type Citizen = { readonly person: PersonId; readonly cpr: string; readonly caseId: CaseId }

async function act({ caseId }: Citizen, command: CaseCommand): Promise<void> {
  const done = await perform(app.house, await askingAsCaseworker(), {
    caseId,
    commandId: randomUUID(),
    command,
  })
  if (isRefusal(done)) throw new Error(`${command.type}: ${done.code} ${done.missing ?? done.field ?? ''}`)
  if (isConflict(done)) throw new Error(`${command.type}: conflict`)
}

let people = 0

/** Somebody who has applied, and whose receipt letter has reached them. */
async function applicant({ exempt = false } = {}): Promise<Citizen> {
  people += 1
  const [person, cpr, bornOn] = [
    newPerson(),
    `01018899${String(people).padStart(2, '0')}`,
    getDay('1988-01-01'),
  ]
  await write(db.app, asSystem(vejen), (tx) =>
    savePerson(tx, {
      personId: person,
      cpr,
      validFrom: anchor,
      recordedAt: app.house.now(),
      details: {
        givenName: 'Karl',
        familyName: `Brevtest ${people}`,
        birthDate: bornOn,
        language: 'da',
        digitalPostExempt: exempt,
        easyRead: false,
        address: { street: 'Åvej 1', postalCode: '6600', town: 'Vejen', protected: false },
      },
    }),
  )
  const opened = await openCase(app.house, await askingAsCaseworker(), {
    commandId: randomUUID(),
    application: {
      personId: person,
      bornOn,
      channel: 'letter',
      receivedOn: await today(),
      applicant: { kind: 'self' },
      applied: { transport: 'unknown', start: { kind: 'soonest' } },
      answers: { difficulties: [], wishes: [] },
      consents: [],
    },
  })
  if (isRefusal(opened)) throw new Error(`the case was refused: ${opened.code}`)
  const citizen = { person, cpr, caseId: opened.caseId }
  await until(async () => (await copyOf(citizen, 'receipt'))?.dispatched !== undefined)
  return citizen
}

/** A refusal is decided and its letter issued. */
async function refuseApplication(citizen: Citizen): Promise<void> {
  const evidence = [{ text: 'Samtale den 24. november' }]
  await act(citizen, {
    type: 'assessTargetGroup',
    input: {
      criterionA: { answer: false, grounds: [], reasons: 'Der er ingen nedsat funktionsevne.' },
      criterionB: { answer: false, reasons: 'Hverdagen hænger sammen.' },
      evidenceA: evidence,
      evidenceB: evidence,
    },
  })
  await act(citizen, { type: 'markInformed', input: { reason: 'Samtale og ansøgning er nok' } })
  await act(citizen, {
    type: 'issueDecision',
    input: {
      draft: {
        place: 'refused',
        legalBasis: ['SEL-104'],
        considerations: 'Vi har lagt vægt på, at du klarer hverdagen selv.',
        facts: [{ text: 'Du arbejder 20 timer om ugen.', source: 'samtale med dig' }],
        citizensView: 'Du vil gerne møde andre.',
        citizensViewWeighed: 'Det kan ske i de åbne tilbud.',
        hearing: { kind: 'omitted', because: 'oplysningerne er dine egne' },
        otherPossibilities: { kind: 'none', because: 'du har de tilbud, du skal bruge' },
        purpose: 'At møde andre',
        intervention: 'En plads i et aktivitetstilbud',
        effectiveOn: await today(),
        contact: town.caseworker,
      },
    },
  })
}

const fileOf = async ({ caseId }: Citizen) => {
  const loaded = await read(db.app, asSystem(vejen), (tx) => findCase(tx, caseId))
  if (loaded === undefined) throw new Error('the case is not there')
  return loaded.file
}
const copyOf = async (citizen: Citizen, kind: 'receipt' | 'decision') => {
  const file = await fileOf(citizen)
  const letter = file.letters.find((l) => l.kind === kind)
  return letter && findLetter(file, letter.letterId)?.copies.find((c) => c.recipient === citizen.person)
}
const decisionLetter = async (citizen: Citizen) => {
  const letter = (await fileOf(citizen)).letters.find((l) => l.kind === 'decision')
  if (letter === undefined) throw new Error('there is no decision letter')
  return { letterId: letter.letterId, recipient: citizen.person }
}
/** Until when they can complain; undefined while the letter has not come. */
const complainBy = async (citizen: Citizen): Promise<CalendarDay | undefined> => {
  const file = await fileOf(citizen)
  const proceeding = file.proceedings.at(-1)
  return proceeding && complaintExpiry(file, proceeding, (await termsNow()).parameters)?.due
}
const failuresToHandle = async ({ caseId }: Citizen) => {
  const filter = { today: await today(), actors: ['authority'], tasks: ['handlePostFailure'] } as const
  const all = await read(db.app, asAuthority(), (tx) => worklist(tx, filter, { limit: 100 }))
  return all.filter((o) => o.caseId === caseId)
}

const until = (holds: () => Promise<boolean>): Promise<void> =>
  expect.poll(holds, { timeout: 20_000, interval: 100 }).toBe(true)

const adminPage = async (path: string): Promise<string> => (await app.get(path, administrator.cookie)).text()
const adminPost = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  app.post(path, { _csrf: administrator.csrf, ...fields }, administrator.cookie)

/** Moves the demonstration's day as its administrator does; the worker sweeps by itself. */
async function moveTo(day: CalendarDay): Promise<void> {
  const [y = '', m = '', d = ''] = day.split('-')
  const answer = await adminPost('/admin/demo', { 'dato-y': y, 'dato-m': m, 'dato-d': d })
  expect(answer.status).toBe(303)
  await until(async () => (await adminPage(`/admin/demo?fra=${anchor}`)).includes('er skrevet ned'))
}

describe('a letter', () => {
  test('taken by Digital Post lies in the mailbox, and the complaint period runs from its receipt', async () => {
    const citizen = await applicant()
    await refuseApplication(citizen)
    await until(async () => (await copyOf(citizen, 'decision'))?.delivered !== undefined)
    const box = await mailboxOf(db.app, vejen, citizen.cpr, new Date('2027-01-01'))
    expect(box).toHaveLength(2)
    expect(await copyOf(citizen, 'decision')).toMatchObject({
      dispatched: { channel: 'digitalPost', on: await today() },
      delivered: { channel: 'digitalPost', on: await today(), proof: 'receipt' },
    })
    expect(await complainBy(citizen)).toBe(addDays(await today(), 28))
    expect(await failuresToHandle(citizen)).toEqual([])
  })

  test('refused shows until it is dealt with, goes on paper, and is presumed to arrive on the parameter’s day', async () => {
    const citizen = await applicant()
    await switchFaults(db.app, vejen, { refuseNext: 1 })
    await refuseApplication(citizen)
    await until(async () => (await copyOf(citizen, 'decision'))?.failed !== undefined)
    expect(await complainBy(citizen)).toBeUndefined()
    expect(await failuresToHandle(citizen)).toHaveLength(1)
    const caseworker = await app.logIn(town.caseworker)
    const tasks = await app.get('/myndighed/opgaver?visning=team&opgave=handlePostFailure', caseworker.cookie)
    expect(await tasks.text()).toContain(`Karl Brevtest ${people}</a>`)
    expect(await adminPage('/admin/post')).toContain('Digital Post afviste brevet')

    await act(citizen, {
      type: 'handleLetterFailure',
      input: { ...(await decisionLetter(citizen)), how: 'sentOnPaper' },
    })
    await until(async () => (await copyOf(citizen, 'decision'))?.dispatched?.channel === 'paper')
    const sentOn = await today()
    const printed = await printedLetters(db.app, vejen)
    expect(printed.filter(({ name }) => name === `Karl Brevtest ${people}`)).toHaveLength(1)
    expect(await failuresToHandle(citizen)).toEqual([])
    expect(await complainBy(citizen)).toBeUndefined()

    const arrives = presumedDelivery(sentOn, (await termsNow()).parameters)
    await moveTo(addDays(arrives, -1))
    expect((await copyOf(citizen, 'decision'))?.delivered).toBeUndefined()
    // The sweep comes late; the day that is presumed is the parameter's all the same.
    await moveTo(addDays(arrives, 2))
    expect((await copyOf(citizen, 'decision'))?.delivered).toMatchObject({
      channel: 'paper',
      on: arrives,
      proof: 'presumed',
    })
    const due = await complainBy(citizen)
    expect(due !== undefined && due >= addDays(arrives, 28)).toBe(true)
    expect(await adminPage('/admin/post')).not.toContain('Digital Post afviste brevet')
  })

  test('to a mailbox that turns out to be closed fails by its receipt, and goes again as another message', async () => {
    const citizen = await applicant()
    await setMailbox(db.app, vejen, citizen.cpr, 'closed')
    await refuseApplication(citizen)
    await until(async () => (await copyOf(citizen, 'decision'))?.failed?.code === 'mailboxClosed')
    expect(await adminPage('/admin/post')).toContain('Modtagerens postkasse er lukket')
    // Sent again while nothing has changed, it fails again, and shows again.
    const again = { ...(await decisionLetter(citizen)), how: 'resentDigitally' as const }
    await act(citizen, { type: 'handleLetterFailure', input: again })
    await until(async () => {
      const copy = await copyOf(citizen, 'decision')
      return copy?.failed !== undefined && copy.handled === undefined
    })
    await setMailbox(db.app, vejen, citizen.cpr, 'open')
    await act(citizen, { type: 'handleLetterFailure', input: again })
    await until(async () => (await copyOf(citizen, 'decision'))?.delivered !== undefined)
    const box = await mailboxOf(db.app, vejen, citizen.cpr, new Date('2028-01-01'))
    const { letterId } = await decisionLetter(citizen)
    expect(box.map(({ messageId }) => messageId).filter((id) => id.includes(letterId))).toEqual([
      expect.stringMatching(/\.3$/),
    ])
    expect(await failuresToHandle(citizen)).toEqual([])
    expect(await complainBy(citizen)).toBeDefined()
  })

  test('handed over in person is not sent again, and the period runs from that day', async () => {
    const citizen = await applicant()
    await switchFaults(db.app, vejen, { refuseNext: 1 })
    await refuseApplication(citizen)
    await until(async () => (await copyOf(citizen, 'decision'))?.failed !== undefined)
    await act(citizen, {
      type: 'handleLetterFailure',
      input: { ...(await decisionLetter(citizen)), how: 'handedOver' },
    })
    expect(await complainBy(citizen)).toBeDefined()
    const { rows } = await db.admin.pool.query<{ key: string }>('select key from graphile_worker.jobs')
    const { letterId } = await decisionLetter(citizen)
    expect(rows.filter(({ key }) => key?.includes(letterId))).toEqual([])
  })

  test('waits out an outage as a job that shows, and goes when somebody tries it again', async () => {
    const citizen = await applicant()
    await switchFaults(db.app, vejen, { outage: true })
    await refuseApplication(citizen)
    await until(async () =>
      /Send et brev[^<]*<\/th><td[^>]*>Modtageren svarer ikke/.test(await adminPage('/admin/job')),
    )
    const waiting = await copyOf(citizen, 'decision')
    expect([waiting?.dispatched, waiting?.failed]).toEqual([undefined, undefined])
    expect(await adminPage('/admin/post')).toContain('Skal sendes')
    await switchFaults(db.app, vejen, noFaults)
    const job = /Send et brev \(nr\. (\d+)\)/.exec(await adminPage('/admin/job'))?.[1]
    // It may have been tried by itself meanwhile, and be gone.
    if (job !== undefined) await adminPost(`/admin/job/${job}`)
    await until(async () => (await copyOf(citizen, 'decision'))?.delivered !== undefined)
  })

  test('to who is exempt goes on paper at once', async () => {
    const citizen = await applicant({ exempt: true })
    await refuseApplication(citizen)
    await until(async () => (await copyOf(citizen, 'decision'))?.dispatched?.channel === 'paper')
    expect(await mailboxOf(db.app, vejen, citizen.cpr, new Date('2028-01-01'))).toEqual([])
    expect(await failuresToHandle(citizen)).toEqual([])
  })
})
