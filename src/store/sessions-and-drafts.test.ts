import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import {
  asAuthority,
  asCitizen,
  asCommand,
  asProvider,
  asSystem,
  billund,
  newCase,
  newPerson,
  newUser,
  vejen,
} from '../../test/support/scopes.ts'
import { getDay } from '../domain/time/calendar-day.ts'
import { type AccessEntry, logAccess, looksAtCase, looksAtPerson, looksOnDay } from './access-log.ts'
import { findOpening, listOpenings, openOtherCase } from './case-openings.ts'
import { read, write } from './connection.ts'
import { findDemoClock, moveDemoClock, startDemoClock } from './demo-clock.ts'
import { adoptDraftFiles, findDocument, hashOfBytes, listDocuments, saveDocument } from './documents.ts'
import {
  addDraftFile,
  type DraftKey,
  type DraftRoom,
  deleteDraft,
  deleteExpiredDrafts,
  findDraft,
  findDraftFile,
  listDraftFiles,
  listDrafts,
  removeDraftFile,
  saveDraft,
} from './drafts.ts'
import { appendEvents } from './journal.ts'
import {
  actFor,
  deleteExpiredSessions,
  endSession,
  endSessionsOfUser,
  findSession,
  keepInSession,
  type NewSession,
  openSession,
  prolongSession,
} from './sessions.ts'
import { findUser, findUserBySubject, listUsers, type StaffUser, saveUser } from './users.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const at = (time: string) => new Date(`2026-11-24T${time}:00.000Z`)

describe('a session', () => {
  const session = (more: Partial<NewSession> = {}): NewSession => ({
    value: randomBytes(32).toString('base64url'),
    issuer: 'https://citizens.example',
    subject: 'subject-1',
    personId: newPerson(),
    userId: null,
    actingFor: null,
    csrf: 'secret',
    createdAt: at('09:00'),
    expiresAt: at('09:30'),
    data: { language: 'da' },
    ...more,
  })
  const open = async (more: Partial<NewSession> = {}) => {
    const made = session(more)
    await write(db.app, asSystem(), (tx) => openSession(tx, made))
    return made
  }
  const find = (value: string, now = at('09:10'), municipality = vejen) =>
    read(db.app, asSystem(municipality), (tx) => findSession(tx, value, now))

  test('is found by its cookie until it runs out, in its own municipality only', async () => {
    const { value, createdAt, expiresAt, ...rest } = await open()
    expect(await find(value)).toEqual({
      ...rest,
      createdAt: createdAt.toISOString(),
      lastSeenAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      user: null,
    })
    expect(await find(value, at('09:30'))).toBeUndefined()
    expect(await find(value, at('09:10'), billund)).toBeUndefined()
    expect(await find('another')).toBeUndefined()
  })

  test('of a member of staff comes with who they are, registered here', async () => {
    const userId = newUser()
    const user = {
      ...{ userId, subject: userId, name: 'Vibeke Prøve', phone: null, email: 'v@example.dk', unit: null },
      ...{ roles: ['caseworker', 'manager'], providerId: null, active: true },
    }
    const made = session({ personId: null, userId })
    const found = async () => (await find(made.value, at('09:10'), billund))?.user
    await write(db.app, asSystem(billund), (tx) => openSession(tx, made))
    expect(await found()).toBeNull()
    await write(db.app, asSystem(billund), (tx) => saveUser(tx, user))
    expect(await found()).toEqual(user)
  })

  test('is not to be seen by those who are logged in, nor stored as the cookie has it', async () => {
    const { value, personId } = await open()
    const looked = await read(db.app, asCitizen(personId ?? newPerson()), (tx) =>
      findSession(tx, value, at('09:10')),
    )
    expect(looked).toBeUndefined()
    const { rows } = await db.admin.pool.query<{ all: string }>(
      'select string_agg(s::text, $1) as all from session s',
      ['|'],
    )
    expect(rows[0]?.all).not.toContain(value)
  })

  test('lives on when used, changes what it remembers and for whom it acts', async () => {
    const { value } = await open()
    const actingFor = newPerson()
    await write(db.app, asSystem(), async (tx) => {
      expect(await prolongSession(tx, value, at('09:20'), at('09:50'))).toBe(1)
      await actFor(tx, value, actingFor)
      await keepInSession(tx, value, { language: 'en' })
    })
    expect(await find(value, at('09:40'))).toMatchObject({
      lastSeenAt: at('09:20').toISOString(),
      actingFor,
      data: { language: 'en' },
    })
    expect(await write(db.app, asSystem(), (tx) => prolongSession(tx, value, at('10:00'), at('11:00')))).toBe(
      0,
    )
  })

  test('can be ended: one, or all of a staff member', async () => {
    const userId = newUser()
    const one = await open()
    const [a, b] = [await open({ personId: null, userId }), await open({ personId: null, userId })]
    await write(db.app, asSystem(), async (tx) => {
      expect(await endSession(tx, one.value, at('09:05'))).toBe(1)
      expect(await endSessionsOfUser(tx, userId, at('09:05'))).toBe(2)
      expect(await prolongSession(tx, one.value, at('09:06'), at('10:00'))).toBe(0)
    })
    for (const { value } of [one, a, b]) expect(await find(value)).toBeUndefined()
  })

  test('under way is nobody’s yet, and cannot be half somebody’s', async () => {
    const { value } = await open({ subject: null, personId: null, data: { nonce: 'n', state: 's' } })
    expect(await find(value)).toMatchObject({ subject: null, data: { nonce: 'n' } })
    await expect(open({ subject: null })).rejects.toThrow(/session_check/)
  })

  test('that ran out is swept away', async () => {
    const { value } = await open()
    expect(
      await write(db.worker, asSystem(), (tx) => deleteExpiredSessions(tx, at('09:45'))),
    ).toBeGreaterThan(0)
    expect(await find(value)).toBeUndefined()
  })
})

