/** The administrator's pages: state, users, roles, jobs, post and the demonstration's clock, in-process on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asCommand, asSystem, vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { type Action, permissions, type Role, roles } from '../../domain/access/permissions.ts'
import type { UserId } from '../../domain/identity.ts'
import { faultsOf } from '../../exchange/digital-post/simulator-switches.ts'
import { read, write } from '../../store/connection.ts'
import { enqueue, failedJobs, queueState } from '../../store/jobs.ts'
import { changesOfUser, findUser, findUserBySubject, listUsers, saveUser } from '../../store/users.ts'
import { routes } from '../routes.ts'
import { grantsOf } from './roles.tsx'
import { concernsOf } from './state.tsx'

let db: FreshDatabase
let test: TestApp
let town: Town
let cookie = ''
let csrf = ''

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes })
  town = await settleTown(test.house)
  const session = await test.logIn(town.administrator)
  cookie = session.cookie
  csrf = session.csrf
})
afterAll(() => db.drop())

const page = async (path: string) => {
  const answer = await test.get(path, cookie)
  expect(answer.status).toBe(200)
  return answer.text()
}
const send = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  test.post(path, { _csrf: csrf, ...fields }, cookie)
const userOf = (userId: UserId) => read(db.app, asSystem(vejen), (tx) => findUser(tx, userId))
const changes = (userId: UserId) => read(db.app, asSystem(vejen), (tx) => changesOfUser(tx, userId))

/** A job that failed so often: laid out by the queue's owner, as its worker would leave it. */
async function failJob(attempts: number, error = 'NeighbourUnavailable'): Promise<number> {
  await write(db.app, asCommand(), (tx) => enqueue(tx, 'sweep', {}))
  const { rows } = await db.admin.pool.query<{ id: string }>(
    `update graphile_worker._private_jobs set attempts = $1, last_error = $2, run_at = now() + interval '1 hour'
     where id = (select max(id) from graphile_worker._private_jobs) returning id`,
    [attempts, error],
  )
  return Number(rows[0]?.id)
}

describe('the state of the system', () => {
  it('tells database, queue, post, version and set-up', async () => {
    const text = await page('/admin')
    for (const said of [
      'PostgreSQL 18',
      'Vejen Kommune (0575)',
      'Lillerup',
      'vejen.localhost → 0575',
      'Test-log-in uden kode',
      'Alle mennesker er opdigtede',
      '0.1.0',
      'Simuleret. Intet forlader systemet.',
    ])
      expect(text).toContain(said)
  })
  it('asks for attention where somebody has to look, and only there', () => {
    const now = new Date('2026-11-24T10:00:00Z')
    const well = {
      waiting: 3,
      failing: 2,
      givenUp: 0,
      oldestAt: null,
      lastRunAt: '2026-11-24T09:59:00.000Z',
    }
    expect(concernsOf(well, 0, now)).toEqual([])
    expect(concernsOf({ ...well, givenUp: 1 }, 2, now)).toEqual(['someGivenUp', 'someFailed'])
    expect(concernsOf({ ...well, lastRunAt: '2026-11-24T09:50:00.000Z' }, 0, now)).toEqual(['queueStopped'])
    expect(concernsOf({ ...well, lastRunAt: null }, 0, now)).toEqual(['queueNever'])
  })
})

