/** The manager at their pages: cases given out, promises counted, and the municipality's own duties on record. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, errorsIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { asAuthority, asSystem, newPerson, newUser, vejen } from '../../../test/support/scopes.ts'
import { getMunicipality } from '../../casework/house.ts'
import { openCase, perform } from '../../casework/perform.ts'
import { type CaseId, UnitId, type UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, type CalendarDay, copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { clausesOf } from '../../standards/municipality.ts'
import { read, write } from '../../store/connection.ts'
import { municipalityStream, readStream } from '../../store/journal.ts'
import { savePerson } from '../../store/persons.ts'
import { saveUser } from '../../store/users.ts'
import { countClauses } from '../../store/worklist.ts'

let work: TownAtWork
let desk: Desk
let today: CalendarDay
let second: UserId

beforeAll(async () => {
  work = await openTown()
  desk = await work.desk(work.town.manager)
  today = copenhagenDay(work.test.house.now())
  second = newUser()
  const { unit } = await work.file()
  await write(work.database.app, asSystem(vejen), (tx) =>
    saveUser(tx, {
      userId: second,
      subject: 'second',
      name: 'Rikke Toft',
      phone: null,
      email: null,
      unit: unit ?? null,
      roles: ['caseworker'],
      providerId: null,
      active: true,
    }),
  )
})
afterAll(() => work.database.drop())

/** A letter that came some days ago, in nobody's hands yet. */
async function arrived(familyName: string, daysAgo = 0): Promise<{ caseId: CaseId; caseNumber: string }> {
  const personId = newPerson()
  const bornOn = getDay('1991-04-02')
  await write(work.database.app, asSystem(vejen), (tx) =>
    savePerson(tx, {
      personId,
      validFrom: today,
      recordedAt: work.test.house.now(),
      details: {
        givenName: 'Ida',
        familyName,
        birthDate: bornOn,
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    }),
  )
  const userId = work.town.caseworker
  const opened = await openCase(
    work.test.house,
    {
      municipality: vejen,
      today,
      subject: { roles: ['caseworker'], userId, unit: (await work.file()).unit },
      actor: { kind: 'staff', userId, role: 'caseworker' },
    },
    {
      commandId: randomUUID(),
      application: {
        personId,
        bornOn,
        channel: 'letter',
        receivedOn: addDays(today, -daysAgo),
        applicant: { kind: 'self' },
        applied: { transport: 'unknown', start: { kind: 'soonest' } },
        answers: { difficulties: [], wishes: [] },
        consents: [],
      },
    },
  )
  if (isRefusal(opened)) throw new Error(opened.code)
  return opened
}

const rowsOf = (html: string) => html.match(/<th scope="row"/g)?.length ?? 0
const path = '/ledelse/fordeling'

describe('assignment', () => {
  it('of several at once tells for each how it went, and sent again does nothing twice', async () => {
    const [a, b] = [await arrived('Abel'), await arrived('Bang')]
    const shown = await desk.get(path)
    expect(shown.text).toContain('Ida Abel')
    const ids = [...shown.text.matchAll(/name="kommando-([^"]+)" value="([^"]+)"/g)]
    const fields = {
      sag: [a.caseNumber, b.caseNumber, '2026-9999'],
      til: second,
      ...Object.fromEntries(ids.map(([, n, id]) => [`kommando-${n}`, id ?? ''])),
    }
    const action = `${path}?visning=ufordelt`
    const answer = await desk.send(path, fields, action)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('2 af 3 sager er fordelt.')
    expect(answer.text).toContain('Fordelt til Rikke Toft')
    expect(answer.text).toContain('Sagen findes ikke.')
    const before = (await work.file(a.caseId)).lastSeq
    expect((await work.file(a.caseId)).caseworker).toBe(second)
    expect((await desk.send(path, fields, action)).text).toContain('2 af 3 sager er fordelt.')
    expect((await work.file(a.caseId)).lastSeq).toBe(before)
    expect((await desk.get(path)).text).not.toContain('Ida Abel')
    expect((await desk.get(`${path}?hos=${second}`)).text).toContain('Ida Abel')
  })

  it('asks for cases and a caseworker, and keeps what was chosen', async () => {
    const { caseNumber } = await arrived('Carstensen')
    const action = `${path}?visning=ufordelt`
    const nothing = await desk.send(path, {}, action)
    expect(nothing.status).toBe(422)
    expect(errorsIn(nothing.text).map((e) => e.split(':')[0])).toEqual(['f-sag', 'f-til'])
    const half = await desk.send(path, { sag: caseNumber, til: work.town.elsewhere }, action)
    expect(errorsIn(half.text)).toEqual(['f-til: Vælg en sagsbehandler i enheden.'])
    expect(half.text).toMatch(new RegExp(`value="${caseNumber}" checked`))
  })

  it('that somebody else did meanwhile is not done over, and the row says so', async () => {
    const { caseId, caseNumber } = await arrived('Dahl')
    const shown = await desk.get(path)
    const seen = new RegExp(`name="set-${caseNumber}" value="(\\d+)"`).exec(shown.text)?.[1] ?? ''
    const colleague = await work.desk(work.town.caseworker)
    await colleague.done(
      `/myndighed/sager/${caseNumber}`,
      { userId: work.town.caseworker },
      `/myndighed/sager/${caseNumber}/fordel`,
    )
    const late = await desk.send(
      path,
      { sag: caseNumber, til: second, [`set-${caseNumber}`]: seen },
      `${path}?visning=ufordelt`,
    )
    expect([late.status, late.text.includes('En anden har fordelt sagen imens')]).toEqual([409, true])
    expect((await work.file(caseId)).caseworker).toBe(work.town.caseworker)
  })

  it('is asked for by what is late, and can choose all on the page', async () => {
    const { caseNumber } = await arrived('Engel', 60)
    const late = await desk.get(`${path}?visning=over-fristen`)
    expect(late.text).toContain('Ida Engel')
    expect(late.text).not.toContain('Ida Carstensen')
    expect(late.text).toContain('Overskredet')
    const all = await desk.get(`${path}?visning=over-fristen&vaelg=alle`)
    expect(all.text).toMatch(new RegExp(`value="${caseNumber}" checked`))
    const front = (await desk.get('/ledelse')).text
    expect(/<strong>(\d+)<\/strong>Over fristen/.exec(front)?.[1]).toBe(String(rowsOf(late.text)))
    expect(front).toContain('Rikke Toft')
  })
})

describe('the living standard', () => {
  it('names every clause in its own words, each of them built', async () => {
    const { text } = await desk.get('/ledelse/loefter')
    const clauses = clausesOf(getMunicipality(work.test.house, vejen))
    for (const { id } of clauses) expect(text).toContain(`/ledelse/loefter/${id}"`)
    expect(text).toContain('Kommunen skal tilbyde aktivitets- og samværstilbud')
    expect(clauses.filter((c) => c.status === 'not built yet')).toEqual([])
    expect(text).not.toContain('</svg> Ikke bygget endnu</span>')
    expect((await desk.get('/ledelse/loefter/K0-0')).status).toBe(404)
  })

  it('has behind each figure as many rows as the figure says', async () => {
    const { text } = await desk.get('/ledelse/loefter')
    const figures = [...text.matchAll(/<a href="(\/ledelse\/loefter\/[^"]+stand=[^"]+)">.*?: (\d+)<\/span>/g)]
    const counts = await read(work.database.app, asAuthority(), (tx) => countClauses(tx, today))
    expect(figures).toHaveLength(counts.length)
    expect(figures.length).toBeGreaterThan(20)
    for (const [, href = '', count] of figures)
      expect([href, String(rowsOf((await desk.get(href)).text))]).toEqual([href, count])
  })

  it('leads from each row to its case', async () => {
    const href = '/ledelse/loefter/HV-2?stand=holdt'
    const { text } = await desk.get(href)
    const [first, ...rest] = [...text.matchAll(/href="\/myndighed\/sager\/([^"]+)"/g)].map(([, n]) => n)
    const counts = await read(work.database.app, asAuthority(), (tx) => countClauses(tx, today))
    expect(1 + rest.length).toBe(counts.find((c) => c.clause === 'HV-2' && c.status === 'kept')?.count)
    expect(first).toBeDefined()
  })

  it('leads to another unit’s case through the page that asks why', async () => {
    const { caseId, caseNumber } = await arrived('Holm')
    const { unit } = await work.file()
    const userId = work.town.caseworker
    const asking = {
      municipality: vejen,
      today,
      subject: { roles: ['caseworker'], userId, unit },
      actor: { kind: 'staff', userId, role: 'caseworker' },
    } as const
    const input = { unit: UnitId.parse('jobcentret'), userId: work.town.elsewhere }
    const command = { type: 'assignCase', input } as const
    const moved = await perform(work.test.house, asking, { caseId, commandId: randomUUID(), command })
    expect(moved).toMatchObject({ caseNumber })
    const { text } = await desk.get('/ledelse/loefter/HV-2?stand=holdt')
    expect(text).toContain(`href="/myndighed/sager/${caseNumber}/aabn"`)
  })
})

describe('the municipality’s own duties', () => {
  const own = () => read(work.database.app, asSystem(vejen), (tx) => readStream(tx, municipalityStream))
  const here = '/ledelse/kommunen'

  it('begin with the adoption on record, are counted with the others, and end with the publication', async () => {
    expect((await desk.get('/ledelse')).text).toContain('<strong>1</strong>Kommunens egne pligter')
    expect((await desk.get(here)).text).toContain('Der er ingen pligter')
    const adopted = await desk.done(here, {}, `${here}/vedtaget`)
    expect(adopted.text).toContain('RSL-3')
    expect(adopted.text).toContain('Overskredet')
    const behind = await desk.get('/ledelse/loefter/RSL-3?stand=brudt')
    expect(behind.text).toContain('Kommunen selv')

    const wrong = await desk.send(here, { where: '', 'publishedOn-d': '99' }, `${here}/offentliggjort`)
    expect(wrong.status).toBe(422)
    expect(errorsIn(wrong.text)).toHaveLength(2)
    const published = await desk.done(
      here,
      {
        where: 'https://vejen.example/frister',
        'publishedOn-d': '20',
        'publishedOn-m': '12',
        'publishedOn-y': '2024',
      },
      `${here}/offentliggjort`,
    )
    expect(published.text).toContain('Holdt')
    expect((await own()).map((e) => [e.type, e.occurredOn, e.actor.kind])).toEqual([
      ['standardAdopted', '2024-12-10', 'staff'],
      ['deadlinesPublished', '2024-12-20', 'staff'],
    ])
    expect((await desk.get('/ledelse/loefter/RSL-3?stand=holdt')).text).toContain('Kommunen selv')
  })

  it('are recorded once: a repeat answers as the first time, another finds it done', async () => {
    const { cookie, csrf } = await work.test.logIn(work.town.manager)
    const again = await work.test.post(`${here}/vedtaget`, { _csrf: csrf, _command: randomUUID() }, cookie)
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('En anden har registreret det imens')
    expect(await own()).toHaveLength(2)
  })
})

describe('the standard, read-only', () => {
  it('shows dates, every clause and number, places and texts, and marks what is assumed', async () => {
    const { text } = await desk.get('/kvalitetsstandard')
    const { standards, texts } = getMunicipality(work.test.house, vejen)
    const [standard] = standards
    if (standard === undefined) throw new Error('there is a standard')
    for (const { id } of clausesOf(getMunicipality(work.test.house, vejen))) expect(text).toContain(id)
    for (const said of ['10. december 2024', '1. januar 2025', '6 uger', 'Kærhøj', 'Nørrevang', 'Veum Dag'])
      expect(text).toContain(said)
    const assumed = Object.values(standard.parameters).filter((p) => p.origin === 'assumption')
    expect(text.match(/Antagelse: skal bekræftes/g)).toHaveLength(assumed.length)
    expect(text).toContain(texts.complaintGuidance.da[0]?.slice(0, 20))
    expect(text).toContain('Der er kun én udgave')
    expect((await desk.get('/kvalitetsstandard?udgave=9')).status).toBe(404)
  })
})