describe('a draft', () => {
  const author = newPerson()
  const key: DraftKey = { author, form: 'apply', caseId: null }
  const save = (body: unknown, expectedVersion?: number, scope = asCitizen(author), draftKey = key) =>
    write(db.app, scope, (tx) =>
      saveDraft(tx, {
        ...draftKey,
        draftId: randomUUID(),
        body,
        now: at('10:00'),
        expiresAt: at('20:00'),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      }),
    )

  test('is kept as one writes; two windows do not write over each other', async () => {
    const first = await save({ wish: 'Kærhøj' })
    expect(first).toMatchObject({ kind: 'saved', version: 1 })
    expect(await save({ wish: 'Nørrevang' }, 1)).toMatchObject({ kind: 'saved', version: 2 })
    expect(await save({ wish: 'Veum Dag' }, 1)).toMatchObject({
      kind: 'conflict',
      current: { body: { wish: 'Nørrevang' }, version: 2, updatedAt: at('10:00').toISOString() },
    })
    expect(await save({ wish: 'Veum Dag' })).toMatchObject({ kind: 'saved', version: 3 })
    const found = await read(db.app, asCitizen(author), (tx) => findDraft(tx, key))
    expect(found).toMatchObject({ ...key, body: { wish: 'Veum Dag' } })
    expect(first.kind === 'saved' && found?.draftId === first.draftId).toBe(true)
  })

  test('is seen by its author alone', async () => {
    await save({ wish: 'x' })
    for (const scope of [
      asCitizen(newPerson()),
      asAuthority(),
      asProvider('kaerhoej'),
      asCitizen(author, billund),
    ]) {
      expect(await read(db.app, scope, (tx) => listDrafts(tx, author))).toEqual([])
    }
    await expect(save({ wish: 'y' }, undefined, asCitizen(newPerson()))).rejects.toThrow(/row-level security/)
    expect(await read(db.app, asCommand(), (tx) => listDrafts(tx, author))).toHaveLength(1)
  })

  test('of a staff member is about a case, one each', async () => {
    const userId = newUser()
    const scope = asProvider('kaerhoej', vejen, userId)
    const [a, b] = [newCase(), newCase()]
    for (const caseId of [a, b])
      await save({ about: caseId }, undefined, scope, { author: userId, form: 'note', caseId })
    expect(await read(db.app, scope, (tx) => listDrafts(tx, userId))).toHaveLength(2)
    expect(
      await read(db.app, scope, (tx) => findDraft(tx, { author: userId, form: 'note', caseId: b })),
    ).toMatchObject({
      body: { about: b },
    })
  })

  test('holds so many files and so many bytes, and no more; the same file again takes no room', async () => {
    const who = newPerson()
    const scope = asCitizen(who)
    const saved = await save({}, undefined, scope, { ...key, author: who })
    const draftId = saved.kind === 'saved' ? saved.draftId : ''
    const add = (bytes: string, room: DraftRoom) =>
      write(db.app, scope, (tx) =>
        addDraftFile(
          tx,
          draftId,
          { name: 'a.pdf', mediaType: 'application/pdf', bytes: Buffer.from(bytes), now: at('10:01') },
          room,
        ),
      )
    const few = { files: 2, bytes: 100 }
    // Two windows at once: one of three stays out.
    const added = await Promise.all([add('one', few), add('two', few), add('three', few)])
    expect(added.filter((hash) => hash === undefined)).toHaveLength(1)
    expect(await read(db.app, scope, (tx) => listDraftFiles(tx, draftId))).toHaveLength(2)
    const again = await Promise.all([add('one', few), add('two', few), add('three', few)])
    expect(again).toEqual(added)
    expect(await add('x'.repeat(95), { files: 9, bytes: 100 })).toBeUndefined()
    expect(await add('x'.repeat(85), { files: 9, bytes: 100 })).toBeDefined()
  })

  test('holds files that can be taken away again, and that become documents of the case', async () => {
    const who = newPerson()
    const scope = asCitizen(who)
    const saved = await save({}, undefined, scope, { ...key, author: who })
    const draftId = saved.kind === 'saved' ? saved.draftId : ''
    const file = (name: string, minute: string) => ({
      name,
      mediaType: 'application/pdf',
      bytes: Buffer.from(`bytes of ${name}`),
      now: at(`10:${minute}`),
    })
    const room = { files: 20, bytes: 1000 }
    const [kept, taken] = await write(db.app, scope, async (tx) => [
      await addDraftFile(tx, draftId, file('epikrise.pdf', '01'), room),
      await addDraftFile(tx, draftId, file('forkert.pdf', '02'), room),
      await addDraftFile(tx, draftId, file('epikrise.pdf', '03'), room),
    ])
    if (kept === undefined || taken === undefined) throw new Error('two files')
    expect(await read(db.app, scope, (tx) => listDraftFiles(tx, draftId))).toMatchObject([
      { hash: kept, name: 'epikrise.pdf', byteLength: 21 },
      { hash: taken, name: 'forkert.pdf' },
    ])
    expect((await read(db.app, scope, (tx) => findDraftFile(tx, draftId, kept)))?.bytes).toEqual(
      Buffer.from('bytes of epikrise.pdf'),
    )
    expect(await read(db.app, asCitizen(newPerson()), (tx) => listDraftFiles(tx, draftId))).toEqual([])
    expect(await write(db.app, scope, (tx) => removeDraftFile(tx, draftId, taken))).toBe(1)

    const caseId = newCase()
    const adopted = await write(db.app, asCommand(), async (tx) => {
      // Before the event that opens the case, as casework does.
      const files = await adoptDraftFiles(tx, draftId, caseId, at('10:05'))
      await appendEvents(tx, { streamId: caseId, expectedSeq: 0, events: [opening()] })
      await deleteDraft(tx, { ...key, author: who })
      return files
    })
    expect(adopted).toEqual([{ hash: kept, name: 'epikrise.pdf' }])
    expect(await read(db.app, asAuthority(), (tx) => listDocuments(tx, caseId))).toMatchObject([
      { hash: kept },
    ])
    expect(await read(db.app, scope, (tx) => listDraftFiles(tx, draftId))).toEqual([])
  })

  test('runs out', async () => {
    await save({ late: true })
    expect(await write(db.worker, asSystem(), (tx) => deleteExpiredDrafts(tx, at('19:59')))).toBe(0)
    expect(await write(db.worker, asSystem(), (tx) => deleteExpiredDrafts(tx, at('20:00')))).toBeGreaterThan(
      0,
    )
    expect(await read(db.app, asCitizen(author), (tx) => findDraft(tx, key))).toBeUndefined()
  })
})