describe('users', () => {
  const form = (more: Readonly<Record<string, string>> = {}) => ({
    name: 'Ane Skov',
    subject: 'ane',
    roles: 'caseworker',
    unit: 'jobcentret',
    active: '1',
    ...more,
  })
  it('are listed with roles and where they belong', async () => {
    const text = await page('/admin/brugere')
    for (const said of ['Sanne Friis', 'Sagsbehandler', 'Kærhøj', 'Pia Lund']) expect(text).toContain(said)
  })
  it('are added once, though the form is posted twice, with a record of who did it', async () => {
    const text = await page('/admin/brugere/ny')
    const command = /name="_command" value="([^"]+)"/.exec(text)?.[1] ?? ''
    for (let times = 0; times < 2; times++) {
      const answer = await send('/admin/brugere/ny', { ...form(), _command: command })
      expect(answer.headers.get('location')).toBe('/admin/brugere?gemt=1')
    }
    const all = await read(db.app, asSystem(vejen), listUsers)
    const [added, ...more] = all.filter((u) => u.name === 'Ane Skov')
    expect(more).toEqual([])
    if (added === undefined) throw new Error('nobody was added')
    const [change, ...others] = await changes(added.userId)
    expect(others).toEqual([])
    expect(change).toMatchObject({
      number: 1,
      actor: { kind: 'staff', userId: town.administrator },
      before: null,
      after: { subject: 'ane', roles: ['caseworker'], active: true },
    })
    expect(await page(`/admin/brugere/${added.userId}`)).toContain('Af Ib Thy')
  })
  it('are refused field by field, with everything typed kept', async () => {
    const refused = async (change: Readonly<Record<string, string>>, field: string, sentence: string) => {
      const answer = await send('/admin/brugere/ny', form({ name: 'Bo Kjær', subject: 'bo', ...change }))
      const text = await answer.text()
      expect(answer.status).toBe(422)
      expect(text).toContain(`href="#f-${field}"`)
      expect(text).toContain(sentence)
      expect(text).toContain(change.name === '' ? 'value="bo"' : 'value="Bo Kjær"')
    }
    await refused({ name: '' }, 'name', 'Udfyld feltet.')
    await refused({ subject: 'ane' }, 'subject', 'En anden bruger har allerede det id.')
    await refused({ email: 'ingen adresse' }, 'email', 'Skriv en e-mailadresse')
    await refused({ roles: 'post' }, 'roles', 'Vælg mindst én rolle.')
    await refused({ unit: '' }, 'unit', 'skal have en enhed')
    await refused({ roles: 'providerStaff', unit: '' }, 'provider', 'skal have et tilbud')
    await refused({ provider: 'kaerhoej' }, 'provider', 'Kun medarbejdere på tilbud')
    expect(await read(db.app, asSystem(vejen), (tx) => findUserBySubject(tx, 'bo'))).toBeUndefined()
  })
  it('cannot be a provider’s and the municipality’s at once', async () => {
    const body = new URLSearchParams(form({ _csrf: csrf, subject: 'begge', provider: 'kaerhoej' }))
    body.append('roles', 'providerStaff')
    const answer = await test.app.request('http://vejen.localhost/admin/brugere/ny', {
      method: 'POST',
      body: body.toString(),
      headers: {
        host: 'vejen.localhost',
        origin: 'http://vejen.localhost',
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('kan ikke også have kommunens roller')
  })
  it('are changed, each change with what it was before', async () => {
    const path = `/admin/brugere/${town.elsewhere}`
    const known = await userOf(town.elsewhere)
    const change = form({ name: known?.name ?? '', subject: known?.subject ?? '', roles: 'manager' })
    expect((await send(path, change)).status).toBe(303)
    expect((await changes(town.elsewhere))[0]).toMatchObject({
      before: { roles: ['caseworker'] },
      after: { roles: ['manager'] },
    })
    expect(await page(path)).toContain('Roller: Sagsbehandler → Leder')
    // Saved as they are, nothing is recorded.
    expect((await send(path, change)).status).toBe(303)
    expect(await changes(town.elsewhere)).toHaveLength(1)
  })
  it('changed by two at once: the second sees it and keeps what was typed', async () => {
    const path = `/admin/brugere/${town.otherProvider}`
    const known = await userOf(town.otherProvider)
    const seen = /name="_basedOn" value="(\d+)"/.exec(await page(path))?.[1] ?? ''
    const change = (phone: string) => ({
      ...form({ roles: 'providerStaff', provider: 'kaerhoej', unit: '', phone, _basedOn: seen }),
      name: known?.name ?? '',
      subject: known?.subject ?? '',
    })
    expect((await send(path, change('11 11 11 11'))).status).toBe(303)
    const second = await send(path, change('22 22 22 22'))
    const text = await second.text()
    expect(second.status).toBe(409)
    for (const said of ['En anden har ændret brugeren', '22 22 22 22', 'ingen → 11 11 11 11'])
      expect(text).toContain(said)
    expect((await userOf(town.otherProvider))?.phone).toBe('11 11 11 11')
    const now = /name="_basedOn" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await send(path, { ...change('22 22 22 22'), _basedOn: now })).status).toBe(303)
  })
  it('who are blocked are logged out at once', async () => {
    const session = await test.logIn(town.manager)
    expect((await test.get('/efter-log-ind', session.cookie)).headers.get('location')).toBe('/ledelse')
    const known = await userOf(town.manager)
    const fields = form({ name: known?.name ?? '', subject: known?.subject ?? '', roles: 'manager' })
    const { active: _, ...blocked } = fields
    expect((await send(`/admin/brugere/${town.manager}`, blocked)).status).toBe(303)
    expect((await test.get('/efter-log-ind', session.cookie)).headers.get('location')).toMatch(/^\/log-ind/)
    await send(`/admin/brugere/${town.manager}`, fields)
  })
  it('never end without an administrator', async () => {
    const path = `/admin/brugere/${town.administrator}`
    const known = await userOf(town.administrator)
    const own = { name: known?.name ?? '', subject: known?.subject ?? '' }
    const demoted = await send(path, form({ ...own, roles: 'caseworker' }))
    expect(demoted.status).toBe(422)
    expect(await demoted.text()).toContain('mindst én administrator')
    const blocked = await send(path, { ...own, roles: 'administrator' })
    expect(blocked.status).toBe(422)
    expect(await blocked.text()).toContain('href="#f-active"')
    expect(await userOf(town.administrator)).toEqual(known)
    // With another one there, they may.
    await send('/admin/brugere/ny', form({ subject: 'to', name: 'To', roles: 'administrator', unit: '' }))
    expect((await send(path, { ...own, roles: 'administrator', active: '1', phone: '1' })).status).toBe(303)
    const two = await test.logIn(town.administrator)
    expect((await test.get('/admin', two.cookie)).status).toBe(200)
  })
  it('keep an administrator though two take the role from each other in the same moment', async () => {
    const two = await read(db.app, asSystem(vejen), (tx) => findUserBySubject(tx, 'to'))
    const one = await userOf(town.administrator)
    if (!one || !two) throw new Error('there are no two administrators')
    const sessions = await Promise.all([test.logIn(one.userId), test.logIn(two.userId)])
    const demote = (by: number, { userId, name, subject }: typeof one) =>
      test.post(
        `/admin/brugere/${userId}`,
        { _csrf: sessions[by]?.csrf ?? '', ...form({ name, subject, unit: 'jobcentret' }) },
        sessions[by]?.cookie,
      )
    await Promise.all([demote(0, two), demote(1, one)])
    const left = (await read(db.app, asSystem(vejen), listUsers)).filter((u) =>
      u.roles.includes('administrator'),
    )
    expect(left).toHaveLength(1)
    // As it was, for what follows.
    await write(db.app, asSystem(vejen), (tx) => saveUser(tx, one))
  })
  it('that nobody knows are not there', async () => {
    for (const id of ['ukendt', '00000000-0000-4000-8000-000000000000'])
      expect((await test.get(`/admin/brugere/${id}`, cookie)).status).toBe(404)
  })
  it('keep the roles that the municipality’s own log-in gives them', async () => {
    const provider = (who: string) => ({
      [`OIDC_${who}_ISSUER`]: 'https://log-in.example',
      [`OIDC_${who}_CLIENT_ID`]: 'hverdag',
      [`OIDC_${who}_CLIENT_SECRET`]: 'secret',
    })
    const own = openTestApp({
      database: db,
      routes,
      environment: {
        ...provider('CITIZEN'),
        ...provider('STAFF'),
        OIDC_STAFF_ROLES: '{"sagsbehandler":"caseworker"}',
        HVERDAG_HOSTS: '{"vejen.localhost":"0575"}',
      },
    })
    const text = await (await own.get(`/admin/brugere/${town.caseworker}`, cookie)).text()
    expect(text).toContain('Roller følger kommunens eget log-in')
    expect(text).not.toContain('name="roles"')
    const known = await userOf(town.caseworker)
    const fields = {
      name: 'Sanne Friis',
      subject: known?.subject ?? '',
      unit: known?.unit ?? '',
      active: '1',
    }
    const answer = await own.post(
      `/admin/brugere/${town.caseworker}`,
      { _csrf: csrf, ...fields, roles: 'administrator' },
      cookie,
    )
    expect(answer.status).toBe(303)
    expect((await userOf(town.caseworker))?.roles).toEqual(['caseworker'])
  })
})

describe('the roles', () => {
  it('say of each action who may, as the permission table does', () => {
    type Grants = { readonly [R in Role]?: unknown }
    const allowed = (role: Role) =>
      (Object.entries(permissions) as readonly [Action, Grants][]).filter(([, grants]) => role in grants)
    for (const role of roles) expect(grantsOf(role, 'da')).toHaveLength(allowed(role).length)
    expect(grantsOf('caseworker', 'da')).toContainEqual({
      action: 'Træffe afgørelse',
      where: 'I enhedens sager, eller efter åbning med begrundelse',
      others: [],
    })
  })
  it('stand on a page', async () => {
    expect(await page('/admin/roller')).toContain('Vurdere målgruppe og behov')
  })
})

describe('failed jobs', () => {
  it('show with the kind of fault, and those given up ask for somebody', async () => {
    await failJob(2)
    const given = await failJob(12, 'DatabaseError 40P01')
    const text = await page('/admin/job')
    for (const said of ['Modtageren svarer ikke', '2 af 12', 'DatabaseError 40P01', '12 af 12', 'Opgivet'])
      expect(text).toContain(said)
    expect(await page('/admin')).toContain('1 job er opgivet og venter på dig.')
    expect((await send(`/admin/job/${given}`)).headers.get('location')).toBe('/admin/job?igen=ja')
    const jobs = await read(db.app, asSystem(vejen), failedJobs)
    expect(jobs.find((job) => job.jobId === given)).toMatchObject({ attempts: 0 })
    expect((await read(db.app, asSystem(vejen), queueState)).givenUp).toBe(0)
  })
  it('of another municipality neither show nor run again', async () => {
    const lillerup = await failJob(12)
    await db.admin.pool.query(
      `update graphile_worker._private_jobs set payload = '{"municipality":"0999"}' where id = $1`,
      [lillerup],
    )
    expect(await page('/admin/job')).not.toContain(`nr. ${lillerup}`)
    expect((await send(`/admin/job/${lillerup}`)).headers.get('location')).toBe('/admin/job?igen=nej')
  })
  it('of no municipality show to each, for everybody’s regular jobs hang on them', async () => {
    const { rows } = await db.admin.pool.query<{ id: string }>(
      `select id from graphile_worker.add_job('every-municipality', '{"job":"sweep"}')`,
    )
    await db.admin.pool.query(
      `update graphile_worker._private_jobs set attempts = 1, last_error = 'TypeError' where id = $1`,
      [rows[0]?.id],
    )
    expect(await page('/admin/job')).toContain('Sæt faste job i kø for hver kommune')
    expect((await send(`/admin/job/${rows[0]?.id}`)).headers.get('location')).toBe('/admin/job?igen=ja')
  })
  it('that are none are told as gone', async () => {
    for (const id of ['x', '0', '99999999'])
      expect((await send(`/admin/job/${id}`)).headers.get('location')).toBe('/admin/job?igen=nej')
  })
})