const opening = () => ({
  type: 'applicationReceived',
  payload: {},
  eventId: randomUUID(),
  typeVersion: 1,
  occurredOn: getDay('2026-11-24'),
  recordedOn: getDay('2026-11-24'),
  recordedAt: at('10:00').toISOString(),
  actor: { kind: 'system' as const, name: 'test' },
  standard: 'vejen-104@1',
})

describe('a document', () => {
  test('is named by its bytes and lies in one case', async () => {
    const [mine, other] = [newCase(), newCase()]
    const bytes = randomBytes(5000)
    const hash = await write(db.app, asCommand(), async (tx) => {
      for (const streamId of [mine, other])
        await appendEvents(tx, { streamId, expectedSeq: 0, events: [opening()] })
      const document = { bytes, name: 'brev.pdf', mediaType: 'application/pdf', created: at('10:00') }
      await saveDocument(tx, mine, document)
      return saveDocument(tx, mine, document)
    })
    expect(hash).toBe(hashOfBytes(bytes))
    const found = await read(db.app, asAuthority(), (tx) => findDocument(tx, mine, hash))
    expect(found).toMatchObject({
      hash,
      name: 'brev.pdf',
      byteLength: 5000,
      created: at('10:00').toISOString(),
    })
    expect(found?.bytes).toEqual(bytes)
    expect(await read(db.app, asAuthority(), (tx) => findDocument(tx, other, hash))).toBeUndefined()
    expect(await read(db.app, asProvider('kaerhoej'), (tx) => listDocuments(tx, mine))).toEqual([])
  })

  test('of a case that does not come to be is not kept', async () => {
    const document = { bytes: Buffer.from('x'), name: 'x', mediaType: 'text/plain', created: at('10:00') }
    await expect(write(db.app, asCommand(), (tx) => saveDocument(tx, newCase(), document))).rejects.toThrow(
      /foreign key/,
    )
  })
})

describe('the access log', () => {
  test('is written by everybody’s transactions and read by the person looked at', async () => {
    const [personId, caseId, userId] = [newPerson(), newCase(), newUser()]
    const entry = (more: Partial<AccessEntry>): AccessEntry => ({
      id: randomUUID(),
      at: at('11:00').toISOString(),
      onDay: getDay('2026-11-23'),
      actor: { kind: 'staff', userId, role: 'caseworker' },
      onBehalfOf: null,
      route: 'GET /myndighed/sager/:nummer',
      caseId,
      personId,
      purpose: null,
      outcome: 'allowed',
      ...more,
    })
    const first = entry({})
    const second = entry({ at: at('12:00').toISOString(), outcome: 'refused', purpose: 'vikar' })
    await write(db.app, asProvider('kaerhoej'), (tx) => logAccess(tx, [first]))
    await write(db.app, asCitizen(newPerson()), (tx) =>
      logAccess(tx, [second, entry({ personId: newPerson() })]),
    )

    expect(await read(db.app, asCitizen(personId), (tx) => looksAtPerson(tx, personId, 10))).toEqual([
      second,
      first,
    ])
    expect(await read(db.app, asCitizen(newPerson()), (tx) => looksAtPerson(tx, personId, 10))).toEqual([])
    expect(await read(db.app, asProvider('kaerhoej'), (tx) => looksAtPerson(tx, personId, 10))).toEqual([])
    expect(await read(db.app, asAuthority(), (tx) => looksAtCase(tx, caseId, 10))).toHaveLength(3)
    expect(await read(db.app, asAuthority(), (tx) => looksAtCase(tx, caseId, 1))).toHaveLength(1)
    const [last] = await read(db.app, asAuthority(), (tx) => looksAtCase(tx, caseId, 10))
    const others = await read(db.app, asAuthority(), (tx) => looksAtCase(tx, caseId, 10, [last?.route ?? '']))
    expect(others.length).toBeLessThan(3)
    expect(others.map((l) => l.route)).not.toContain(last?.route)
    expect(await read(db.app, asAuthority(), (tx) => looksOnDay(tx, getDay('2026-11-23')))).toHaveLength(3)
    expect(await read(db.app, asAuthority(billund), (tx) => looksOnDay(tx, getDay('2026-11-23')))).toEqual([])
  })
})