describe('the post', () => {
  it('shows how much is to be sent, by case number and without names', async () => {
    const text = await page('/admin/post')
    for (const said of ['Skal sendes', town.caseNumber, 'Kvittering']) expect(text).toContain(said)
    for (const name of ['Kirsten', 'Lone', 'Prøve']) expect(text).not.toContain(name)
  })
  it('is the administrator’s: a caseworker has a page of letters among their own', async () => {
    const session = await test.logIn(town.caseworker)
    expect((await test.get('/admin/post', session.cookie)).status).toBe(403)
  })
  it('is made to fail as the administrator of the demonstration says', async () => {
    const fields = { refuseNext: '2', loseReceipts: '1', delayDays: '3', outage: '1' }
    expect((await send('/admin/post/simulator', fields)).headers.get('location')).toBe('/admin/post?gemt=1')
    expect(await faultsOf(db.app, vejen)).toEqual({
      refuseNext: 2,
      loseReceipts: 1,
      delayDays: 3,
      outage: true,
    })
    const wrong = await send('/admin/post/simulator', { ...fields, delayDays: 'tre' })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('href="#f-delayDays"')
    expect(text).toContain('value="tre"')
    await send('/admin/post/simulator')
    expect((await faultsOf(db.app, vejen)).outage).toBe(false)
  })
})

describe('outside the demonstration', () => {
  it('there is no clock, no switch and no mailbox', async () => {
    const environment = { DEMO: '0', HVERDAG_HOSTS: '{"vejen.localhost":"0575"}' }
    const real = openTestApp({ database: db, routes, environment })
    for (const path of ['/admin/demo', '/demo/post', `/demo/post/${town.citizen}`, '/demo/papir/x'])
      expect((await real.get(path, cookie)).status, path).toBe(404)
    for (const path of ['/admin/demo', '/admin/post/simulator', `/demo/post/${town.citizen}`])
      expect((await real.post(path, { _csrf: csrf, frem: 'dag' }, cookie)).status, path).toBe(404)
    for (const path of ['/admin', '/admin/post'])
      expect(await (await real.get(path, cookie)).text()).not.toMatch(
        /href="\/(admin\/)?demo|action="\/admin\/post/,
      )
  })
})