describe('a case opened with a reason', () => {
  test('is open for that user and for a time', async () => {
    const [userId, caseId] = [newUser(), newCase()]
    const opened = { userId, caseId, reason: 'Akut henvendelse, kollega er syg' }
    await write(db.app, asCommand(), (tx) =>
      openOtherCase(tx, { ...opened, openedAt: at('10:00'), until: at('12:00') }),
    )
    const find = (who: typeof userId, now: Date) =>
      read(db.app, asAuthority(), (tx) => findOpening(tx, who, caseId, now))
    expect(await find(userId, at('11:00'))).toMatchObject(opened)
    expect(await find(userId, at('12:00'))).toBeUndefined()
    expect(await find(newUser(), at('11:00'))).toBeUndefined()
    expect(await read(db.app, asAuthority(), (tx) => listOpenings(tx, caseId))).toHaveLength(1)
  })
})

describe('the demonstration’s clock', () => {
  test('starts once, moves forward only, and is the day that relations are judged by', async () => {
    const [anchor, later] = [getDay('2026-11-24'), getDay('2027-01-04')]
    const find = () => read(db.app, asCitizen(newPerson()), (tx) => findDemoClock(tx))
    expect(await find()).toBeUndefined()
    await write(db.app, asCommand(), (tx) => startDemoClock(tx, anchor))
    expect(await write(db.app, asCommand(), (tx) => moveDemoClock(tx, later))).toBe(true)
    expect(await write(db.app, asCommand(), (tx) => moveDemoClock(tx, anchor))).toBe(false)
    await write(db.app, asCommand(), (tx) => startDemoClock(tx, later))
    expect(await find()).toEqual({ today: later, anchor })
    expect(await write(db.app, asAuthority(), (tx) => moveDemoClock(tx, getDay('2027-02-01')))).toBe(false)
  })
})

describe('a staff user', () => {
  test('is known by id and by the issuer’s subject, and can be changed', async () => {
    const user: StaffUser = {
      userId: newUser(),
      subject: 'mette@vejen',
      name: 'Mette Ås',
      phone: '7996 5000',
      email: 'mette@example.dk',
      unit: 'voksenteamet' as never,
      roles: ['caseworker', 'manager'],
      providerId: null,
      active: true,
    }
    const gone = { ...user, roles: ['caseworker'], active: false }
    await write(db.app, asCommand(), (tx) => saveUser(tx, user))
    expect(await read(db.app, asAuthority(), (tx) => findUser(tx, user.userId))).toEqual(user)
    expect(await read(db.app, asSystem(), (tx) => findUserBySubject(tx, 'mette@vejen'))).toEqual(user)
    expect(
      await read(db.app, asSystem(billund), (tx) => findUserBySubject(tx, 'mette@vejen')),
    ).toBeUndefined()
    await write(db.app, asCommand(), (tx) => saveUser(tx, gone))
    expect(await read(db.app, asCitizen(newPerson()), (tx) => listUsers(tx))).toEqual([gone])
    await expect(write(db.app, asCitizen(newPerson()), (tx) => saveUser(tx, user))).rejects.toThrow(
      /row-level security/,
    )
  })
})
